"""Turns what SQLite reports into errors fit for an operator."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from heyzack_console.domain.errors import StoreDamaged, StoreError, StoreFull, StoreUnavailable

# SQLite result codes, https://sqlite.org/rescode.html
_FULL = 13
_READ_ONLY = 8
_CANNOT_OPEN = 14
_CORRUPT = 11
_NOT_A_DATABASE = 26
_BUSY = 5
_LOCKED = 6
_IO_ERROR = 10


@contextmanager
def translated(file: Path) -> Iterator[None]:
    """Raise a StoreError instead of a driver's error.

    Raises:
        StoreFull, StoreUnavailable, StoreDamaged: the transaction was rolled back; what was written before still holds.

    What is no state of the machine but a bug (a broken constraint, an unknown column) passes as it is.
    """
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        worded = store_error(error.orig if isinstance(error, DBAPIError) else error, file)
        if worded is None:
            raise
        raise worded from error


def store_error(error: BaseException | None, file: Path) -> StoreError | None:
    """Word one SQLite error about *file*; None where it is a bug."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in {_FULL, _IO_ERROR}:
        return StoreFull(
            f"There is no room to write {file.name}. Nothing of this step was saved, everything before it is safe. "
            f"Free some space on the disk that holds {file.parent}."
        )
    if code in {_READ_ONLY, _CANNOT_OPEN}:
        return StoreUnavailable(
            f"{file.name} cannot be written. Nothing was changed. Check that the folder {file.parent} exists and that "
            "you may write to it."
        )
    if code in {_CORRUPT, _NOT_A_DATABASE}:
        return StoreDamaged(
            f"{file.name} is damaged or not a store of this program. It was left as it is. Restore a backup, or move "
            "the file away to begin with an empty store."
        )
    if code in {_BUSY, _LOCKED}:
        return StoreUnavailable(f"Another program holds {file.name}. Nothing was changed. Close it and try again.")
    return None
