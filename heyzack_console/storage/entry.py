"""The bytes of a journal entry: a header that is hashed and chained, and a body whose values can be redacted.

Header, big-endian: "HZJ1", kind u8, schema u16, seq u64, stamp u64, wall u64 (ms), chain 16, console 16, actor 16,
site 16, prev 32, root 32, count u16, then per dep chain 16, seq u64, hash 32. The entry's hash is SHA-256 of it.

Body: form u8 (0 whole, 1 redacted), frame length u32, frame, leaf count u32, then the leaves. Whole: each leaf as
length u32 and bytes, the salt (16) at the end. Redacted: each leaf as 1, its own salt (16), length u32, bytes, or as
0 and its hash (32). Frame: {"m": {"r": 0, "c": command, ...}, "p": [[op, table, key hex, {column: leaf}]...]}.

The bytes are the truth: they are stored, sent and checked as they are, never serialised again.
"""

import hashlib
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property
from typing import Any, Final

import msgspec

MAGIC: Final = b"HZJ1"
MAX_ENTRY_BYTES: Final = 1 << 20
MAX_PATCHES: Final = 1000
NO_HASH: Final = bytes(32)
NO_ID: Final = bytes(16)

INSERT: Final = "i"
UPDATE: Final = "u"
ADD: Final = "+"
ERASE: Final = "x"

_HEAD = struct.Struct(">4sBHQQQ16s16s16s16s32s32sH")
_DEP = struct.Struct(">16sQ32s")
BARE_HEADER: Final = _HEAD.size
"""Bytes of a header that names no other chain."""
_U32 = struct.Struct(">I")
_json = msgspec.json.Encoder()
_sha256 = hashlib.sha256

Ref = int | tuple[int, int] | None
"""Where a column's value lies among the leaves: one leaf, or old and new, or none for an erasure."""


class MalformedEntry(ValueError):
    """Bytes that are no entry of this format."""


class Kind(IntEnum):
    """What an entry is for."""

    CHANGE = 1
    CLOCK = 2
    ERASE = 3
    LOST = 4
    REVIEW = 5
    CHECKPOINT = 6


@dataclass(frozen=True, slots=True)
class Dep:
    """The head of another chain that the writer had applied."""

    chain: bytes
    seq: int
    hash: bytes


@dataclass(frozen=True, slots=True)
class Header:
    """The part of an entry that is hashed; it names no table and no record."""

    kind: Kind
    schema: int
    seq: int
    stamp: int
    wall: int
    chain: bytes
    console: bytes
    actor: bytes
    site: bytes
    prev: bytes
    root: bytes
    deps: tuple[Dep, ...] = ()

    def pack(self) -> bytes:
        """The exact bytes."""
        head = _HEAD.pack(
            MAGIC, self.kind, self.schema, self.seq, self.stamp, self.wall, self.chain, self.console, self.actor,
            self.site, self.prev, self.root, len(self.deps),
        )  # fmt: skip
        return head + b"".join(_DEP.pack(dep.chain, dep.seq, dep.hash) for dep in self.deps)


def parse_header(raw: bytes) -> Header:
    """Read a header.

    Raises:
        MalformedEntry: wrong magic, unknown kind or wrong length.
    """
    if len(raw) < _HEAD.size or raw[:4] != MAGIC:
        raise MalformedEntry("no entry header")
    _, kind, schema, seq, stamp, wall, chain, console, actor, site, prev, root, count = _HEAD.unpack_from(raw)
    if len(raw) != _HEAD.size + count * _DEP.size:
        raise MalformedEntry("header length does not fit its dependencies")
    try:
        known = Kind(kind)
    except ValueError as error:
        raise MalformedEntry(f"unknown kind {kind}") from error
    deps = tuple(Dep(*dep) for dep in _DEP.iter_unpack(raw[_HEAD.size :]))
    return Header(known, schema, seq, stamp, wall, chain, console, actor, site, prev, root, deps)


@dataclass(frozen=True, slots=True)
class Patch:
    """What an entry did to one record."""

    op: str
    table: str
    key: bytes
    columns: dict[str, Ref]


