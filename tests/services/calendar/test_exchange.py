"""Calendars taken in from files and handed out: looked at first, once however often, in one step that can be undone."""

import pytest

from heyzack_console.domain.calendar import CalendarKind
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.calendar import (
    AddEntry,
    CalendarEntries,
    CalendarImport,
    ExportCalendar,
    ImportCalendar,
    MoveOccurrence,
    ReadCalendar,
)
from heyzack_console.ports.engine.journal import Undo
from tests.support.calendar_entries import draft, local, utc
from tests.support.calendar_files import calendar, event
from tests.support.console import console

HOUR = ("DTSTART:20260302T090000Z", "DTEND:20260302T100000Z")
SERIES = event(*HOUR, "RRULE:FREQ=WEEKLY", uid="a@example.org", summary="Fair")
SINGLE = event(
    "RECURRENCE-ID:20260309T090000Z", "DTSTART:20260310T090000Z", "DTEND:20260310T100000Z", uid="a@example.org",
    summary="Fair, moved",
)  # fmt: skip
BROKEN = event(*HOUR, "RRULE:FREQ=HOURLY", uid="b@example.org", summary="Every hour")


def text(*lines):
    return calendar(*lines).decode()


async def entries(opened):
    return await opened.engine.ask(CalendarEntries())


async def test_looking_at_a_file_says_what_would_happen_and_changes_nothing():
    async with console() as opened:
        found = await opened.engine.ask(ReadCalendar(text(*SERIES, *SINGLE, *BROKEN)))
        assert (found.fresh, found.changed, found.same) == (("Fair", "Fair, moved"), (), 0)
        assert [words.partition(":")[0] for words in found.refused] == ["Every hour"]
        assert await entries(opened) == ()


async def test_a_file_is_taken_in_in_one_step_that_can_be_undone():
    async with console() as opened:
        done = await opened.engine.do(ImportCalendar(text(*SERIES, *SINGLE, *BROKEN), CalendarKind.FREEZE))
        assert done.text == "2 added, 0 changed. 1 could not be kept."
        series, single = await entries(opened)
        assert (series.draft.kind, single.series, single.instead_of) == (
            CalendarKind.FREEZE, series.id, local("2026-03-09T09:00"),
        )  # fmt: skip
        await opened.engine.do(Undo(done.entry))
        assert await entries(opened) == ()


async def test_a_file_taken_in_twice_is_there_once_and_a_newer_version_changes_it():
    async with console() as opened:
        await opened.engine.do(ImportCalendar(text(*SERIES, *SINGLE)))
        with pytest.raises(InvalidInput, match="there already"):
            await opened.engine.do(ImportCalendar(text(*SERIES, *SINGLE)))
        longer = [line.replace("T100000Z", "T113000Z") for line in SERIES]
        assert await opened.engine.ask(ReadCalendar(text(*longer, *SINGLE))) == CalendarImport((), ("Fair",), 1)
        await opened.engine.do(ImportCalendar(text(*longer)))
        assert len(await entries(opened)) == 2


async def test_what_was_handed_out_is_known_again_also_what_was_moved_here():
    async with console() as opened:
        made = await opened.engine.do(
            AddEntry(draft("Gate", "2026-03-01T00:00", "2026-03-01T04:00", CalendarKind.WINDOW, "FREQ=WEEKLY"))
        )
        moved = (utc("2026-03-09T00:00"), utc("2026-03-09T04:00"), local("2026-03-08T00:00"))
        await opened.engine.do(MoveOccurrence((await entries(opened))[0].id, *moved))
        await opened.engine.do(ImportCalendar(text(*SERIES, *SINGLE)))
        handed = await opened.engine.ask(ExportCalendar())
        found = await opened.engine.ask(ReadCalendar(handed))
        assert (found.fresh, found.refused) == ((), ())
        assert made.made in handed
    async with console() as elsewhere:
        await elsewhere.engine.do(ImportCalendar(handed))
        assert await elsewhere.engine.ask(ExportCalendar()) == handed


@pytest.mark.parametrize("content", ["", "no calendar", text(*event("DTSTART:never"))])
async def test_what_is_no_calendar_is_refused(content):
    async with console() as opened:
        with pytest.raises(InvalidInput):
            await opened.engine.ask(ReadCalendar(content))
        with pytest.raises(InvalidInput):
            await opened.engine.do(ImportCalendar(content))
