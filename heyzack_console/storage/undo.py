"""Taking back: the opposite of an entry, and a record rolled back to an earlier state, each as a new entry."""

from datetime import datetime

from heyzack_console.domain.errors import IllegalTransition, NotFound
from heyzack_console.storage.entry import ADD, INSERT, UPDATE, Body, Patch
from heyzack_console.storage.history import (
    REDACTED,
    Stored,
    as_it_was,
    batch_of,
    entries_of,
    entry_of,
    new_value,
    old_value,
)
from heyzack_console.storage.tables import SharedTable
from heyzack_console.storage.work import Draft, Record, Version


class Taker:
    """Takes one entry back inside a unit of work.

    A group goes back to its old value only if the winner is still the entry that is undone, or this undo itself (one
    work may touch a group twice). What was changed since, or cannot be taken back, is left and named.
    """

    def __init__(self, draft: Draft, ref: bytes) -> None:
        """Raises NotFound where no entry has this hash."""
        entry = entry_of(draft.conn, ref)
        if entry is None:
            raise NotFound("This change is not in the journal. Nothing was undone.")
        self._draft = draft
        self._work = batch_of(draft.conn, entry)
        self._own = {one.version for one in self._work}
        self._start = draft.version
        draft.undoes = self._work[0].hash.hex()
        self.restored = 0
        self.left: list[str] = []

    def take_back(self) -> None:
        """Write the opposite.

        Raises:
            IllegalTransition: nothing of it can be undone any more; nothing was written.
        """
        for entry in reversed(self._work):
            for patch in reversed(entry.body.patches):
                self._opposite(entry, patch)
        if not self.restored:
            raise IllegalTransition("All of this was changed since, or cannot be taken back. Nothing was undone.")

    def _opposite(self, entry: Stored, patch: Patch) -> None:
        shared = self._draft.schema.tables.get(patch.table)
        record = self._draft.read(patch.table, patch.key) if shared is not None else None
        if shared is None or record is None:
            self.left.append(f"{patch.table} {patch.key.hex()}")
            return
        whole = False
        if patch.op == INSERT and not shared.append_only:
            whole = self._remove(patch, record)
        elif patch.op == UPDATE:
            whole = self._restore(entry.body, patch, record, shared)
        elif patch.op == ADD:
            whole = self._subtract(entry.body, patch)
        if not whole:
            self.left.append(f"{patch.table} {record.values.get('name') or patch.key.hex()}")

    def _remove(self, patch: Patch, record: Record) -> bool:
        if record.values["deleted"] or not all(map(self._still_own, record.versions.values())):
            return False
        self._draft.delete(patch.table, patch.key)
        self.restored += 1
        return True

    def _restore(self, body: Body, patch: Patch, record: Record, shared: SharedTable) -> bool:
        groups = {column: shared.group_of.get(column, "") for column in patch.columns}
        own = {group for group, version in record.versions.items() if self._still_own(version)}
        old = {column: old_value(body, patch, column) for column, group in groups.items() if group in own}
        known = {column: value for column, value in old.items() if value is not REDACTED}
        if known:
            self._draft.update(patch.table, patch.key, {"deleted": record.values["deleted"], **known})
            self.restored += 1
        return len(known) == len(patch.columns)

    def _subtract(self, body: Body, patch: Patch) -> bool:
        if is_undone(self._draft.undoes, entries_of(self._draft.conn, patch.table, patch.key)):
            return False
        for column in patch.columns:
            self._draft.add(patch.table, patch.key, column, -new_value(body, patch, column))
        self.restored += 1
        return True

    def _still_own(self, version: Version) -> bool:
        return version in self._own or version >= self._start


def is_undone(ref: str, entries: list[Stored]) -> bool:
    """Whether an undo of entry *ref* is in force among *entries*, those of one record: not undone itself."""
    return any(e.body.meta.get("undoes") == ref and not is_undone(e.hash.hex(), entries) for e in entries)


def roll_back(draft: Draft, table: str, key: bytes, moment: datetime) -> None:
    """Give a record the values that it had at *moment*.

    Raises:
        NotFound: it did not exist then, or a value of then was erased.
    """
    then = as_it_was(draft.conn, draft.schema[table], key, moment)
    if then is None or any(value is REDACTED for value in then.values.values()):
        raise NotFound("There is no such earlier version any more. Nothing was changed.")
    counters = draft.schema[table].counters
    draft.update(table, key, {column: value for column, value in then.values.items() if column not in counters})
