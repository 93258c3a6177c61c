"""The journal and what merging needs, in the final format."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables of the journal."""
    _entries()
    _merging()
    _partners()


def _entries() -> None:
    op.create_table(
        "journal",
        sa.Column("pos", sa.Integer, primary_key=True),
        sa.Column("chain", sa.Integer, nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("hash", sa.LargeBinary, nullable=False, unique=True),
        sa.Column("eff", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("actor", sa.LargeBinary, nullable=False),
        sa.Column("arrived", sa.Integer, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary),
        sa.UniqueConstraint("chain", "seq"),
    )
    op.create_index("ix_journal_eff", "journal", ["eff"])
    op.create_table(
        "journal_touch",
        *_keys(("tbl", sa.Text), ("key", sa.LargeBinary), ("pos", sa.Integer)),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "chain",
        sa.Column("no", sa.Integer, primary_key=True),
        sa.Column("id", sa.LargeBinary(16), nullable=False, unique=True),
        sa.Column("console", sa.LargeBinary(16), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("head", sa.LargeBinary, nullable=False),
        sa.Column("eff", sa.Integer, nullable=False),
        sa.Column("covered", sa.Integer, nullable=False),
    )


def _merging() -> None:
    op.create_table(
        "held",
        sa.Column("hash", sa.LargeBinary, primary_key=True),
        sa.Column("chain", sa.LargeBinary(16), nullable=False),
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("raw", sa.LargeBinary, nullable=False),
        sa.Column("body", sa.LargeBinary),
        sa.Column("why", sa.Text, nullable=False),
    )
    op.create_table(
        "sibling",
        *_keys(("tbl", sa.Text), ("key", sa.LargeBinary), ("grp", sa.Text), ("chain", sa.Integer), ("seq", sa.Integer)),
        sa.Column("eff", sa.Integer, nullable=False),
        sa.Column("val", sa.Text),
    )
    op.create_table(
        "delclash",
        *_keys(("tbl", sa.Text), ("key", sa.LargeBinary), ("dchain", sa.Integer), ("dseq", sa.Integer)),
        *_keys(("grp", sa.Text), ("chain", sa.Integer), ("seq", sa.Integer)),
    )
    op.create_table(
        "erased",
        *_keys(("tbl", sa.Text), ("key", sa.LargeBinary), ("grp", sa.Text), ("chain", sa.Integer), ("seq", sa.Integer)),
        sa.Column("eff", sa.Integer, nullable=False),
    )
    op.create_table(
        "clockfix",
        *_keys(("chain", sa.LargeBinary(16)), ("lo", sa.Integer), ("hi", sa.Integer), ("delta", sa.Integer)),
    )


def _partners() -> None:
    op.create_table(
        "baseline",
        *_keys(("tbl", sa.Text), ("key", sa.LargeBinary)),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "head_sig",
        *_keys(("chain", sa.Integer), ("seq", sa.Integer)),
        sa.Column("sig", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.Integer, nullable=False),
    )
    op.create_table(
        "peer",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("epoch", sa.Text),
        sa.Column("cursor", sa.Integer),
        sa.Column("hash", sa.LargeBinary),
        sa.Column("have", sa.LargeBinary),
        sa.Column("last_seen", sa.Integer),
    )
    op.create_table(
        "this_console",
        sa.Column("id", sa.LargeBinary(16), primary_key=True),
        sa.Column("letters", sa.Text, nullable=False),
        sa.Column("offset_ms", sa.Integer, nullable=False),
    )


def _keys(*columns: tuple[str, Any]) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, primary_key=True, autoincrement=False) for name, kind in columns]