class BodyDraft:
    """Collects the patches of one entry and seals them into body bytes."""

    def __init__(self, reason: str) -> None:
        self._leaves = [leaf_bytes(reason)]
        self._patches: list[tuple[str, str, str, dict[str, Ref]]] = []
        self.size = len(self._leaves[0])
        """Bytes of the leaves and keys so far: a little less than the sealed body."""

    def __len__(self) -> int:
        return len(self._patches)

    def put(self, op: str, table: str, key: bytes, values: dict[str, Any]) -> None:
        """Add a patch whose columns each have one leaf: the new value, or the amount to add."""
        columns: dict[str, Ref] = {name: self._leaf(value) for name, value in values.items()}
        self._add(op, table, key, columns)

    def change(self, table: str, key: bytes, values: dict[str, tuple[Any, Any]]) -> None:
        """Add an update with the old and the new value of each column."""
        columns: dict[str, Ref] = {name: (self._leaf(old), self._leaf(new)) for name, (old, new) in values.items()}
        self._add(UPDATE, table, key, columns)

    def erase(self, table: str, key: bytes, columns: Iterable[str]) -> None:
        """Add an erasure, which carries no value."""
        self._add(ERASE, table, key, dict.fromkeys(columns))

    def _leaf(self, value: Any) -> int:
        data = leaf_bytes(value)
        self._leaves.append(data)
        self.size += len(data) + 4
        return len(self._leaves) - 1

    def _add(self, op: str, table: str, key: bytes, columns: dict[str, Ref]) -> None:
        self._patches.append((op, table, key.hex(), columns))
        self.size += 48 + len(table) + sum(len(name) + 16 for name in columns)

    def seal(self, meta: dict[str, Any], salt: bytes) -> tuple[bytes, bytes]:
        """The body bytes and their root; *meta* says what goes beside the reason: command, undone entry, batch."""
        frame = _json.encode({"m": {"r": 0, **meta}, "p": self._patches})
        hashes = [_leaf_hash(leaf_salt(salt, number), data) for number, data in enumerate(self._leaves)]
        parts = [b"\0", _U32.pack(len(frame)), frame, _U32.pack(len(self._leaves))]
        for data in self._leaves:
            parts += (_U32.pack(len(data)), data)
        parts.append(salt)
        return b"".join(parts), _root(frame, hashes)


class Body:
    """A body as read from its bytes; a leaf is None where its value was redacted."""

    def __init__(self, raw: bytes) -> None:
        """Raises MalformedEntry for bytes that are no body, and for one beyond the limits."""
        if len(raw) > MAX_ENTRY_BYTES:
            raise MalformedEntry("body too long")
        try:
            self.frame, self._leaves = _parsed(raw)
            content = msgspec.json.decode(self.frame, type=_Frame)
            self.patches = tuple(Patch(op, table, bytes.fromhex(key), cols) for op, table, key, cols in content.p)
        except (struct.error, IndexError, msgspec.DecodeError, ValueError) as error:
            raise MalformedEntry(f"unreadable body: {error}") from error
        self.meta = content.m
        if len(self.patches) > MAX_PATCHES:
            raise MalformedEntry("too many patches")
        if any(not 0 <= number < len(self._leaves) for number in self._named_leaves()):
            raise MalformedEntry("a patch names a leaf that is not there")

    @cached_property
    def by_record(self) -> dict[tuple[str, bytes], list[Patch]]:
        """The patches of each record, in their order."""
        found: dict[tuple[str, bytes], list[Patch]] = {}
        for patch in self.patches:
            found.setdefault((patch.table, patch.key), []).append(patch)
        return found

    @property
    def reason(self) -> str:
        """Why it was done, in the words of who did it; empty where that was redacted."""
        return str(self.value(0)) if self._leaves and self.has(0) else ""

    def root(self) -> bytes:
        """The commitment that the header must carry."""
        return _root(self.frame, [leaf.hash() for leaf in self._leaves])

    def has(self, number: int) -> bool:
        """Whether leaf *number* is still readable."""
        return self._leaves[number].data is not None

    def value(self, number: int) -> Any:
        """The value of leaf *number*; None where it was redacted (ask `has`)."""
        data = self._leaves[number].data
        return None if data is None else leaf_value(data)

    def redact(self, numbers: Iterable[int]) -> bytes:
        """The bytes of this body without the leaves *numbers*, and without the salt that would let them be guessed."""
        gone = set(numbers)
        parts = [b"\1", _U32.pack(len(self.frame)), self.frame, _U32.pack(len(self._leaves))]
        for number, leaf in enumerate(self._leaves):
            if leaf.data is None or number in gone:
                parts += (b"\0", leaf.hash())
            else:
                parts += (b"\1", leaf.proof, _U32.pack(len(leaf.data)), leaf.data)
        return b"".join(parts)

    def _named_leaves(self) -> Iterator[int]:
        for patch in self.patches:
            for ref in patch.columns.values():
                if isinstance(ref, int):
                    yield ref
                elif ref is not None:
                    yield from ref


