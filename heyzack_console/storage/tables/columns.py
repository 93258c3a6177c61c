"""What all tables are made of."""

from typing import Any

import msgspec
from sqlalchemy import (
    Column,
    Dialect,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    text,
)

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


def shared(name: str, *columns: Column[Any], append_only: bool = False, membership: bool = False) -> Table:
    return Table(
        name,
        metadata,
        Column("key", LargeBinary(16), primary_key=True),
        Column("deleted", Integer, nullable=False, server_default=text("0")),
        Column("_m", Text),
        *columns,
        info={"shared": True, "append_only": append_only, "membership": membership},
    )


def document(name: str, **more: Any) -> Column[Any]:
    return Column(name, Document, **more)


def placed(column: Column[Any]) -> Column[Any]:
    column.info["group"] = "place"
    return column


def in_parts(name: str) -> Table:
    """A table of bytes in parts; the key follows from site, digest (SHA-256) and number of the part."""
    return shared(
        name,
        Column("digest", Text),
        Column("part", Integer),
        Column("parts", Integer),
        Column("data", LargeBinary),
    )
