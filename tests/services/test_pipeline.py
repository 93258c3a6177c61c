"""The way of news through the engine: in order, bounded, never waiting for anybody."""

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.health import PathHealth, PathState
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.services.feed import Feed
from heyzack_console.services.pipeline import Followers, Pipeline
from heyzack_console.services.settings import SettingBook
from heyzack_console.services.troubles import Troubles
from heyzack_console.services.twins import Twins
from tests.support.building import CLIMATE, LEAK, SMOKE, THERMOSTAT, at, reading
from tests.support.console import console
from tests.support.hand_clock import HandClock
from tests.support.memory_store import Disk, MemorySettings, MemoryTelemetry


def pipeline(most_waiting, heard):
    """A pipeline whose accepted readings end in *heard*."""
    clock, disk = HandClock(), Disk()
    feed = Feed(clock)
    twins = Twins(MemoryTelemetry(disk), SettingBook(MemorySettings(disk), feed, clock), feed, Troubles())
    made = Pipeline(twins, clock, most_waiting)
    made.lead_to(Followers(readings=(lambda reading, _now: heard.append(reading),)))
    return made


def test_without_overload_every_value_is_worked_off_in_order():
    heard = []
    made = pipeline(100, heard)
    made.heard([reading(CLIMATE, "va_temperature", value) for value in range(50)])
    made.drain()
    assert ([r.value for r in heard], made.dropped) == (list(range(50)), 0)


def test_under_overload_intermediate_values_give_way_and_are_counted():
    heard = []
    made = pipeline(10, heard)
    made.heard([reading(CLIMATE, "va_temperature", value) for value in range(1000)])
    made.drain()
    assert (len(heard), heard[-1].value, made.dropped) == (10, 999, 990)


@hypothesis_settings(max_examples=100)
@given(st.lists(st.tuples(st.sampled_from([CLIMATE, LEAK, SMOKE, THERMOSTAT]), st.integers(0, 99)), max_size=200))
def test_the_last_value_of_every_point_arrives_whatever_the_overload(told):
    heard = []
    made = pipeline(5, heard)
    for device, value in told:
        made.heard([reading(device, "x", value)])
    made.drain()
    last = {r.device: r.value for r in heard}
    assert last == {device.id: value for device, value in told}
    assert len(heard) + made.dropped == len(told)
    assert len(heard) <= 5 + len({device.id for device, _ in told})


def test_each_point_keeps_its_own_order_under_overload():
    heard = []
    made = pipeline(4, heard)
    for value in range(20):
        made.heard([reading(device, "x", value) for device in (CLIMATE, LEAK)])
    made.drain()
    for device in (CLIMATE, LEAK):
        values = [r.value for r in heard if r.device == device.id]
        assert values == sorted(values)


def test_under_overload_an_older_value_of_the_cloud_does_not_take_the_place_of_the_lan_s():
    heard = []
    made = pipeline(1, heard)
    made.heard([reading(CLIMATE, "va_temperature", 21.0, 5)])
    made.heard([reading(CLIMATE, "va_temperature", 20.0, 1, path=Path.CLOUD)])
    made.drain()
    assert [r.value for r in heard] == [21.0]


def test_under_overload_a_later_value_does_not_overtake_the_loss_of_its_path():
    told = []
    made = pipeline(1, told)
    made.lead_to(
        Followers(
            readings=(lambda reading, _now: told.append(reading.value),),
            paths=(lambda health, _now: told.append(health.paths[0].state),),
        )
    )
    made.heard([reading(CLIMATE, "x", 1)])
    made.path_changed(CLIMATE.id, PathHealth(Path.GATEWAY, PathState.UNREACHABLE, at(0)))
    made.heard([reading(CLIMATE, "x", 2)])
    made.drain()
    assert told == [1, PathState.UNREACHABLE, 2]


async def test_a_value_does_not_overtake_the_loss_of_its_path():
    async with console() as app:
        app.lan.connect(CLIMATE)
        app.lan.tell(CLIMATE, "va_temperature", 20.0)
        app.lan.lose(CLIMATE)
        assert (await app.twin(CLIMATE, "va_temperature")).quality is Quality.CACHED


async def test_news_is_worked_off_without_anybody_asking():
    async with console() as app:
        changes = app.engine.changes()
        await anext(changes)
        app.lan.connect(CLIMATE)
        app.lan.tell(CLIMATE, "va_temperature", 20.5)
        batch = await anext(changes)
        assert [(r.value, r.quality) for r in batch.readings] == [(20.5, Quality.LIVE)]
        assert [h.paths[0].state for h in batch.health] == [PathState.CONNECTED]
        await changes.aclose()


async def test_a_large_crowd_of_values_is_worked_off_in_portions_and_completely():
    async with console() as app:
        points = 3000
        app.services.parts.ground.pipeline.heard([reading(CLIMATE, f"p{n}", n) for n in range(points)])
        changes = app.engine.changes()
        picture = await anext(changes)
        seen = {r.code for r in picture.readings}
        while len(seen) < points:
            seen |= {r.code for r in (await anext(changes)).readings}
        assert len(seen) == points
        await changes.aclose()


async def test_live_values_become_samples_and_what_the_store_refuses_is_written_later():
    async with console() as app:
        app.disk.full = True
        app.lan.tell(CLIMATE, "va_temperature", 20.0)
        await app.settle()
        await app.services.parts.sampling.flush()
        assert app.disk.samples == []
        assert any("not recorded" in sentence for sentence in app.services.parts.ground.troubles.sentences)
        app.disk.full = False
        app.lan.tell(CLIMATE, "va_temperature", 21.0)
        await app.settle()
        await app.services.parts.sampling.flush()
        assert [r.value for r in app.disk.samples] == [20.0, 21.0]
        assert app.services.parts.ground.troubles.sentences == ()


async def test_a_value_of_the_past_is_not_recorded_as_new():
    async with console() as app:
        app.clock.advance(100)
        app.lan.tell(CLIMATE, "va_temperature", 20.0)
        app.services.parts.ground.pipeline.heard([reading(CLIMATE, "va_temperature", 5.0, seconds=50)])
        await app.settle()
        await app.services.parts.sampling.flush()
        assert [(r.value, r.at) for r in app.disk.samples] == [(20.0, at(100))]
