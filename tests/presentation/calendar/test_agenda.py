"""The agenda: one line an occurrence, a day written once."""

from heyzack_console.domain.calendar import CalendarKind, Conflict
from heyzack_console.presentation.calendar.agenda import AgendaListing
from tests.support.calendar_items import shown


def test_lines_say_day_time_what_kind_length_and_conflicts():
    listing = AgendaListing()
    clash = (Conflict(CalendarKind.WINDOW, "Outside every maintenance window"),)
    first = shown("Chiller", "2026-07-24T13:00", "2026-07-24T15:30", conflicts=clash)
    second = shown("Board week", "2026-07-24T16:00", "2026-07-28T16:00", CalendarKind.FREEZE)
    listing.show([first, second])
    texts = [[cell.text for cell in listing.row(n).cells] for n in range(len(listing))]
    assert texts == [
        ["Fri 24 Jul", "13:00–15:30", "Chiller", "Planned work", "2 h 30 min", "Outside every maintenance window"],
        ["", "16:00 to Tue 28 Jul", "Board week", "Freeze", "4 d", ""],
    ]
    assert listing.position(second.key) == 1
    assert listing.position("gone") is None
