"""Collects readings that arrive close together, so that a burst of frames is one call to the engine."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from heyzack_console.domain.devices.readings import Reading

SPACING_S = 0.01
"""A lone reading goes out in the same turn of the loop; under load there is one batch in this time."""

# A LAN report is not older than the way it took; only what was held back (by a sleeper, a gateway) is.
_HELD_BACK_S = 5.0
_OLDEST_S = 3600.0


def time_of(unix_s: float | None, now: datetime, last: datetime | None) -> datetime:
    """Return when a report's values held: the device's own time where it tells of a delay, else the arrival.

    Devices give whole seconds, and some have a wrong clock; so their time only counts where it is at least five
    seconds and at most an hour back and not before what the device sent *last*.
    """
    if unix_s is None or not _HELD_BACK_S <= now.timestamp() - unix_s <= _OLDEST_S:
        return now
    told = datetime.fromtimestamp(unix_s, UTC)
    return now if last is not None and told < last else told


class Batches:
    """Hands readings on in order, many at once."""

    def __init__(self, hand_on: Callable[[Sequence[Reading]], None]) -> None:
        self._hand_on = hand_on
        self._waiting: list[Reading] = []
        self._timer: asyncio.Handle | None = None
        self._next_at = 0.0

    def add(self, readings: Sequence[Reading]) -> None:
        """Take *readings*; needs a running loop."""
        if not readings:
            return
        self._waiting.extend(readings)
        if self._timer is None:
            loop = asyncio.get_running_loop()
            self._timer = loop.call_at(max(self._next_at, loop.time()), self._flush)

    def close(self) -> None:
        """Hand on what waits, now."""
        if self._timer is not None:
            self._timer.cancel()
            self._flush()

    def _flush(self) -> None:
        self._timer = None
        self._next_at = asyncio.get_running_loop().time() + SPACING_S
        readings, self._waiting = self._waiting, []
        self._hand_on(readings)
