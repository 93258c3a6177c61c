"""Channels, people, schedules and policies on the journal."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Table, select

from heyzack_console.domain.errors import NotFound, StoreDamaged
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.notifications.book import Item, NotificationBook
from heyzack_console.domain.notifications.people import Channel, Person
from heyzack_console.domain.notifications.policies import Policy
from heyzack_console.domain.notifications.schedules import Schedule
from heyzack_console.storage.keys import program_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.notifications import (
    notice_channel,
    notice_person,
    notice_policy,
    notice_schedule,
)
from heyzack_console.storage.work import Draft

R = TypeVar("R", Channel, Person, Schedule, Policy)
TABLES: dict[type[Any], Table] = {
    Channel: notice_channel,
    Person: notice_person,
    Schedule: notice_schedule,
    Policy: notice_policy,
}


class NotificationRecords:
    """The notification store: one record for each of them."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def load(self) -> NotificationBook:
        """Everything that was not removed, by name."""
        return await self._store.read(
            lambda conn: NotificationBook(
                _living(conn, Channel), _living(conn, Person), _living(conn, Schedule), _living(conn, Policy)
            )
        )

    async def put(self, items: Sequence[Item], by: By) -> EntryRef:
        """Add items or change what differs, all of them or none; one that was removed comes back."""
        async with self._store.work(by) as work:
            for item in items:
                table = str(TABLES[type(item)].name)
                work.put(table, program_key(table, item.id), {"name": item.id, "body": msgspec.to_builtins(item)})
        return work.entries[0] if work.entries else EntryRef("")

    async def remove(self, items: Sequence[Item], by: By) -> EntryRef:
        """Delete softly, all of them or none.

        Raises:
            NotFound: one of them is not there.
        """

        def job(draft: Draft) -> None:
            for item in items:
                table = str(TABLES[type(item)].name)
                key = program_key(table, item.id)
                record = draft.read(table, key)
                if record is None or record.values["deleted"]:
                    raise NotFound("It is not there (any more). Nothing was changed.")
                draft.delete(table, key)

        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")


def _living(conn: Connection, kind: type[R]) -> tuple[R, ...]:
    table = TABLES[kind]
    bodies = conn.execute(select(table.c.body).where(table.c.deleted == 0)).scalars()
    try:
        found = [msgspec.convert(body, kind) for body in bodies]
    except msgspec.ValidationError as error:
        raise StoreDamaged(
            f"A record of {table.name} in the store cannot be read. Nothing was changed; verify the journal."
        ) from error
    return tuple(sorted(found, key=lambda item: (item.name.casefold(), item.id)))
