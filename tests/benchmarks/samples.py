"""Telemetry: ingest against the driver alone, and a month from the rollup against the same from raw rows."""

import asyncio
import sqlite3
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.storage.samples.store import SampleStore
from tests.benchmarks.table import Row

_START = datetime(2026, 1, 1, tzinfo=UTC)
_DEVICES = 200


def run() -> list[Row]:
    """Measure both in a fresh folder each."""
    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(_measure(Path(folder)))


async def _measure(folder: Path) -> list[Row]:
    ratios = [await _ingest(folder / f"samples{n}.db", folder / f"bare{n}.db") for n in range(5)]
    return [
        Row("sample ingest", "bare executemany of the same rows", median(ratios), 0.5, better="larger"),
        Row("30 days hourly of one point from the rollup", "the same from raw rows", await _month(folder), 0.15),
    ]


async def _ingest(ours: Path, bare: Path) -> float:
    batches = [
        [
            Reading(DeviceId(f"d{n}"), "temperature", 20 + n / 100, "°C", _START + timedelta(seconds=step * 10))
            for n in range(_DEVICES)
        ]
        for step in range(120)
    ]
    store = SampleStore(ours)
    begin = time.perf_counter()
    for batch in batches:
        await store.write(batch)
    took = time.perf_counter() - begin
    await store.close()
    return _bare(bare, batches) / took


def _bare(file: Path, batches: list[list[Reading]]) -> float:
    database = sqlite3.connect(file)
    database.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "CREATE TABLE sample (series INT, ts INT, value REAL, PRIMARY KEY (series, ts)) WITHOUT ROWID;"
    )
    rows = [[(int(r.device[1:]), int(r.at.timestamp() * 1000), r.value) for r in batch] for batch in batches]
    begin = time.perf_counter()
    for batch in rows:
        with database:
            database.executemany("INSERT INTO sample VALUES (?, ?, ?)", batch)
    took = time.perf_counter() - begin
    database.close()
    return took


async def _month(folder: Path) -> float:
    file = folder / "month.db"
    store = SampleStore(file)
    for day in range(30):
        await store.write(
            [
                Reading(
                    DeviceId("d"), "temperature", minute % 60 / 10, "°C", _START + timedelta(days=day, minutes=minute)
                )
                for minute in range(1440)
            ]
        )
    took, raw = [], []
    for _ in range(7):
        begin = time.perf_counter()
        await store.series(DeviceId("d"), "temperature", _START, _START + timedelta(days=30), 720)
        took.append(time.perf_counter() - begin)
        raw.append(_hourly_from_raw(file))
    await store.close()
    return median(took) / median(raw)


def _hourly_from_raw(file: Path) -> float:
    database = sqlite3.connect(file)
    begin = time.perf_counter()
    database.execute(
        "SELECT ts / 3600000, avg(value), min(value), max(value) FROM sample WHERE series = 1 GROUP BY 1"
    ).fetchall()
    took = time.perf_counter() - begin
    database.close()
    return took
