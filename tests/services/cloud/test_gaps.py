"""Gaps of offline spells, filled from the cloud's log."""

from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.ports.engine.journal import ChangeSetting
from heyzack_console.services.cloud.gap_filling import AT_ONCE, EVERY, HELD
from tests.support.building import BOOK, THERMOSTAT, at, reading
from tests.support.cloud_double import connect, listed
from tests.support.console import console
from tests.support.memory_store import Disk

CODE = "temp_current"
SOON = 25
"""Seconds until the values are compared and a gap is asked for."""


async def lost_for(app, seconds):
    """A spell in which no road leads to the thermostat; the cloud logs a value in the middle of it."""
    app.lan.connect(THERMOSTAT)
    await connect(app, THERMOSTAT)
    app.lan.tell(THERMOSTAT, CODE, 20.0)
    await app.settle()
    begin = app.clock.now()
    app.lan.lose(THERMOSTAT)
    app.cloud.fall()
    await app.settle()
    await app.wait(seconds)
    middle = begin + timedelta(seconds=seconds / 2)
    seconds_in = (middle - at(0)).total_seconds()
    app.cloud.logged = (reading(THERMOSTAT, CODE, 23.0, seconds_in),)
    return begin, middle


def imported(app):
    return [sample for sample in app.disk.samples if sample.note == "from the cloud's log"]


async def test_what_the_cloud_logged_meanwhile_is_in_the_samples_and_marked():
    async with console() as app:
        begin, middle = await lost_for(app, 700)
        app.cloud.rise()
        await app.wait(SOON)
        (sample,) = imported(app)
        assert (sample.value, sample.at, sample.quality, sample.path) == (23.0, middle, Quality.CACHED, Path.CLOUD)
        ((device, start, _),) = app.cloud.logs
        assert (device, start) == (THERMOSTAT.id, begin)
        ((device, code, start, _),) = app.disk.filled
        assert (device, code, start) == (THERMOSTAT.id, CODE, begin)


async def test_a_value_of_the_log_is_never_shown_as_the_present_one():
    async with console() as app:
        await lost_for(app, 700)
        app.cloud.rise()
        await app.wait(SOON)
        assert (await app.twin(THERMOSTAT, CODE)).value == 20.0


async def test_a_short_spell_and_an_outage_of_the_cloud_alone_are_no_gap():
    async with console() as app:
        await lost_for(app, 500)
        app.cloud.rise()
        app.lan.connect(THERMOSTAT)
        await app.wait(SOON)
        app.cloud.fall()
        await app.wait(700)
        app.cloud.rise()
        await app.wait(SOON)
        assert app.cloud.logs == []


async def test_a_gap_that_the_lan_ended_is_filled_when_the_cloud_is_back():
    async with console() as app:
        begin, _ = await lost_for(app, 700)
        app.lan.connect(THERMOSTAT)
        await app.settle()
        await app.wait(100)
        end = begin + timedelta(seconds=700)
        app.cloud.rise()
        await app.wait(SOON)
        assert app.cloud.logs == [(THERMOSTAT.id, begin, end)]


async def test_a_log_that_could_not_be_read_is_asked_for_again_at_the_next_occasion():
    async with console() as app:
        await lost_for(app, 700)
        app.cloud.stand()
        app.cloud.refusal = CloudError("no answer", CloudCause.SERVER)
        await app.wait(SOON)
        assert imported(app) == []
        app.cloud.fall()
        await app.wait(1)
        app.cloud.rise()
        await app.wait(SOON)
        assert len(imported(app)) == 1


async def test_the_time_in_which_the_engine_did_not_run_is_a_gap():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        await connect(app, THERMOSTAT)
        app.lan.tell(THERMOSTAT, CODE, 20.0)
        await app.settle()
    last = disk.twins[THERMOSTAT.id, CODE].at
    app.clock.advance(3600)
    async with console(disk, app.clock, secrets=app.secrets) as app:
        app.cloud.stand()
        await app.wait(SOON)
        ((device, start, _),) = app.cloud.logs
        assert (device, start) == (THERMOSTAT.id, last)


async def test_who_does_not_want_it_is_spared_the_calls():
    async with console() as app:
        await app.engine.do(ChangeSetting("cloud.import_gaps", value=False))
        await lost_for(app, 700)
        app.cloud.rise()
        await app.wait(SOON)
        assert app.cloud.logs == []


SENSORS = tuple(replace(THERMOSTAT, id=DeviceId(f"s{n}"), name=f"Sensor {n}") for n in range(12))
AWAY = 3600


