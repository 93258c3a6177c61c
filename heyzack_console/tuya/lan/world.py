"""What the sessions share, and what each of them remembers."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from heyzack_console.ports.clock import Clock
from heyzack_console.tuya.lan.gate import ConnectGate
from heyzack_console.tuya.lan.orders import OrderDesk
from heyzack_console.tuya.lan.presence import ChildPresence
from heyzack_console.tuya.lan.status import PointwiseHabit
from heyzack_console.tuya.lan.tap import FrameTap
from heyzack_console.tuya.lan.timings import Timings
from heyzack_console.tuya.lan.wake import Wake


@dataclass(frozen=True, slots=True)
class World:
    """What all devices share: the time, the limit on connects, the read buffer, chance and patience.

    *entropy* gives so many fresh random bytes; *scratch* serves one loop only.
    """

    clock: Clock
    gate: ConnectGate
    scratch: memoryview
    chance: random.Random
    entropy: Callable[[int], bytes]
    timings: Timings
    guessing: bool = False
    """The protocol version in use is a guess, so silence most likely means that it is wrong."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept of one device from connection to connection; *wake* rings when there may be something to do."""

    desk: OrderDesk
    tap: FrameTap
    presence: ChildPresence
    habit: PointwiseHabit
    wake: Wake


def impatient(world: World) -> World:
    """The same world with less patience, for connections whose protocol version is a guess."""
    timings = world.timings
    patience = min(timings.trial_answer, timings.answer)
    return replace(world, guessing=True, timings=replace(timings, negotiate=patience, answer=patience))
