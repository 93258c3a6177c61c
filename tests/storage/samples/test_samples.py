"""The telemetry file keeps what was heard, gives charts the fitting step and survives a killed run."""

import asyncio
import random
import sqlite3
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Path as Road
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.errors import StoreDamaged, StoreFull, StoreTooNew
from heyzack_console.storage.samples.store import SampleStore

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ROOM = DeviceId("room")


def warm(at_s: float, value: float | bool | str = 21.5, quality: Quality = Quality.LIVE) -> Reading:
    code = "temperature" if isinstance(value, float) else "door"
    return Reading(ROOM, code, value, "°C", START + timedelta(seconds=at_s), quality)


async def rolled(store: SampleStore, seconds: int, pixels: int) -> list[tuple[int, float, float, float]]:
    series = await store.series(ROOM, "temperature", START, START + timedelta(seconds=seconds), pixels)
    return list(zip(series.times, series.means, series.lows, series.highs, strict=True))


async def test_a_short_span_shows_every_sample_with_its_unit(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0), warm(1, 22.5), warm(2, 20.0)])
    series = await store.series(ROOM, "temperature", START, START + timedelta(seconds=10), 600)
    await store.close()
    assert (series.unit, series.step_ms) == ("°C", 0)
    assert series.means == (21.5, 22.5, 20.0)


async def test_a_long_span_is_read_from_the_rollup_that_fits_its_pixels(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(s, float(s % 7)) for s in range(0, 6 * 3600, 20)])
    minutes = await store.series(ROOM, "temperature", START, START + timedelta(hours=6), 360)
    hours = await store.series(ROOM, "temperature", START, START + timedelta(hours=6), 6)
    await store.close()
    assert (minutes.step_ms, len(minutes.times)) == (60_000, 360)
    assert (hours.step_ms, len(hours.times)) == (3_600_000, 6)
    assert (hours.lows[0], hours.highs[0]) == (0.0, 6.0)


async def test_minutes_of_one_pixel_are_taken_together_by_how_many_samples_they_hold(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(s, 10.0) for s in (0, 20, 40)] + [warm(60, 50.0)] + [warm(s, 1.0) for s in (240, 3000)])
    series = await store.series(ROOM, "temperature", START, START + timedelta(hours=1), 15)
    await store.close()
    assert series.step_ms == 240_000
    assert (series.means[0], series.lows[0], series.highs[0]) == (20.0, 10.0, 50.0)
    assert series.times[1] - series.times[0] == series.step_ms


@pytest.mark.parametrize("lived_s", [10, 600, 3 * 3600])
async def test_a_span_from_before_the_first_value_shows_samples_not_their_day(tmp_path: Path, lived_s: int):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(s, float(s % 7)) for s in range(0, lived_s, 10)])
    end = START + timedelta(seconds=lived_s)
    series = await store.series(ROOM, "temperature", end - timedelta(hours=4), end, 2000)
    await store.close()
    assert (series.step_ms, len(series.times)) == (0, lived_s // 10)


async def test_what_was_tidied_from_the_samples_is_shown_from_the_rollup(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(s, 1.0) for s in range(0, 48 * 3600, 600)])
    await store.tidy(START + timedelta(hours=48), {"samples": 1, "minutes": 1})
    series = await store.series(ROOM, "temperature", START, START + timedelta(hours=48), 1000)
    await store.close()
    assert (series.step_ms, len(series.times)) == (3_600_000, 48)


async def test_raw_samples_denser_than_the_pixels_keep_their_peaks(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(s / 10, 99.0 if s == 777 else 20.0) for s in range(6000)])
    series = await store.series(ROOM, "temperature", START, START + timedelta(seconds=600), 60)
    await store.close()
    assert len(series.times) <= 61
    assert max(series.highs) == 99.0


async def test_words_are_kept_as_changes_and_the_one_in_force_comes_first(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0, True), warm(5, True), warm(9, False), warm(20, True)])
    words = await store.words(ROOM, "door", START + timedelta(seconds=12), START + timedelta(seconds=60))
    await store.close()
    assert [c.value for c in words.changes] == [False, True]


async def test_assumed_and_impossible_numbers_are_no_history(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0), warm(1, 5.0, Quality.ASSUMED), warm(2, float("nan"))])
    rows = await rolled(store, 60, 600)
    await store.close()
    assert [value for _, value, _, _ in rows] == [21.5]


async def test_a_late_sample_counts_once_in_every_rollup(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0, 10.0), warm(130, 30.0)])
    await store.write([warm(30, 20.0)])
    await store.write([warm(30, 20.0)])
    rows = await rolled(store, 3600, 60)
    await store.close()
    assert [mean for _, mean, _, _ in rows] == [15.0, 30.0]


