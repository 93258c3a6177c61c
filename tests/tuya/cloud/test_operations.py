"""Operations against answers of all documented spellings, through a strict peer."""

import json

import pytest

from heyzack_console.domain.cloud import CloudCause, CloudError, CloudSpace
from heyzack_console.tuya.cloud.api import CloudApi
from heyzack_console.tuya.cloud.inventory import DETAIL, SUB_DEVICES, listed
from heyzack_console.tuya.cloud.lifecycle import (
    FIRMWARE,
    PAIRING_TOKEN,
    REMOVE,
    RENAME,
    UPGRADE_WORDS,
    NewName,
    Pairing,
)
from heyzack_console.tuya.cloud.logs import EVENTS, STATISTIC_KINDS, STATISTICS, Span, StatisticSpan, read_log
from heyzack_console.tuya.cloud.products import MODEL, SPECIFICATION
from heyzack_console.tuya.cloud.spaces import GROUP_ORDER, GROUP_VALUES, GROUPS, GROUPS_OF_DEVICE, GroupOrder, tree
from heyzack_console.tuya.cloud.values import SEND, STATUS, STATUS_OF_SEVERAL, NewValues
from tests.support.cloud_peer import Raw, Refuse
from tests.tuya.cloud.at_the_cloud import PROJECT, at_the_cloud

CAMEL = {
    "id": "d1",
    "name": "TH sensor",
    "customName": "Store room",
    "category": "wsdcg",
    "productId": "p1",
    "productName": "TH",
    "localKey": "k<'&`?*:;!#=$1234",
    "ip": "198.51.100.4",
    "isOnline": True,
    "sub": False,
    "bindSpaceId": 1234567,
    "model": None,
    "future": {"deep": 1},
}
SNAKE = {
    "id": "d1",
    "name": "Store room",
    "category": "wsdcg",
    "product_id": "p1",
    "product_name": "TH",
    "local_key": "k<'&`?*:;!#=$1234",
    "ip": "192.168.7.4",
    "online": "true",
    "sub": 0,
    "asset_id": "1234567",
    "gateway_id": "",
    "node_id": None,
}


async def refused(awaitable) -> CloudError:
    with pytest.raises(CloudError) as caught:
        await awaitable
    return caught.value


def api_of(at) -> CloudApi:
    return CloudApi(at.client, at.time.timing)


async def test_both_spellings_of_a_device_mean_the_same():
    async with at_the_cloud() as at:
        api = api_of(at)
        at.peer.on("GET", "/v2.0/cloud/thing/device", [CAMEL])
        (camel,) = (await listed(api, PROJECT.id)).devices
        at.peer.on("GET", "/v2.0/cloud/thing/device", Refuse(28841101))
        at.peer.on("GET", "/v1.3/iot-03/devices", {"list": [SNAKE], "has_more": False, "total": 1})
        (snake,) = (await listed(api, PROJECT.id)).devices
        for name in ("id", "name", "category", "product", "product_name", "model", "online", "sub", "space"):
            assert getattr(camel, name) == getattr(snake, name), name
        assert camel.local_key == snake.local_key == CAMEL["localKey"]
        assert CAMEL["localKey"] not in repr(camel)
        assert (camel.address, snake.address) == ("", "192.168.7.4")


async def test_an_item_that_cannot_be_read_is_left_out_and_the_listing_called_incomplete():
    async with at_the_cloud() as at:
        at.peer.on("GET", "/v2.0/cloud/thing/device", [CAMEL, {"name": "nameless"}, "odd"])
        listing = await listed(api_of(at), PROJECT.id)
        assert [device.id for device in listing.devices] == ["d1"]
        assert not listing.complete


async def test_pages_follow_until_one_is_not_full_and_a_circle_ends():
    async with at_the_cloud() as at:
        devices = [CAMEL | {"id": f"d{n:02}"} for n in range(40)]

        def page(asked):
            last = asked.query.get("last_id", "")
            start = next((n + 1 for n, d in enumerate(devices) if d["id"] == last), 0)
            return devices[start : start + int(asked.query["page_size"])]

        at.peer.on("GET", "/v2.0/cloud/thing/device", page)
        listing = await listed(api_of(at), PROJECT.id)
        assert (len(listing.devices), listing.complete, len(at.peer.calls)) == (40, True, 3)
        at.peer.on("GET", "/v2.0/cloud/thing/device", lambda _: devices[:20])
        listing = await listed(api_of(at), PROJECT.id)
        assert (len(listing.devices), listing.complete) == (20, False)