@asynccontextmanager
async def started_again(*devices):
    """A run on a house of *devices* that are in the cloud alone, then an hour without any, then another run."""
    disk = Disk(book=replace(BOOK, devices=devices))
    async with console(disk) as app:
        await connect(app, *devices)
        for device in devices:
            app.cloud.tell(device, CODE, 20.0)
        await app.settle()
        await app.wait(AWAY)  # nothing is told, and nothing is missed
    clock, stopped = app.clock, app.clock.now()
    clock.advance(AWAY)
    async with console(disk, clock, secrets=app.secrets) as again:
        for device in devices:
            again.cloud.devices[device.id] = listed(device)
        yield again, stopped


async def test_what_was_not_told_for_long_was_not_missed_before_the_engine_stopped():
    async with started_again(*SENSORS[:1]) as (app, stopped):
        app.cloud.stand()
        await app.wait(SOON)
        ((_, start, _),) = app.cloud.logs
        assert start == stopped


async def test_a_short_restart_costs_no_call():
    disk = Disk(book=replace(BOOK, devices=SENSORS))
    async with console(disk) as app:
        await connect(app, *SENSORS)
        await app.wait(AWAY)
    app.clock.advance(300)
    async with console(disk, app.clock, secrets=app.secrets) as again:
        again.cloud.stand()
        await again.wait(120)
        assert again.cloud.logs == []


async def test_many_gaps_are_filled_a_few_at_once_and_then_one_by_one_after_the_comparison():
    async with started_again(*SENSORS) as (app, _):
        app.cloud.stand()
        await app.wait(HELD.total_seconds() - 2)
        assert (app.cloud.calls["read"], app.cloud.logs) == (1, [])
        await app.wait(4)
        assert len(app.cloud.logs) == AT_ONCE
        await app.wait(EVERY.total_seconds())
        assert len(app.cloud.logs) == AT_ONCE + 1
        await app.wait(EVERY.total_seconds() * len(SENSORS))
        assert {device for device, _, _ in app.cloud.logs} == {device.id for device in SENSORS}
        assert len(app.cloud.logs) == len(SENSORS)


async def test_gaps_that_wait_their_turn_are_known_to_the_next_run():
    async with started_again(*SENSORS) as (app, stopped):
        app.cloud.stand()
        await app.wait(SOON)
        done = len(app.cloud.logs)
    async with console(app.disk, app.clock, secrets=app.secrets) as again:
        again.cloud.stand()
        await again.wait(EVERY.total_seconds() * len(SENSORS))
        assert len(again.cloud.logs) == len(SENSORS) - done
        assert {start for _, start, _ in again.cloud.logs} == {stopped}


async def test_a_long_log_is_read_in_parts_and_marked_as_far_as_it_was_read():
    async with started_again(*SENSORS[:1]) as (app, stopped):
        app.cloud.log_page = 2
        since = (stopped - at(0)).total_seconds()
        app.cloud.logged = tuple(reading(SENSORS[0], CODE, 21.0, since + 60 * n) for n in range(1, 16))
        app.cloud.stand()
        await app.wait(SOON)
        assert [sample.value for sample in imported(app)] == [21.0] * 10
        await app.wait(EVERY.total_seconds() * 6)
        assert len({sample.at for sample in imported(app)}) == 15
        spans = sorted((start, end) for _, _, start, end in app.disk.filled)
        assert spans[0][0] == stopped
        assert spans[0][1] == spans[1][0]


async def test_nothing_is_asked_while_background_work_has_used_up_its_share():
    async with started_again(*SENSORS) as (app, _):
        app.cloud.stand(background_stopped=True)
        await app.wait(120)
        assert app.cloud.logs == []
        app.cloud.stand()
        await app.wait(SOON)
        assert len(app.cloud.logs) >= AT_ONCE


async def test_a_log_that_is_not_for_this_project_is_asked_for_once():
    async with started_again(*SENSORS[:1]) as (app, _):
        app.cloud.log_refusal = CloudError("no", CloudCause.PERMISSION)
        app.cloud.stand()
        await app.wait(700)
        assert len(app.cloud.logs) == 1


async def test_a_device_of_which_nothing_is_recorded_is_not_asked_for():
    raw = replace(SENSORS[0], points=(PointSpec(1, "frame", PointKind.RAW),))
    async with started_again(raw) as (app, _):
        app.cloud.stand()
        await app.wait(120)
        assert app.cloud.logs == []
