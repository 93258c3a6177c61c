"""Flags do not cover one another."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.flag_layout import WantedFlag, placed_flags

WINDOW = Box(0, 0, 800, 500)


def wanted(number: int, px: float, py: float, width: float = 110) -> WantedFlag:
    return WantedFlag(DeviceId(f"d{number}"), px, py, width, 22)


spots = st.lists(st.tuples(st.floats(0, 800), st.floats(0, 500), st.floats(40, 180)), max_size=12)


@settings(max_examples=60)
@given(spots)
def test_no_flag_covers_another_or_a_mark_or_leaves_the_window(flags: list[tuple[float, float, float]]):
    asked = [wanted(n, *flag) for n, flag in enumerate(flags)]
    marks = [Box(flag.px + 10, flag.py - 24, 20, 20) for flag in asked]
    boxes = list(placed_flags(asked, 24, marks, WINDOW).values())
    assert not any(one.covers(other) for one, other in combinations(boxes, 2))
    assert not any(box.covers(mark) for box in boxes for mark in marks)
    assert all(b.left >= 0 and b.top >= 0 and b.right <= 800 and b.bottom <= 500 for b in boxes)


def test_a_lone_flag_stands_centred_below_its_chip():
    box = placed_flags([wanted(1, 400, 250)], 24, [], WINDOW)[DeviceId("d1")]
    assert box.centre[0] == 400
    assert box.top == 250 + 12 + 2


def test_the_first_keeps_its_place_and_the_second_gives_way():
    both = placed_flags([wanted(1, 400, 250), wanted(2, 430, 250)], 24, [], WINDOW)
    assert both[DeviceId("d1")] == placed_flags([wanted(1, 400, 250)], 24, [], WINDOW)[DeviceId("d1")]
    assert len(both) == 2


def test_a_flag_without_room_is_dropped():
    crowd = [wanted(n, 400, 250) for n in range(30)]
    assert 0 < len(placed_flags(crowd, 24, [], WINDOW)) < 30
