"""tinytuya's cloud client against the simulated cloud."""

import asyncio
import json

import pytest
import tinytuya

from tests.simulator.cloud.caller import reading
from tests.vendor_sdk.tls_front import behind_tls, make_certificate


class Client(tinytuya.Cloud):
    """The same at another address: the regions of the original are a fixed list."""

    place = ""

    def setregion(self, apiRegion=None):
        self.apiRegion, self.urlhost = apiRegion, self.place


@pytest.fixture
async def signed_in(cloud_house, tmp_path, monkeypatch):
    """Yields the house and a client that has a token; its calls block, so they go to a thread."""
    certificate = make_certificate(tmp_path)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(certificate))
    async with cloud_house() as house:
        port = int(house.access.base_url.rsplit(":", 1)[1])
        async with behind_tls(port, certificate) as secure:
            kind = type("LocalClient", (Client,), {"place": f"127.0.0.1:{secure}"})
            client = await asyncio.to_thread(kind, "eu", house.access.access_id, house.access.secret)
            assert client.token
            yield house, client


async def test_all_devices_of_the_project_are_listed_with_keys_gateways_and_data_points(signed_in):
    house, client = signed_in
    listed = await asyncio.to_thread(client.getdevices, include_map=True)
    by_id = {item["id"]: item for item in listed}
    assert set(by_id) == set(house.project.twins)
    for twin in house.project.twins.values():
        item = by_id[twin.id]
        assert (item["name"], item["key"], item["uuid"]) == (twin.name, twin.local_key, twin.uuid)
        assert item.get("gateway_id") == twin.device.gateway
    coil = house.twin("ntq")
    assert by_id[coil.id]["mapping"]["2"]["code"] == "temp_set"
    assert by_id[coil.id]["mapping"]["2"]["values"]["max"] == 30


async def test_devices_are_also_found_through_the_user_of_one_of_them(signed_in):
    house, client = signed_in
    client.apiDeviceID = house.twin("ntq").id
    listed = await asyncio.to_thread(client.getdevices)
    assert {item["id"] for item in listed} == set(house.project.twins)


async def test_an_order_comes_back_as_a_message_and_as_status(signed_in):
    house, client = signed_in
    coil = house.twin("ntq")
    async with reading(house.access) as reader:
        order = {"commands": [{"code": "temp_set", "value": 19}]}
        assert (await asyncio.to_thread(client.sendcommand, coil.id, order))["result"] is True
        told = None
        while told != {"temp_set": 19}:
            _, body = await reader.message()
            own = body["bizData"]["devId"] == coil.id and body["bizCode"] == "devicePropertyMessage"
            told = {p["code"]: p["value"] for p in body["bizData"]["properties"]} if own else None
    status = (await asyncio.to_thread(client.getstatus, coil.id))["result"]
    assert {"code": "temp_set", "value": 19} in status


async def test_specifications_logs_and_the_connection_can_be_asked_for(signed_in):
    house, client = signed_in
    coil = house.twin("ntq")
    functions = (await asyncio.to_thread(client.getfunctions, coil.id))["result"]["functions"]
    assert {item["code"] for item in functions} >= {"switch", "temp_set"}
    status = (await asyncio.to_thread(client.getproperties, coil.id))["result"]["status"]
    assert json.loads(next(item["values"] for item in status if item["code"] == "mode"))["range"][0] == "cold"
    logs = (await asyncio.to_thread(client.getdevicelog, coil.id))["result"]["logs"]
    assert "temp_set" in {item.get("code") for item in logs}
    assert await asyncio.to_thread(client.getconnectstatus, coil.id) is True


async def test_a_lost_token_is_renewed_by_the_client_itself(signed_in):
    house, client = signed_in
    lost = client.token
    house.project.tokens.end_all()
    assert "result" in await asyncio.to_thread(client.getstatus, house.twin("ntq").id)
    assert client.token != lost


async def test_a_wrong_secret_is_told_as_such(signed_in):
    house, client = signed_in
    stranger = await asyncio.to_thread(type(client), "eu", house.access.access_id, "0" * 32)
    assert stranger.token is None
    assert "sign invalid" in stranger.error["Payload"]
