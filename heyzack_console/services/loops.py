"""The engine's own pulse: what happens again and again, as long as it runs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from heyzack_console.ports.clock import Clock

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Pulse:
    """What is called with the time every *every_s* seconds."""

    every_s: float
    ticks: tuple[Callable[[datetime], None], ...] = ()
    works: tuple[Callable[[datetime], Awaitable[None]], ...] = ()


class Loops:
    """Runs until cancelled. A bug in one loop ends them all: a half-dead engine is worse than a restarted one."""

    def __init__(
        self, clock: Clock, runs: Sequence[Callable[[], Coroutine[Any, Any, None]]], pulses: Sequence[Pulse]
    ) -> None:
        self._clock = clock
        self.runs = tuple(runs)
        self._pulses = tuple(pulses)

    @property
    def ticks(self) -> tuple[Callable[[datetime], None], ...]:
        """Everything that wants to know how time passes."""
        return tuple(tick for pulse in self._pulses for tick in pulse.ticks)

    async def run(self) -> None:
        """Run everything at once."""
        async with asyncio.TaskGroup() as group:
            for run in self.runs:
                group.create_task(run(), name=getattr(run, "__qualname__", "loop"))
            for pulse in self._pulses:
                group.create_task(self._beat(pulse), name=f"pulse every {pulse.every_s} s")

    async def _beat(self, pulse: Pulse) -> None:
        while True:
            now = self._clock.now()
            for tick in pulse.ticks:
                tick(now)
            for work in pulse.works:
                await work(now)
            await asyncio.sleep(pulse.every_s)
