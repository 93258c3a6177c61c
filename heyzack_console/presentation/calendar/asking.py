"""What the calendar asks of the engine and has done there."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from heyzack_console.domain.calendar import (
    CalendarEntry,
    CalendarId,
    CalendarKind,
    CalendarPicture,
    Conflict,
    EntryDraft,
    Occurrence,
    Wall,
)
from heyzack_console.domain.errors import NotFound
from heyzack_console.ports.engine.calendar import (
    AddEntry,
    CalendarEntries,
    CalendarSpan,
    ChangeEntry,
    FreeSlot,
    MoveOccurrence,
    RemoveEntry,
)
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.calendar.items import Item, day_words
from heyzack_console.presentation.calendar.pages import Page
from heyzack_console.rules.calendar.conflicts import Surroundings
from heyzack_console.rules.calendar.placing import instants

NEW, CHANGED, ALL_CHANGED = "New entry", "Change entry", "Change every time of this series"
USUAL_LENGTH = timedelta(hours=1)
Ask = Callable[[EntryDraft, str], Awaitable[EntryDraft | None]]
"""Lets a person fill a draft under a title; None when it was given up."""


@dataclass(frozen=True, slots=True)
class CalendarDesk:
    """Carries out what is done in the calendar; *done* shows a receipt where it can be undone."""

    port: EnginePort
    ask: Ask
    done: Callable[[Receipt, str], None]

    async def picture(self, page: Page, zone: str) -> CalendarPicture:
        """What takes place on the days of *page*."""
        begin, end = instants(Wall(_midnight(page.first), _midnight(page.last), zone))
        pictures = await self.port.ask(CalendarSpan(begin, end))
        return pictures[0] if pictures else CalendarPicture(zone)

    async def add(self, start: datetime, zone: str) -> None:
        """Ask for a new entry that begins at *start* on the wall clock."""
        draft = EntryDraft(CalendarKind.WORK, "", Wall(start, start + USUAL_LENGTH, zone))
        wanted = await self.ask(draft, NEW)
        if wanted is not None:
            receipt = await self.port.do(AddEntry(wanted))
            self.done(receipt, receipt.text)

    async def edit(self, one: Item) -> None:
        """Ask how the entry behind *one* shall be."""
        entry = await self._entry(one)
        wanted = await self.ask(entry.draft, ALL_CHANGED if entry.draft.rule else CHANGED)
        if wanted is not None:
            receipt = await self.port.do(ChangeEntry(entry.id, wanted))
            self.done(receipt, receipt.text)

    async def move(self, one: Item, start: datetime, end: datetime, zone: str) -> None:
        """Let *one* stand from *start* to *end* on the wall clock of *zone*."""
        begins, ends = instants(Wall(start, end, zone))
        command = MoveOccurrence(one.occurrence.entries[0], begins, ends, one.occurrence.by_rule)
        receipt = await self.port.do(command)
        stretched = start == one.start
        what = f"until {end:%H:%M}" if stretched else f"to {day_words(start)} {start:%H:%M}"
        conflicts = receipt.text.partition(" In conflict: ")[2]
        more = f" In conflict: {conflicts}" if conflicts else ""
        self.done(receipt, f"{one.title} {'now goes on' if stretched else 'moved'} {what}.{more}")

    async def remove(self, one: Item) -> None:
        """Take *one* out of the calendar; of a series only this time."""
        receipt = await self.port.do(RemoveEntry(one.occurrence.entries[0], one.occurrence.by_rule))
        self.done(receipt, receipt.text)

    async def free_slot(self, wall: Wall) -> Occurrence | None:
        """The next place for work of the length of *wall*."""
        return await self.port.ask(FreeSlot(*instants(wall)))

    async def _entry(self, one: Item) -> CalendarEntry:
        name = CalendarId(one.occurrence.entries[0])
        found = next((entry for entry in await self.port.ask(CalendarEntries()) if entry.id == name), None)
        if found is None:
            raise NotFound("This is not in the calendar any more.")
        return found


def judged(occurrences: tuple[Occurrence, ...], kind: CalendarKind, wall: Wall) -> tuple[Conflict, ...]:
    """What something of *kind* would collide with at *wall*, as far as *occurrences* tell."""
    if kind is not CalendarKind.WORK:
        return ()
    return Surroundings(occurrences).conflicts(*instants(wall))


def _midnight(day: object) -> datetime:
    return datetime.fromisoformat(f"{day}T00:00")
