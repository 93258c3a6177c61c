"""What supplies what, as people drew it."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, select, text

from heyzack_console.domain.dependencies import Dependency, Supply, Thing, ThingKind
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.storage.home import site_row
from heyzack_console.storage.keys import world_key
from heyzack_console.storage.store import RecordStore
from heyzack_console.storage.tables.dependencies import dependency
from heyzack_console.storage.work import Draft


class DependencyRecords:
    """The store of dependencies on the journal."""

    def __init__(self, store: RecordStore) -> None:
        self._store = store

    async def change(self, added: Sequence[Dependency], removed: Sequence[Dependency], by: By) -> EntryRef:
        """Add and remove dependencies in one entry; those that are there, or gone, already are left alone."""

        def job(draft: Draft) -> None:
            row = site_row(draft.conn)
            here = bytes(row["key"]) if row is not None else b""
            put_dependencies(draft, here, added)
            remove_dependencies(draft, here, removed)

        _, entries = await self._store.write(by, job)
        return entries[0] if entries else EntryRef("")


def put_dependencies(draft: Draft, here: bytes, wanted: Iterable[Dependency]) -> None:
    """Write *wanted* for the site with the key *here*."""
    for one in wanted:
        draft.put("dependency", _key(here, one), _values(here, one))


def remove_dependencies(draft: Draft, here: bytes, gone: Iterable[Dependency]) -> None:
    """Remove *gone* from the site with the key *here*; what is not there is left alone."""
    for one in gone:
        if draft.read("dependency", _key(here, one)) is not None:
            draft.update("dependency", _key(here, one), {"deleted": 1})


def dependencies_in(conn: Connection, here: bytes) -> tuple[Dependency, ...]:
    """Return those of the site with the key *here*, in the order in which they were drawn."""
    living = select(dependency).where(dependency.c.deleted == 0, dependency.c.site == here).order_by(text("rowid"))
    return tuple(
        Dependency(
            Thing(ThingKind(row["source_kind"]), row["source"]),
            Thing(ThingKind(row["target_kind"]), row["target"]),
            Supply(row["supply"]),
        )
        for row in conn.execute(living).mappings()
    )


def _key(here: bytes, one: Dependency) -> bytes:
    parts = (one.source.kind.value, one.source.id, one.target.kind.value, one.target.id, one.supply.value)
    return world_key(here, "dependency", "\n".join(parts))


def _values(here: bytes, one: Dependency) -> dict[str, Any]:
    return {
        "site": here,
        "source_kind": one.source.kind.value,
        "source": one.source.id,
        "target_kind": one.target.kind.value,
        "target": one.target.id,
        "supply": one.supply.value,
    }
