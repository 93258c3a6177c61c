"""The bytes of an entry, checked against a second reading of the format that shares no code with the first."""

import hashlib
import json
import struct
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.storage.entry import (
    Body,
    BodyDraft,
    Dep,
    Header,
    Kind,
    MalformedEntry,
    entry_hash,
    leaf_bytes,
    leaf_value,
    parse_header,
)

ID = st.binary(min_size=16, max_size=16)
HASH = st.binary(min_size=32, max_size=32)
U64 = st.integers(0, 2**64 - 1)
SCALARS = (
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
)
VALUES = SCALARS | st.text(max_size=20) | st.binary(max_size=20)
HEADERS = st.builds(
    Header, kind=st.sampled_from(Kind), schema=st.integers(0, 65535), seq=U64, stamp=U64, wall=U64, chain=ID,
    console=ID, actor=ID, site=ID, prev=HASH, root=HASH,
    deps=st.lists(st.builds(Dep, chain=ID, seq=U64, hash=HASH), max_size=3).map(tuple),
)  # fmt: skip
COLUMNS = st.dictionaries(st.text(min_size=1, max_size=8), st.tuples(VALUES, VALUES), min_size=1, max_size=4)


def sealed(reason: str, columns: dict[str, tuple[Any, Any]], salt: bytes) -> tuple[bytes, bytes]:
    draft = BodyDraft(reason)
    draft.change("note", b"k" * 16, columns)
    return draft.seal({"c": "edit"}, salt)


def second_reading(body: bytes) -> tuple[dict[str, Any], list[bytes], bytes]:
    """Frame, leaves and root of a whole body, from the description of the format alone."""
    assert body[0] == 0
    at = 1
    length = int.from_bytes(body[at : at + 4], "big")
    frame = body[at + 4 : at + 4 + length]
    at += 4 + length
    count = int.from_bytes(body[at : at + 4], "big")
    at += 4
    leaves = []
    for _ in range(count):
        size = int.from_bytes(body[at : at + 4], "big")
        leaves.append(body[at + 4 : at + 4 + size])
        at += 4 + size
    salt = body[at:]
    digest = hashlib.sha256(b"\x01" + hashlib.sha256(frame).digest())
    for number, leaf in enumerate(leaves):
        own = hashlib.sha256(salt + number.to_bytes(4, "big")).digest()[:16]
        digest.update(hashlib.sha256(b"\x00" + own + leaf).digest())
    return json.loads(frame), leaves, digest.digest()


@given(HEADERS)
@settings(max_examples=60)
def test_a_header_lies_at_the_offsets_of_the_format(header: Header):
    raw = header.pack()
    assert len(raw) == 161 + 56 * len(header.deps)
    assert raw[:4] == b"HZJ1"
    assert raw[4] == header.kind
    assert struct.unpack(">HQQQ", raw[5:31]) == (header.schema, header.seq, header.stamp, header.wall)
    assert raw[31:95] == header.chain + header.console + header.actor + header.site
    assert raw[95:159] == header.prev + header.root
    assert int.from_bytes(raw[159:161], "big") == len(header.deps)
    tail = b"".join(dep.chain + dep.seq.to_bytes(8, "big") + dep.hash for dep in header.deps)
    assert raw[161:] == tail
    assert entry_hash(raw) == hashlib.sha256(raw).digest()
    assert parse_header(raw) == header


@given(st.text(max_size=30), COLUMNS, st.binary(min_size=16, max_size=16))
@settings(max_examples=60)
def test_a_body_commits_to_its_values_as_the_format_says(reason: str, columns: dict[str, tuple[Any, Any]], salt: bytes):
    raw, root = sealed(reason, columns, salt)
    frame, leaves, expected = second_reading(raw)
    assert root == expected
    assert Body(raw).root() == expected
    assert frame["m"] == {"r": 0, "c": "edit"}
    assert json.loads(leaves[0]) == reason
    op, table, key, named = frame["p"][0]
    assert (op, table, bytes.fromhex(key)) == ("u", "note", b"k" * 16)
    assert {c: (leaf_value(leaves[a]), leaf_value(leaves[b])) for c, (a, b) in named.items()} == columns


@given(VALUES)
def test_a_value_comes_back_from_its_leaf_with_its_type(value: Any):
    back = leaf_value(leaf_bytes(value))
    assert back == value
    assert type(back) is type(value)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"$b": "00"}])
def test_a_value_that_would_not_come_back_is_refused(value: Any):
    with pytest.raises(ValueError, match="cannot"):
        leaf_bytes(value)


@given(st.text(max_size=30), COLUMNS, st.data())
@settings(max_examples=60)
def test_a_redacted_body_keeps_its_root_and_neither_value_nor_salt(
    reason: str, columns: dict[str, tuple[Any, Any]], data: st.DataObject
):
    salt = b"the salt is here"
    raw, root = sealed(reason, columns, salt)
    gone = data.draw(st.sets(st.integers(0, 2 * len(columns)), min_size=1))
    body = Body(Body(raw).redact(gone))
    assert body.root() == root
    assert {n for n in range(2 * len(columns) + 1) if not body.has(n)} == gone
    again = Body(body.redact({0}))
    assert again.root() == root
    assert not again.has(0)
    assert salt not in body.redact(())


@given(st.binary(max_size=200))
def test_bytes_that_are_no_entry_are_refused_with_one_error(raw: bytes):
    for read in (parse_header, Body):
        try:
            read(raw)
        except MalformedEntry:
            continue
        assert read is Body  # chance may hit a body, never a header


@given(COLUMNS, st.data())
@settings(max_examples=60)
def test_a_changed_byte_of_a_body_is_unreadable_or_gives_another_root(
    columns: dict[str, tuple[Any, Any]], data: st.DataObject
):
    raw, root = sealed("why", columns, b"s" * 16)
    for form in (raw, Body(raw).redact({1})):
        at = data.draw(st.integers(0, len(form) - 1))
        bent = form[:at] + bytes([form[at] ^ data.draw(st.integers(1, 255))]) + form[at + 1 :]
        with suppress(MalformedEntry):
            assert Body(bent).root() != root


def test_a_body_beyond_the_limit_of_patches_is_refused():
    draft = BodyDraft("")
    for number in range(1001):
        draft.put("i", "note", number.to_bytes(16, "big"), {"title": "x"})
    raw, _ = draft.seal({"c": "import"}, b"s" * 16)
    with pytest.raises(MalformedEntry, match="too many"):
        Body(raw)
