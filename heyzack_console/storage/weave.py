"""A row made from the set of its entries: what nobody had seen when it was written stands, one of it wins.

Nothing but the entries and what their writers had seen enters here: no order of arrival, no local number, no time of
this machine. So every console that has applied the same entries shows the same row.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from heyzack_console.storage.causes import Causes, Place
from heyzack_console.storage.clock import stamp_at, to_ms
from heyzack_console.storage.entry import ADD, ERASE, INSERT, Patch
from heyzack_console.storage.history import REDACTED, Stored, entries_of, new_value
from heyzack_console.storage.schema import MOST_SEVERE, SharedTable
from heyzack_console.storage.versions import Version


@dataclass(slots=True)
class Written:
    """What one entry wrote into one column group."""

    version: Version
    values: dict[str, Any]

    @property
    def place(self) -> Place:
        """Where the entry lies."""
        return self.version[1:]


@dataclass(slots=True)
class Woven:
    """A row made from entries: values by column, versions by group, and what lost without having been seen."""

    values: dict[str, Any]
    versions: dict[str, Version] = field(default_factory=dict)
    siblings: list[tuple[str, Written]] = field(default_factory=list)
    clashes: list[tuple[Version, str, Version]] = field(default_factory=list)
    """A delete, and a version of a group that did not know of it, nor it of the version."""

    def shown(self) -> dict[str, Any]:
        """The values as the row has them: a value that came already erased, before its erasure, is missing."""
        return {column: None if value is REDACTED else value for column, value in self.values.items()}


def rebuilt(conn: Connection, shared: SharedTable, key: bytes) -> Woven | None:
    """The row as the journal alone gives it; None where no entry made it."""
    return weave(entries_of(conn, shared.name, key), shared, key, Causes(conn))


def as_it_was(conn: Connection, shared: SharedTable, key: bytes, moment: datetime) -> Woven | None:
    """The row at *moment*: every entry written until then, whenever it arrived here."""
    until = stamp_at(moment)
    return weave((e for e in entries_of(conn, shared.name, key) if e.eff <= until), shared, key, Causes(conn))


def as_it_was_known(conn: Connection, shared: SharedTable, key: bytes, moment: datetime) -> Woven | None:
    """The row as this console knew it at *moment*: only entries that had arrived here."""
    until = to_ms(moment)
    return weave((e for e in entries_of(conn, shared.name, key) if e.arrived <= until), shared, key, Causes(conn))


def weave(entries: Iterable[Stored], shared: SharedTable, key: bytes, causes: Causes) -> Woven | None:
    """The row that *entries* make, in whatever order; None where none of them made the record."""
    found = list(entries)
    groups: dict[str, list[Written]] = {}
    erasures: dict[str, list[Place]] = {}
    made = False
    for entry in found:
        for patch in entry.body.by_record.get((shared.name, key), ()):
            made = made or patch.op == INSERT
            _collect(entry, patch, shared, groups, erasures)
    if not made:
        return None
    row = Woven(shared.blank())
    fronts = {
        group: _join(row, shared, group, alive(written, erasures.get(group, ()), causes), causes)
        for group, written in groups.items()
    }
    row.clashes = list(clashes(fronts, causes))
    return row


def alive(written: list[Written], erasures: Iterable[Place], causes: Causes) -> list[Written]:
    """Without the versions that did not know of an erasure of their group."""
    return [one for one in written if all(causes.has_seen(one.place, erasure) for erasure in erasures)]


def frontier(written: list[Written], causes: Causes) -> list[Written]:
    """The versions that no other version has seen."""
    return [one for one in written if not any(causes.has_seen(other.place, one.place) for other in written)]


def winner(front: list[Written], shared: SharedTable, group: str, causes: Causes) -> Written:
    """The version whose values the row shows: the most severe or present where the group says so, then the latest."""
    latest = sorted(front, key=lambda one: (one.version[0], causes.ids[one.version[1]]), reverse=True)
    if shared.rule_of(group) != MOST_SEVERE:
        return latest[0]
    return min(latest, key=lambda one: _severity(one, shared.groups[group][0]))


def clashes(fronts: dict[str, list[Written]], causes: Causes) -> Iterable[tuple[Version, str, Version]]:
    """Each delete that stands with each version of another group, where neither knew of the other."""
    deletes = [one for one in fronts.get("deleted", ()) if one.values.get("deleted")]
    for group, front in fronts.items():
        for one in front if group != "deleted" else ():
            for delete in deletes:
                if not related(delete.place, one.place, causes):
                    yield delete.version, group, one.version


def related(one: Place, other: Place, causes: Causes) -> bool:
    """Whether one of the two entries had seen the other, or they are the same."""
    return one == other or causes.has_seen(one, other) or causes.has_seen(other, one)


def _collect(
    entry: Stored,
    patch: Patch,
    shared: SharedTable,
    groups: dict[str, list[Written]],
    erasures: dict[str, list[Place]],
) -> None:
    for column in patch.columns:
        group = shared.group_of.get(column)
        if group is None:
            continue  # a column of a newer or older schema
        written = groups.setdefault(group, [])
        if patch.op == ERASE:
            erasures.setdefault(group, []).append((entry.no, entry.seq))
            continue
        if not written or written[-1].version != entry.version:
            written.append(Written(entry.version, {}))
        values, value = written[-1].values, new_value(entry.body, patch, column)
        if patch.op == ADD or column in shared.counters:
            before = values.get(column) or 0
            value = REDACTED if REDACTED in (value, before) else before + (value or 0)
        values[column] = value


def _join(row: Woven, shared: SharedTable, group: str, written: list[Written], causes: Causes) -> list[Written]:
    """Give *row* what stands of one group; the versions that stand."""
    if not written:
        row.values.update(dict.fromkeys(shared.groups[group]))
        return []
    if shared.groups[group][0] in shared.counters:
        column = shared.groups[group][0]
        amounts = [one.values[column] for one in written]
        row.values[column] = REDACTED if REDACTED in amounts else sum(amounts)
        row.versions[group] = max(written, key=lambda one: (one.version[0], causes.ids[one.version[1]])).version
        return []
    front = written if len(written) == 1 else frontier(written, causes)
    best = front[0] if len(front) == 1 else winner(front, shared, group, causes)
    row.values.update(best.values)
    row.versions[group] = best.version
    row.siblings += [(group, one) for one in front if one is not best]
    return front


def _severity(one: Written, column: str) -> tuple[bool, Any]:
    value = one.values.get(column)
    return (value is None or value is REDACTED, 0 if value is REDACTED else value or 0)
