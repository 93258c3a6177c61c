"""Questions about the past on a real file."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.telemetry import NumberFigures, PointFigures, Share
from heyzack_console.ports.engine.telemetry import Figures, Samples
from heyzack_console.services.telemetry import TelemetryDesk
from heyzack_console.storage.samples.store import SampleStore
from tests.support.building import T0, THERMOSTAT, at, reading


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[TelemetryDesk]:
    store = SampleStore(tmp_path / "samples.db")
    await store.write([reading(THERMOSTAT, "temp_current", 20.0 + n, n) for n in range(4)])
    await store.write([reading(THERMOSTAT, "switch", value, n) for n, value in ((0, True), (30, False), (40, True))])
    yield TelemetryDesk(store, None, None)
    await store.close()


async def test_a_number_is_told_by_its_figures(desk: TelemetryDesk):
    told = await desk.figures(Figures(THERMOSTAT.id, "temp_current", T0, at(3)))
    assert told == PointFigures(THERMOSTAT.id, "temp_current", NumberFigures(3, 20.0, 22.0, 21.0))


async def test_a_truth_is_told_by_its_shares(desk: TelemetryDesk):
    told = await desk.figures(Figures(THERMOSTAT.id, "switch", T0, at(60)))
    assert told == PointFigures(THERMOSTAT.id, "switch", None, (Share(True, 50_000), Share(False, 10_000)), 2)


async def test_every_sample_is_handed_out(desk: TelemetryDesk):
    assert (await desk.samples(Samples(THERMOSTAT.id, "temp_current", T0, at(60)))).means == (20.0, 21.0, 22.0, 23.0)


@pytest.mark.parametrize("query", [Figures, Samples])
async def test_a_span_that_ends_before_it_begins_is_refused(desk: TelemetryDesk, query: type):
    ask = desk.figures if query is Figures else desk.samples
    with pytest.raises(InvalidInput, match="begin before it ends"):
        await ask(query(THERMOSTAT.id, "switch", T0, T0 - timedelta(hours=1)))
