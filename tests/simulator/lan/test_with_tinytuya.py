"""Simulated devices, spoken to by tinytuya."""

import pytest
import tinytuya

from tests.simulator.lan_client import client_of

VERSIONS = ["3.1", "3.3", "3.4", "3.5"]


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_query_is_answered_with_all_points(version, make, in_thread):
    client = client_of(await make(version))
    answer = await in_thread(client.status)
    await in_thread(client.close)
    assert answer["dps"] == {"1": True, "2": 215}


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_set_is_obeyed_and_pushed_back(version, make, in_thread):
    device = await make(version)
    client = client_of(device)
    answer = await in_thread(client.set_value, 1, False)
    await in_thread(client.close)
    assert answer["dps"] == {"1": False}
    assert device.points[None]["1"] is False


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_new_value_is_pushed_to_a_client_that_only_listens(version, make, in_thread):
    device = await make(version)
    client = client_of(device)
    await in_thread(client.status)
    device.report({"2": 220})
    pushed = await in_thread(client.receive)
    await in_thread(client.close)
    assert pushed["dps"] == {"2": 220}


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_heartbeat_does_not_disturb_the_next_query(version, make, in_thread):
    client = client_of(await make(version))
    await in_thread(client.status)
    await in_thread(client.heartbeat)
    answer = await in_thread(client.status)
    await in_thread(client.close)
    assert answer["dps"] == {"1": True, "2": 215}


@pytest.mark.parametrize("version", VERSIONS)
async def test_sub_devices_are_reached_by_their_cid(version, make, in_thread):
    gateway = await make(version, points={"32": "normal"})
    gateway.points["a4c1380000000001"] = {"1": "normal"}
    gateway.points["a4c1380000000002"] = {"1": False}
    parent = client_of(gateway)
    child = tinytuya.Device("child2", cid="a4c1380000000002", parent=parent)
    assert (await in_thread(child.status))["dps"] == {"1": False}
    await in_thread(child.set_value, 1, True)
    await in_thread(parent.close)
    assert gateway.points["a4c1380000000002"] == {"1": True}
    assert gateway.points["a4c1380000000001"] == {"1": "normal"}


async def test_a_wrong_key_is_noticed_by_the_client_on_3_3(make, in_thread):
    client = client_of(await make("3.3"), key="fedcba9876543210")
    answer = await in_thread(client.status)
    await in_thread(client.close)
    assert "dps" not in answer


@pytest.mark.parametrize("version", ["3.4", "3.5"])
async def test_a_wrong_key_ends_the_negotiation(version, make, in_thread):
    client = client_of(await make(version), key="fedcba9876543210")
    answer = await in_thread(client.status)
    await in_thread(client.close)
    assert answer["Err"] == "914"


async def test_device22_is_answered_only_when_it_is_asked_with_nulls(make, in_thread):
    device = await make("3.2", points={"1": True, "20": 7})
    client = tinytuya.Device(device.identity.id, address="127.0.0.1", local_key="0123456789abcdef", port=device.port,
                             version=3.3, persist=True, connection_timeout=2, connection_retry_limit=1)  # fmt: skip
    client.version, client.version_str = 3.2, "v3.2"
    client.version_bytes, client.version_header = b"3.2", b"3.2" + 12 * b"\0"
    client.dev_type, client.dps_to_request = "device22", {"1": None, "20": None}
    answer = await in_thread(client.status)
    await in_thread(client.close)
    assert answer["dps"] == {"1": True, "20": 7}
