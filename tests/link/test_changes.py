"""The feed of changes through the link."""

import asyncio
from contextlib import aclosing
from datetime import UTC, datetime

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.errors import EngineLost, StoreUnavailable
from heyzack_console.link.connection import FRAME_S
from heyzack_console.ports.engine.feed import Batch, EngineStatus
from heyzack_console.ports.engine.sites import ExportSite

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def batch(number, readings=(), **more):
    return Batch(number, NOON, readings=tuple(Reading(DeviceId(d), c, v, "", NOON) for d, c, v in readings), **more)


@pytest.fixture
async def engine(engine):
    engine.picture = batch(0, [("a", "x", 0)], complete=True, status=EngineStatus(site="Harbour House"))
    return engine


async def heard_until(feed, last):
    """All batches up to the one with number *last*."""
    heard = []
    async with asyncio.timeout(20):
        while not heard or heard[-1].number < last:
            heard.append(await anext(feed))
    return heard


async def test_a_feed_begins_with_the_whole_picture(client, engine):
    async with aclosing(client.changes()) as feed:
        assert await anext(feed) == engine.picture


async def test_a_change_arrives_as_it_was_announced(client, engine):
    async with aclosing(client.changes()) as feed:
        await anext(feed)
        engine.announce(batch(1, [("a", "x", 1.5)]))
        assert await anext(feed) == batch(1, [("a", "x", 1.5)])


async def test_every_window_hears_every_change(attach, engine):
    windows = [await attach() for _ in range(3)]
    feeds = [window.changes() for window in windows]
    for feed in feeds:
        await anext(feed)
    engine.announce(batch(1, [("a", "x", 1)]))
    assert [await anext(feed) for feed in feeds] == [batch(1, [("a", "x", 1)])] * 3
    for feed in feeds:
        await feed.aclose()


async def test_a_slow_window_gets_few_batches_with_the_last_value_of_each_point(client, engine):
    async with aclosing(client.changes()) as feed:
        await anext(feed)
        for n in range(1, 1001):
            engine.announce(batch(n, [("a", "x", n), ("b", f"y{n % 7}", n)]))
            if n % 100 == 0:
                await asyncio.sleep(0)
        heard = await heard_until(feed, 1000)
    shown = {(r.device, r.code): r.value for each in heard for r in each.readings}
    assert shown[("a", "x")] == 1000
    assert {shown[("b", f"y{k}")] for k in range(7)} == set(range(994, 1001))
    assert len(heard) < 10


async def test_a_window_that_does_not_read_is_sent_one_batch_and_no_more(attach, engine):
    window = await attach()
    feed = window.changes()
    await anext(feed)
    # The window does not ask for the next one, and a second window shows that all was announced.
    engine.announce(batch(1, [("a", "x", 1)]))
    witness = (await attach()).changes()
    await anext(witness)
    for n in range(2, 200):
        engine.announce(batch(n, [("a", "x", n)]))
    await heard_until(witness, 199)
    heard = await heard_until(feed, 199)
    assert len(heard) <= 2
    await feed.aclose()
    await witness.aclose()


async def test_batches_come_no_more_often_than_display_frames(client, engine):
    clock = asyncio.get_running_loop().time
    async with aclosing(client.changes()) as feed:
        await anext(feed)
        began = clock()
        received = 0
        for n in range(1, 4):
            engine.announce(batch(n, [("a", "x", n)]))
            await heard_until(feed, n)
            received += 1
        # The lower bound is a property of the design, not of the machine's speed.
        assert clock() - began >= (received - 1) * FRAME_S


async def test_a_picture_larger_than_one_part_arrives_whole(client, engine):
    engine.picture = batch(0, [(f"device-{n}", "temperature", n) for n in range(20_000)], complete=True)
    async with aclosing(client.changes()) as feed:
        assert await anext(feed) == engine.picture


async def test_an_error_that_ends_the_engines_feed_ends_the_windows(client, engine):
    async with aclosing(client.changes()) as feed:
        await anext(feed)
        engine.announce(StoreUnavailable("The store is locked."))
        with pytest.raises(StoreUnavailable, match="is locked"):
            await anext(feed)


async def test_a_feed_that_is_closed_is_closed_in_the_engine_too(client, engine):
    feed = client.changes()
    await anext(feed)
    assert len(engine.feeds) == 1
    await feed.aclose()
    engine.answers[ExportSite] = lambda _: "after"
    await client.ask(ExportSite())
    assert engine.feeds == []


async def test_a_window_that_goes_leaves_no_feed_behind(attach, engine, server):
    window = await attach()
    feed = window.changes()
    await anext(feed)
    await window.aclose()
    with pytest.raises(EngineLost):
        await anext(feed)
    other = await attach()
    engine.answers[ExportSite] = lambda _: "after"
    await other.ask(ExportSite())
    assert engine.feeds == []


async def test_a_window_may_hold_several_feeds(client, engine):
    async with aclosing(client.changes()) as one, aclosing(client.changes()) as two:
        assert await anext(one) == await anext(two) == engine.picture
        await one.aclose()
        engine.announce(batch(1))
        assert await anext(two) == batch(1)
