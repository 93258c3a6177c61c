"""What the calls answer: lists, values, models, orders, logs, spaces, names, firmware."""

import hashlib
import hmac
import json

import pytest

from heyzack_console.simulator.cloud.front import TABLE
from tests.simulator.cloud.caller import NOW_MS


@pytest.fixture(autouse=True)
def _without_rates(rig):
    rig.set(rates=False)


async def got(rig, method, path, query=None, body=None):
    answer = await rig.caller.call(method, path, query, body)
    assert answer["success"], answer
    return answer["result"]


async def code_of(rig, method, path, query=None, body=None):
    return (await rig.caller.call(method, path, query, body))["code"]


async def test_the_list_is_in_camel_case_and_ends_with_a_short_page(rig):
    pages, last = [], {}
    while not pages or len(pages[-1]) == 15:
        pages.append(await got(rig, "GET", "/v2.0/cloud/thing/device", {"page_size": "15"} | last))
        last = {"last_id": pages[-1][-1]["id"]}
    listed = [item for page in pages for item in page]
    assert [len(page) for page in pages] == [15, 15, 10]
    assert {item["id"] for item in listed} == {device.id for device in rig.book.devices}
    wanted = {"customName", "productId", "productName", "localKey", "isOnline", "bindSpaceId", "timeZone", "updateTime"}
    assert all(wanted <= set(item) and not any("_" in name for name in item) for item in listed)
    assert listed[0]["activeTime"] == NOW_MS // 1000


@pytest.mark.parametrize(("size", "code"), [({}, 1100), ({"page_size": "21"}, 1101), ({"page_size": "ten"}, 1109)])
async def test_the_list_wants_a_page_size_of_at_most_twenty(rig, size, code):
    assert await code_of(rig, "GET", "/v2.0/cloud/thing/device", size) == code


async def test_the_list_can_be_asked_for_kinds_and_products(rig):
    lamp = rig.one("Light")
    by_kind = await got(rig, "GET", "/v2.0/cloud/thing/device", {"page_size": "20", "categories": "dj,zndb"})
    by_product = await got(rig, "GET", "/v2.0/cloud/thing/device", {"page_size": "20", "product_ids": lamp.product})
    assert {item["category"] for item in by_kind} <= {"dj", "zndb"}
    assert {item["productId"] for item in by_product} == {lamp.product}


async def test_batches_and_single_devices_are_in_snake_case(rig):
    sub = next(device for device in rig.book.devices if device.gateway)
    (item,) = await got(rig, "GET", "/v2.0/cloud/thing/batch", {"device_ids": f"{sub.id},bfstranger"})
    one = await got(rig, "GET", f"/v2.0/cloud/thing/{sub.id}")
    assert (item["id"], item["sub"], item["is_online"], item["ip"]) == (sub.id, True, True, "")
    assert "gateway_id" not in item
    assert (one["gateway_id"], one["node_id"]) == (sub.gateway, sub.cid)
    assert one == await got(rig, "GET", f"/v2.0/cloud/thing/last/{one['uuid']}")


async def test_more_than_twenty_ids_in_a_batch_are_refused(rig):
    ids = ",".join(f"bf{number}" for number in range(21))
    assert await code_of(rig, "GET", "/v2.0/cloud/thing/batch", {"device_ids": ids}) == 1101


@pytest.mark.parametrize(
    ("path", "name", "query"),
    [
        ("/v1.3/iot-03/devices", "list", {"page_size": "30"}),
        ("/v1.2/iot-03/devices", "list", {}),
        ("/v1.0/iot-01/associated-users/devices", "devices", {"size": "50"}),
    ],
)
async def test_older_lists_say_whether_there_is_more(rig, path, name, query):
    listed, more, key = [], True, {}
    while more:
        result = await got(rig, "GET", path, query | key)
        listed += [item["id"] for item in result[name]]
        more, key = result["has_more"], {"last_row_key": result["last_row_key"]}
        assert result["total"] == 40
    assert sorted(listed) == sorted(device.id for device in rig.book.devices)


async def test_app_accounts_see_devices_with_their_values(rig):
    lamp = rig.one("Light")
    one = await got(rig, "GET", f"/v1.0/devices/{lamp.id}")
    listed = await got(rig, "GET", f"/v1.0/users/{one['uid']}/devices")
    assert one in listed
    assert {"code": "work_mode", "value": "white"} in one["status"]
    (home,) = await got(rig, "GET", f"/v1.0/users/{one['uid']}/homes")
    assert await got(rig, "GET", f"/v1.0/homes/{home['home_id']}/devices") == listed


