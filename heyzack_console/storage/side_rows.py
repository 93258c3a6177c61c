"""What lies beside a row: the versions that lost without having been seen, and deletes that met an edit."""

from collections.abc import Collection
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Table, delete, exists, insert, select

from heyzack_console.storage.entry import leaf_bytes, leaf_value
from heyzack_console.storage.history import REDACTED
from heyzack_console.storage.tables.journal import delclash, sibling
from heyzack_console.storage.weave import Woven

_raw = msgspec.json.Decoder(dict[str, msgspec.Raw])


def replace(conn: Connection, table: str, key: bytes, row: Woven) -> None:
    """Lay beside the row what *row* says, in place of what lies there."""
    for side in (sibling, delclash):
        conn.execute(delete(side).where(_of(side, table, key)))
    for group, lost in row.siblings:
        eff, no, seq = lost.version
        known = {"tbl": table, "key": key, "grp": group, "chain": no, "seq": seq}
        conn.execute(insert(sibling).values(**known, eff=eff, val=as_text(lost.values)))
    for (_, dchain, dseq), group, (_, no, seq) in row.clashes:
        pair = {"tbl": table, "key": key, "grp": group, "chain": no, "seq": seq, "dchain": dchain, "dseq": dseq}
        conn.execute(insert(delclash).values(**pair))


def any_there(conn: Connection) -> bool:
    """Whether any record has something beside it; most stores have nothing."""
    return bool(conn.execute(select(exists(select(sibling.c.tbl)) | exists(select(delclash.c.tbl)))).scalar())


def settled(conn: Connection, table: str, key: bytes, groups: Collection[str]) -> None:
    """Somebody who has seen everything here wrote *groups*: what lay beside them is settled."""
    conn.execute(delete(sibling).where(_of(sibling, table, key) & sibling.c.grp.in_(groups)))
    clash = _of(delclash, table, key)
    conn.execute(delete(delclash).where(clash if "deleted" in groups else clash & delclash.c.grp.in_(groups)))


def as_text(values: dict[str, Any]) -> str:
    """Values by column as they are kept beside a row; erased ones are left out."""
    kept = {column: msgspec.Raw(leaf_bytes(value)) for column, value in values.items() if value is not REDACTED}
    return msgspec.json.encode(kept).decode()


def from_text(text: str) -> dict[str, Any]:
    """What `as_text` was given."""
    return {column: leaf_value(bytes(value)) for column, value in _raw.decode(text).items()}


def _of(side: Table, table: str, key: bytes) -> ColumnElement[bool]:
    return (side.c.tbl == table) & (side.c.key == key)
