"""Groups of devices, and sums of what devices reported."""

import pytest

from tests.simulator.cloud.caller import NOW_MS
from tests.simulator.cloud.test_endpoints import code_of, got


@pytest.fixture(autouse=True)
def _without_rates(rig):
    rig.set(rates=False)


async def a_group(rig, devices, **changes):
    body = {"space_id": rig.project.spaces.top, "group_name": "Coils", "product_id": devices[0].product}
    body |= {"device_ids": [device.id for device in devices]} | changes
    return await rig.caller.call("POST", "/v2.1/cloud/thing/group", None, body)


def coils(rig):
    return [device for device in rig.book.devices if device.name.startswith("Fan coil")]


async def test_a_group_is_listed_by_space_and_by_device_renamed_and_deleted(rig):
    members = coils(rig)
    group = (await a_group(rig, members))["result"]["group_id"]
    listed = await got(rig, "GET", "/v2.0/cloud/thing/group", {"space_id": rig.project.spaces.top})
    assert listed == await got(rig, "GET", f"/v2.0/cloud/thing/group/device/{members[0].id}")
    assert (listed[0]["group_id"], listed[0]["group_name"]) == (group, "Coils")
    await got(rig, "PUT", f"/v2.0/cloud/thing/group/{group}/K%C3%BChler")
    one = await got(rig, "GET", f"/v2.0/cloud/thing/group/{group}")
    assert (one["group_name"], one["device_ids"]) == ("Kühler", [device.id for device in members])
    await got(rig, "DELETE", f"/v2.0/cloud/thing/group/{group}")
    assert await code_of(rig, "GET", f"/v2.0/cloud/thing/group/{group}") == 1106


@pytest.mark.parametrize("generation", ["v2.1", "v2.0"])
async def test_an_order_to_a_group_reaches_every_member_that_is_online(rig, generation):
    members = coils(rig)
    group = (await a_group(rig, members))["result"]["group_id"]
    rig.project.set_online(members[0].id, online=False)
    body = {"properties": '{"temp_set":18}'}
    path = f"/v2.1/cloud/thing/group/{group}/properties"
    if generation == "v2.0":
        path, body = "/v2.0/cloud/thing/group/properties", body | {"group_id": group}
    await got(rig, "POST", path, None, body)
    rig.project.pass_time(3.0)
    assert sorted(rig.building.obeyed) == sorted((device.id, {"temp_set": 18}) for device in members[1:])


async def test_a_group_tells_what_it_can_and_what_it_shows(rig):
    group = (await a_group(rig, coils(rig)))["result"]["group_id"]
    can = await got(rig, "GET", f"/v2.1/cloud/thing/group/{group}/properties")
    shows = await got(rig, "GET", f"/v2.0/cloud/thing/group/{group}/properties")
    assert {item["code"]: item["type"] for item in can}["switch"] == "bool"
    assert {"code": "switch", "g_id": group, "value": "true"} in shows


async def test_a_group_takes_one_product_and_known_devices_only(rig):
    members = coils(rig)
    assert (await a_group(rig, [*members, rig.one("Light")]))["code"] == 2009
    assert (await a_group(rig, members, device_ids=["bfstranger"]))["code"] == 1106
    assert (await a_group(rig, members, device_ids=[]))["code"] == 1100
    assert (await a_group(rig, members, device_ids=["x"] * 21))["code"] == 1101


@pytest.fixture
async def meter(rig):
    """Reported 1, 2 and 6 l/min in three hours of one day."""
    device = rig.one("Water meter")
    rig.project.twins[device.id].log.clear()
    for hour, flow in enumerate((1.0, 2.0, 6.0)):
        rig.now_ms = NOW_MS + hour * 3_600_000
        rig.project.report(device.id, {"instantaneous_flow_rate": flow})
    rig.now_ms = NOW_MS
    return device


@pytest.mark.parametrize(
    ("kind", "value"),
    [("sum", "9.00"), ("avg", "3.00"), ("max", "6.00"), ("min", "1.00"), ("count", "3.00"), ("minux", "5.00")],
)
async def test_all_that_was_reported_is_summed_up_as_asked(rig, meter, kind, value):
    query = {"code": "instantaneous_flow_rate", "stat_type": kind}
    assert await got(rig, "GET", f"/v1.0/devices/{meter.id}/statistics/total", query) == {"total": value}
    rig.project.twins[meter.id].log.clear()
    assert await got(rig, "GET", f"/v1.0/devices/{meter.id}/statistics/total", query) == {"total": "0.00"}


async def test_hours_days_and_months_are_summed_up_within_their_span(rig, meter):
    path, code = f"/v1.0/devices/{meter.id}/statistics", {"code": "instantaneous_flow_rate"}
    hours = await got(rig, "GET", f"{path}/hours", code | {"start_hour": "2023111422", "end_hour": "2023111423"})
    days = await got(rig, "GET", f"{path}/days", code | {"start_day": "20231114", "end_day": "20231115"})
    months = await got(rig, "GET", f"{path}/months", code | {"start_day": "20231101", "end_day": "20231130"})
    assert hours == {"hours": {"2023111422": "1.00", "2023111423": "2.00"}}
    assert months == {"months": {"202311": "9.00"}}
    assert days == {"days": {"20231114": "3.00", "20231115": "6.00"}}


async def test_statistics_want_a_number_and_a_span(rig, meter):
    path, code = f"/v1.0/devices/{meter.id}/statistics/days", {"code": "instantaneous_flow_rate"}
    span = {"start_day": "20231101", "end_day": "20231130"}
    assert await code_of(rig, "GET", path, code) == 1109
    assert await code_of(rig, "GET", path, code | span | {"stat_type": "wish"}) == 1109
    assert await code_of(rig, "GET", path, {"code": "fault"} | span) == 2009
    kinds = await got(rig, "GET", f"/v1.0/devices/{meter.id}/all-statistic-type")
    assert {"code": "water_use_data", "stat_type": "avg"} in kinds