@settings(max_examples=25)
@given(
    st.lists(st.tuples(st.integers(0, 200_000), st.floats(-50, 50)), min_size=1, max_size=60, unique_by=lambda x: x[0])
)
async def test_rollups_equal_a_plain_count_over_the_samples(samples: list[tuple[int, float]]):
    with tempfile.TemporaryDirectory() as folder:
        store = SampleStore(Path(folder) / "samples.db")
        for begin in range(0, len(samples), 7):
            await store.write([warm(s, v) for s, v in samples[begin : begin + 7]])
        await store.close()
        database = sqlite3.connect(Path(folder) / "samples.db")
        for table, step in (("minute", 60_000), ("hour", 3_600_000), ("day", 86_400_000)):
            kept = database.execute(f"SELECT ts, n, lo, hi, total FROM {table} ORDER BY ts").fetchall()
            counted = f"ts - ts % {step} AS b, count(*), min(value), max(value), sum(value)"
            plain = database.execute(f"SELECT {counted} FROM sample GROUP BY b ORDER BY b").fetchall()
            assert [row[:4] for row in kept] == [row[:4] for row in plain]
            assert [row[4] for row in kept] == pytest.approx([row[4] for row in plain])
        database.close()


async def test_a_restart_shows_the_last_picture_as_cached_with_its_time(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.save_twins([warm(0), warm(1, True), warm(2, "half", Quality.ASSUMED)])
    await store.save_twins([warm(60, 23.5)])
    await store.close()
    again = SampleStore(tmp_path / "samples.db")
    twins = {t.code: t for t in await again.load_twins()}
    await again.close()
    assert twins["temperature"] == Reading(
        ROOM, "temperature", 23.5, "°C", START + timedelta(seconds=60), Quality.CACHED, Road.LAN
    )
    assert twins["door"].value is True


async def test_what_was_learned_is_there_after_a_restart_and_what_is_gone_is_not(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.keep_learned({"a": b"old", "b": b"\x00\xff", "c": b"c"}, ())
    await store.keep_learned({"a": b"new"}, ["c"])
    await store.close()
    again = SampleStore(tmp_path / "samples.db")
    assert await again.load_learned() == {"a": b"new", "b": b"\x00\xff"}
    await again.close()


async def test_tidying_deletes_by_class_and_keeps_the_rollups(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(s, 1.0) for s in range(0, 7200, 60)])
    deleted = await store.tidy(START + timedelta(days=2), {"samples": 1, "minutes": 30})
    series = await store.series(ROOM, "temperature", START, START + timedelta(hours=2), 7200)
    await store.close()
    assert deleted == 120
    assert (series.step_ms, len(series.times)) == (60_000, 120)


async def test_a_file_of_a_newer_version_is_refused_and_left_untouched(tmp_path: Path):
    file = tmp_path / "samples.db"
    await SampleStore(file).close()
    database = sqlite3.connect(file)
    database.execute("UPDATE alembic_version SET version_num = 's9999'")
    database.commit()
    database.close()
    before = file.read_bytes()
    with pytest.raises(StoreTooNew, match="newer version"):
        SampleStore(file)
    assert file.read_bytes() == before


async def test_a_file_that_is_no_store_is_refused_and_left_untouched(tmp_path: Path):
    file = tmp_path / "samples.db"
    file.write_bytes(b"shopping list\n" * 500)
    with pytest.raises(StoreDamaged, match="left as it is"):
        SampleStore(file)
    assert file.read_bytes() == b"shopping list\n" * 500


async def test_a_full_disk_is_said_and_nothing_written_before_is_lost(tmp_path: Path):
    file = tmp_path / "samples.db"
    store = SampleStore(file, max_pages=60)
    await store.write([warm(0)])
    many = [warm(s, random.random()) for s in range(1, 20_000)]
    with pytest.raises(StoreFull, match="room"):
        await store.write(many)
    await store.write([warm(1, 4.0)])
    await store.close()
    roomy = SampleStore(file)
    await roomy.write([warm(2, 3.0)])
    rows = await rolled(roomy, 60, 600)
    await roomy.close()
    assert [mean for _, mean, _, _ in rows] == [21.5, 4.0, 3.0]


_KILLED = """
import asyncio, os, sys
from datetime import timedelta
from pathlib import Path
from heyzack_console.storage.samples.store import SampleStore
from tests.storage.samples.test_samples import warm
async def main():
    store = SampleStore(Path(sys.argv[1]))
    for s in range(0, 300, 3):
        await store.write([warm(s, float(s)), warm(s + 1, float(s)), warm(s + 2, float(s))])
    os.kill(os.getpid(), 9)
asyncio.run(main())
"""


async def test_a_killed_run_loses_neither_samples_nor_rollups(tmp_path: Path):
    file = tmp_path / "samples.db"
    root = Path(__file__).parents[3]
    killed = await asyncio.create_subprocess_exec(sys.executable, "-c", _KILLED, str(file), cwd=root)
    await killed.wait()
    store = SampleStore(file)
    rows = await rolled(store, 300, 5)
    await store.close()
    assert len(rows) == 5
    assert rows[0][2:] == (0.0, 57.0)
    assert rows[-1][3] == 297.0
