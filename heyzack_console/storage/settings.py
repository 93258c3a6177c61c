"""Settings with versions: every change of a setting is the next one."""

from sqlalchemy import Connection, select

from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.settings import SettingVersion
from heyzack_console.storage.clock import time_of
from heyzack_console.storage.history import Stored, entries_of, new_value
from heyzack_console.storage.identity import Names
from heyzack_console.storage.keys import program_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.people import setting

TABLE = "setting"


class SettingRecords:
    """The setting store on the journal."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def current(self) -> tuple[SettingVersion, ...]:
        """Those that were ever changed and whose first change was not undone."""
        return await self._store.read(_current)

    async def change(self, name: str, value: bool | int | float | str, by: By) -> EntryRef:
        """Write the next version; the value it already has makes none, and the reference is empty."""
        async with self._store.work(by) as work:
            work.put(TABLE, program_key(TABLE, name), {"name": name, "value": value})
        return work.entries[0] if work.entries else EntryRef("")

    async def versions(self, name: str) -> tuple[SettingVersion, ...]:
        """Oldest first."""
        return await self._store.read(lambda conn: _versions(conn, name, Names(conn)))


def _current(conn: Connection) -> tuple[SettingVersion, ...]:
    names = Names(conn)
    living = conn.execute(select(setting.c.name).where(setting.c.deleted == 0).order_by(setting.c.name)).scalars()
    return tuple(_versions(conn, name, names)[-1] for name in living.all())


def _versions(conn: Connection, name: str, names: Names) -> tuple[SettingVersion, ...]:
    key = program_key(TABLE, name)
    found = [(e, _value(e, key)) for e in entries_of(conn, TABLE, key)]
    written = [(entry, value) for entry, value in found if value is not None]
    return tuple(
        SettingVersion(name, value, number, time_of(entry.eff), names.of(entry.actor), entry.body.reason)
        for number, (entry, value) in enumerate(written, start=1)
    )


def _value(entry: Stored, key: bytes) -> bool | int | float | str | None:
    value = None
    for patch in entry.body.by_record.get((TABLE, key), ()):
        if "value" in patch.columns:
            value = new_value(entry.body, patch, "value")
    return value if isinstance(value, bool | int | float | str) else None
