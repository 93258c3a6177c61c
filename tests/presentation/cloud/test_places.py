"""What the cloud's spaces are on the plan, and where the devices in them would stand."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.cloud import PlaceKind, ProposedPlace
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, Place
from heyzack_console.domain.sites import Zone
from heyzack_console.presentation.cloud.places import PlaceLine, place_lines, placing, what_is_next
from heyzack_console.rules.outlines import inside
from tests.support.building import CLIMATE, THERMOSTAT, VALVE
from tests.support.cloud_project import BUILDING, CELLAR, GROUND, LAB, LAMP, PLACES, STORE

L_SHAPE = replace(LAB, outline=((0, 0), (9, 0), (9, 3), (3, 3), (3, 9), (0, 9)))


def lines(*places: ProposedPlace) -> dict[str, PlaceLine]:
    return {line.place.space: line for line in place_lines(places or PLACES, BUILDING)}


def room(name: str, parent: str = "", *devices: DeviceId) -> ProposedPlace:
    return ProposedPlace(name, name, PlaceKind.ROOM, parent, devices=devices)


def test_a_floor_is_found_by_its_level_where_its_name_is_another():
    assert lines()["gf"].floor == GROUND


def test_a_floor_is_found_by_its_name_before_its_level():
    named = ProposedPlace("f", " cellar ", PlaceKind.FLOOR, level=0)
    assert lines(named)["f"].floor == CELLAR


def test_a_room_is_found_by_name_number_or_both():
    for name in ("Lab", "0.04", "lab 0.04", "0.04  LAB"):
        assert lines(room(name))[name].zone == LAB, name


def test_a_room_of_another_floor_is_not_taken_for_it():
    cellar = ProposedPlace("f", "Cellar", PlaceKind.FLOOR, level=-1)
    found = lines(cellar, room("Lab", "f"))["Lab"]
    assert (found.floor, found.zone) == (CELLAR, None)
    assert found.target == "Cellar, room not on the plan"


def test_a_name_that_two_rooms_share_tells_neither():
    twins = replace(BUILDING, site=replace(BUILDING.site, zones=(LAB, replace(STORE, name="Lab"))))
    (found,) = place_lines([room("Lab", "", VALVE.id)], twins)
    assert (found.floor, found.zone, found.proposed) == (None, None, False)


def test_a_device_that_is_on_the_plan_stays_and_one_that_is_not_in_the_book_waits():
    found = lines()["lab"]
    assert found.waiting == (VALVE.id,)
    assert [one.words for one in found.occupants] == [
        "to be placed",
        "on the plan already, stays",
        "not in the book yet",
    ]
    assert found.counts == "3 devices, 1 to place"


def test_only_known_rooms_are_proposed_from_the_start():
    assert [space for space, line in lines().items() if line.proposed] == ["lab"]


def test_a_device_is_put_into_its_room_apart_from_what_stands_there():
    command = placing([lines()["lab"]], BUILDING)
    ((device, place),) = command.places
    assert device == VALVE.id
    assert isinstance(place, Place)
    assert (place.floor, place.zone) == (GROUND.id, LAB.id)
    assert inside(LAB.outline, place.x, place.y)
    stands = next(d.place for d in BUILDING.devices if d.id == THERMOSTAT.id)
    assert stands is not None
    assert (place.x, place.y) != (stands.x, stands.y)


def test_where_only_the_floor_is_known_a_device_is_put_on_it_without_a_room():
    command = placing([lines()["nook"]], BUILDING)
    ((device, place),) = command.places
    assert (device, place and place.floor, place and place.zone) == (CLIMATE.id, GROUND.id, None)


def test_a_place_that_is_not_on_the_plan_puts_nothing_anywhere():
    assert placing([lines()["shed"]], BUILDING).places == ()


def test_without_a_site_the_floors_are_named_and_what_comes_first():
    text = what_is_next(place_lines(PLACES, None), None)
    assert "There is no site yet" in text
    assert "Ground" in text


def test_a_project_without_spaces_says_where_rooms_are_given():
    assert "no spaces" in what_is_next((), BUILDING)


def test_nothing_is_left_to_say_where_everything_has_its_room():
    assert what_is_next(place_lines([room("Lab", "", VALVE.id)], BUILDING), BUILDING) == ""
    assert LAMP.id not in {device.id for device in BUILDING.devices}


@settings(max_examples=60)
@given(st.integers(1, 60), st.sampled_from([LAB, STORE, L_SHAPE]))
def test_many_devices_stand_in_their_room_no_two_on_one_spot(count: int, zone: Zone):
    many = tuple(Device(DeviceId(f"d{n}"), f"D{n}", Category.LIGHT) for n in range(count))
    book = replace(BUILDING, devices=many, site=replace(BUILDING.site, zones=(zone,)))
    places = placing(place_lines([room(zone.name, "", *(d.id for d in many))], book), book).places
    spots = [(place.x, place.y) for _, place in places if place is not None]
    assert len(set(spots)) == count
    assert all(inside(zone.outline, *spot) for spot in spots)


def test_a_room_without_an_outline_takes_its_devices_all_the_same():
    flat = replace(LAB, outline=((1, 1), (4, 1)))
    book = replace(BUILDING, site=replace(BUILDING.site, zones=(flat,)))
    assert len(placing(place_lines([room("Lab", "", VALVE.id, CLIMATE.id)], book), book).places) == 2
