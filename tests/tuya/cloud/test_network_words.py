"""Names and values between the cloud and the building, without any network."""

import json

import pytest

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.tuya.cloud_network_products import ProductBook, Sample
from heyzack_console.tuya.cloud_network_words import CloudWords
from heyzack_console.tuya.queue.events import PointValue
from tests.support.building import T0
from tests.support.cloud_peer import Refuse
from tests.support.quick_time import QuickTime
from tests.tuya.cloud.at_the_cloud import at_the_cloud
from tests.tuya.cloud.test_operations import api_of

SWITCH = PointSpec(1, "switch", PointKind.BOOLEAN, writable=True)
TARGET = PointSpec(2, "temp_set", PointKind.NUMBER, writable=True, unit="°C", raw_unit="℃", scale=1)
AFTER_POWER = PointSpec(
    38,
    "relay_status",
    PointKind.ENUM,
    writable=True,
    options=("power_off", "power_on", "last"),
    words=(("off", "power_off"), ("on", "power_on"), ("memory", "last")),
)
COLOUR = PointSpec(24, "colour_data_v2", PointKind.JSON, writable=True)
LAMP = Device(DeviceId("d1"), "Lamp", Category.LIGHT, "p1", points=(SWITCH, TARGET, AFTER_POWER, COLOUR))


def words_of(*devices: Device) -> CloudWords:
    words = CloudWords(ProductBook(QuickTime().timing))
    words.know(devices)
    return words


def test_values_are_scaled_and_named_by_code_or_by_number():
    words = words_of(LAMP)
    readings = words.readings(
        LAMP.id, [PointValue("temp_set", None, "215", T0), PointValue("", 1, "true", T0), PointValue("x", 38, "on", T0)]
    )
    assert {(r.code, r.value, r.unit) for r in readings} == {
        ("temp_set", 21.5, "°C"),
        ("switch", True, ""),
        ("relay_status", "power_on", ""),
    }


def test_what_nobody_understands_is_counted_and_left_out():
    words = words_of(LAMP)
    assert words.readings(LAMP.id, [PointValue("fancy", None, 1, T0)]) == ()
    assert words.readings(DeviceId("stranger"), [PointValue("switch", 1, True, T0)]) == ()
    assert words.not_understood == 2


def test_an_order_uses_the_cloud_words_and_raw_numbers():
    order = words_of(LAMP).order(
        LAMP.id, {"switch": True, "temp_set": 21.5, "relay_status": "last", "colour_data_v2": '{"h":1,"s":2,"v":3}'}
    )
    assert order.own["switch"] is True
    assert order.own["temp_set"] == 215
    assert order.own["relay_status"] == "last"
    assert json.loads(order.own["colour_data_v2"]) == {"h": 1, "s": 2, "v": 3}
    assert order.standard["colour_data_v2"] == {"h": 1, "s": 2, "v": 3}


@pytest.mark.parametrize("values", [{"nothing": 1}, {"switch": "on"}])
def test_an_order_that_the_device_cannot_take_is_refused_before_anything_is_sent(values):
    with pytest.raises(CloudError) as caught:
        words_of(LAMP).order(LAMP.id, values)
    assert caught.value.cause is CloudCause.INPUT
    assert not caught.value.may_have_arrived


async def test_standard_names_lead_to_the_products_own_points_by_number():
    async with at_the_cloud() as at:
        ability = {"abilityId": 2, "code": "temp_set", "accessMode": "rw", "typeSpec": {"type": "value", "scale": 1}}
        function = {"code": "temp_target", "type": "Integer", "values": "{}", "dp_id": 2}
        model = json.dumps({"services": [{"properties": [ability]}]})
        at.peer.on("GET", "/v2.0/cloud/thing/d1/model", {"model": model})
        at.peer.on("GET", "/v1.1/devices/d1/specifications", {"functions": [function], "status": []})
        book, api = ProductBook(at.time.timing), api_of(at)
        words = CloudWords(book)
        words.know([LAMP])
        value = PointValue("temp_target", None, 230, T0)
        assert words.strange(LAMP.id, [value])
        sample = Sample(LAMP.id, LAMP.product, LAMP.category)
        await book.learn(api, sample)
        await book.learn_standard(api, sample)
        assert not words.strange(LAMP.id, [value])
        (reading,) = words.readings(LAMP.id, [value])
        assert (reading.code, reading.value) == ("temp_set", 23.0)
        order = words.order(LAMP.id, {"temp_set": 19.0})
        assert (order.own, order.standard) == ({"temp_set": 190}, {"temp_target": 190})
        asked = len(at.peer.calls)
        await book.learn(api, sample)
        await book.learn_standard(api, sample)
        assert len(at.peer.calls) == asked


async def test_a_product_of_which_nothing_is_to_be_had_is_asked_about_once_an_hour():
    async with at_the_cloud() as at:
        at.peer.on("GET", ".*", Refuse(2009))
        book, api = ProductBook(at.time.timing), api_of(at)
        sample = Sample(LAMP.id, LAMP.product, LAMP.category)
        assert (await book.learn(api, sample)).points == ()
        asked = len(at.peer.calls)
        await book.learn(api, sample)
        assert len(at.peer.calls) == asked
        at.time.advance(3601)
        await book.learn(api, sample)
        assert len(at.peer.calls) > asked


async def test_points_without_any_known_number_get_one_that_no_device_uses():
    async with at_the_cloud() as at:
        function = {"code": "switch_1", "type": "Boolean", "values": "{}"}
        at.peer.on("GET", "/v1.2/iot-03/devices/d1/specification", {"functions": [function], "status": [function]})
        book = ProductBook(at.time.timing)
        words = await book.learn(api_of(at), Sample(LAMP.id, "p2", Category.SWITCH))
        ((point),) = words.points
        assert point.dp > 255
        assert (point.code, point.writable) == ("switch_1", True)


async def test_a_point_that_cannot_be_read_leaves_the_others():
    async with at_the_cloud() as at:
        abilities = [
            {"abilityId": 1, "code": "switch", "accessMode": "rw", "typeSpec": {"type": "bool"}},
            {"abilityId": 2, "code": "odd", "accessMode": "rw", "typeSpec": {"type": "value", "min": "low"}},
            {"abilityId": 3, "code": "mode", "accessMode": "ro", "typeSpec": '{"type":"enum","range":["a","b"]}'},
        ]
        at.peer.on("GET", "/v2.0/cloud/thing/d1/model", {"model": {"services": [{"properties": abilities}]}})
        words = await ProductBook(at.time.timing).learn(api_of(at), Sample(LAMP.id, "p3", Category.SWITCH))
        assert [(p.dp, p.kind, p.writable) for p in words.points] == [
            (1, PointKind.BOOLEAN, True),
            (3, PointKind.ENUM, False),
        ]
