"""Opening `console.db`: checks before anything is touched, connections, migrations."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, event

from heyzack_console.domain.errors import StoreDamaged, StoreTooNew, StoreUnavailable
from heyzack_console.storage.faults import translated
from heyzack_console.storage.guard import opened, watch
from heyzack_console.storage.schema import Schema

FILE_NAME = "console.db"
MIGRATIONS = Path(__file__).parent / "migrations"
_MAGIC = b"SQLite format 3\0"
_FULL_CHECK_BYTES = 256 << 20
"""Up to this size the whole file is checked at every start (about 1 s); beyond, damage shows when it is read."""
_BUSY_MS = 5000


def make_engine(path: Path, schema: Schema, *, writer: bool) -> Engine:
    """Connections to the file, guarded; those that only read also refuse every write by themselves."""
    engine = create_engine(f"sqlite:///{path}", pool_size=1 if writer else 4, max_overflow=0, hide_parameters=True)

    def prepare(connection: sqlite3.Connection, record: Any) -> None:
        # The driver would begin transactions late and leave DDL outside them; the "begin" listener does it instead.
        connection.isolation_level = None
        with closing(connection.cursor()) as cursor:
            cursor.execute(f"PRAGMA busy_timeout={_BUSY_MS}")
            cursor.execute("PRAGMA foreign_keys=ON")
            cursor.execute("PRAGMA secure_delete=ON")
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute("PRAGMA synchronous=FULL")
            if not writer:
                cursor.execute("PRAGMA query_only=ON")

    def begin(conn: Any) -> None:
        conn.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", begin)
    watch(engine, schema.guarded)
    return engine


def prepare_file(path: Path) -> None:
    """Look at the file without changing it, and make an empty one, readable by its owner only, where there is none.

    Raises:
        StoreUnavailable: the folder or the file cannot be written.
        StoreTooNew: a newer version of the program wrote it.
        StoreDamaged: it is not a store of ours or fails its checks.
    """
    with translated(path):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists():
                os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
        except OSError as error:
            raise _unwritable(path) from error
        if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
            raise _unwritable(path)
        if path.stat().st_size:
            _check(path)


def migrate(engine: Engine, path: Path, revision: str = "head") -> None:
    """Bring the file to *revision*, all or nothing."""
    with translated(path), engine.connect() as conn, opened(conn), conn.begin():
        config = _alembic()
        config.attributes["connection"] = conn
        command.upgrade(config, revision)


def _alembic() -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config


def _check(path: Path) -> None:
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            raise StoreDamaged(
                f"{path} is not a store of this program. It was left untouched; move it away or restore a backup."
            )
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as conn:
        tables = {name for (name,) in conn.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if tables and "alembic_version" not in tables:
            raise StoreDamaged(
                f"{path} holds tables of another program. It was left untouched; choose another home folder."
            )
        if tables:
            _check_version(path, {revision for (revision,) in conn.execute("SELECT version_num FROM alembic_version")})
        if path.stat().st_size <= _FULL_CHECK_BYTES:
            (verdict,) = conn.execute("PRAGMA quick_check(1)").fetchone()
            if verdict != "ok":
                raise StoreDamaged(
                    f"{path.name} in {path.parent} is damaged. It was left as it is. Move it away and restore the "
                    "newest backup."
                )


def _check_version(path: Path, found: set[str]) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_alembic()).walk_revisions()}
    if found - known:
        raise StoreTooNew(
            f"{path} was written by a newer version of HeyZack Console. It was left untouched; start the newer version."
        )


def _unwritable(path: Path) -> StoreUnavailable:
    return StoreUnavailable(
        f"{path.name} cannot be written. Nothing was changed. Check that you may write to the folder {path.parent}, "
        "or choose another home folder."
    )
