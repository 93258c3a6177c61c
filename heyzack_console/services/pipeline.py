"""From the network's ear to everyone who must know: freshness, twin, samples, rules, orders, feed.

The network never waits: what it tells goes into a queue. While the queue is long, a new value of a data point takes
the place of the one that still waits, so memory is bounded and the last value always arrives.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, FoundDevice, PathHealth
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.ports.clock import Clock
from heyzack_console.services.twins import Twins

MOST_WAITING = 20_000
# Between two such portions the loop serves sockets; a portion takes about 10 ms.
PORTION = 500


@dataclass(frozen=True, slots=True)
class Followers:
    """Who hears of accepted readings, of path health, and of devices found; called in this order, on the loop.

    *told* hears every reading before anything is decided about it.
    """

    told: tuple[Callable[[Reading, datetime], None], ...] = ()
    readings: tuple[Callable[[Reading, datetime], None], ...] = ()
    paths: tuple[Callable[[DeviceHealth, datetime], None], ...] = ()
    found: tuple[Callable[[FoundDevice], None], ...] = ()


class Pipeline:
    """Listens to the network and works its news off in order."""

    def __init__(self, twins: Twins, clock: Clock, most_waiting: int = MOST_WAITING) -> None:
        self._twins = twins
        self._clock = clock
        self._most_waiting = most_waiting
        self._followers = Followers()
        self._queue: list[Reading | tuple[DeviceId, PathHealth]] = []
        self._last: dict[DeviceId, dict[str, int]] = {}
        self._wake = asyncio.Event()
        self._idle = asyncio.Event()
        self._idle.set()
        self._dropped = 0

    def lead_to(self, followers: Followers) -> None:
        """Tell *followers* from now on."""
        self._followers = followers

    @property
    def dropped(self) -> int:
        """Values that gave way to a newer one of the same point before they were worked off."""
        return self._dropped

    def heard(self, readings: Sequence[Reading]) -> None:
        """Take new values from the network."""
        for reading in readings:
            places = self._last.setdefault(reading.device, {})
            # What the cloud tells may be older than what the LAN told: they wait side by side.
            point = reading.code if reading.path is not Path.CLOUD else f"{reading.code}/cloud"
            place = places.get(point)
            if place is not None and len(self._queue) >= self._most_waiting:
                self._queue[place] = reading
                self._dropped += 1
            else:
                places[point] = len(self._queue)
                self._queue.append(reading)
        self._idle.clear()
        self._wake.set()

    def path_changed(self, device: DeviceId, health: PathHealth) -> None:
        """Take the new state of a path from the network; later values must not overtake it."""
        self._last.pop(device, None)
        self._queue.append((device, health))
        self._idle.clear()
        self._wake.set()

    def found(self, device: FoundDevice) -> None:
        """Take word of a device that announced itself."""
        for follower in self._followers.found:
            follower(device)

    async def run(self) -> None:
        """Work off whatever comes, in portions."""
        while True:
            await self._wake.wait()
            self._wake.clear()
            queue, done = self._taken(), 0
            try:
                while done < len(queue):
                    self._work_off(queue[done : done + PORTION])
                    done += PORTION
                    await asyncio.sleep(0)
            finally:
                self._put_back(queue[done:])
            if not self._queue:
                self._idle.set()

    async def settled(self) -> None:
        """Return once everything that was heard has been worked off."""
        await self._idle.wait()

    def drain(self) -> None:
        """Work off everything that waits, at once."""
        self._work_off(self._taken())
        self._idle.set()

    def _taken(self) -> list[Reading | tuple[DeviceId, PathHealth]]:
        queue, self._queue = self._queue, []
        self._last = {}
        return queue

    def _put_back(self, rest: list[Reading | tuple[DeviceId, PathHealth]]) -> None:
        """Keep what a stop in the middle left; draining works it off."""
        if rest:
            self._queue[:0] = rest
            self._last = {}

    def _work_off(self, queue: Sequence[Reading | tuple[DeviceId, PathHealth]]) -> None:
        now = self._clock.now()
        for item in queue:
            if isinstance(item, Reading):
                for tell in self._followers.told:
                    tell(item, now)
                accepted = self._twins.take(item, now)
                if accepted is not None:
                    for tell in self._followers.readings:
                        tell(accepted, now)
            else:
                health = self._twins.path_changed(*item, now)
                for tell_path in self._followers.paths:
                    tell_path(health, now)
