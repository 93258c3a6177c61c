"""A running consumer with all that it is joined to."""

import asyncio
import random
from contextlib import asynccontextmanager, suppress

from heyzack_console.tuya.queue.consumer import QueueConsumer
from heyzack_console.tuya.queue.timing import QueueTimings, QueueWorld
from tests.support.hand_clock import HandClock
from tests.support.queue_messages import SECRET
from tests.support.queue_server import WHEN, States, Store

SOON = QueueTimings(first_pause=0.01, longest_pause=0.02, refused_pause=0.02, close=0.2, look=0.02)


class Reading:
    """A consumer of *project* and the ends of what it is given."""

    def __init__(self, project, timings=SOON, tls=None, secret=SECRET):
        self.store, self.states, self.clock = Store(), States(), HandClock(WHEN)
        world = QueueWorld(self.clock, random.Random(1), timings, tls)
        self.consumer = QueueConsumer(project, secret, self.store, self.states, world)


@asynccontextmanager
async def reading(project, **how):
    """Run a consumer until the block ends."""
    it = Reading(project, **how)
    task = asyncio.get_running_loop().create_task(it.consumer.run())
    try:
        yield it
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def next_of(queue):
    """The next thing in *queue*."""
    async with asyncio.timeout(20):
        return await queue.get()
