"""The site's calendar on the journal."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, select, text

from heyzack_console.domain.calendar import (
    CalendarEntry,
    CalendarId,
    CalendarKind,
    CalendarStatus,
    EntryDraft,
    Wall,
)
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.home import site_row
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.calendar import calendar_entry
from heyzack_console.storage.work import Draft

TABLE = "calendar_entry"


class CalendarRecords:
    """The store of calendar entries; those of the site of this home."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def entries(self) -> tuple[CalendarEntry, ...]:
        """All that were not removed, in the order in which they were made."""
        living = select(calendar_entry).where(calendar_entry.c.deleted == 0).order_by(text("rowid"))
        return await self._store.read(lambda conn: tuple(map(_entry, conn.execute(living).mappings())))

    async def put(self, entries: Sequence[CalendarEntry], by: By, gone: Sequence[CalendarId] = ()) -> EntryRef:
        """Add entries or change what differs and delete *gone*, in one go; one that was removed comes back.

        Raises:
            NotFound: there is no site.
        """

        def job(draft: Draft) -> None:
            row = site_row(draft.conn)
            if row is None:
                raise NotFound("There is no site yet. Nothing was saved; make or import a site first.")
            for entry in entries:
                draft.put(TABLE, bytes.fromhex(entry.id), _values(bytes(row["key"]), entry))
            for name in gone:
                draft.delete(TABLE, bytes.fromhex(name))

        _, made = await self._store.write(by, job)
        return made[0] if made else EntryRef("")

    async def remove(self, entries: Sequence[CalendarId], by: By) -> EntryRef:
        """Delete softly, in one go.

        Raises:
            NotFound: one of them is not there.
        """

        def job(draft: Draft) -> None:
            for entry in entries:
                draft.delete(TABLE, bytes.fromhex(entry))

        _, made = await self._store.write(by, job)
        return made[0] if made else EntryRef("")


def _values(site: bytes, entry: CalendarEntry) -> dict[str, Any]:
    draft, wall = entry.draft, entry.draft.wall
    return {
        "site": site,
        "kind": draft.kind.value,
        "title": draft.title,
        "start": wall.start.isoformat(),
        "end": wall.end.isoformat(),
        "zone": wall.zone,
        "all_day": wall.all_day,
        "rule": draft.rule,
        "left_out": [moment.isoformat() for moment in entry.left_out],
        "added": [moment.isoformat() for moment in entry.added],
        "note": draft.note,
        "status": draft.status.value,
        "series": None if entry.series is None else bytes.fromhex(entry.series),
        "instead_of": None if entry.instead_of is None else entry.instead_of.isoformat(),
        "uid": entry.uid,
        "foreign_lines": list(entry.foreign),
    }


def _entry(row: RowMapping) -> CalendarEntry:
    wall = Wall(_moment(row["start"]), _moment(row["end"]), row["zone"], bool(row["all_day"]))
    draft = EntryDraft(
        CalendarKind(row["kind"]), row["title"], wall, row["rule"], row["note"], CalendarStatus(row["status"])
    )
    return CalendarEntry(
        CalendarId(row["key"].hex()),
        draft,
        tuple(map(_moment, row["left_out"] or ())),
        tuple(map(_moment, row["added"] or ())),
        None if row["series"] is None else CalendarId(row["series"].hex()),
        None if row["instead_of"] is None else _moment(row["instead_of"]),
        row["uid"] or "",
        tuple(row["foreign_lines"] or ()),
    )


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
