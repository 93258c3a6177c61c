"""What new values have touched and the map does not show yet: a storm is worked off in small portions.

A storm touches every device and every room in every batch. Wording and painting all of that at once would hold the
event loop for longer than a frame; a portion takes a millisecond or two, and what changes again while it waits is
worded once.
"""

from collections.abc import Iterable
from itertools import islice
from typing import TypeVar

from heyzack_console.domain.devices.device import ZoneId

DEVICES_AT_ONCE = 24
ROOMS_AT_ONCE = 3

K = TypeVar("K")


class Backlog:
    """Devices by their number in the field, and rooms; those that wait longest come first."""

    def __init__(self) -> None:
        self._devices: dict[int, None] = {}
        self._rooms: dict[ZoneId, None] = {}

    def __bool__(self) -> bool:
        return bool(self._devices or self._rooms)

    @property
    def long(self) -> bool:
        """Whether more devices wait than one portion holds."""
        return len(self._devices) > DEVICES_AT_ONCE

    def add(self, devices: Iterable[int], rooms: Iterable[ZoneId]) -> None:
        """Let more wait; what waits already keeps its place."""
        self._devices.update(dict.fromkeys(devices))
        self._rooms.update(dict.fromkeys(rooms))

    def portion(self) -> tuple[set[int], set[ZoneId]]:
        """Take the next few."""
        return _taken(self._devices, DEVICES_AT_ONCE), _taken(self._rooms, ROOMS_AT_ONCE)

    def clear(self) -> None:
        """Everything has been worded anew."""
        self._devices.clear()
        self._rooms.clear()


def _taken(waiting: dict[K, None], most: int) -> set[K]:
    taken = list(islice(waiting, most))
    for key in taken:
        del waiting[key]
    return set(taken)
