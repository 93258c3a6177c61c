"""Outlines for rooms that nobody has drawn."""

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.rules.room_layout import floor_size, room_outlines


def box(outline):
    across, down = [x for x, _ in outline], [y for _, y in outline]
    return min(across), min(down), max(across), max(down)


def apart(one, other):
    return one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


lengths = st.floats(min_value=5, max_value=200)
corners = st.tuples(st.floats(0, 1), st.floats(0, 1), st.floats(0.05, 0.4), st.floats(0.05, 0.4))


@given(st.integers(1, 40), lengths, lengths, st.lists(corners, max_size=4))
def test_rooms_lie_inside_the_floor_and_touch_neither_one_another_nor_what_is_drawn(count, width, height, shares):
    drawn = [
        [(x * width, y * height), ((x + w) * width, y * height), ((x + w) * width, (y + h) * height)]
        for x, y, w, h in shares
    ]
    outlines = room_outlines(count, width, height, drawn)
    if outlines is None:
        return
    boxes = [box(outline) for outline in outlines]
    assert len(boxes) == count
    assert all(0 <= b[0] < b[2] <= width and 0 <= b[1] < b[3] <= height for b in boxes)
    assert all(apart(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])
    assert all(apart(b, box(outline)) for b in boxes for outline in drawn)


@given(st.integers(0, 300))
def test_a_new_floor_is_large_enough_for_its_rooms(count):
    assert count == 0 or room_outlines(count, *floor_size(count), []) is not None


def test_a_floor_that_is_full_takes_no_more():
    assert room_outlines(1, 20, 10, [[(0, 0), (20, 0), (20, 10), (0, 10)]]) is None
    assert room_outlines(200, 20, 10, []) is None
