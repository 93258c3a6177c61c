"""The last value of every point at a past moment, on a real file."""

import sqlite3
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.storage.samples.standing import LAST
from heyzack_console.storage.samples.store import SampleStore
from tests.support.building import CLIMATE, SMOKE, T0, THERMOSTAT, at, reading


@pytest.fixture
async def samples(tmp_path):
    store = SampleStore(tmp_path / "samples.db")
    yield store
    await store.close()


async def what_stood(samples, moment):
    return {(one.device, one.code): (one.value, one.at) for one in await samples.standing(moment)}


async def test_of_each_point_the_last_value_at_or_before_the_moment(samples):
    await samples.write([reading(THERMOSTAT, "temp_current", 20.0 + n, n) for n in range(5)])
    await samples.write([reading(SMOKE, "smoke_sensor_state", word, n) for n, word in ((1, "normal"), (3, "alarm"))])
    assert await what_stood(samples, at(3)) == {
        (THERMOSTAT.id, "temp_current"): (23.0, at(3)),
        (SMOKE.id, "smoke_sensor_state"): ("alarm", at(3)),
    }
    assert (await what_stood(samples, at(2.5)))[SMOKE.id, "smoke_sensor_state"] == ("normal", at(1))
    assert (await samples.standing(at(3)))[0].unit == "°C"


async def test_before_the_first_value_nothing_stood(samples):
    assert await samples.begun() is None
    await samples.write([reading(CLIMATE, "va_temperature", 21.0, 10)])
    assert await samples.standing(at(9)) == ()
    assert await samples.begun() == at(10)


async def test_where_samples_are_gone_the_last_of_the_finest_step_that_ended_before_stands(samples):
    await samples.write([reading(CLIMATE, "va_temperature", 20.0 + n, 30 * n) for n in range(8)])
    await samples.write([reading(CLIMATE, "va_temperature", 30.0, 40 * 86_400)])
    await samples.tidy(T0 + timedelta(days=41), {"samples": 1})
    assert await what_stood(samples, at(150)) == {(CLIMATE.id, "va_temperature"): (23.0, at(120))}
    assert await samples.begun() < at(60)


async def test_a_point_whose_kind_changed_says_what_it_said_last(samples):
    await samples.write(
        [Reading(DeviceId("d"), "state", 1, "", at(0)), Reading(DeviceId("d"), "state", "on", "", at(9))]
    )
    assert await what_stood(samples, at(5)) == {("d", "state"): (1.0, at(0))}
    assert await what_stood(samples, at(9)) == {("d", "state"): ("on", at(9))}


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 50), st.integers(0, 9)), max_size=40), st.integers(0, 60))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_was_written_in_whatever_order_the_newest_before_the_moment_stands(
    tmp_path_factory, told, moment
):
    store = SampleStore(tmp_path_factory.mktemp("samples") / "samples.db")
    try:
        first = {(who, second): value for who, second, value in reversed(told)}
        await store.write([Reading(DeviceId(f"d{who}"), "n", v, "", at(second)) for who, second, v in told])
        expected = {}
        for who, second in sorted(first):
            if second <= moment:
                expected[f"d{who}", "n"] = (float(first[who, second]), at(second))
        assert await what_stood(store, at(moment)) == expected
    finally:
        await store.close()


DAYS, DEVICES, A_DAY = 30, 1_000, 2


async def test_every_moment_of_thirty_days_of_a_thousand_devices_can_be_told(samples):
    hours = 24 // A_DAY
    for step in range(DAYS * A_DAY):
        when = T0 + timedelta(hours=hours * step)
        told = [Reading(DeviceId(f"d{n}"), "temp", float(step), "°C", when) for n in range(DEVICES)]
        told += [Reading(DeviceId(f"d{n}"), "on", step % 2 == 0, "", when) for n in range(DEVICES)]
        await samples.write(told)
    for step in (0, 1, 29, 59):
        moment = T0 + timedelta(hours=hours * step, minutes=5)
        stood = {(r.device, r.code): r.value for r in await samples.standing(moment)}
        assert len(stood) == 2 * DEVICES
        assert {stood[f"d{n}", "temp"] for n in range(DEVICES)} == {float(step)}
        assert {stood[f"d{n}", "on"] for n in range(DEVICES)} == {step % 2 == 0}


async def test_a_picture_is_searched_for_series_by_series_and_never_read_through(samples, tmp_path):
    await samples.write([reading(THERMOSTAT, "temp_current", 20.0 + n, n) for n in range(500)])
    await samples.tidy(T0, {"samples": 30})
    with sqlite3.connect(tmp_path / "samples.db") as database:
        for table in ("sample", "change"):
            plan = [row[3] for row in database.execute(f"EXPLAIN QUERY PLAN {LAST.format(table=table)}", (0,))]
            assert not [step for step in plan if step.startswith("SCAN x")]
            assert [step for step in plan if step.startswith("SEARCH x USING PRIMARY KEY (series=? AND ts=?)")]
    database.close()
