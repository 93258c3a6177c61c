"""What the journal costs: records written through it against the same rows written by bare SQLAlchemy Core."""

import asyncio
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Column, Connection, Integer, LargeBinary, MetaData, Table, Text, bindparam, insert, update

from heyzack_console.storage.database import make_engine
from heyzack_console.storage.guard import opened
from heyzack_console.storage.store import open_store
from heyzack_console.storage.tables.everything import SHARED
from tests.benchmarks.table import Row
from tests.support.journal_notes import BY, HandClock

SINGLES = 600
BATCHES, PER_BATCH = 40, 50
ROUNDS = 3
TEXT = "the pump in the basement was heard at noon"

_bare = MetaData()
DEVICE = Table("device", _bare, Column("key", LargeBinary, primary_key=True), Column("name", Text))
STEP = Table(
    "order_event",
    _bare,
    Column("key", LargeBinary, primary_key=True),
    Column("state", Text),
    Column("at", Integer),
    Column("text", Text),
)
_RENAME = update(DEVICE).where(DEVICE.c.key == bindparam("b_key"))


def run() -> list[Row]:
    """Rates of the journal, awaited as services do, over rates of bare Core; synchronous=FULL, best of some rounds."""
    with TemporaryDirectory() as folder:
        bare = {"single": [0.0], "batch": [0.0]}
        ours = {"single": [0.0], "batch": [0.0]}
        for number in range(ROUNDS):
            _measure_bare(Path(folder) / f"bare{number}.db", bare)
            asyncio.run(_measure_journal(Path(folder) / f"home{number}", ours))
    single, batch = max(bare["single"]), max(bare["batch"])
    return [
        Row("journalled update, one per work", "bare Core", max(ours["single"]) / single, 0.4, better="larger"),
        Row("journalled inserts, 50 per work", "bare Core", max(ours["batch"]) / batch, 0.2, better="larger"),
    ]


def _rate(count: int, work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return count / (time.perf_counter() - start)


def _measure_bare(path: Path, rates: dict[str, list[float]]) -> None:
    engine = make_engine(path, SHARED, writer=True)
    with engine.connect() as conn, opened(conn):
        _bare.create_all(conn)
        conn.execute(insert(DEVICE), {"key": b"k" * 16, "name": "Lamp"})
        conn.commit()
        rates["single"].append(_rate(SINGLES, lambda: _bare_updates(conn)))
        rates["batch"].append(_rate(BATCHES * PER_BATCH, lambda: _bare_inserts(conn)))
    engine.dispose()


def _bare_updates(conn: Connection) -> None:
    for number in range(SINGLES):
        conn.execute(_RENAME, {"b_key": b"k" * 16, "name": f"Lamp {number}"})
        conn.commit()


def _bare_inserts(conn: Connection) -> None:
    for batch in range(BATCHES):
        rows = [{"key": _key(batch, i), "state": "sent", "at": i, "text": TEXT} for i in range(PER_BATCH)]
        conn.execute(insert(STEP), rows)
        conn.commit()


async def _measure_journal(home: Path, rates: dict[str, list[float]]) -> None:
    store = await open_store(home, HandClock())
    try:
        async with store.work(BY) as work:
            work.insert("device", b"k" * 16, {"name": "Lamp"})
        start = time.perf_counter()
        for number in range(SINGLES):
            async with store.work(BY) as work:
                work.update("device", b"k" * 16, {"name": f"Lamp {number}"})
        rates["single"].append(SINGLES / (time.perf_counter() - start))
        start = time.perf_counter()
        for batch in range(BATCHES):
            async with store.work(BY) as work:
                for i in range(PER_BATCH):
                    work.insert("order_event", _key(batch, i), {"state": "sent", "at": i, "text": TEXT})
        rates["batch"].append(BATCHES * PER_BATCH / (time.perf_counter() - start))
    finally:
        await store.close()


def _key(batch: int, number: int) -> bytes:
    return batch.to_bytes(8, "big") + number.to_bytes(8, "big")
