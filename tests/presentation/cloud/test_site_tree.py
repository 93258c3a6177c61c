"""Floors and rooms that the site lacks, proposed from the cloud's spaces."""

from dataclasses import replace

import pytest

from heyzack_console.domain.cloud import PlaceKind, ProposedPlace
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.sites import Zone, ZoneKind
from heyzack_console.presentation.cloud.site_tree import adding, tree_lines
from tests.support.cloud_project import BUILDING, CELLAR, GROUND, LAB, PLACES

FIRST = ProposedPlace("f1", "First floor", PlaceKind.FLOOR, "mill", 1)
OFFICE = ProposedPlace("of", "Office", PlaceKind.ROOM, "f1")
TREE = (*PLACES, FIRST, OFFICE)
EMPTY = replace(BUILDING, site=replace(BUILDING.site, floors=(), zones=()), devices=())


def words(lines):
    return {tree.line.place.name: tree.why_not or tree.words for tree in lines if tree.missing}


def test_what_the_site_lacks_is_proposed_with_where_it_would_be():
    assert words(tree_lines(TREE, BUILDING)) == {
        "Nook": "new room on Ground floor",
        "Shed": "hangs under no floor",
        "First floor": "new floor, level 1",
        "Office": "new room on First floor",
    }


def test_the_command_brings_only_what_is_new_under_ids_that_stay_the_same():
    lines = tree_lines(TREE, BUILDING)
    command, left = adding(lines, {tree.space for tree in lines}, BUILDING)
    assert [(floor.id, floor.level, floor.name) for floor in command.floors] == [("cloud-f1", 1, "First floor")]
    assert [(zone.id, zone.floor, zone.name) for zone in command.zones] == [
        ("cloud-nook", GROUND.id, "Nook"),
        ("cloud-of", "cloud-f1", "Office"),
    ]
    assert left == ()


def test_once_added_nothing_is_proposed_again():
    lines = tree_lines(TREE, BUILDING)
    command, _ = adding(lines, {tree.space for tree in lines}, BUILDING)
    site = BUILDING.site
    grown = replace(site, floors=(*site.floors, *command.floors), zones=(*site.zones, *command.zones))
    again = tree_lines(TREE, replace(BUILDING, site=grown))
    assert not any(tree.tickable for tree in again)


def test_a_room_brings_its_floor_along_and_a_floor_comes_without_rooms():
    lines = tree_lines(TREE, BUILDING)
    room_only, _ = adding(lines, {"of"}, BUILDING)
    assert ([f.id for f in room_only.floors], [z.id for z in room_only.zones]) == (["cloud-f1"], ["cloud-of"])
    floor_only, _ = adding(lines, {"f1"}, BUILDING)
    assert ([f.id for f in floor_only.floors], floor_only.zones) == (["cloud-f1"], ())


def test_new_rooms_keep_clear_of_those_that_are_drawn():
    lines = tree_lines(TREE, BUILDING)
    command, _ = adding(lines, {"nook"}, BUILDING)
    (nook,) = command.zones
    across = [x for x, _ in nook.outline]
    assert max(across) <= min(x for x, _ in LAB.outline) or min(across) >= max(x for x, _ in LAB.outline)


def test_a_floor_that_is_full_says_which_rooms_find_no_space():
    hall = Zone(ZoneId("hall"), GROUND.id, "Hall", "", ZoneKind.OPEN, ((0, 0), (20, 0), (20, 10), (0, 10)))
    full = replace(BUILDING, site=replace(BUILDING.site, zones=(hall,)))
    command, left = adding(tree_lines(PLACES, full), {"nook"}, full)
    assert (command.zones, left) == ((), ("Nook",))


def test_floors_without_a_known_level_are_stacked_above():
    places = (
        ProposedPlace("a", "East wing", PlaceKind.FLOOR, ""),
        ProposedPlace("b", "West wing", PlaceKind.FLOOR, ""),
        ProposedPlace("c", "Ground", PlaceKind.FLOOR, "", 0),
    )
    lines = tree_lines(places, EMPTY)
    command, _ = adding(lines, {"a", "b", "c"}, EMPTY)
    assert sorted(floor.level for floor in command.floors) == [0, 1, 2]


def test_a_room_whose_name_the_floor_has_twice_is_not_added_a_third_time():
    twins = tuple(replace(LAB, id=ZoneId(one), name="Nook", number=one) for one in ("1", "2"))
    book = replace(BUILDING, site=replace(BUILDING.site, zones=twins))
    assert words(tree_lines(PLACES, book))["Nook"] == "there are several rooms of this name"


def test_rooms_without_a_floor_go_to_the_only_one_that_there_is():
    one = replace(BUILDING, site=replace(BUILDING.site, floors=(CELLAR,), zones=()))
    room = ProposedPlace("r", "Press", PlaceKind.ROOM, "")
    command, _ = adding(tree_lines((room,), one), {"r"}, one)
    assert [zone.floor for zone in command.zones] == [CELLAR.id]


@pytest.mark.parametrize(
    ("space", "number", "name"),
    [
        ("3.09 Server room", "3.09", "Server room"),
        ("214b Store", "214b", "Store"),
        ("3D lab", "", "3D lab"),
        ("Room 4.02", "", "Room 4.02"),
    ],
)
def test_a_number_before_the_name_becomes_the_rooms_number_and_is_found_again(space, number, name):
    one = replace(BUILDING, site=replace(BUILDING.site, floors=(CELLAR,), zones=()))
    places = (ProposedPlace("r", space, PlaceKind.ROOM, ""),)
    command, _ = adding(tree_lines(places, one), {"r"}, one)
    assert [(zone.number, zone.name) for zone in command.zones] == [(number, name)]
    assert not any(
        tree.missing for tree in tree_lines(places, replace(one, site=replace(one.site, zones=command.zones)))
    )


def test_a_space_without_a_name_is_not_added():
    lines = tree_lines((ProposedPlace("x", " \x07 ", PlaceKind.FLOOR, ""),), EMPTY)
    assert [(tree.tickable, tree.why_not) for tree in lines] == [(False, "has no name")]
    assert adding(lines, {"x"}, EMPTY)[0].floors == ()


def test_a_shorter_listing_only_ever_proposes_less():
    whole = {tree.space for tree in tree_lines(TREE, BUILDING) if tree.tickable}
    for left_out in TREE:
        fewer = tuple(place for place in TREE if place is not left_out)
        assert {tree.space for tree in tree_lines(fewer, BUILDING) if tree.tickable} <= whole
