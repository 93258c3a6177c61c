"""The passing of time as the cloud's client needs it, given from outside so that a month can pass in seconds."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from heyzack_console.ports.clock import Clock


@dataclass(frozen=True, slots=True)
class Timing:
    """*clock* tells the date, *monotonic* measures pauses in seconds, *sleep* waits, *chance* spreads retries."""

    clock: Clock
    monotonic: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    chance: random.Random


def real_timing(clock: Clock) -> Timing:
    """Let time pass as it does."""
    # Chance only spreads retries over time; nothing secret is drawn from it.
    return Timing(clock, _loop_time, asyncio.sleep, random.Random())


def _loop_time() -> float:
    """The time by which the loop sleeps; pauses are measured by the clock that ends them."""
    return asyncio.get_running_loop().time()