async def test_a_page_that_fails_is_not_asked_of_another_version_with_its_own_page_keys():
    async with at_the_cloud() as at:
        devices = [CAMEL | {"id": f"d{n:02}"} for n in range(20)]
        at.peer.on(
            "GET", "/v2.0/cloud/thing/device", lambda asked: Refuse(1108) if "last_id" in asked.query else devices
        )
        at.peer.on("GET", "/v1.3/iot-03/devices", {"list": [], "has_more": False})
        listing = await listed(api_of(at), PROJECT.id)
        assert (len(listing.devices), listing.complete) == (20, False)
        assert listing.unfinished is not None
        assert not [one for one in at.peer.calls if "iot-03" in one.path]


async def test_a_result_wrapped_twice_is_unwrapped_and_its_inner_refusal_is_the_answer():
    async with at_the_cloud() as at:
        api = api_of(at)
        at.peer.on("GET", "/v2.0/cloud/thing/d1", {"success": True, "error_code": "0", "result": CAMEL})
        assert (await api.ask(DETAIL, "d1")).custom_name == "Store room"
        at.peer.on(
            "GET", "/v2.0/cloud/thing/d1", {"success": False, "error_code": "1106", "error_msg": "no", "result": None}
        )
        error = await refused(api.ask(DETAIL, "d1"))
        assert (error.code, error.cause) == (1106, CloudCause.PERMISSION)


@pytest.mark.parametrize("name", ["GATEWAY/cid", "../token", "a b", "", "..", "ä", "x" * 65])
async def test_a_name_that_is_no_name_of_the_cloud_never_reaches_a_path(name):
    async with at_the_cloud() as at:
        error = await refused(api_of(at).ask(DETAIL, name))
        assert error.cause is CloudCause.INPUT
        assert at.peer.asked == []


@pytest.mark.parametrize("wrong", [7, "text", [], {"properties": 5}, {"logs": "no"}, {"model": "{broken"}])
@pytest.mark.parametrize("operation", [MODEL, DETAIL])
async def test_a_result_of_an_unknown_shape_is_an_error_of_the_server_not_of_ours(operation, wrong):
    async with at_the_cloud() as at:
        at.peer.on("GET", ".*", lambda _: wrong)
        assert (await refused(api_of(at).ask(operation, "d1"))).cause is CloudCause.SERVER


@pytest.mark.parametrize("wrong", [7, "text", ["x"], {"properties": 5, "logs": "no"}])
async def test_values_and_logs_of_an_unknown_shape_are_no_values(wrong):
    async with at_the_cloud() as at:
        at.peer.on("GET", ".*", lambda _: wrong)
        assert (await refused(read_log(api_of(at), Span("d1", 0, 1)))).cause is CloudCause.SERVER
        assert (await refused(api_of(at).ask(STATUS, "d1"))).cause is CloudCause.SERVER


async def test_values_come_with_number_and_time_where_the_newer_interface_is_offered():
    async with at_the_cloud() as at:
        api = api_of(at)
        shadow = {"code": "switch", "dp_id": 1, "time": 1_700_000_000_123, "type": "bool", "value": True}
        at.peer.on("GET", "/v2.0/cloud/thing/d1/shadow/properties", {"properties": [shadow, {"odd": 1}]})
        (state,) = await api.ask(STATUS, "d1")
        assert (state.code, state.value, state.dp_id, state.time) == ("switch", True, 1, 1_700_000_000_123)
        at.peer.on("GET", "/v2.0/cloud/thing/d1/shadow/properties", Refuse(28841105))
        at.peer.on("GET", "/v1.0/iot-03/devices/d1/status", [{"code": "switch", "value": False}])
        (state,) = await api.ask(STATUS, "d1")
        assert (state.value, state.dp_id, state.time) == (False, 0, 0)


@pytest.mark.parametrize("wrapped", [True, False])
async def test_values_of_several_come_as_a_list_or_inside_an_object(wrapped):
    async with at_the_cloud() as at:
        several = [{"id": "d1", "status": [{"code": "a", "value": 1}]}, {"id": "d2", "status": None}, {"status": []}]
        at.peer.on("GET", "/v1.0/iot-03/devices/status", {"list": several} if wrapped else several)
        told = await api_of(at).ask(STATUS_OF_SEVERAL, ["d1", "d2"])
        assert {device: len(states) for device, states in told.items()} == {"d1": 1, "d2": 0}
        assert at.peer.calls[0].query == {"device_ids": "d1,d2"}


