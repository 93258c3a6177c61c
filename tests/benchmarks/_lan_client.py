"""What the LAN benchmarks share: a world, and a listener that only counts."""

import os
import random

from heyzack_console.host.clock import WallClock
from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.gate import ConnectGate
from heyzack_console.tuya.lan.timings import Timings
from heyzack_console.tuya.lan.wire import Version
from heyzack_console.tuya.lan.world import World
from tests.support.tuya_peers import KEY


def a_world(timings: Timings | None = None) -> World:
    """A world as the engine has it."""
    scratch = memoryview(bytearray(16384))
    return World(WallClock(), ConnectGate(), scratch, random.Random(1), os.urandom, timings or Timings())


def device(number: int, port: int, version: str) -> LanDevice:
    """One device on loopback."""
    return LanDevice(f"device{number}", KEY, "127.0.0.1", port, Version(version))


class Counting:
    """Counts first statuses."""

    def __init__(self, enough: int, done: object) -> None:
        self._left, self._done = enough, done

    def values(self, device_id, cid, dps, unix_s, *, whole):
        self._left -= whole
        if self._left == 0:
            self._done.set()

    def link_changed(self, device_id, report):
        pass

    def children_changed(self, device_id, online):
        pass
