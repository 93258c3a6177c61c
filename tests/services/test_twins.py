"""The twin: the last picture at once, live values as they come, remembered ones marked."""

from dataclasses import replace

from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.ports.engine.devices import Health, RemoveDevices
from heyzack_console.ports.engine.journal import ChangeSetting
from heyzack_console.ports.engine.telemetry import Readings
from tests.support.building import BOOK, CLIMATE, SMOKE, THERMOSTAT, at, reading
from tests.support.console import console
from tests.support.memory_store import Disk

CODE = "va_temperature"


async def test_a_restart_shows_the_last_picture_as_remembered():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.connect(CLIMATE)
        app.lan.tell(CLIMATE, CODE, 20.5)
    async with console(disk, app.clock) as app:
        picture = await anext(app.engine.changes())
        assert [(r.value, r.quality, r.at) for r in picture.readings] == [(20.5, Quality.CACHED, at(0))]


async def test_a_live_value_takes_the_place_of_the_remembered_one():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.tell(CLIMATE, CODE, 20.5)
    async with console(disk, app.clock) as app:
        app.lan.tell(CLIMATE, CODE, 20.5)
        assert (await app.twin(CLIMATE, CODE)).quality is Quality.LIVE


async def test_losing_the_path_makes_live_values_remembered_and_their_age_stays():
    async with console() as app:
        app.lan.connect(CLIMATE)
        app.lan.tell(CLIMATE, CODE, 20.5)
        await app.settle()
        app.clock.advance(60)
        app.lan.lose(CLIMATE)
        shown = await app.twin(CLIMATE, CODE)
        assert (shown.quality, shown.at) == (Quality.CACHED, at(0))


async def test_a_sleeper_s_value_is_remembered_when_it_has_been_silent_too_long():
    async with console() as app:
        await app.engine.do(ChangeSetting("twin.stale_after_s", 60))
        app.lan.tell(SMOKE, "smoke_sensor_state", "normal")
        app.lan.path(SMOKE, PathState.ASLEEP)
        await app.wait(50)
        assert (await app.twin(SMOKE, "smoke_sensor_state")).quality is Quality.LIVE
        await app.wait(60)
        assert (await app.twin(SMOKE, "smoke_sensor_state")).quality is Quality.CACHED


async def test_an_order_without_a_value_before_it_leaves_the_unknown_behind():
    async with console() as app:
        app.services.parts.ground.twins.assume(THERMOSTAT.id, {"switch": True}, app.clock.now())
        assert (await app.twin(THERMOSTAT, "switch")).quality is Quality.ASSUMED
        await app.wait(11)
        shown = await app.twin(THERMOSTAT, "switch")
        assert (shown.value, shown.quality) == (None, Quality.UNKNOWN)


async def test_an_assumed_value_is_never_saved_as_the_picture():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.tell(THERMOSTAT, "temp_set", 19.0)
        await app.settle()
        app.services.parts.ground.twins.assume(THERMOSTAT.id, {"temp_set": 25.0}, app.clock.now())
    assert disk.twins[THERMOSTAT.id, "temp_set"].value == 19.0


async def test_a_picture_that_could_not_be_saved_is_saved_the_next_time():
    async with console() as app:
        app.lan.tell(CLIMATE, CODE, 20.5)
        await app.settle()
        app.disk.full = True
        await app.services.parts.ground.twins.save()
        assert any("picture" in sentence for sentence in app.services.parts.ground.troubles.sentences)
        app.disk.full = False
        await app.services.parts.ground.twins.save()
        assert app.disk.twins[CLIMATE.id, CODE].value == 20.5
        assert app.services.parts.ground.troubles.sentences == ()


async def test_only_what_changed_is_saved_again():
    async with console() as app:
        app.lan.tell(CLIMATE, CODE, 20.5)
        app.lan.tell(THERMOSTAT, "temp_set", 19.0)
        await app.settle()
        await app.services.parts.ground.twins.save()
        app.disk.twins.clear()
        app.lan.tell(CLIMATE, CODE, 21.0)
        await app.settle()
        await app.services.parts.ground.twins.save()
        assert list(app.disk.twins) == [(CLIMATE.id, CODE)]


async def test_queries_answer_for_some_devices_or_for_all():
    async with console() as app:
        app.lan.connect(CLIMATE, THERMOSTAT)
        app.lan.tell(CLIMATE, CODE, 20.5)
        app.lan.tell(THERMOSTAT, "temp_set", 19.0)
        await app.settle()
        assert len(await app.engine.ask(Readings())) == 2
        assert [r.device for r in await app.engine.ask(Readings((CLIMATE.id,)))] == [CLIMATE.id]
        assert {h.device for h in await app.engine.ask(Health())} == {CLIMATE.id, THERMOSTAT.id}
        assert [h.device for h in await app.engine.ask(Health((CLIMATE.id, SMOKE.id)))] == [CLIMATE.id]


async def test_a_removed_device_leaves_no_values_behind():
    async with console() as app:
        app.lan.tell(THERMOSTAT, "temp_set", 19.0)
        await app.settle()
        await app.engine.do(RemoveDevices((THERMOSTAT.id,)))
        assert await app.engine.ask(Readings()) == ()


async def test_a_clock_far_ahead_does_not_freeze_the_point():
    async with console() as app:
        app.services.parts.ground.pipeline.heard([replace(reading(CLIMATE, CODE, 50.0, seconds=90_000))])
        await app.settle()
        app.clock.advance(5)
        app.lan.tell(CLIMATE, CODE, 20.0)
        assert (await app.twin(CLIMATE, CODE)).value == 20.0
