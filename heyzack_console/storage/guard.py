"""The guard before the shared tables: outside a unit of work nothing may write them.

Two nets, because each alone has a hole: the listener sees statements of SQLAlchemy but not plain text; SQLite's
authorizer sees every statement, but only when it is prepared, and drivers keep prepared statements.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, Table, event
from sqlalchemy.sql.dml import UpdateBase

_OPEN = "unit_of_work"
_WRITES = {sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE, sqlite3.SQLITE_DROP_TABLE}


class UnjournalledWrite(Exception):
    """A bug: code tried to write a shared table past the journal."""


def watch(engine: Engine, guarded: frozenset[str]) -> None:
    """Refuse writes to the *guarded* tables on every connection of *engine* that is not opened by `opened`."""

    def refuse_statement(conn: Connection, statement: Any, *_: Any) -> None:
        if isinstance(statement, UpdateBase) and not conn.info.get(_OPEN):
            target = statement.entity_description.get("table")
            if isinstance(target, Table) and target.name in guarded:
                raise UnjournalledWrite(f"write to {target.name} outside a unit of work")

    def authorize_from_now(connection: Any, record: Any) -> None:
        def judge(action: int, subject: str | None, *_: Any) -> int:
            if action in _WRITES and subject in guarded and not record.info.get(_OPEN):
                return sqlite3.SQLITE_DENY
            return sqlite3.SQLITE_OK

        connection.set_authorizer(judge)

    event.listen(engine, "before_execute", refuse_statement)
    event.listen(engine, "connect", authorize_from_now)


@contextmanager
def opened(conn: Connection) -> Iterator[None]:
    """Let this connection write shared tables: for a unit of work or a migration."""
    conn.info[_OPEN] = True
    try:
        yield
    finally:
        conn.info[_OPEN] = False
