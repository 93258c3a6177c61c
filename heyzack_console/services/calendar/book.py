"""What stands in the calendar, and when it takes place."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from heyzack_console.domain.calendar import CalendarEntry, CalendarId, CalendarKind, CalendarPicture, Occurrence
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.sites import Site
from heyzack_console.ports.engine.calendar import CalendarEntries, CalendarSpan, FreeSlot
from heyzack_console.ports.store import CalendarStore
from heyzack_console.rules.calendar.allowed import zone_of
from heyzack_console.rules.calendar.conflicts import Surroundings, with_conflicts
from heyzack_console.rules.calendar.placing import merged, occurrences, standard

LONGEST_SPAN = timedelta(days=400)
LOOK_AHEAD = timedelta(days=90)


class CalendarBook:
    """Reads the entries at each question, so that undo and exchange need to tell it nothing."""

    def __init__(self, store: CalendarStore, site: Callable[[], Site | None]) -> None:
        self._store = store
        self._site = site

    async def span(self, query: CalendarSpan) -> tuple[CalendarPicture, ...]:
        """Answer with what takes place, windows that coincide as one, planned work with its conflicts."""
        site = self._site()
        if site is None or (query.sites and site.id not in query.sites):
            return ()
        begin, end = _checked_span(query.begin, query.end)
        return (CalendarPicture(site.time_zone, await self.placed(begin, end)),)

    async def entries(self, _query: CalendarEntries) -> tuple[CalendarEntry, ...]:
        """Answer with the entries."""
        return await self._store.entries()

    async def entry(self, name: CalendarId) -> CalendarEntry:
        """One entry.

        Raises:
            NotFound: it is not there any more.
        """
        found = next((one for one in await self._store.entries() if one.id == name), None)
        if found is None:
            raise NotFound("This is not in the calendar any more. Nothing was changed.")
        return found

    async def free_slot(self, query: FreeSlot) -> Occurrence | None:
        """Answer with the next place for work of that length."""
        begin, end = _checked_span(query.start, query.end)
        around = Surroundings(await self.placed(begin, begin + LOOK_AHEAD))
        slot = around.free_slot(begin, end)
        return None if slot is None else Occurrence(CalendarKind.WORK, (), *slot)

    async def placed(self, begin: datetime, end: datetime) -> tuple[Occurrence, ...]:
        """What takes place from *begin* up to, but without, *end*, by start."""
        found, site = occurrences(await self._store.entries(), begin, end), self._site()
        usual = standard(zone_of(site.time_zone), begin, end) if site is not None else ()
        windows = merged([*usual, *(one for one in found if one.kind is CalendarKind.WINDOW)])
        others = [one for one in found if one.kind is not CalendarKind.WINDOW]
        return with_conflicts(sorted([*windows, *others], key=lambda one: (one.start, one.end, one.names)))


def _checked_span(begin: datetime, end: datetime) -> tuple[datetime, datetime]:
    if begin.tzinfo is None or end.tzinfo is None:
        raise InvalidInput("A span in the calendar needs times with an offset.", "begin")
    if not timedelta(0) < end - begin <= LONGEST_SPAN:
        raise InvalidInput(f"A span in the calendar has up to {LONGEST_SPAN.days} days.", "end")
    return begin.astimezone(UTC), end.astimezone(UTC)
