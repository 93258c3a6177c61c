"""The calendar as people use it: adding, moving, stretching, removing, and taking all of it back."""

from datetime import timedelta

import pytest

from heyzack_console.domain.calendar import CalendarId, CalendarKind
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.ports.engine.calendar import (
    AddEntry,
    CalendarEntries,
    CalendarSpan,
    ChangeEntry,
    FreeSlot,
    MoveOccurrence,
    RemoveEntry,
)
from heyzack_console.ports.engine.journal import Undo
from tests.support.calendar_entries import draft, local, utc
from tests.support.console import console

WINDOW, FREEZE = CalendarKind.WINDOW, CalendarKind.FREEZE
NIGHTS = draft("Gateways", "2026-06-07T00:00", "2026-06-07T04:00", WINDOW, "FREQ=WEEKLY", zone="UTC")
FILTER = draft("Filter change", "2026-06-07T01:00", "2026-06-07T02:00", zone="UTC")
WEEKLY = draft("Round", "2026-06-03T08:00", "2026-06-03T09:00", rule="FREQ=WEEKLY;COUNT=3", zone="UTC")


async def june(opened):
    """What people put in; the standard windows stand beside it."""
    pictures = await opened.engine.ask(CalendarSpan(utc("2026-06-01"), utc("2026-07-01")))
    return tuple(one for one in pictures[0].occurrences if one.entries)


async def rounds(opened):
    return [one.start.isoformat()[8:16] for one in await june(opened) if one.kind is CalendarKind.WORK]


async def made(opened, wanted):
    return CalendarId((await opened.engine.do(AddEntry(wanted))).made)


async def test_an_entry_is_added_and_taken_back():
    async with console() as opened:
        done = await opened.engine.do(AddEntry(NIGHTS))
        assert done.text == "Gateways added."
        assert [one.names for one in await june(opened)] == [("Weekly window", "Gateways")] * 3 + [
            ("Weekly window", "Monthly window", "Quarterly window", "Gateways")
        ]
        await opened.engine.do(Undo(done.entry))
        assert await june(opened) == ()


async def test_what_planned_work_collides_with_is_told_and_shown():
    async with console() as opened:
        await made(opened, NIGHTS)
        await made(opened, draft("Board week", "2026-06-06T00:00", "2026-06-07T01:30", FREEZE, zone="UTC"))
        done = await opened.engine.do(AddEntry(FILTER))
        assert done.text == "Filter change added. In conflict: Freeze: Board week."
        shown = next(one for one in await june(opened) if one.kind is CalendarKind.WORK)
        assert [one.text for one in shown.conflicts] == ["Freeze: Board week"]
        free = await opened.engine.ask(FreeSlot(shown.start, shown.end))
        assert (free.start, free.end) == (utc("2026-06-07T01:30"), utc("2026-06-07T02:30"))


async def test_a_whole_series_moves_with_its_exceptions():
    async with console() as opened:
        entry = await made(opened, WEEKLY)
        second = local("2026-06-10T08:00")
        await opened.engine.do(MoveOccurrence(entry, utc("2026-06-11T10:00"), utc("2026-06-11T12:00"), second))
        assert await rounds(opened) == ["03T08:00", "11T10:00", "17T08:00"]
        done = await opened.engine.do(MoveOccurrence(entry, utc("2026-06-04T08:00"), utc("2026-06-04T09:30")))
        assert await rounds(opened) == ["04T08:00", "11T10:00", "18T08:00"]
        assert (await june(opened))[0].end == utc("2026-06-04T09:30")
        await opened.engine.do(Undo(done.entry))
        assert await rounds(opened) == ["03T08:00", "11T10:00", "17T08:00"]


