"""How long the queue's consumer waits for what, and where time and chance come from."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from ssl import SSLContext

from heyzack_console.ports.clock import Clock


@dataclass(frozen=True, slots=True)
class QueueTimings:
    """Seconds; tests shorten them. Ping and pong are those of tuya-cloud section 7."""

    connect: float = 10.0
    ping: float = 30.0
    pong: float = 3.0
    close: float = 2.0
    first_pause: float = 1.0
    """After the first failure; doubled with each further one, up to the longest, with jitter."""
    longest_pause: float = 60.0
    refused_pause: float = 300.0
    """After a refusal that only the operator can end."""
    stable: float = 30.0
    """A connection that lasted as long was a success, and the next failure is the first again."""
    bounce: float = 10.0
    """A connection that the server ends sooner counts as pushed out."""
    look: float = 15.0
    """Between two looks at signs that only time brings."""
    late: float = 60.0
    """Messages that are older when they come are told as a backlog."""
    notice: float = 1200.0
    """A backlog notice stands as long; the platform repeats it every 15 minutes."""


@dataclass(frozen=True, slots=True)
class QueueWorld:
    """What the consumer is given from outside; *tls* None means the system's authorities, always verified."""

    clock: Clock
    chance: random.Random
    timings: QueueTimings = field(default_factory=QueueTimings)
    tls: SSLContext | None = None
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


def queue_world(clock: Clock) -> QueueWorld:
    """The world as it is."""
    # Chance only spreads reconnects over time; nothing secret is drawn from it.
    return QueueWorld(clock, random.Random())