async def test_an_order_packs_own_codes_in_a_text_or_standard_codes_in_a_list():
    order = NewValues("d1", {"own_switch": True}, {"switch_1": True})
    async with at_the_cloud() as at:
        api = api_of(at)
        at.peer.on("POST", "/v2.0/cloud/thing/d1/shadow/properties/issue", {})
        await api.ask(SEND, order)
        assert json.loads(at.peer.calls[-1].json["properties"]) == {"own_switch": True}
        at.peer.on("POST", "/v2.0/cloud/thing/d1/shadow/properties/issue", Refuse(1108))
        at.peer.on("POST", "/v1.0/iot-03/devices/d1/commands", True)
        await api.ask(SEND, order)
        assert at.peer.calls[-1].json == {"commands": [{"code": "switch_1", "value": True}]}


async def test_an_order_of_unknown_outcome_does_not_go_by_another_version():
    async with at_the_cloud() as at:
        at.peer.on("POST", "/v2.0/cloud/thing/d1/shadow/properties/issue", Raw(504))
        at.peer.on("POST", "/v1.0/iot-03/devices/d1/commands", True)
        error = await refused(api_of(at).ask(SEND, NewValues("d1", {"a": 1}, {"a": 1})))
        assert error.may_have_arrived
        assert len(at.peer.calls) == 1


async def test_a_thing_model_may_be_a_text_or_an_object():
    ability = {"abilityId": 101, "code": "x", "accessMode": "rw", "typeSpec": {"type": "value", "scale": 1}}
    model = {"modelId": "m", "services": [{"properties": [ability, {"code": "numberless"}]}, "odd"]}
    async with at_the_cloud() as at:
        for shape in (json.dumps(model), model):
            at.peer.on("GET", "/v2.0/cloud/thing/d1/model", {"model": shape})
            (read,) = await api_of(at).ask(MODEL, "d1")
            assert (read.dp, read.code, read.type_spec["scale"]) == (101, "x", 1)


@pytest.mark.parametrize("spelling", ["dp_id", "dpId"])
async def test_a_specification_tells_numbers_in_either_spelling_and_values_as_text(spelling):
    point = {"code": "temp_set", "type": "Integer", "values": '{"min":50,"max":350,"scale":1}', spelling: 2}
    async with at_the_cloud() as at:
        at.peer.on("GET", "/v1.1/devices/d1/specifications", {"category": "wk", "functions": [point], "status": None})
        read = await api_of(at).ask(SPECIFICATION, "d1")
        assert [(one.code, one.dp_id, one.values["max"]) for one in read.writable] == [("temp_set", 2, 350)]
        assert read.reported == ()


async def test_a_log_is_read_page_by_page_in_the_version_that_began_it():
    entries = [{"code": "t", "value": str(n), "event_time": 1000 + n} for n in range(150)]
    async with at_the_cloud() as at:

        def page(asked):
            first = int(asked.query.get("start_row_key", 0))
            more = first + 100 < len(entries)
            return {"logs": entries[::-1][first : first + 100], "has_next": more, "next_row_key": str(first + 100)}

        at.peer.on("GET", "/v1.0/devices/d1/logs", page)
        read = await read_log(api_of(at), Span("d1", 0, 10**6))
        assert [value.time for value in read.values] == [1000 + n for n in range(150)]
        assert read.unfinished is None
        assert at.peer.calls[-1].query["type"] == "7"


async def test_a_log_that_breaks_off_keeps_what_came_and_says_so():
    async with at_the_cloud() as at:
        first = {"logs": [{"code": "t", "value": "1", "event_time": 5}], "has_more": True, "last_row_key": "x"}
        at.peer.on(
            "GET", "/v2.0/cloud/thing/d1/report-logs", lambda a: Refuse(2010) if "last_row_key" in a.query else first
        )
        read = await read_log(api_of(at), Span("d1", 0, 10))
        assert len(read.values) == 1
        assert read.unfinished is not None


async def test_events_statistics_and_their_kinds_are_read():
    async with at_the_cloud() as at:
        api = api_of(at)
        at.peer.on("GET", "/v2.0/cloud/thing/d1/logs", {"logs": [{"code": "s", "value": "true", "event_time": 9}]})
        assert (await api.ask(EVENTS, Span("d1", 0, 10))).values[0].time == 9
        at.peer.on("GET", "/v1.0/devices/d1/all-statistic-type", [{"code": "add_ele", "stat_type": "sum"}])
        assert (await api.ask(STATISTIC_KINDS, "d1"))[0].stat_type == "sum"
        at.peer.on("GET", "/v1.0/devices/d1/statistics/days", {"days": {"20260101": "1.50", "20260102": "none"}})
        span = StatisticSpan("d1", "add_ele", "sum", "days", "20260101", "20260103")
        assert await api.ask(STATISTICS, span) == {"20260101": 1.5}
        assert at.peer.calls[-1].query["end_day"] == "20260103"


