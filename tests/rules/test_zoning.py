"""Devices get their zone anew when zones change."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, FloorId, Place, ZoneId
from heyzack_console.domain.sites import Zone, ZoneKind
from heyzack_console.rules.zoning import rezoned, zone_under

G = FloorId("g")
HALL = Zone(ZoneId("hall"), G, "Hall", "", ZoneKind.OPEN, ((0, 0), (10, 0), (10, 10), (0, 10)))
BOOTH = Zone(ZoneId("booth"), G, "Booth", "", ZoneKind.ROOM, ((2, 2), (4, 2), (4, 4), (2, 4)))


def sensor(x, y, zone=None):
    return Device(DeviceId("s"), "Sensor", Category.TEMPERATURE, place=Place(G, x, y, zone))


def test_a_new_smaller_zone_takes_the_devices_that_stand_in_it():
    assert rezoned([HALL], [HALL, BOOTH], [sensor(3, 3, HALL.id)]) == (("s", Place(G, 3, 3, BOOTH.id)),)
    assert rezoned([HALL], [HALL, BOOTH], [sensor(8, 8, HALL.id)]) == ()


def test_a_device_of_a_removed_zone_keeps_its_spot_and_falls_to_what_lies_under_it():
    assert rezoned([HALL, BOOTH], [HALL], [sensor(3, 3, BOOTH.id)]) == (("s", Place(G, 3, 3, HALL.id)),)
    assert rezoned([BOOTH], [], [sensor(3, 3, BOOTH.id)]) == (("s", Place(G, 3, 3)),)


def test_a_new_name_moves_nothing():
    assert rezoned([HALL, BOOTH], [HALL, replace(BOOTH, name="Box")], [sensor(3, 3, BOOTH.id)]) == ()


def test_who_was_put_into_a_zone_without_lying_in_it_stays_while_the_zone_does():
    larger = replace(BOOTH, outline=((2, 2), (5, 2), (5, 5), (2, 5)))
    apart = sensor(8, 8, BOOTH.id)
    assert rezoned([HALL, BOOTH], [HALL, larger], [apart]) == ()
    assert rezoned([HALL, BOOTH], [HALL], [apart]) == (("s", Place(G, 8, 8, HALL.id)),)


def test_a_zone_of_another_floor_takes_nothing():
    above = replace(BOOTH, floor=FloorId("f1"))
    assert rezoned([HALL], [HALL, above], [sensor(3, 3, HALL.id)]) == ()


@given(st.lists(st.tuples(st.floats(0, 10), st.floats(0, 10)), max_size=8))
def test_after_a_zone_is_drawn_every_device_is_in_the_smallest_zone_under_it_and_drawing_again_changes_nothing(spots):
    devices = [replace(sensor(x, y, HALL.id), id=DeviceId(f"s{n}")) for n, (x, y) in enumerate(spots)]
    before = [
        replace(d, place=replace(d.place, zone=getattr(zone_under([HALL], d.place.x, d.place.y), "id", None)))
        for d in devices
    ]
    places = dict(rezoned([HALL], [HALL, BOOTH], before))
    after = [replace(d, place=places.get(d.id, d.place)) for d in before]
    for device in after:
        under = zone_under([HALL, BOOTH], device.place.x, device.place.y)
        assert device.place.zone == (under.id if under else None)
    assert rezoned([HALL, BOOTH], [HALL, BOOTH], after) == ()