async def test_one_occurrence_is_stretched_again_after_it_was_moved():
    async with console() as opened:
        entry = await made(opened, WEEKLY)
        second = local("2026-06-10T08:00")
        moved = await opened.engine.do(MoveOccurrence(entry, utc("2026-06-11T10:00"), utc("2026-06-11T11:00"), second))
        single = CalendarId(moved.made)
        await opened.engine.do(MoveOccurrence(single, utc("2026-06-11T10:00"), utc("2026-06-11T13:00"), second))
        shown = (await june(opened))[1]
        assert (shown.end - shown.start, shown.entries) == (timedelta(hours=3), (single,))
        assert len(await opened.engine.ask(CalendarEntries())) == 2


async def test_one_occurrence_is_removed_moved_or_not_and_does_not_come_back():
    async with console() as opened:
        entry = await made(opened, WEEKLY)
        second, third = local("2026-06-10T08:00"), local("2026-06-17T08:00")
        moved = await opened.engine.do(MoveOccurrence(entry, utc("2026-06-11T10:00"), utc("2026-06-11T11:00"), second))
        await opened.engine.do(RemoveEntry(CalendarId(moved.made), second))
        done = await opened.engine.do(RemoveEntry(entry, third))
        assert done.text == "Round removed on that day."
        assert await rounds(opened) == ["03T08:00"]
        await opened.engine.do(Undo(done.entry))
        assert await rounds(opened) == ["03T08:00", "17T08:00"]


async def test_a_series_is_removed_with_what_was_changed_singly():
    async with console() as opened:
        entry = await made(opened, WEEKLY)
        second = local("2026-06-10T08:00")
        await opened.engine.do(MoveOccurrence(entry, utc("2026-06-11T10:00"), utc("2026-06-11T11:00"), second))
        done = await opened.engine.do(RemoveEntry(entry))
        assert await june(opened) == ()
        await opened.engine.do(Undo(done.entry))
        assert len(await june(opened)) == 3


async def test_an_entry_is_changed():
    async with console() as opened:
        entry = await made(opened, FILTER)
        await opened.engine.do(ChangeEntry(entry, draft("Filter", "2026-06-08T01:00", "2026-06-08T03:00", zone="UTC")))
        shown = (await june(opened))[0]
        assert (shown.title, shown.start) == ("Filter", utc("2026-06-08T01:00"))


@pytest.mark.parametrize(
    ("command", "fault"),
    [
        (AddEntry(draft("", "2026-06-07T01:00", "2026-06-07T02:00")), InvalidInput),
        (ChangeEntry(CalendarId("f" * 32), FILTER), NotFound),
        (RemoveEntry(CalendarId("f" * 32)), NotFound),
        (MoveOccurrence(CalendarId("f" * 32), utc("2026-06-07"), utc("2026-06-08")), NotFound),
    ],
)
async def test_what_cannot_be_done_is_refused_and_changes_nothing(command, fault):
    async with console() as opened:
        with pytest.raises(fault):
            await opened.engine.do(command)
        assert await opened.engine.ask(CalendarEntries()) == ()


async def test_a_date_on_which_a_series_does_not_take_place_cannot_be_moved_or_removed():
    async with console() as opened:
        entry = await made(opened, WEEKLY)
        wrong = local("2026-06-11T08:00")
        with pytest.raises(NotFound, match="does not take place then"):
            await opened.engine.do(MoveOccurrence(entry, utc("2026-06-12"), utc("2026-06-13"), wrong))
        with pytest.raises(NotFound, match="does not take place then"):
            await opened.engine.do(RemoveEntry(entry, wrong))
        with pytest.raises(InvalidInput, match="ends before it has begun"):
            await opened.engine.do(MoveOccurrence(entry, utc("2026-06-12"), utc("2026-06-11")))


async def test_a_span_without_offset_or_of_years_is_refused():
    async with console() as opened:
        with pytest.raises(InvalidInput, match="offset"):
            await opened.engine.ask(CalendarSpan(local("2026-06-01"), local("2026-07-01")))
        with pytest.raises(InvalidInput, match="400 days"):
            await opened.engine.ask(CalendarSpan(utc("2026-06-01"), utc("2028-07-01")))