async def test_devices_are_renamed_and_removed_and_gateways_asked_for_what_is_behind():
    async with at_the_cloud() as at:
        api = api_of(at)
        at.peer.on("PUT", "/v1.0/iot-03/devices/d1", True)
        at.peer.on("DELETE", "/v1.0/devices/d1", True)
        at.peer.on("GET", "/v1.0/devices/g1/sub-devices", [{"id": "d1", "node_id": "a4c1"}])
        await api.ask(RENAME, NewName("d1", "Küche"))
        assert at.peer.calls[-1].json == {"name": "Küche"}
        await api.ask(REMOVE, "d1")
        assert [(one.id, one.node_id) for one in await api.ask(SUB_DEVICES, "g1")] == [("d1", "a4c1")]


async def test_a_pairing_token_shows_in_no_repr():
    async with at_the_cloud() as at:
        answer = {"region": "EU", "token": "q1w2e3r4", "secret": "z9y8", "expire_time": 300}
        at.peer.on("POST", "/v1.0/iot-03/device-registration/token", answer)
        token = await api_of(at).ask(PAIRING_TOKEN, Pairing("77", "Europe/Berlin"))
        assert token.text == "EUq1w2e3r4z9y8"
        assert "q1w2e3r4" not in repr(token)
        assert at.peer.calls[-1].json["time_zone_id"] == "Europe/Berlin"


@pytest.mark.parametrize(("told", "serves"), [(90, 90), ("120", 120), (0, 300), (-5, 300), (10**9, 300), (None, 300)])
async def test_a_token_lives_as_long_as_the_cloud_says_and_five_minutes_where_it_says_nothing(told, serves):
    async with at_the_cloud() as at:
        answer = {"region": "EU", "token": "q1w2e3r4", "secret": "z9y8"} | (
            {} if told is None else {"expire_time": told}
        )
        at.peer.on("POST", "/v1.0/iot-03/device-registration/token", answer)
        assert (await api_of(at).ask(PAIRING_TOKEN, Pairing("77"))).serves_s == serves


async def test_firmware_is_told_alike_by_both_generations():
    newer = {"type": 0, "type_desc": "Wi-Fi", "current_version": "1.0", "version": "1.1", "upgrade_status": 1}
    older = {"module_type": 0, "module_desc": "Wi-Fi", "current_version": "1.0", "upgrade_version": "1.1"}
    async with at_the_cloud() as at:
        api = api_of(at)
        at.peer.on("GET", "/v1.0/iot-03/devices/d1/upgrade-infos", [older | {"upgrade_status": "1"}])
        (old,) = await api.ask(FIRMWARE, "d1")
        at.time.advance(3601)
        at.peer.on("GET", "/v2.0/cloud/thing/d1/firmware", [newer])
        (new,) = await api.ask(FIRMWARE, "d1")
        assert old == new
        assert UPGRADE_WORDS[new.upgrade_status] == "ready"


async def test_groups_are_listed_read_and_ordered():
    async with at_the_cloud() as at:
        api = api_of(at)
        at.peer.on("GET", "/v2.0/cloud/thing/group", {"list": [{"id": 5, "name": "Corridor"}]})
        at.peer.on("GET", "/v2.0/cloud/thing/group/device/d1", [{"groupId": "5", "groupName": "Corridor"}])
        at.peer.on("GET", "/v2.0/cloud/thing/group/5/properties", [{"code": "switch", "value": "true"}])
        at.peer.on("POST", "/v2.0/cloud/thing/group/properties", {"result": True})
        assert await api.ask(GROUPS, "77") == await api.ask(GROUPS_OF_DEVICE, "d1")
        assert (await api.ask(GROUP_VALUES, "5"))[0].code == "switch"
        await api.ask(GROUP_ORDER, GroupOrder("5", {"switch": True}))
        assert at.peer.calls[-1].json == {"group_id": "5", "properties": '{"switch":true}'}


async def test_a_tree_that_goes_in_circles_still_ends_with_parents_first():
    spaces = {
        "1": {"id": 1, "name": "A", "parent_id": 2},
        "2": {"id": 2, "name": "B", "parentId": 1},
        "3": {"id": 3, "name": "C", "parent_id": 99},
    }
    async with at_the_cloud() as at:
        at.peer.on("GET", "/v2.0/cloud/space/child", {"data": [1, 2, 3], "last_row_key": "", "page_size": 100})
        at.peer.on("GET", "/v2.0/cloud/space/[0-9]+", lambda asked: spaces[asked.path.rsplit("/", 1)[1]])
        found = await tree(api_of(at))
        assert set(found) == {CloudSpace("1", "A", ""), CloudSpace("2", "B", "1"), CloudSpace("3", "C", "")}
        assert [space.id for space in found].index("1") < [space.id for space in found].index("2")
