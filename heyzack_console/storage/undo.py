"""Taking back: the opposite of an entry, and a record rolled back to an earlier state, each as a new entry."""

from datetime import datetime

from heyzack_console.domain.errors import IllegalTransition, NotFound
from heyzack_console.storage.entry import ADD, INSERT, UPDATE, Body, Patch
from heyzack_console.storage.history import (
    REDACTED,
    Shelf,
    Stored,
    batch_of,
    entry_of,
    new_value,
    old_value,
)
from heyzack_console.storage.schema import SharedTable
from heyzack_console.storage.versions import Version
from heyzack_console.storage.weave import as_it_was
from heyzack_console.storage.work import Draft, Record


class Taker:
    """Takes one entry back inside a unit of work.

    A group goes back to its old value only if the winner is still the entry that is undone, or this undo itself (one
    work may touch a group twice), or if all that was written since has been undone, so that several changes can be
    undone one after the other. What was changed since, or cannot be taken back, is left and named.
    """

    def __init__(self, draft: Draft, ref: bytes) -> None:
        """Raises NotFound where no entry has this hash."""
        entry = entry_of(draft.conn, ref)
        if entry is None:
            raise NotFound("This change is not in the journal. Nothing was undone.")
        self._draft = draft
        self._work = batch_of(draft.conn, entry)
        self._shelf = Shelf(draft.conn)
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
            whole = self._remove(patch, record, shared)
        elif patch.op == UPDATE:
            whole = self._restore(entry.body, patch, record, shared)
        elif patch.op == ADD:
            whole = self._subtract(entry.body, patch)
        if not whole:
            self.left.append(f"{patch.table} {record.values.get('name') or patch.key.hex()}")

    def _remove(self, patch: Patch, record: Record, shared: SharedTable) -> bool:
        if record.values["deleted"] or self._moved(shared, patch.key, record.versions):
            return False
        self._draft.delete(patch.table, patch.key)
        self.restored += 1
        return True

    def _restore(self, body: Body, patch: Patch, record: Record, shared: SharedTable) -> bool:
        old = {column: old_value(body, patch, column) for column in patch.columns if column in shared.group_of}
        groups = {shared.group_of[column] for column in old}
        moved = self._moved(shared, patch.key, {g: v for g, v in record.versions.items() if g in groups})
        known = {c: value for c, value in old.items() if value is not REDACTED and shared.group_of[c] not in moved}
        if known:
            self._draft.update(patch.table, patch.key, {"deleted": record.values["deleted"], **known})
            self.restored += 1
        return len(known) == len(patch.columns)

    def _subtract(self, body: Body, patch: Patch) -> bool:
        before = [one for one in self._shelf.of_record(patch.table, patch.key) if one.version < self._start]
        if is_undone(self._shelf, self._draft.undoes, before):
            return False
        for column in patch.columns:
            self._draft.add(patch.table, patch.key, column, -new_value(body, patch, column))
        self.restored += 1
        return True

    def _moved(self, shared: SharedTable, key: bytes, versions: dict[str, Version]) -> set[str]:
        """Those of the groups of *versions* whose state is no longer the one that the undone work left."""
        others = {group for group, version in versions.items() if version not in self._own and version < self._start}
        if not others:
            return others
        states = GroupStates(self._shelf, shared, key)
        return {group for group in others if not states.is_as_left_by(self._draft.undoes, group)}


class GroupStates:
    """Which state each group of a record is in; an undo brings a group back into the state before what it undid."""

    def __init__(self, shelf: Shelf, shared: SharedTable, key: bytes) -> None:
        self._now: dict[str, Version | None] = {}
        self._before: dict[tuple[str, str], Version | None] = {}
        self._after: dict[tuple[str, str], Version | None] = {}
        for entry in shelf.of_record(shared.name, key):
            work = shelf.work_of(entry)
            undone = str(entry.body.meta.get("undoes", ""))
            columns = [c for patch in entry.body.by_record[shared.name, key] for c in patch.columns]
            for group in dict.fromkeys(shared.group_of[column] for column in columns if column in shared.group_of):
                self._before.setdefault((work, group), self._now.get(group))
                self._now[group] = self._before.get((undone, group), entry.version)
                self._after[work, group] = self._now[group]

    def is_as_left_by(self, work: str, group: str) -> bool:
        """Whether *group* is in the state in which *work* (hash of its first entry) left it.

        A group that the work did not touch must be as it was made: nothing in force has written it.
        """
        return self._now.get(group) == self._after.get((work, group))


def is_undone(shelf: Shelf, work: str, entries: list[Stored]) -> bool:
    """Whether an undo of *work* (hash of its first entry) is in force among *entries*, those of one record."""
    undos = {shelf.work_of(entry) for entry in entries if entry.body.meta.get("undoes") == work}
    return any(not is_undone(shelf, undo, entries) for undo in undos)


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
