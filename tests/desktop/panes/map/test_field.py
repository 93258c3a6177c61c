"""Devices as arrays."""

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.desktop.panes.map.field import MarkerField
from heyzack_console.desktop.panes.map.shown import MANY, Shown
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.building.looks import DeviceLook
from heyzack_console.presentation.building.marks import Mark
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.picture import DeviceRow
from heyzack_console.presentation.map.view import View

SIZE = (400.0, 300.0)


def row(name: str, x: float, y: float, mark: Mark | None = None, look: DeviceLook = DeviceLook.NORMAL) -> DeviceRow:
    return DeviceRow(DeviceId(name), x, y, Category.LIGHT, look, mark)


def field_of(*rows: DeviceRow) -> MarkerField:
    field = MarkerField()
    field.show(rows)
    return field


def crowd(worst_at: int) -> list[DeviceRow]:
    """More devices than are painted one by one, all in one square but one."""
    rows = [row(f"d{n}", 10.0, 10.0) for n in range(MANY + 1)]
    rows[worst_at] = row(f"d{worst_at}", 10.0, 10.0, Mark(1, "unacknowledged"))
    return [*rows, row("alone", 30.0, 20.0)]


def shown_of(field: MarkerField) -> Shown:
    return Shown(field, View(10), SIZE, chip=24, reach=40)


def test_the_nearest_device_is_found_within_reach_only():
    field = field_of(row("a", 1, 1), row("b", 3, 1))
    assert field.nearest(View(10), 13, 10, 16) == 0
    assert field.nearest(View(10), 26, 10, 16) == 1
    assert field.nearest(View(10), 200, 200, 16) is None


def test_of_devices_on_one_spot_the_worst_is_touched():
    field = field_of(row("a", 1, 1), row("b", 1, 1, Mark(1, "unacknowledged")), row("c", 1, 1))
    assert field.nearest(View(10), 10, 10, 16) == 1


def test_an_empty_floor_has_nothing_to_touch():
    assert field_of().nearest(View(10), 10, 10, 16) is None


def test_a_box_catches_the_devices_whose_middle_lies_in_it():
    field = field_of(row("a", 1, 1), row("b", 3, 1), row("c", 9, 9))
    assert field.within(View(10), Box(0, 0, 35, 20)) == ["a", "b"]


def test_the_neighbour_lies_in_the_direction_and_not_aside():
    field = field_of(row("from", 5, 5), row("aside", 6, 9), row("ahead", 9, 5.5), row("behind", 1, 5))
    assert field.ids[field.neighbour(0, 1, 0) or 0] == "ahead"
    assert field.ids[field.neighbour(0, -1, 0) or 0] == "behind"
    assert field.neighbour(0, 0, -1) is None


def test_a_change_that_looks_the_same_is_none():
    field = field_of(row("a", 1, 1))
    assert not field.change(row("a", 1, 1))
    assert field.change(row("a", 1, 1, Mark(2, "acknowledged")))
    assert field.change(row("a", 1, 1, Mark(2, "acknowledged"), DeviceLook.OFF))


def test_a_few_devices_are_all_shown_the_worst_on_top():
    field = field_of(row("a", 1, 1, Mark(1, "unacknowledged")), row("b", 3, 1), row("far", 900, 900))
    shown = shown_of(field)
    assert not shown.crowded
    assert [field.ids[n] for n in shown.numbers] == ["b", "a"]


def test_where_it_is_crowded_each_square_shows_its_worst_device():
    field = field_of(*crowd(worst_at=7))
    shown = shown_of(field)
    assert shown.crowded
    assert [field.ids[n] for n in shown.numbers] == ["alone", "d7"]


def test_a_device_that_gets_worse_takes_over_its_square_and_gives_it_back():
    field = field_of(*crowd(worst_at=7))
    shown = shown_of(field)
    field.change(row("d9", 10.0, 10.0, Mark(1, "unacknowledged")))
    field.change(row("d7", 10.0, 10.0))
    assert set(shown.follow([7, 9])) == {7, 9}
    assert [field.ids[n] for n in shown.numbers] == ["alone", "d9"]


def test_a_change_behind_a_worse_device_shows_nowhere():
    field = field_of(*crowd(worst_at=7))
    shown = shown_of(field)
    field.change(row("d9", 10.0, 10.0, Mark(4, "acknowledged")))
    assert shown.follow([9]) == []


def test_hits_and_counts_see_the_devices_that_thinning_hides():
    field = field_of(*crowd(worst_at=7))
    assert len(field) == MANY + 2
    assert len(field.within(View(10), Box(90, 90, 20, 20))) == MANY + 1


places = st.lists(st.tuples(st.integers(0, 39), st.integers(0, 29), st.integers(0, 4)), min_size=1, max_size=40)


@settings(max_examples=50)
@given(places, st.data())
def test_following_changes_gives_what_thinning_anew_gives(spots: list[tuple[int, int, int]], data: st.DataObject):
    rows = [row(f"d{n}", x + 0.5, y + 0.5, Mark(p, "acknowledged") if p else None) for n, (x, y, p) in enumerate(spots)]
    field = field_of(*rows, *(row(f"fill{n}", 39.5, 29.5) for n in range(MANY + 1)))
    shown = shown_of(field)
    changed = data.draw(st.lists(st.integers(0, len(spots) - 1), max_size=10))
    for number in changed:
        priority = data.draw(st.integers(0, 4))
        field.change(row(f"d{number}", *spots_of(rows[number]), Mark(priority, "acknowledged") if priority else None))
        shown.follow([number])
    anew = shown_of(field)
    assert {int(field.bad[n]) for n in shown.numbers} == {int(field.bad[n]) for n in anew.numbers}
    assert len(shown.numbers) == len(anew.numbers)


def spots_of(device: DeviceRow) -> tuple[float, float]:
    return device.x, device.y
