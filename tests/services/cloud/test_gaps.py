"""Gaps of offline spells, filled from the cloud's log."""

from datetime import timedelta

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.ports.engine.journal import ChangeSetting
from tests.support.building import BOOK, THERMOSTAT, at, reading
from tests.support.cloud_double import connect
from tests.support.console import console
from tests.support.memory_store import Disk

CODE = "temp_current"


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
        await app.wait(2)
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
        await app.wait(2)
        assert (await app.twin(THERMOSTAT, CODE)).value == 20.0


async def test_a_short_spell_and_an_outage_of_the_cloud_alone_are_no_gap():
    async with console() as app:
        await lost_for(app, 500)
        app.cloud.rise()
        app.lan.connect(THERMOSTAT)
        await app.wait(2)
        app.cloud.fall()
        await app.wait(700)
        app.cloud.rise()
        await app.wait(2)
        assert app.cloud.logs == []


async def test_a_gap_that_the_lan_ended_is_filled_when_the_cloud_is_back():
    async with console() as app:
        begin, _ = await lost_for(app, 700)
        app.lan.connect(THERMOSTAT)
        await app.settle()
        await app.wait(100)
        end = begin + timedelta(seconds=700)
        app.cloud.rise()
        await app.wait(2)
        assert app.cloud.logs == [(THERMOSTAT.id, begin, end)]


async def test_a_log_that_could_not_be_read_is_asked_for_again_at_the_next_occasion():
    async with console() as app:
        await lost_for(app, 700)
        app.cloud.stand()
        app.cloud.refusal = CloudError("no answer", CloudCause.SERVER)
        await app.wait(2)
        assert imported(app) == []
        app.cloud.fall()
        await app.wait(1)
        app.cloud.rise()
        await app.wait(2)
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
        await app.wait(2)
        ((device, start, _),) = app.cloud.logs
        assert (device, start) == (THERMOSTAT.id, last)


async def test_who_does_not_want_it_is_spared_the_calls():
    async with console() as app:
        await app.engine.do(ChangeSetting("cloud.import_gaps", value=False))
        await lost_for(app, 700)
        app.cloud.rise()
        await app.wait(2)
        assert app.cloud.logs == []
