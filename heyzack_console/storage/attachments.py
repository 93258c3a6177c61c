"""Bytes by what they hold, in parts that fit an entry of the journal: pictures of plans, files of notes."""

import hashlib
from collections.abc import Mapping

from sqlalchemy import Connection, Table, select

from heyzack_console.domain.errors import NotFound
from heyzack_console.storage.keys import world_key
from heyzack_console.storage.work import Draft

PART_BYTES = 96 * 1024
"""An entry writes bytes as hex and holds 256 KiB before the next one is begun."""


def digest_of(data: bytes) -> str:
    """The name of *data*: its SHA-256 in hex."""
    return hashlib.sha256(data).hexdigest()


def put_bytes(draft: Draft, table: Table, here: bytes, wanted: Mapping[str, bytes]) -> None:
    """Write *wanted* (by digest) for the site with the key *here*; what is there already is left alone."""
    name = str(table.name)
    for digest, data in wanted.items():
        parts = [data[at : at + PART_BYTES] for at in range(0, len(data), PART_BYTES)]
        for number, part in enumerate(parts):
            key = world_key(here, name, f"{digest}/{number}")
            values = {"digest": digest, "part": number, "parts": len(parts), "data": part}
            draft.put(name, key, values)


def read_bytes(conn: Connection, table: Table, digest: str, missing: str) -> bytes:
    """The bytes that *digest* names; what was taken back is still there.

    Raises:
        NotFound: they are not whole in this home; *missing* says it.
    """
    wanted = select(table.c.data).where(table.c.digest == digest).order_by(table.c.part)
    data = b"".join(bytes(row) for row in conn.execute(wanted).scalars())
    if digest_of(data) != digest:
        raise NotFound(missing)
    return data
