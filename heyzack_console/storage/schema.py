"""What the journal must know of the shared tables: their column groups, counters and append-only records."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from sqlalchemy import Insert, MetaData, Select, Table, Update, bindparam, insert, select, update


class SharedTable:
    """A shared table with its column groups."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.name = table.name
        self.append_only = bool(table.info.get("append_only"))
        self.group_of = {c.name: str(c.info.get("group", c.name)) for c in table.c if c.name not in {"key", "_m"}}
        self.counters = frozenset(c.name for c in table.c if c.info.get("counter"))

    @cached_property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """Group -> its columns, in the order of the table."""
        found: dict[str, tuple[str, ...]] = {}
        for column, group in self.group_of.items():
            found[group] = (*found.get(group, ()), column)
        return found

    @cached_property
    def select_row(self) -> Select[Any]:
        """One row by `b_key`."""
        return select(self.table).where(self.table.c.key == bindparam("b_key"))

    @cached_property
    def insert_row(self) -> Insert:
        """An insert of whatever columns the parameters name."""
        return insert(self.table)

    @cached_property
    def change_row(self) -> Update:
        """An update of the row `b_key` in whatever columns the parameters name."""
        return update(self.table).where(self.table.c.key == bindparam("b_key"))

    def columns_of(self, columns: Iterable[str]) -> tuple[str, ...]:
        """*columns* and all others of their groups."""
        wanted = dict.fromkeys(self.group_of[column] for column in columns)
        return tuple(column for group in wanted for column in self.groups[group])

    def blank(self) -> dict[str, Any]:
        """The values of a row of which nothing is known yet."""
        return {column: 0 if column == "deleted" else None for column in self.group_of}


class Schema:
    """The shared tables by name."""

    def __init__(self, source: MetaData, number: int) -> None:
        self.number = number
        """The schema number that entries carry."""
        self.tables = {t.name: SharedTable(t) for t in source.sorted_tables if t.info.get("shared")}
        self.guarded = frozenset(self.tables) | {"journal", "journal_touch", "chain", "erased", "sibling", "delclash"}

        """Tables that only a unit of work may write."""

    def __getitem__(self, name: str) -> SharedTable:
        return self.tables[name]
