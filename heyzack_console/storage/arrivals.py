"""Entries from elsewhere as they come in: checked against their own hashes before anything is believed."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Boolean, Column, Float, Integer, LargeBinary, Text

from heyzack_console.storage.entry import ERASE, Body, Header, MalformedEntry, Patch, entry_hash, parse_header
from heyzack_console.storage.history import REDACTED, new_value
from heyzack_console.storage.schema import Schema, SharedTable
from heyzack_console.storage.tables.columns import Document

LARGEST_HEADER = 161 + 56 * 4096
LARGEST_NUMBER = 2**63 - 1
"""What SQLite's INTEGER holds (sqlite.org/datatype3.html)."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry that agrees with itself; whether it can be applied is another question."""

    raw: bytes
    body: bytes
    hash: bytes
    header: Header
    content: Body


def arrival(raw: bytes, body: bytes) -> Arrival:
    """Read an entry that came from elsewhere.

    Raises:
        MalformedEntry: it is none, is beyond the limits, or its content is not what its header vouches for.
    """
    if len(raw) > LARGEST_HEADER:
        raise MalformedEntry("the header is too long")
    header, content = parse_header(raw), Body(body)
    if not (0 < header.seq <= LARGEST_NUMBER and header.stamp <= LARGEST_NUMBER):
        raise MalformedEntry("a number is beyond all measure")
    if content.root() != header.root:
        raise MalformedEntry("the content was changed")
    return Arrival(raw, body, entry_hash(raw), header, content)


def understood(content: Body, schema: Schema) -> bool:
    """Whether every value fits its column here; tables and columns of a newer version are left for later."""
    return all(
        _fits(content, patch, schema.tables[patch.table]) for patch in content.patches if patch.table in schema.tables
    )


def _fits(content: Body, patch: Patch, shared: SharedTable) -> bool:
    if patch.op == ERASE:
        return all(ref is None for ref in patch.columns.values())
    known = (column for column in patch.columns if column in shared.group_of)
    return len(patch.key) == len(patch.key[:64]) and all(
        patch.columns[column] is not None
        and _value_fits(new_value(content, patch, column), shared.table.c[column], shared)
        for column in known
    )


def _value_fits(value: Any, column: Column[Any], shared: SharedTable) -> bool:
    if value is None or value is REDACTED or isinstance(column.type, Document):
        return value is not None or column.name not in {"deleted", *shared.counters}
    if isinstance(column.type, Integer):
        return type(value) is int and abs(value) <= LARGEST_NUMBER
    kinds: tuple[tuple[type, tuple[type, ...]], ...] = (
        (Boolean, (bool, int)), (Float, (int, float)), (LargeBinary, (bytes,)), (Text, (str,)),
    )  # fmt: skip
    return any(isinstance(column.type, kind) and isinstance(value, allowed) for kind, allowed in kinds)
