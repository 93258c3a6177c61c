"""Holds back what was told before: the queue repeats messages and mixes up their order."""

from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.cloud import CloudHappening, CloudNews
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.tuya.normalise_values import RawValue
from heyzack_console.tuya.queue.events import Event, Message, PointValue, PointValues

IDS_KEPT = 20_000
POINTS_KEPT = 50_000

Point = tuple[DeviceId, str, int | None]
"""A device's code, its data point number where it has no code, or one of the lines of news below."""

# Happenings that make one another out of date; the blank keeps them apart from codes.
_LINES = {
    CloudHappening.ONLINE: " presence",
    CloudHappening.OFFLINE: " presence",
    CloudHappening.BOUND: " membership",
    CloudHappening.UNBOUND: " membership",
    CloudHappening.RENAMED: " name",
    CloudHappening.UPGRADE: " upgrade",
    CloudHappening.SIGNAL: " signal",
}


class Sieve:
    """Remembers the newest message ids and, for every point, the time of its newest value; the oldest are forgotten."""

    def __init__(self, ids_kept: int = IDS_KEPT, points_kept: int = POINTS_KEPT) -> None:
        self._ids: OrderedDict[str, None] = OrderedDict()
        self._newest: OrderedDict[Point, tuple[datetime, RawValue]] = OrderedDict()
        self._ids_kept = ids_kept
        self._points_kept = points_kept

    def knows(self, name: str) -> bool:
        """Tell whether a message of that name was taken."""
        return name in self._ids

    def newest(self, point: Point) -> tuple[datetime, RawValue] | None:
        """The newest value that was taken."""
        return self._newest.get(point)

    def take(self, names: Iterable[str], points: Iterable[tuple[Point, tuple[datetime, RawValue]]]) -> None:
        """Remember both."""
        for name in names:
            self._ids[name] = None
            self._ids.move_to_end(name)
        for point, newest in points:
            self._newest[point] = newest
            self._newest.move_to_end(point)
        while len(self._ids) > self._ids_kept:
            self._ids.popitem(last=False)
        while len(self._newest) > self._points_kept:
            self._newest.popitem(last=False)


class Sifting:
    """One batch on its way through the sieve; nothing of it is remembered before ``keep``.

    So a batch that the store refused passes again when the queue repeats it.
    """

    def __init__(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self._names: dict[str, None] = {}
        self._newest: dict[Point, tuple[datetime, RawValue]] = {}
        self.duplicates = 0
        self.outdated = 0

    def pass_on(self, message: Message) -> tuple[Event, ...]:
        """Return what of *message* is new: nothing of a repeated one, no value older than one told before."""
        names = [f"m:{message.id}", *([f"d:{message.content.data_id}"] if message.content.data_id else [])]
        if any(name in self._names or self._sieve.knows(name) for name in names):
            # A repetition under another message id is remembered too; its own repetition may lack the data id.
            self._names.update(dict.fromkeys(names))
            self.duplicates += 1
            return ()
        self._names.update(dict.fromkeys(names))
        return tuple(fresh for event in message.content.events if (fresh := self._fresh(event)) is not None)

    def keep(self) -> None:
        """Remember the batch: it is stored."""
        self._sieve.take(self._names, self._newest.items())

    def _fresh(self, event: Event) -> Event | None:
        if isinstance(event, CloudNews):
            said = [event.happening, event.text, event.number]
            fresh = self._is_newer((event.device, _LINES[event.happening], None), event.at, said)
            self.outdated += not fresh
            return event if fresh else None
        values = tuple(value for value in event.values if self._is_newer(_point(event, value), value.at, value.value))
        self.outdated += len(event.values) - len(values)
        return replace(event, values=values) if values else None

    def _is_newer(self, point: Point, at: datetime, value: RawValue) -> bool:
        """Both message families tell each change, so an equal value of the same time was told before."""
        before = self._newest.get(point) or self._sieve.newest(point)
        if before is not None and (at < before[0] or (at, value) == before):
            return False
        self._newest[point] = (at, value)
        return True


def _point(event: PointValues, value: PointValue) -> Point:
    return event.device, value.code, None if value.code else value.dp
