"""Putting devices on the plan."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.map.placing import GRID, PlaceRequest, landing, moved_by, placed_words
from tests.support.map_site import calm_mirror, first_of

MIRROR = calm_mirror(30)
INDEX = index_of(MIRROR.book)
FLOOR = INDEX.floors[0]
anywhere = st.floats(-50, 150)


@settings(max_examples=60)
@given(anywhere, anywhere)
def test_a_device_lands_on_the_grid_and_on_the_plan(x: float, y: float):
    place = landing(INDEX, FLOOR, x, y)
    assert (place.x / GRID).is_integer()
    assert (place.y / GRID).is_integer()
    assert 0 <= place.x <= FLOOR.width
    assert 0 <= place.y <= FLOOR.height


def test_a_device_lands_in_the_zone_that_lies_there():
    zone = INDEX.zones[FLOOR.id][0]
    x = sum(p[0] for p in zone.outline) / len(zone.outline)
    y = sum(p[1] for p in zone.outline) / len(zone.outline)
    assert landing(INDEX, FLOOR, x, y).zone == zone.id


def test_several_devices_move_by_the_same_step():
    device = first_of(MIRROR, Category.GATEWAY)
    twin = replace(device, id=DeviceId("twin"))
    request = moved_by(INDEX, FLOOR, [device, twin], 1.0, 0.5)
    first, second = (place for _, place in request.places)
    assert first == second
    assert request.command.places == request.places


def test_a_device_without_a_place_cannot_be_moved():
    assert moved_by(INDEX, FLOOR, [Device(DeviceId("new"), "New", Category.LEAK)], 1, 1).places == ()


def test_what_was_done_names_device_and_room():
    device = first_of(MIRROR, Category.GATEWAY)
    zone = INDEX.zones[FLOOR.id][0]
    place = landing(INDEX, FLOOR, zone.outline[0][0] + 1, zone.outline[0][1] + 1)
    said = placed_words(INDEX, PlaceRequest(((device.id, place),)), [device])
    assert said == f"{device.name} moved to {zone.name} {zone.number}"
    new = replace(device, place=None)
    assert placed_words(INDEX, PlaceRequest(((device.id, place),)), [new]).startswith(f"{device.name} placed in ")


def test_taking_off_and_moving_many_are_said_as_such():
    device = first_of(MIRROR, Category.GATEWAY)
    assert placed_words(INDEX, PlaceRequest(((device.id, None),)), [device]) == f"{device.name} taken off the plan"
    several = PlaceRequest(((device.id, None), (DeviceId("b"), None)))
    assert placed_words(INDEX, several, [device]) == "2 devices moved"
