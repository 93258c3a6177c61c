"""Opens the telemetry file: pragmas, migrations, the run that was killed."""

import contextlib
from functools import partial
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

from heyzack_console.domain.errors import StoreTooNew
from heyzack_console.storage.faults import translated

_SCRIPTS = Path(__file__).parent / "migrations"


def open_samples(file: Path, max_pages: int = 0) -> Engine:
    """Open or make *file* and bring it to the newest form.

    WAL with synchronous=NORMAL: a power cut may take the last moments of telemetry, never the records, which live in
    another file.

    Raises:
        StoreTooNew: a newer version wrote it; it is left untouched.
        StoreUnavailable, StoreDamaged, StoreFull: with the words for the operator.
    """
    engine = create_engine(f"sqlite:///{file}", connect_args={"check_same_thread": False})
    event.listen(engine, "connect", partial(_prepare, max_pages))
    try:
        with translated(file), engine.begin() as connection:
            _migrate(connection, file)
        with contextlib.suppress(OSError):
            file.chmod(0o600)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _prepare(max_pages: int, connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "secure_delete=ON",
        "temp_store=MEMORY",
        "busy_timeout=3000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    if max_pages:
        cursor.execute(f"PRAGMA max_page_count={max_pages:d}")
    cursor.close()


def _migrate(connection: Connection, file: Path) -> None:
    config = Config()
    config.set_main_option("script_location", str(_SCRIPTS))
    config.attributes["connection"] = connection
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if inspect(connection).has_table("alembic_version"):
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        if found not in known:
            raise StoreTooNew(
                f"{file.name} was written by a newer version of this program ({found}). It was left as it is. "
                "Install the newer version, or start with another home folder."
            )
    command.upgrade(config, "head")
