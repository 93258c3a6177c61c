"""Writes tables and other bytes in a thread; until a file is complete, what was there before stays."""

import asyncio
import tempfile
from collections.abc import Callable
from pathlib import Path

from heyzack_console.desktop.file_dialogs import write_text
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.presentation.inspector.exporting import HistoryTable, csv_text


async def write_table(path: Path, table: HistoryTable) -> None:
    """Write *table* as Parquet where the name ends so, else as CSV.

    Raises:
        InvalidInput: it cannot be written; nothing was changed.
    """
    if path.suffix.lower() == ".parquet":
        await asyncio.to_thread(_write_parquet, path, table)
    else:
        await write_text(path, await asyncio.to_thread(csv_text, table))


async def write_bytes(path: Path, data: bytes) -> None:
    """Write *data*.

    Raises:
        InvalidInput: it cannot be written; nothing was changed.
    """
    await asyncio.to_thread(_replaced, path, lambda fresh: fresh.write_bytes(data))


def _write_parquet(path: Path, table: HistoryTable) -> None:
    # A large library that only this needs: it is loaded here, in the thread.
    import pyarrow as pa
    from pyarrow import parquet

    times = pa.array(table.times, pa.timestamp("ms", "UTC"))
    columns = [times, *(pa.array(values) for values in table.columns.values())]
    made = pa.table(columns, ["time", *table.columns]).replace_schema_metadata(table.notes)
    _replaced(path, lambda fresh: parquet.write_table(made, fresh))


def _replaced(path: Path, write: Callable[[Path], object]) -> None:
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}-") as folder:
            fresh = Path(folder) / "fresh"
            write(fresh)
            fresh.replace(path)
    except OSError as error:
        raise InvalidInput(
            f"{path.name} cannot be written: {error.strerror}. What was there is unchanged. Choose another place.",
            "file",
        ) from error
