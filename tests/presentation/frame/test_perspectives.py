"""Perspectives: which panes where, for whom."""

import pytest

from heyzack_console.domain.identity import Role
from heyzack_console.presentation.frame.perspectives import (
    PERSPECTIVES,
    Perspective,
    Room,
    Side,
    first_perspective,
    perspective,
    room_for,
)


@pytest.mark.parametrize("shown", PERSPECTIVES, ids=lambda p: p.id)
@pytest.mark.parametrize("room", Room)
def test_a_pane_is_put_beside_one_that_stands_before_it(shown: Perspective, room: Room):
    seen: list[str] = []
    for slot in shown.slots(room):
        assert slot.beside in seen or not seen
        assert slot.pane not in seen
        seen.append(slot.pane)


@pytest.mark.parametrize("shown", PERSPECTIVES, ids=lambda p: p.id)
def test_the_same_panes_are_there_in_every_room(shown: Perspective):
    assert len({frozenset(slot.pane for slot in shown.slots(room)) for room in Room}) == 1


@pytest.mark.parametrize("shown", PERSPECTIVES, ids=lambda p: p.id)
def test_without_room_nothing_stands_beside_another(shown: Perspective):
    assert all(slot.side is not Side.RIGHT for slot in shown.slots(Room.TIGHT)[1:])


@pytest.mark.parametrize("shown", PERSPECTIVES, ids=lambda p: p.id)
def test_in_a_low_window_nothing_stands_below_another(shown: Perspective):
    assert all(slot.side is not Side.BELOW for slot in shown.slots(Room.LOW))


@pytest.mark.parametrize(
    ("pixels", "percent", "room"),
    [
        ((1920, 1080), 100, Room.WIDE),
        ((1366, 768), 100, Room.NARROW),
        ((1920, 1080), 150, Room.NARROW),
        ((1366, 768), 150, Room.LOW),
        ((1920, 1080), 200, Room.LOW),
        ((1366, 768), 200, Room.TIGHT),
    ],
)
def test_the_room_is_that_of_the_window_at_its_text_size(pixels: tuple[int, int], percent: int, room: Room):
    width, height = (side * 100 / percent for side in pixels)
    assert room_for((width, height), narrow_below=1600) is room


@pytest.mark.parametrize(
    ("role", "name"),
    [
        (Role.FACILITY_MANAGER, "overview"),
        (Role.ADMINISTRATOR, "overview"),
        (Role.INCIDENT_COMMANDER, "alerts"),
        (Role.SUPPORT_AGENT, "alerts"),
        (Role.TECHNICIAN, "field"),
        (Role.AUDITOR, "overview"),
    ],
)
def test_a_role_begins_its_day_in(role: Role, name: str):
    assert first_perspective(role).id == name


def test_a_perspective_that_is_gone_opens_the_overview():
    assert perspective("calendar-of-an-older-version").id == "overview"