async def test_a_gateway_lists_what_stands_behind_it(rig):
    gateway = rig.one("Gateway")
    for path in (f"/v1.0/iot-03/devices/{gateway.id}/sub-devices", f"/v1.0/devices/{gateway.id}/sub-devices"):
        listed = await got(rig, "GET", path)
        assert {item["node_id"] for item in listed} == {d.cid for d in rig.book.devices if d.gateway == gateway.id}


async def test_status_leaves_out_what_is_not_standard_and_properties_have_it(rig):
    coil = rig.one("Fan coil")
    status = await got(rig, "GET", f"/v1.0/iot-03/devices/{coil.id}/status")
    shadow = (await got(rig, "GET", f"/v2.0/cloud/thing/{coil.id}/shadow/properties"))["properties"]
    assert {item["code"] for item in shadow} - {item["code"] for item in status} == {"valve_opening"}
    temperature = next(item for item in shadow if item["code"] == "temp_current")
    assert temperature == {
        "code": "temp_current", "custom_name": "", "dp_id": 3, "time": NOW_MS - 60_000, "type": "value",
        "value": rig.project.twins[coil.id].values["temp_current"],
    }  # fmt: skip
    only = await got(rig, "GET", f"/v2.0/cloud/thing/{coil.id}/shadow/properties", {"codes": "switch,mode"})
    assert [item["code"] for item in only["properties"]] == ["switch", "mode"]


async def test_words_are_spelt_as_the_cloud_spells_them(rig):
    detector = rig.one("Smoke")
    status = await got(rig, "GET", f"/v1.0/devices/{detector.id}/status")
    assert {"code": "smoke_sensor_status", "value": "normal"} in status


async def test_status_of_many_comes_by_device(rig):
    ids = [device.id for device in rig.book.devices[:20]]
    listed = await got(rig, "GET", "/v1.0/iot-03/devices/status", {"device_ids": ",".join(ids)})
    assert [item["id"] for item in listed] == ids
    assert await code_of(rig, "GET", "/v1.0/iot-03/devices/status") == 1100


async def test_specifications_hold_json_as_text(rig):
    coil = rig.one("Fan coil")
    plain = await got(rig, "GET", f"/v1.0/iot-03/devices/{coil.id}/specification")
    numbered = await got(rig, "GET", f"/v1.1/devices/{coil.id}/specifications")
    values = {item["code"]: json.loads(item["values"]) for item in plain["status"]}
    assert values["temp_current"] == {"unit": "℃", "scale": 1, "min": -200, "max": 600, "step": 1}
    assert values["mode"] == {"range": ["cold", "hot", "wind"]}
    assert values["fault"]["label"] == ["e1_sensor", "e2_fan", "e3_water_temperature"]
    assert {item["code"] for item in plain["functions"]} == {"switch", "temp_set", "mode", "fan_speed_enum"}
    assert "dp_id" not in plain["status"][0]
    assert [item["dp_id"] for item in numbered["status"]] == [1, 2, 3, 4, 5, 20]
    functions = await got(rig, "GET", f"/v1.0/devices/{coil.id}/functions")
    assert functions["functions"] == plain["functions"]


async def test_the_thing_model_is_text_and_has_every_point(rig):
    coil = rig.one("Fan coil")
    model = json.loads((await got(rig, "GET", f"/v2.0/cloud/thing/{coil.id}/model"))["model"])
    properties = {item["code"]: item for item in model["services"][0]["properties"]}
    assert set(properties) == {point.code for point in coil.points}
    assert properties["valve_opening"]["abilityId"] == 101
    assert properties["valve_opening"]["accessMode"] == "ro"
    assert properties["switch"]["typeSpec"] == {"type": "bool"}


@pytest.mark.parametrize("generation", ["commands", "app commands", "properties"])
async def test_an_order_is_accepted_now_and_takes_effect_later(rig, generation):
    coil = rig.one("Fan coil")
    if generation == "properties":
        path, body = f"/v2.0/cloud/thing/{coil.id}/shadow/properties/issue", {"properties": '{"temp_set":19}'}
    else:
        place = "iot-03/devices" if generation == "commands" else "devices"
        path, body = f"/v1.0/{place}/{coil.id}/commands", {"commands": [{"code": "temp_set", "value": 19}]}
    assert await got(rig, "POST", path, None, body) in (True, {})
    assert rig.building.obeyed == []
    rig.project.pass_time(3.0)
    assert rig.building.obeyed == [(coil.id, {"temp_set": 19})]
    assert rig.project.twins[coil.id].values["temp_set"] == 19


