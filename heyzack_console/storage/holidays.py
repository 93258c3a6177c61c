"""The days on which the site is closed."""

from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import Connection, select

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.holidays import Holiday
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.home import site_row
from heyzack_console.storage.keys import world_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.holidays import holiday
from heyzack_console.storage.work import Draft


class HolidayRecords:
    """The store of holidays on the journal."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def change(self, added: Sequence[Holiday], removed: Sequence[date], by: By) -> EntryRef:
        """Add, rename and remove days in one entry; what is so already is left alone. NotFound without a site."""

        def job(draft: Draft) -> None:
            row = site_row(draft.conn)
            if row is None:
                raise NotFound("There is no site yet. Nothing was saved; make or import a site first.")
            here = bytes(row["key"])
            for day in removed:
                if draft.read("holiday", _key(here, day)) is not None:
                    draft.update("holiday", _key(here, day), {"deleted": 1})
            put_holidays(draft, here, added)

        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")


def put_holidays(draft: Draft, here: bytes, wanted: Iterable[Holiday]) -> None:
    """Write *wanted* for the site with the key *here*."""
    for one in wanted:
        draft.put("holiday", _key(here, one.day), {"site": here, "day": one.day.isoformat(), "name": one.name})


def holidays_in(conn: Connection, here: bytes) -> tuple[Holiday, ...]:
    """Return those of the site with the key *here*, by date."""
    living = select(holiday).where(holiday.c.deleted == 0, holiday.c.site == here).order_by(holiday.c.day)
    return tuple(Holiday(date.fromisoformat(row["day"]), row["name"] or "") for row in conn.execute(living).mappings())


def _key(here: bytes, day: date) -> bytes:
    return world_key(here, "holiday", day.isoformat())