@dataclass(frozen=True, slots=True)
class _Leaf:
    data: bytes | None
    proof: bytes
    """Its salt, or for a redacted leaf its hash."""

    def hash(self) -> bytes:
        return self.proof if self.data is None else _leaf_hash(self.proof, self.data)


class _Frame(msgspec.Struct):
    m: dict[str, Any]
    p: list[tuple[str, str, str, dict[str, int | tuple[int, int] | None]]]


def _parsed(raw: bytes) -> tuple[bytes, list[_Leaf]]:
    form = raw[0]
    frame, at = _chunk(raw, 1)
    (count,) = _U32.unpack_from(raw, at)
    if form not in {0, 1} or count > len(raw):
        raise MalformedEntry("unknown body form")
    leaves, at = (_redacted_leaves if form else _whole_leaves)(raw, at + 4, count)
    if at != len(raw):
        raise MalformedEntry("body length does not fit its leaves")
    return frame, leaves


def _whole_leaves(raw: bytes, at: int, count: int) -> tuple[list[_Leaf], int]:
    found = []
    for _ in range(count):
        data, at = _chunk(raw, at)
        found.append(data)
    salt = _exactly(raw, at, 16)
    return [_Leaf(data, leaf_salt(salt, number)) for number, data in enumerate(found)], at + 16


def _redacted_leaves(raw: bytes, at: int, count: int) -> tuple[list[_Leaf], int]:
    leaves = []
    for _ in range(count):
        if raw[at] == 1:
            salt = _exactly(raw, at + 1, 16)
            data, at = _chunk(raw, at + 17)
            leaves.append(_Leaf(data, salt))
        elif raw[at] == 0:
            leaves.append(_Leaf(None, _exactly(raw, at + 1, 32)))
            at += 33
        else:
            raise MalformedEntry("unknown form of a leaf")
    return leaves, at


def _exactly(raw: bytes, at: int, length: int) -> bytes:
    if at + length > len(raw):
        raise MalformedEntry("body ends early")
    return raw[at : at + length]


def _chunk(raw: bytes, at: int) -> tuple[bytes, int]:
    (length,) = _U32.unpack_from(raw, at)
    return _exactly(raw, at + 4, length), at + 4 + length


def leaf_bytes(value: Any) -> bytes:
    """A value of a column as JSON; bytes become {"$b": hex}.

    Raises:
        ValueError: a value that would not come back as it was: NaN, infinity, a document of the one name "$b".
    """
    if type(value) is bytes:
        return b'{"$b":"' + value.hex().encode() + b'"}'
    if type(value) is float and value - value != 0.0:
        raise ValueError("a column cannot hold NaN or infinity")
    if type(value) is dict and value.keys() == {"$b"}:
        raise ValueError('a document cannot consist of "$b" alone')
    return _json.encode(value)


def leaf_value(data: bytes) -> Any:
    """The value that `leaf_bytes` was given."""
    value = msgspec.json.decode(data)
    if isinstance(value, dict) and value.keys() == {"$b"}:
        return bytes.fromhex(value["$b"])
    return value


def leaf_salt(salt: bytes, number: int) -> bytes:
    """The salt of one leaf, from which the entry's salt cannot be found."""
    return _sha256(salt + _U32.pack(number)).digest()[:16]


def _leaf_hash(salt: bytes, data: bytes) -> bytes:
    return _sha256(b"\0" + salt + data).digest()


def _root(frame: bytes, hashes: list[bytes]) -> bytes:
    return _sha256(b"\1" + _sha256(frame).digest() + b"".join(hashes)).digest()


def entry_hash(raw: bytes) -> bytes:
    """The identity of an entry: SHA-256 of its header."""
    return _sha256(raw).digest()