async def test_an_accepted_order_can_stay_without_effect(rig):
    rig.set(effect_lost=1.0)
    lamp = rig.one("Light")
    body = {"commands": [{"code": "switch_led", "value": True}]}
    assert await got(rig, "POST", f"/v1.0/iot-03/devices/{lamp.id}/commands", None, body) is True
    rig.project.pass_time(60.0)
    assert rig.building.obeyed == []


@pytest.mark.parametrize(
    ("commands", "code"),
    [
        ([{"code": "temp_set", "value": 99}], 2008),
        ([{"code": "temp_set", "value": "warm"}], 2008),
        ([{"code": "temp_current", "value": 200}], 2008),
        ([{"code": "self_destruct", "value": True}], 2008),
        ([{"code": "mode", "value": "auto"}], 2008),
        ([], 1100),
        ("switch", 1100),
    ],
)
async def test_an_order_that_the_product_does_not_take_is_refused(rig, commands, code):
    coil = rig.one("Fan coil")
    assert await code_of(rig, "POST", f"/v1.0/devices/{coil.id}/commands", None, {"commands": commands}) == code


async def test_properties_must_be_text(rig):
    path = f"/v2.0/cloud/thing/{rig.one('Light').id}/shadow/properties/issue"
    for properties in ({"switch_led": True}, "{", "[]", "{}"):
        assert await code_of(rig, "POST", path, None, {"properties": properties}) == 1109


async def test_a_device_that_is_offline_keeps_its_values_and_takes_no_orders(rig):
    lamp = rig.one("Light")
    rig.project.set_online(lamp.id, online=False)
    body = {"commands": [{"code": "switch_led", "value": True}]}
    assert await got(rig, "GET", f"/v1.0/iot-03/devices/{lamp.id}/status")
    assert await code_of(rig, "POST", f"/v1.0/iot-03/devices/{lamp.id}/commands", None, body) == 2001
    assert await got(rig, "GET", f"/v2.0/cloud/thing/{lamp.id}/state") == {"is_online": False}


async def test_logs_are_read_newest_first_page_by_page(rig):
    lamp = rig.one("Light")
    for turn in range(30):
        rig.now_ms += 1000
        rig.project.report(lamp.id, {"switch_led": turn % 2 == 0})
    seen, key = [], {}
    window = {"codes": "switch_led", "start_time": str(NOW_MS), "end_time": str(rig.now_ms), "size": "20"}
    for _ in range(2):
        page = await got(rig, "GET", f"/v2.0/cloud/thing/{lamp.id}/report-logs", window | key)
        seen += page["logs"]
        key = {"last_row_key": page["last_row_key"]}
    assert not page["has_more"]
    assert [item["event_time"] for item in seen] == [rig.now_ms - 1000 * step for step in range(30)]
    assert [item["value"] for item in seen[:2]] == ["false", "true"]


async def test_event_logs_hold_comings_goings_and_orders(rig):
    lamp = rig.one("Light")
    rig.project.set_online(lamp.id, online=False)
    rig.project.set_online(lamp.id, online=True)
    await got(
        rig, "POST", f"/v1.0/devices/{lamp.id}/commands", None, {"commands": [{"code": "switch_led", "value": True}]}
    )
    path = f"/v1.0/devices/{lamp.id}/logs"
    window = {"start_time": str(NOW_MS), "end_time": str(NOW_MS + 1)}
    logs = (await got(rig, "GET", path, window | {"type": "1,2,5", "query_type": "1"}))["logs"]
    assert [item["event_id"] for item in logs] == [5, 1, 2]
    assert (logs[0]["code"], logs[0]["value"]) == ("switch_led", "true")
    assert await code_of(rig, "GET", path, window) == 1100


async def test_spaces_are_the_site_its_floors_and_their_rooms(rig):
    (top,) = (await got(rig, "GET", "/v2.0/cloud/space/child"))["data"]
    floors = (await got(rig, "GET", "/v2.0/cloud/space/child", {"space_id": str(top)}))["data"]
    named = [(await got(rig, "GET", f"/v2.0/cloud/space/{space}"))["name"] for space in (top, *floors)]
    assert named == ["Harbour House", "Ground floor", "Floor 1", "Floor 2", "Floor 3"]
    lamp = rig.one("Light")
    space = (await got(rig, "GET", f"/v2.0/cloud/thing/{lamp.id}"))["bind_space_id"]
    held = await got(rig, "GET", f"/v2.0/cloud/space/{space}/resource")
    assert {"res_id": lamp.id, "res_type": 0} in held["data"]
    whole = await got(rig, "GET", f"/v2.0/cloud/space/{top}/resource", {"only_sub": "false", "page_size": "200"})
    assert len(whole["data"]) == 40
    query = {"space_ids": str(top), "is_recursion": "true", "page_size": "20"}
    assert len(await got(rig, "GET", "/v2.0/cloud/thing/space/device", query)) == 20


