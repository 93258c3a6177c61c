"""Recorded values come back in the order of time, also while they are being written."""

from datetime import timedelta

import pytest

from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.errors import NotFound
from heyzack_console.storage.samples.recorded import open_recorded, recorded
from heyzack_console.storage.samples.store import SampleStore
from tests.support.building import CLIMATE, SMOKE, T0, THERMOSTAT, at

MS = int(T0.timestamp() * 1000)


@pytest.fixture
async def samples(tmp_path):
    store = SampleStore(tmp_path / "samples.db")
    yield store
    await store.close()


@pytest.fixture
def reader(samples, tmp_path):
    engine = open_recorded(tmp_path / "samples.db")
    yield engine
    engine.dispose()


def told(engine, start, end, codes=(), *, begin=False):
    found = recorded(engine, codes, (MS + start * 1000, MS + end * 1000), begin=begin)
    return [(one.device, one.code, one.value, (one.at - T0).total_seconds()) for one in found]


def said(device, code, value, second):
    return Reading(device.id, code, value, "", at(second))


async def test_numbers_and_words_of_all_points_come_by_time(samples, reader):
    await samples.write(
        [
            said(THERMOSTAT, "temp_current", 20.0, 5),
            said(SMOKE, "smoke_sensor_state", "normal", 6),
            said(CLIMATE, "va_temperature", 21.0, 7),
            said(THERMOSTAT, "temp_current", 22.0, 8),
            said(SMOKE, "smoke_sensor_state", "alarm", 9),
        ]
    )
    assert [value for _, _, value, _ in told(reader, 0, 60)] == [20.0, "normal", 21.0, 22.0, "alarm"]
    assert [value for _, _, value, _ in told(reader, 6, 9)] == ["normal", 21.0, 22.0]
    assert told(reader, 0, 60, {"va_temperature"}) == [(CLIMATE.id, "va_temperature", 21.0, 7)]


async def test_what_stood_at_the_beginning_comes_first_with_its_own_time(samples, reader):
    await samples.write([said(THERMOSTAT, "temp_current", 20.0, 5), said(SMOKE, "smoke_sensor_state", "alarm", 6)])
    assert told(reader, 100, 200) == []
    assert [(value, second) for _, _, value, second in told(reader, 100, 200, begin=True)] == [(20.0, 5), ("alarm", 6)]


async def test_before_the_samples_that_are_kept_the_means_of_minutes_stand_in(samples, reader):
    await samples.write([said(THERMOSTAT, "temp_current", 20.0 + n % 2, n * 30) for n in range(8)])
    await samples.series(THERMOSTAT.id, "temp_current", at(0), at(600), 10)
    await samples.tidy(at(120) + timedelta(days=1), {"samples": 1})
    assert [(value, second) for _, _, value, second in told(reader, 0, 600)] == [
        (20.5, 0),
        (20.5, 60),
        (20.0, 120),
        (21.0, 150),
        (20.0, 180),
        (21.0, 210),
    ]


def test_without_a_file_none_is_made(tmp_path):
    with pytest.raises(NotFound, match="no recorded values"):
        open_recorded(tmp_path / "samples.db")
    assert list(tmp_path.iterdir()) == []
