"""Time for the cloud's client in which a pause is over at once, and is remembered."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from datetime import datetime

from heyzack_console.tuya.cloud.timing import Timing
from tests.support.building import T0
from tests.support.hand_clock import HandClock


class QuickTime:
    """Every pause moves clock and monotonic time on instead of waiting."""

    def __init__(self, start: datetime = T0) -> None:
        self.clock = HandClock(start)
        self.pauses: list[float] = []
        self.in_pause: Callable[[], Awaitable[None]] | None = None
        """Done once, in the middle of the next pause."""
        self._seconds = 1000.0

    @property
    def timing(self) -> Timing:
        """What the client wants."""
        return Timing(self.clock, lambda: self._seconds, self._sleep, random.Random(7))

    def advance(self, seconds: float) -> None:
        """Let time pass without anybody pausing."""
        self._seconds += seconds
        self.clock.advance(seconds)

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)
        self.advance(seconds)
        act, self.in_pause = self.in_pause, None
        await (act() if act else asyncio.sleep(0))
