"""What listeners are told: the whole picture first, then of each thing only its newest state, at their own pace."""

import asyncio

import pytest

from heyzack_console.domain.errors import EngineLost
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.services.feed import Feed
from tests.support.building import CLIMATE, THERMOSTAT, at, reading
from tests.support.hand_clock import HandClock

PICTURE = Batch(0, at(0), complete=True)


@pytest.fixture
def feed():
    return Feed(HandClock(), frame_s=0.001)


async def following(feed):
    """A listener that has been given the picture."""
    changes = feed.follow(lambda: PICTURE)
    assert await anext(changes) is PICTURE
    return changes


async def test_the_first_batch_is_the_whole_picture(feed):
    changes = await following(feed)
    await changes.aclose()


async def test_of_each_data_point_only_the_newest_value_is_told(feed):
    changes = await following(feed)
    for value in range(1000):
        feed.reading(reading(CLIMATE, "va_temperature", value))
        feed.reading(reading(THERMOSTAT, "temp_current", -value))
    batch = await anext(changes)
    assert {(r.device, r.value) for r in batch.readings} == {(CLIMATE.id, 999), (THERMOSTAT.id, -999)}
    await changes.aclose()


async def test_a_listener_that_takes_its_time_misses_no_last_value_and_delays_nobody(feed):
    slow, quick = await following(feed), await following(feed)
    for value in range(5):
        feed.reading(reading(CLIMATE, "va_temperature", value))
        assert (await anext(quick)).readings[0].value == value
    assert [r.value for r in (await anext(slow)).readings] == [4]
    await slow.aclose()
    await quick.aclose()


async def test_what_happens_within_a_frame_is_one_batch(feed):
    changes = await following(feed)
    feed.book_changed()
    waiting = asyncio.ensure_future(anext(changes))
    await asyncio.sleep(0)
    feed.journal_changed()
    batch = await waiting
    assert (batch.book_changed, batch.journal_changed) == (True, True)
    await changes.aclose()


async def test_nothing_is_told_while_nothing_changes(feed):
    changes = await following(feed)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.02):
            await anext(changes)


async def test_batches_are_numbered_and_dated(feed):
    changes = await following(feed)
    numbers = []
    for _ in range(3):
        feed.book_changed()
        batch = await anext(changes)
        numbers.append((batch.number, batch.at, batch.book_changed))
    assert numbers == [(1, at(0), True), (2, at(0), True), (3, at(0), True)]
    await changes.aclose()


async def test_listeners_learn_that_the_engine_stops(feed):
    changes = await following(feed)
    feed.end()
    with pytest.raises(EngineLost, match="last picture stays"):
        await anext(changes)


async def test_who_has_gone_is_not_kept_in_mind(feed):
    changes = await following(feed)
    await changes.aclose()
    feed.reading(reading(CLIMATE, "va_temperature", 1))
    fresh = await following(feed)
    feed.book_changed()
    assert (await anext(fresh)).readings == ()
    await fresh.aclose()


async def test_what_has_been_told_is_not_told_again(feed):
    changes = await following(feed)
    feed.reading(reading(CLIMATE, "va_temperature", 1))
    feed.book_changed()
    await anext(changes)
    feed.journal_changed()
    batch = await anext(changes)
    assert (batch.readings, batch.book_changed, batch.journal_changed) == ((), False, True)
    await changes.aclose()
