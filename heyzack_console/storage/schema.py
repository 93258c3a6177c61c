"""What the journal must know of the shared tables: their column groups, counters and append-only records."""

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from sqlalchemy import Insert, MetaData, Select, Table, Update, bindparam, insert, select, update

MOST_SEVERE = "most severe"
"""Column `info` "rule": of versions that did not know of one another the one with the smallest value wins."""


class SharedTable:
    """A shared table with its column groups."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.name = table.name
        self.append_only = bool(table.info.get("append_only"))
        self.group_of = {c.name: str(c.info.get("group", c.name)) for c in table.c if c.name not in {"key", "_m"}}
        self._most_severe = {str(c.info.get("group", c.name)) for c in table.c if c.info.get("rule") == MOST_SEVERE}
        if table.info.get("membership"):
            self._most_severe.add("deleted")  # present (0) wins over removed (1)
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

    @cached_property
    def refers_to(self) -> dict[str, str]:
        """Column -> the table whose key it holds."""
        return {c.name: key.column.table.name for c in self.table.c for key in c.foreign_keys}

    def rule_of(self, group: str) -> str:
        """How versions of *group* that knew nothing of one another are settled: MOST_SEVERE, or "": the latest."""
        return MOST_SEVERE if group in self._most_severe else ""

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
