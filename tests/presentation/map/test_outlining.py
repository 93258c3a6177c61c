"""Drawing zones and rows: moving corners, what they are drawn to, bulk placement, words."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import FloorId, ZoneId
from heyzack_console.domain.sites import Floor, Stroke, StrokeKind, Zone, ZoneKind
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.map.outlining import (
    Outline,
    counted_devices,
    details_hint,
    fill_request,
    ground_of,
    outline_words,
    row_request,
    to_place,
)
from heyzack_console.rules.outlines import inside
from tests.support.map_site import calm_mirror

FLOOR = Floor(
    FloorId("f"),
    0,
    "Ground",
    20,
    10,
    (
        Stroke(StrokeKind.WALL, ((1, 1), (9, 1), (9, 9)), closed=True),
        Stroke(StrokeKind.FURNITURE, ((4, 4), (5, 5))),
    ),
)
ROOM = Zone(ZoneId("r"), FLOOR.id, "Lab", "0.04", ZoneKind.ROOM, ((2, 2), (6, 2), (6, 6), (2, 6)))


def test_corners_are_drawn_to_walls_and_other_rooms_not_to_furniture_or_the_room_itself():
    ground = ground_of(FLOOR, [ROOM], ROOM.id)
    assert set(ground.corners) == {(1, 1), (9, 1), (9, 9)}
    assert len(ground.walls) == 3
    assert len(ground_of(FLOOR, [ROOM]).walls) == 7


@given(st.floats(-40, 40), st.floats(-40, 40), st.sampled_from([None, 0, 3]))
def test_a_zone_moved_by_key_never_leaves_the_plan_and_keeps_its_shape(dx, dy, chosen):
    moved = Outline(ROOM.outline, chosen).moved_by(dx, dy, FLOOR)
    assert all(0 <= x <= 20 and 0 <= y <= 10 for x, y in moved.corners)
    if chosen is None:
        (ax, ay), (bx, by) = moved.corners[0], moved.corners[2]
        assert (bx - ax, by - ay) == (pytest.approx(4, abs=0.01), pytest.approx(4, abs=0.01))


def test_a_new_corner_lies_in_the_middle_of_its_side_and_goes_again():
    split = Outline(ROOM.outline).split(3)
    assert (split.corners[4], split.chosen) == ((2, 4), 4)
    assert split.without().corners == ROOM.outline
    triangle = Outline(ROOM.outline[:3], 0)
    assert triangle.without() == triangle


def test_the_bar_says_size_and_corner_or_what_is_wrong():
    assert outline_words(ROOM, Outline(ROOM.outline, 1), FLOOR) == (
        "Lab 0.04 · 16.0 m² · 4 corners · corner 2 at 6.00, 2.00 m"
    )
    tangled = Outline((ROOM.outline[0], ROOM.outline[2], ROOM.outline[1], ROOM.outline[3]))
    assert "crosses itself: it is not saved" in outline_words(ROOM, tangled, FLOOR)


def test_devices_in_a_row_and_in_a_room_know_the_room_that_they_come_to_lie_in():
    index = index_of(calm_mirror().book)
    floor = index.floors[0]
    room = max(index.zones[floor.id], key=lambda zone: len(index.in_zone.get(zone.id, ())))
    devices = tuple(device.id for device in index.devices[floor.id][:5])
    filled = fill_request(index, floor, room, devices)
    assert [device for device, _ in filled.places] == list(devices)
    assert all(place.zone == room.id and inside(room.outline, place.x, place.y) for _, place in filled.places)
    row = row_request(index, floor, devices, ((2.0, 2.0), (6.0, 2.0)))
    assert [place.x for _, place in row.places] == [2, 3, 4, 5, 6]


def test_selected_devices_are_placed_or_else_those_without_a_place():
    devices = calm_mirror().book.devices[:2]
    ids = tuple(device.id for device in devices)
    assert to_place(ids[:1], devices) == ids[:1]
    assert to_place((), devices) == ids
    assert counted_devices(ids, ()) == "the 2 selected devices"
    assert counted_devices((), devices[:1]) == "the device without a place"
    assert counted_devices((), ()) == ""


def test_a_number_that_another_room_has_is_pointed_out():
    other = replace(ROOM, id=ZoneId("o"), name="Store")
    assert details_hint(replace(ROOM, name=""), []).startswith("Give the zone a name")
    assert details_hint(ROOM, [other]) == "Store on this floor has the number 0.04 too."
    assert "people" in details_hint(replace(ROOM, number=""), [replace(other, number="")])
