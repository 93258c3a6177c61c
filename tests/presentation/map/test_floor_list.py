"""The floors as they are changed in a form."""

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import FloorId
from heyzack_console.domain.sites import Floor
from heyzack_console.ports.engine.floors import ChangeFloors, FloorDraft
from heyzack_console.presentation.map.floor_list import FloorList, floor_words

FLOORS = (Floor(FloorId("g"), 0, "Ground", 30, 20), Floor(FloorId("u"), 1, "Upper", 30, 20))


def test_floors_stand_from_top_to_bottom_and_nothing_is_written_before_something_changes():
    floors = FloorList.of(FLOORS)
    assert [draft.name for draft in floors.drafts] == ["Upper", "Ground"]
    assert floors.objection == "Nothing is changed yet."


def test_what_differs_is_one_command():
    floors = FloorList.of(FLOORS).added().written(0, "Roof", 12, 8).removed(2)
    assert floors.command == ChangeFloors((FloorDraft(FloorId(""), 2, "Roof", 12, 8),), (FloorId("g"),))
    assert floors.written(0, " ", 12, 8).objection == "Every floor needs a name."


def test_two_floors_that_change_places_exchange_their_levels():
    swapped = FloorList.of(FLOORS).swapped(1, -1)
    assert [(draft.name, draft.level) for draft in swapped.drafts] == [("Ground", 1), ("Upper", 0)]
    assert FloorList.of(FLOORS).swapped(0, -1).drafts == FloorList.of(FLOORS).drafts
    assert floor_words(swapped.added().drafts[0]) == "Floor 2 · level 2 · 30 × 20 m · new"


@given(st.lists(st.tuples(st.integers(0, 3), st.sampled_from([-1, 1])), max_size=12))
def test_however_floors_are_moved_the_levels_stay_those_of_the_building_and_fall_from_top_to_bottom(moves):
    floors = FloorList.of(FLOORS).added().added()
    for at, step in moves:
        floors = floors.swapped(at, step)
    assert [draft.level for draft in floors.drafts] == [3, 2, 1, 0]
