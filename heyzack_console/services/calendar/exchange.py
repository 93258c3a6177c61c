"""Taking calendars in from files, and handing the site's out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid5

from heyzack_console.domain.calendar import CalendarEntry, CalendarId, CalendarKind
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.domain.sites import Site
from heyzack_console.ports.calendars import CalendarFiles, FileEntry
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.calendar import CalendarImport, ExportCalendar, ImportCalendar, ReadCalendar
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import CalendarStore
from heyzack_console.services.feed import Feed

OURS = "@heyzack-console"
HEX_DIGITS = 32


@dataclass(frozen=True, slots=True)
class Sorted:
    """Entries of a file beside those that are there."""

    fresh: tuple[CalendarEntry, ...]
    changed: tuple[CalendarEntry, ...]
    same: int
    refused: tuple[str, ...]


class CalendarExchange:
    """An event is known again by its UID, so that a file taken in twice is there once."""

    def __init__(
        self, files: CalendarFiles, store: CalendarStore, site: Callable[[], Site], feed: Feed, clock: Clock
    ) -> None:
        self._files = files
        self._store = store
        self._site = site
        self._feed = feed
        self._clock = clock

    async def look_at(self, query: ReadCalendar) -> CalendarImport:
        """Answer with what taking the file in would do."""
        found = await self._sorted(query.text, query.kind)
        fresh, changed = (tuple(one.draft.title for one in part) for part in (found.fresh, found.changed))
        return CalendarImport(fresh, changed, found.same, found.refused)

    async def take_in(self, command: ImportCalendar, by: By) -> Receipt:
        """Write what is new or changed, in one step.

        Raises:
            InvalidInput: it is no iCalendar file, or nothing of it can be kept.
        """
        found = await self._sorted(command.text, command.kind)
        if not found.fresh and not found.changed:
            why = found.refused[0] if found.refused else "everything in it is there already"
            raise InvalidInput(f"Nothing was taken in: {why}.", "text")
        written = await self._store.put((*found.fresh, *found.changed), by)
        self._feed.journal_changed()
        left = f" {len(found.refused)} could not be kept." if found.refused else ""
        text = f"{len(found.fresh)} added, {len(found.changed)} changed.{left}"
        return Receipt(written, undoable=True, count=len(found.fresh) + len(found.changed), text=text)

    async def hand_out(self, _query: ExportCalendar) -> str:
        """Answer with the whole calendar."""
        return self._files.write(await self._store.entries(), self._clock.now())

    async def _sorted(self, text: str, kind: CalendarKind) -> Sorted:
        site = self._site()
        read = await self._files.read(text, site.time_zone, kind)
        known = {entry.id: entry for entry in await self._store.entries()}
        wanted = _entries(read.entries, site, known.values())
        fresh = tuple(entry for name, entry in wanted.items() if name not in known)
        changed = tuple(entry for name, entry in wanted.items() if name in known and known[name] != entry)
        return Sorted(fresh, changed, len(wanted) - len(fresh) - len(changed), read.refused)


def _entries(found: Iterable[FileEntry], site: Site, known: Iterable[CalendarEntry]) -> dict[CalendarId, CalendarEntry]:
    """By id; a single time that stands for one of a series is known by the series and by when it would have been."""
    ids = {entry.uid: entry.id for entry in known if entry.uid and entry.series is None}
    singles = {(entry.series, entry.instead_of): entry.id for entry in known if entry.series is not None}
    wanted: dict[CalendarId, CalendarEntry] = {}
    for one in found:
        whole = ids.get(one.uid) or _id(site, one.uid or f"{one.draft.title}@{one.draft.wall.start.isoformat()}")
        ours = one.uid.endswith(OURS)
        series = None if one.instead_of is None else whole
        key = whole if series is None else singles.get((whole, one.instead_of)) or _single(site, whole, one.instead_of)
        wanted[key] = CalendarEntry(
            key, one.draft, one.left_out, one.added, series, one.instead_of, "" if ours else one.uid, one.foreign
        )
    return wanted


def _id(site: Site, uid: str) -> CalendarId:
    """The same on every console that takes the event in."""
    name = uid.removesuffix(OURS)
    if uid.endswith(OURS) and len(name) == HEX_DIGITS and set(name) <= set("0123456789abcdef"):
        return CalendarId(name)
    return CalendarId(uuid5(UUID(hex=site.id), f"calendar:{uid}").hex)


def _single(site: Site, series: CalendarId, instead_of: datetime | None) -> CalendarId:
    return CalendarId(uuid5(UUID(hex=site.id), f"calendar:{series}:{instead_of}").hex)
