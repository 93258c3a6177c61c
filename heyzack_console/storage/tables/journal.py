"""The journal, its chains, and who this store belongs to."""

from sqlalchemy import Column, Integer, LargeBinary, Table, Text, UniqueConstraint

from heyzack_console.storage.tables.columns import metadata

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
