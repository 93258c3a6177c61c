"""Runs owners of devices inside a test."""

import asyncio
import os
import random
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.gate import ConnectGate
from heyzack_console.tuya.lan.owner import Owner
from heyzack_console.tuya.lan.timings import Timings
from heyzack_console.tuya.lan.wire import Version
from heyzack_console.tuya.lan.world import World
from tests.support.lan_listener import FixedClock, HeardOnLan

FAST = Timings(
    connect=0.5,
    negotiate=3.0,
    answer=3.0,
    heartbeat=5.0,
    between_commands=0.01,
    doubtful_start=0.05,
    confirmation=0.05,
    version_trial=0.02,
    search=0.05,
    first_pause=0.02,
    longest_pause=0.1,
    reconnect_pause=0.02,
)

"""Short pauses, but patience enough with answers for a busy machine."""
HASTY = replace(FAST, negotiate=0.3, answer=0.3, trial_answer=0.3, heartbeat=0.2)
"""For peers whose silence is the point."""


def a_world(timings=FAST, entropy=os.urandom):
    return World(FixedClock(), ConnectGate(), memoryview(bytearray(16384)), random.Random(1), entropy, timings)


def lan_device(peer, **changes):
    told = {"id": peer.id, "key": peer.key, "host": "127.0.0.1", "port": peer.port, "version": Version(peer.version)}
    return LanDevice(**(told | changes))


@asynccontextmanager
async def owned(device, world=None, heard=None):
    """An owner of *device* at work, and what it tells."""
    heard = heard or HeardOnLan()
    owner = Owner(device, world or a_world(), heard)
    task = asyncio.get_running_loop().create_task(owner.run())
    try:
        yield owner, heard
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
