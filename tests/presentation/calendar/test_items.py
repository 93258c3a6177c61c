"""An occurrence as people see it: its look, its words, its tooltip with UTC."""

from zoneinfo import ZoneInfo

import pytest

from heyzack_console.domain.calendar import CalendarKind, CalendarStatus, Conflict
from heyzack_console.presentation.calendar.items import GLYPHS, item, matching, odd_lengths
from tests.support.calendar_items import NOW, occurrence, shown

WINDOW = CalendarKind.WINDOW
CLASH = (Conflict(CalendarKind.FREEZE, "Freeze: Board week"),)


@pytest.mark.parametrize(
    ("one", "look"),
    [
        (shown("a", "2026-07-23T13:00", "2026-07-23T14:00"), "planned"),
        (shown("a", "2026-07-23T12:00", "2026-07-23T14:00"), "running"),
        (shown("a", "2026-07-23T11:00", "2026-07-23T12:00"), "past"),
        (shown("a", "2026-07-23T11:00", "2026-07-23T12:00", conflicts=CLASH), "past"),
        (shown("a", "2026-07-23T12:00", "2026-07-23T14:00", conflicts=CLASH), "conflict"),
        (shown("a", "2026-07-23T13:00", "2026-07-23T14:00", status=CalendarStatus.TENTATIVE), "tentative"),
        (shown("a", "2026-07-23T13:00", "2026-07-23T14:00", status=CalendarStatus.CANCELLED), "cancelled"),
        (shown("a", "2026-07-23T13:00", "2026-07-23T14:00", CalendarKind.FREEZE), "freeze"),
    ],
)
def test_the_look_tells_the_state_and_each_look_has_a_glyph(one, look):
    assert one.look == look
    assert look in GLYPHS


def test_the_tooltip_says_site_time_with_offsets_length_utc_and_conflicts():
    berlin = ZoneInfo("Europe/Berlin")
    one = item(occurrence("Gate", "2026-10-24T22:00", "2026-10-25T03:00", WINDOW, note="Key at the desk"), berlin, NOW)
    assert one.tip.splitlines() == [
        "Gate",
        "Maintenance window",
        "Sun 25 Oct 00:00 (+02:00) to Sun 25 Oct 04:00 (+01:00), 5 h",
        "UTC 2026-10-24 22:00 to 2026-10-25 03:00",
        "Key at the desk",
    ]
    assert odd_lengths([one], "Europe/Berlin", "+02:00") == (
        "Times in Europe/Berlin (+02:00). 25 Oct: 00:00–04:00 is 5 h"
    )


def test_joined_windows_and_standard_ones_are_not_movable():
    assert shown("a", "2026-07-23T13:00", "2026-07-23T14:00").movable
    joined = occurrence("a", "2026-07-23T13:00", "2026-07-23T14:00", WINDOW)
    assert not item(
        type(joined)(WINDOW, ("a", "b"), joined.start, joined.end, joined.entries), ZoneInfo("UTC"), NOW
    ).movable
    assert not item(type(joined)(WINDOW, ("a",), joined.start, joined.end), ZoneInfo("UTC"), NOW).movable


def test_the_filter_wants_every_word_and_a_kind_that_is_shown():
    both = [
        shown("Chiller service", "2026-07-23T13:00", "2026-07-23T14:00"),
        shown("Chiller", "2026-07-24", "2026-07-25", WINDOW),
    ]
    every = frozenset(CalendarKind)
    assert [one.title for one in matching(both, "serv CHILL", every)] == ["Chiller service"]
    assert [one.title for one in matching(both, "chiller", frozenset({WINDOW}))] == ["Chiller"]
