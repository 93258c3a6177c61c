"""The engine's changes on their way into the window's mirror."""

import asyncio
from datetime import UTC, datetime

import pytest

from heyzack_console.desktop.mirror_feed import MirrorFeed
from heyzack_console.domain.errors import EngineLost
from heyzack_console.ports.engine.feed import Batch, EngineStatus
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.presentation.mirror import Mirror, Touched
from tests.support.engine_port import SmallEngine

AT = datetime(2026, 7, 23, tzinfo=UTC)
PICTURE = Batch(1, AT, complete=True, status=EngineStatus(site="Harbour House"))


class Line:
    """A feed on a small engine, and what it said."""

    def __init__(self) -> None:
        self.engine = SmallEngine(PICTURE)
        self.engine.answers[SitePicture] = lambda _: None
        self.mirror = Mirror()
        self.back = asyncio.Event()
        self.waiting = asyncio.Event()
        self.feed = MirrorFeed(self.engine, self.mirror, self._reconnect)
        self.heard: asyncio.Queue[Touched] = asyncio.Queue()
        self.connections: asyncio.Queue[bool] = asyncio.Queue()
        self.feed.touched.connect(self.heard.put_nowait)
        self.feed.connection_changed.connect(self.connections.put_nowait)

    async def _reconnect(self) -> None:
        self.waiting.set()
        await self.back.wait()


@pytest.fixture
async def line(qapp):
    line = Line()
    running = asyncio.ensure_future(line.feed.run())
    async with asyncio.timeout(10):
        await line.feed.ready()
    yield line
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def test_the_first_picture_brings_the_book_and_then_everything(line: Line):
    assert [type(query) for query in line.engine.asked] == [SitePicture]
    assert (line.heard.get_nowait().book, line.heard.get_nowait().everything) == (True, True)
    assert line.mirror.status.site == "Harbour House"
    assert line.connections.get_nowait() is True


async def test_each_batch_tells_what_it_touched(line: Line):
    line.heard = asyncio.Queue()
    line.feed.touched.connect(line.heard.put_nowait)
    line.engine.announce(Batch(2, AT, status=EngineStatus(site="Harbour House", unsent=2)))
    async with asyncio.timeout(10):
        touched = await line.heard.get()
    assert (touched.status, touched.alerts) == (True, frozenset())
    assert line.mirror.status.unsent == 2


async def test_the_book_is_asked_for_again_when_it_changed(line: Line):
    line.engine.announce(Batch(2, AT, book_changed=True))
    line.engine.announce(Batch(3, AT, status=EngineStatus(site="done")))
    async with asyncio.timeout(10):
        while line.mirror.status.site != "done":
            await line.heard.get()
    assert len(line.engine.asked) == 2


async def test_a_lost_engine_leaves_the_last_picture_and_the_feed_goes_on_when_it_is_back(line: Line):
    line.engine.announce(EngineLost("The engine does not answer."))
    async with asyncio.timeout(10):
        await line.waiting.wait()
        assert not line.mirror.connected
        assert line.mirror.status.site == "Harbour House"
        line.engine.listening.clear()
        line.back.set()
        await line.engine.listening.wait()
        said = [await line.connections.get() for _ in range(3)]
    assert said == [True, False, True]
    assert line.mirror.connected


async def test_an_engine_that_goes_at_once_again_and_again_leaves_the_loop_to_others(qapp):
    tries: list[None] = []

    class Gone(SmallEngine):
        async def changes(self):
            tries.append(None)
            raise EngineLost("The engine does not answer.")
            yield  # makes it a generator

    async def at_once() -> None:
        return

    running = asyncio.ensure_future(MirrorFeed(Gone(), Mirror(), at_once).run())
    async with asyncio.timeout(10):
        for _ in range(50):
            await asyncio.sleep(0)
        running.cancel()
        with pytest.raises(asyncio.CancelledError):
            await running
    assert len(tries) < 50
