"""Whole spans for figures and files."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.telemetry import NumberFigures
from heyzack_console.storage.samples import figures as room
from heyzack_console.storage.samples.store import SampleStore

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
POINT = (DeviceId("room"), "temperature")
DAY = timedelta(days=1)


def warm(at_s: float, value: float) -> Reading:
    return Reading(*POINT, value, "°C", START + timedelta(seconds=at_s))


async def test_figures_of_samples_count_each_once(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(0, 20.0), warm(1, 22.0), warm(2, 27.0), warm(60, 99.0)])
    found = await store.figures(*POINT, START, START + timedelta(seconds=60))
    await store.close()
    assert found == NumberFigures(3, 20.0, 27.0, 23.0)


async def test_figures_of_averages_weigh_each_step_by_its_samples(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(s, 10.0) for s in (0, 20, 40)] + [warm(60, 50.0), warm(7200, 0.0)])
    await store.tidy(START + 40 * DAY, {"samples": 30})
    found = await store.figures(*POINT, START, START + timedelta(minutes=2))
    finest = await store.finest(*POINT, START, START + timedelta(minutes=2))
    await store.close()
    assert found == NumberFigures(4, 10.0, 50.0, 20.0, 60_000)
    assert (finest.step_ms, finest.means) == (60_000, (10.0, 50.0))


async def test_without_numbers_there_are_no_figures(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    assert await store.figures(*POINT, START, START + DAY) is None
    await store.write([warm(0, 20.0)])
    assert await store.figures(*POINT, START + DAY, START + 2 * DAY) is None
    assert (await store.finest(*POINT, START + DAY, START + 2 * DAY)).times == ()
    await store.close()


async def test_the_finest_series_is_not_thinned_and_has_its_unit(tmp_path: Path):
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(s, float(s)) for s in range(3000)])
    found = await store.finest(*POINT, START, START + DAY)
    await store.close()
    assert (len(found.times), found.step_ms, found.unit) == (3000, 0, "°C")


async def test_a_span_with_too_many_samples_is_given_in_averages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(room, "MOST_ROWS", 100)
    store = SampleStore(tmp_path / "samples.db")
    await store.write([warm(s, float(s % 60)) for s in range(0, 600, 3)])
    found = await store.finest(*POINT, START, START + DAY)
    await store.close()
    assert (found.step_ms, len(found.times)) == (60_000, 10)
