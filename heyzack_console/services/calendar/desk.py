"""What people do with the calendar: each step one journal entry that can be undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.calendar import CalendarEntry, CalendarId, CalendarKind, EntryDraft
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.identity import By
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.calendar import AddEntry, ChangeEntry, MoveOccurrence, RemoveEntry
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import CalendarStore
from heyzack_console.rules.calendar.allowed import checked
from heyzack_console.rules.calendar.conflicts import Surroundings
from heyzack_console.rules.calendar.placing import instants, on_the_wall, starts_by_rule
from heyzack_console.services.calendar.book import CalendarBook
from heyzack_console.services.feed import Feed
from heyzack_console.services.keys import new_key


class CalendarDesk:
    """Changes the calendar; what planned work collides with is told and hinders nobody."""

    def __init__(self, store: CalendarStore, book: CalendarBook, feed: Feed, clock: Clock) -> None:
        self._store = store
        self._book = book
        self._feed = feed
        self._clock = clock

    async def add(self, command: AddEntry, by: By) -> Receipt:
        """Put something in.

        Raises:
            InvalidInput: something about it cannot be.
        """
        entry = CalendarEntry(CalendarId(new_key(self._clock.now())), checked(command.draft))
        return await self._put([entry], f"{entry.draft.title} added.", by, entry.draft)

    async def change(self, command: ChangeEntry, by: By) -> Receipt:
        """Say something else about an entry.

        Raises:
            NotFound: it is not there any more.
            InvalidInput: something about it cannot be.
        """
        entry = await self._book.entry(command.entry)
        draft = checked(command.draft)
        if entry.series is not None and draft.rule:
            raise InvalidInput("A single occurrence of a series cannot recur by itself.", "rule")
        return await self._put(await self._shifted(entry, draft), f"{draft.title} changed.", by, draft)

    async def move(self, command: MoveOccurrence, by: By) -> Receipt:
        """Move, stretch or both.

        Raises:
            NotFound: it is not there, or does not take place then.
            InvalidInput: it would end before it begins.
        """
        entry = await self._book.entry(command.entry)
        if command.start.tzinfo is None or command.end.tzinfo is None:
            raise InvalidInput("To move something, say when with an offset.", "start")
        start, end = on_the_wall(command.start, command.end, entry.draft.wall.zone)
        single = command.by_rule is not None and entry.series is None
        wall = replace(entry.draft.wall, start=start, end=end)
        draft = checked(replace(entry.draft, wall=wall, rule="" if single else entry.draft.rule))
        if command.by_rule is not None and single:
            self._takes_place(entry, command.by_rule)
            key = CalendarId(new_key(self._clock.now()))
            moved = [CalendarEntry(key, draft, series=entry.id, instead_of=command.by_rule, uid=entry.uid)]
        else:
            moved = await self._shifted(entry, draft)
        return await self._put(moved, f"{draft.title} moved.", by, draft)

    async def remove(self, command: RemoveEntry, by: By) -> Receipt:
        """Take an entry out with all that was changed singly, or one occurrence.

        Raises:
            NotFound: it is not there, or does not take place then.
        """
        entry = await self._book.entry(command.entry)
        title = entry.draft.title
        if command.by_rule is not None and entry.series is None:
            self._takes_place(entry, command.by_rule)
            left = replace(entry, left_out=(*entry.left_out, command.by_rule))
            return await self._put([left], f"{title} removed on that day.", by, None)
        if entry.series is not None and entry.instead_of is not None:
            return await self._remove_single(entry, entry.series, entry.instead_of, by)
        singles = [one.id for one in await self._store.entries() if one.series == entry.id]
        written = await self._store.remove([entry.id, *singles], by)
        self._feed.journal_changed()
        return Receipt(written, undoable=True, count=1 + len(singles), text=f"{title} removed.")

    async def _remove_single(self, entry: CalendarEntry, series: CalendarId, by_rule: datetime, by: By) -> Receipt:
        """It keeps its place in the series, so that the occurrence it stood for does not come back."""
        whole = await self._book.entry(series)
        left = replace(whole, left_out=(*whole.left_out, by_rule))
        written = await self._store.put([left], by, gone=[entry.id])
        self._feed.journal_changed()
        return Receipt(written, undoable=True, count=1, text=f"{entry.draft.title} removed on that day.")

    async def _shifted(self, entry: CalendarEntry, draft: EntryDraft) -> list[CalendarEntry]:
        """The entry as *draft* says; what was left out, added or changed singly keeps its place in the series."""
        by = draft.wall.start - entry.draft.wall.start
        left_out, added = (tuple(moment + by for moment in moments) for moments in (entry.left_out, entry.added))
        singles = [
            replace(one, instead_of=one.instead_of + by)
            for one in await self._store.entries()
            if by and one.series == entry.id and one.instead_of is not None
        ]
        return [replace(entry, draft=draft, left_out=left_out, added=added), *singles]

    async def _put(self, entries: Sequence[CalendarEntry], text: str, by: By, told: EntryDraft | None) -> Receipt:
        written = await self._store.put(entries, by)
        self._feed.journal_changed()
        conflicts = await self._conflicts(told) if told is not None else ""
        return Receipt(written, undoable=bool(written), count=len(entries), text=text + conflicts, made=entries[0].id)

    async def _conflicts(self, draft: EntryDraft) -> str:
        if draft.kind is not CalendarKind.WORK:
            return ""
        start, end = instants(draft.wall)
        found = Surroundings(await self._book.placed(start, end)).conflicts(start, end)
        return f" In conflict: {'; '.join(one.text for one in found)}." if found else ""

    def _takes_place(self, entry: CalendarEntry, by_rule: datetime) -> None:
        if by_rule.tzinfo is not None or by_rule not in starts_by_rule(entry, by_rule, by_rule):
            raise NotFound("It does not take place then (any more). Nothing was changed.")
