"""The tables of `console.db`.

Every shared table has `key`, `deleted` and `_m` (compact JSON: group -> [eff, local chain number, seq] of the winning
version). Nothing but the key is unique and nothing is NOT NULL, so that rows of consoles that were apart can always
be merged. Column `info`: "group" names the columns that are written, won and lost together; "counter" marks a column
that is only ever added to. Table `info`: "append_only" marks records that are never edited, only followed by others.
"""

from typing import Any

import msgspec
from sqlalchemy import (
    Boolean,
    Column,
    Dialect,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from heyzack_console.storage.schema import Schema

SCHEMA = 3
"""The schema number that entries carry; it is the number of the newest migration."""

metadata = MetaData()


class Document(TypeDecorator[Any]):
    """JSON as text. SQLAlchemy's own JSON type has numeric affinity on SQLite, which turns 1e2 into 100."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:
        """Values as SQLite gets them."""
        return None if value is None else msgspec.json.encode(value).decode()

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:
        """Values as callers get them; tuples come back as lists."""
        return None if value is None else msgspec.json.decode(value)


journal = Table(
    "journal",
    metadata,
    Column("pos", Integer, primary_key=True),
    Column("chain", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("hash", LargeBinary, nullable=False, unique=True),
    Column("eff", Integer, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("actor", LargeBinary, nullable=False),
    Column("arrived", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("body", LargeBinary),
    UniqueConstraint("chain", "seq"),
)

journal_touch = Table(
    "journal_touch",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("pos", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

chain = Table(
    "chain",
    metadata,
    Column("no", Integer, primary_key=True),
    Column("id", LargeBinary(16), nullable=False, unique=True),
    Column("console", LargeBinary(16), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("head", LargeBinary, nullable=False),
    Column("eff", Integer, nullable=False),
    Column("covered", Integer, nullable=False),
)

held = Table(
    "held",
    metadata,
    Column("hash", LargeBinary, primary_key=True),
    Column("chain", LargeBinary(16), nullable=False),
    Column("seq", Integer, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("body", LargeBinary),
    Column("why", Text, nullable=False),
)

sibling = Table(
    "sibling",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("grp", Text, primary_key=True),
    Column("chain", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("eff", Integer, nullable=False),
    Column("val", Text),
)

delclash = Table(
    "delclash",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("dchain", Integer, primary_key=True, autoincrement=False),
    Column("dseq", Integer, primary_key=True, autoincrement=False),
    Column("grp", Text, primary_key=True),
    Column("chain", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
)

erased = Table(
    "erased",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("grp", Text, primary_key=True),
    Column("chain", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("eff", Integer, nullable=False),
)

clockfix = Table(
    "clockfix",
    metadata,
    Column("chain", LargeBinary(16), primary_key=True),
    Column("lo", Integer, primary_key=True, autoincrement=False),
    Column("hi", Integer, primary_key=True, autoincrement=False),
    Column("delta", Integer, primary_key=True, autoincrement=False),
)

baseline = Table(
    "baseline",
    metadata,
    Column("tbl", Text, primary_key=True),
    Column("key", LargeBinary, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

head_sig = Table(
    "head_sig",
    metadata,
    Column("chain", Integer, primary_key=True, autoincrement=False),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("sig", LargeBinary, nullable=False),
    Column("at", Integer, nullable=False),
)

peer = Table(
    "peer",
    metadata,
    Column("id", Text, primary_key=True),
    Column("epoch", Text),
    Column("cursor", Integer),
    Column("hash", LargeBinary),
    Column("have", LargeBinary),
    Column("last_seen", Integer),
)

this_console = Table(
    "this_console",
    metadata,
    Column("id", LargeBinary(16), primary_key=True),
    Column("letters", Text, nullable=False),
    Column("offset_ms", Integer, nullable=False),
)
"""One row: who this store belongs to, and trusted time minus the wall clock as last measured."""


def _shared(name: str, *columns: Column[Any], append_only: bool = False) -> Table:
    return Table(
        name,
        metadata,
        Column("key", LargeBinary(16), primary_key=True),
        Column("deleted", Integer, nullable=False, server_default=text("0")),
        Column("_m", Text),
        *columns,
        info={"shared": True, "append_only": append_only},
    )


def _doc(name: str, **more: Any) -> Column[Any]:
    return Column(name, Document, **more)


def _place(column: Column[Any]) -> Column[Any]:
    column.info["group"] = "place"
    return column


site = _shared(
    "site",
    Column("name", Text),
    Column("time_zone", Text),
    Column("kind", Text),
    Column("demo", Boolean),
)

floor = _shared(
    "floor",
    Column("site", LargeBinary(16), ForeignKey("site.key")),
    Column("code", Text),
    Column("level", Integer),
    Column("name", Text),
    Column("width", Float, info={"group": "plan"}),
    Column("height", Float, info={"group": "plan"}),
    _doc("strokes", info={"group": "plan"}),
)

zone = _shared(
    "zone",
    Column("floor", LargeBinary(16), ForeignKey("floor.key")),
    Column("code", Text),
    Column("name", Text),
    Column("number", Text),
    Column("kind", Text),
    _doc("outline"),
    Column("capacity", Integer),
)

device = _shared(
    "device",
    Column("site", LargeBinary(16), ForeignKey("site.key")),
    Column("code", Text),
    Column("name", Text),
    Column("category", Text),
    Column("product", Text),
    Column("model", Text),
    Column("gateway", Text, info={"group": "parent"}),
    Column("cid", Text, info={"group": "parent"}),
    Column("host", Text, info={"group": "address"}),
    Column("port", Integer, info={"group": "address"}),
    Column("version", Text, info={"group": "address"}),
    _place(Column("floor", LargeBinary(16), ForeignKey("floor.key"))),
    _place(Column("x", Float)),
    _place(Column("y", Float)),
    _place(Column("zone", LargeBinary(16), ForeignKey("zone.key"))),
    _doc("points"),
    Column("sleeper", Boolean),
    Column("serves", Text),
)
"""*code* is Tuya's id; the local key is not here: it lies in the secret store under that id."""

person = _shared(
    "person",
    Column("name", Text),
    Column("role", Text),
)

setting = _shared(
    "setting",
    Column("name", Text),
    _doc("value"),
)

alert_event = _shared(
    "alert_event",
    Column("alert", LargeBinary(16)),
    Column("device", Text),
    Column("rule", Text),
    Column("trigger", Text),
    Column("at", Integer),
    Column("priority", Integer),
    Column("condition", Text),
    Column("code", Text),
    _doc("value"),
    Column("unit", Text),
    Column("limit", Float),
    Column("answers", LargeBinary(16)),
    Column("parent", LargeBinary(16)),
    Column("note", Text),
    Column("by", Text),
    append_only=True,
)
Index("alert_event_of_alert", alert_event.c.alert, alert_event.c.at)
Index("alert_event_at", alert_event.c.at)

alert_open = Table(
    "alert_open",
    metadata,
    Column("alert", LargeBinary(16), primary_key=True),
    Column("first", LargeBinary(16), nullable=False),
)
"""Local, derived from the events: alerts that are not normal, and the event with which that began."""

device_order = _shared(
    "device_order",
    Column("device", Text),
    _doc("values"),
    Column("made_at", Integer),
    Column("expires_at", Integer),
    Column("by", Text),
    append_only=True,
)
Index("device_order_of_device", device_order.c.device, device_order.c.made_at)
Index("device_order_made_at", device_order.c.made_at)

order_event = _shared(
    "order_event",
    Column("order", LargeBinary(16), ForeignKey("device_order.key")),
    Column("state", Text),
    Column("at", Integer),
    Column("stage", Text),
    Column("text", Text),
    Column("path", Text),
    append_only=True,
)
Index("order_event_of_order", order_event.c.order, order_event.c.at)

cloud_project = _shared(
    "cloud_project",
    Column("code", Text),
    Column("access_id", Text),
    Column("region", Text),
    Column("base_url", Text),
    Column("queue_url", Text),
    Column("queue_suffix", Text),
    Column("queue_topic", Text),
    Column("calls_per_month", Integer),
    Column("messages_per_month", Integer),
    Column("background_share", Float),
    Column("subscription_ends", Integer),
)
"""*code* is the access id and its data centre; the access secret is not here: it lies in the secret store."""

cloud_member = Table(
    "cloud_member",
    metadata,
    Column("project", Text, primary_key=True),
    Column("device", Text, primary_key=True),
    Column("cloud_id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("online", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""Local: what each project listed when it was last asked."""

cloud_counter = Table(
    "cloud_counter",
    metadata,
    Column("project", Text, primary_key=True),
    Column("month", Text, primary_key=True),
    Column("calls", Integer, nullable=False),
    Column("messages", Integer, nullable=False),
    sqlite_with_rowid=False,
)
"""Local: what this console asked and received in a month ('2026-11', UTC)."""


SHARED = Schema(metadata, SCHEMA)
"""What this version of the program knows."""