async def test_assets_are_the_same_tree_for_the_older_generation(rig):
    (root,) = (await got(rig, "GET", "/v1.0/iot-02/assets/-1/sub-assets"))["list"]
    floors = (await got(rig, "GET", f"/v1.0/iot-02/assets/{root['asset_id']}/sub-assets"))["list"]
    assert [floor["asset_name"] for floor in floors][:2] == ["Ground floor", "Floor 1"]
    assert floors[1]["asset_full_name"] == "Harbour House/Floor 1"
    rooms = await got(rig, "GET", f"/v1.0/iot-02/assets/{floors[0]['asset_id']}/sub-assets", {"page_size": "5"})
    assert (len(rooms["list"]), rooms["has_next"]) == (5, True)


async def test_a_device_can_be_renamed_and_removed(rig):
    lamp = rig.one("Light")
    assert await got(rig, "PUT", f"/v1.0/iot-03/devices/{lamp.id}", None, {"name": "Größe = A&B+C/D"}) is True
    one = await got(rig, "GET", f"/v2.0/cloud/thing/{lamp.id}")
    assert (one["custom_name"], one["name"]) == ("Größe = A&B+C/D", lamp.name)
    assert (await got(rig, "GET", f"/v1.1/iot-03/devices/{lamp.id}"))["name"] == "Größe = A&B+C/D"
    assert await got(rig, "DELETE", f"/v1.0/iot-03/devices/{lamp.id}") is True
    assert await code_of(rig, "GET", f"/v2.0/cloud/thing/{lamp.id}") == 1106


async def test_pairing_anew_changes_the_local_key_and_keeps_the_id(rig):
    lamp = rig.one("Light")
    rig.project.pair_anew(lamp.id, "newkey$<'&`?*:;!")
    assert (await got(rig, "GET", f"/v2.0/cloud/thing/{lamp.id}"))["local_key"] == "newkey$<'&`?*:;!"


async def test_pairing_tokens_are_short_lived(rig):
    asked = {"pairing_type": "AP", "time_zone_id": "Europe/Berlin", "asset_id": rig.project.spaces.top}
    token = await got(rig, "POST", "/v1.0/iot-03/device-registration/token", None, asked)
    assert set(token) == {"region", "token", "secret", "expire_time"}
    assert await code_of(rig, "POST", "/v1.0/iot-03/device-registration/token", None, {}) == 1109


async def test_new_firmware_is_ready_runs_and_is_told(rig):
    lamp = rig.one("Light")
    path = f"/v2.0/cloud/thing/{lamp.id}/firmware"
    (ready,) = await got(rig, "GET", path)
    assert (ready["upgrade_status"], ready["current_version"], ready["version"]) == (1, "1.2.0", "1.3.0")
    assert await got(rig, "POST", f"{path}/0", None, {}) is True
    assert await code_of(rig, "POST", f"{path}/0", None, {}) == 1113
    async with rig.read() as reader:
        rig.project.pass_time(10.0)
        assert (await got(rig, "GET", f"{path}/0/progress")) == {"upgrade_status": 2, "progress": 50}
        rig.project.pass_time(10.0)
        told = [(await reader.message())[1] for _ in range(5)]
    assert [body["bizData"]["progress"] for body in told] == [0, 25, 50, 75, 100]
    assert {body["bizCode"] for body in told} == {"deviceOtaProgress"}
    assert (await got(rig, "GET", path))[0]["upgrade_status"] == 0


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff"])
async def test_bodies_that_are_no_objects_are_refused(rig, body):
    path, stamp = f"/v1.0/devices/{rig.one('Light').id}/commands", str(rig.now_ms)
    text = f"{rig.access.access_id}{rig.caller.token}{stamp}POST\n{hashlib.sha256(body).hexdigest()}\n\n{path}"
    sign = hmac.new(rig.access.secret.encode(), text.encode(), hashlib.sha256).hexdigest().upper()
    said = {"client_id": rig.access.access_id, "t": stamp, "sign": sign, "access_token": rig.caller.token}
    answer = await rig.caller.http.post(path, content=body, headers=said)
    assert answer.json()["code"] in {1100, 1109}


def test_no_path_of_the_table_is_there_twice():
    named = [(endpoint.method, endpoint.path) for endpoint in TABLE]
    assert len(set(named)) == len(named)
