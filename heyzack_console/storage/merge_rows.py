"""Rows after a merge: each record that an entry touched is made anew from all its entries."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from heyzack_console.storage import side_rows
from heyzack_console.storage.causes import Causes
from heyzack_console.storage.entry import INSERT, Body
from heyzack_console.storage.history import Shelf, new_value
from heyzack_console.storage.schema import Schema, SharedTable
from heyzack_console.storage.tables.journal import journal_touch
from heyzack_console.storage.versions import mark_of
from heyzack_console.storage.weave import weave


class Rows:
    """Gathers what was touched, in the order of causes, and writes it once at the end."""

    def __init__(self, conn: Connection, schema: Schema, causes: Causes) -> None:
        self._conn = conn
        self._schema = schema
        self._causes = causes
        self._touched: dict[tuple[str, bytes], None] = {}
        self._coming: set[tuple[str, bytes]] = set()
        self.written: list[tuple[str, bytes]] = []

    def touch(self, content: Body) -> None:
        """The entry of *content* was applied."""
        self._touched.update(dict.fromkeys(content.by_record))
        self._coming.update((patch.table, patch.key) for patch in content.patches if patch.op == INSERT)

    def touch_entries(self, positions: Iterable[int]) -> None:
        """The entries at *positions* count otherwise than before."""
        for pos in positions:
            records = select(journal_touch.c.tbl, journal_touch.c.key).where(journal_touch.c.pos == pos)
            self._touched.update(dict.fromkeys((row.tbl, row.key) for row in self._conn.execute(records)))

    def references_hold(self, content: Body) -> bool:
        """Whether every record that *content* refers to is there or comes with what was applied before it."""
        own = {(patch.table, patch.key) for patch in content.patches if patch.op == INSERT}
        for patch in content.patches:
            shared = self._schema.tables.get(patch.table)
            for column, table in shared.refers_to.items() if shared is not None else ():
                target = new_value(content, patch, column) if patch.columns.get(column) is not None else None
                if isinstance(target, bytes) and (table, target) not in own and not self._there(table, target):
                    return False
        return True

    def write(self) -> None:
        """Write each touched row and what lies beside it. References are checked when the transaction ends."""
        self._conn.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        shelf = Shelf(self._conn)
        for table, key in self._touched:
            shared = self._schema.tables.get(table)
            row = weave(shelf.of_record(table, key), shared, key, self._causes) if shared is not None else None
            if shared is None or row is None:
                continue
            values = {"_m": mark_of(row.versions), **row.shown()}
            if self._stored(shared, key):
                self._conn.execute(shared.change_row, {"b_key": key, **values})
            else:
                self._conn.execute(shared.insert_row, {"key": key, **values})
            side_rows.replace(self._conn, table, key, row)
            self.written.append((table, key))

    def _there(self, table: str, key: bytes) -> bool:
        return (table, key) in self._coming or self._stored(self._schema[table], key)

    def _stored(self, shared: SharedTable, key: bytes) -> bool:
        return self._conn.execute(shared.select_row, {"b_key": key}).first() is not None
