"""What the cloud told last, so that values without a time of their own get an honest one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Quality, Reading

# A change takes 0.1 to 3 s to the cloud; what the LAN told within this time of a reading is surely newer.
_ON_ITS_WAY = timedelta(seconds=30)
UNDATED_NOTE = "the cloud gave no time; the value may be older than said"


class CloudMemory:
    """Remembers values by device and code, and when each device was read."""

    def __init__(self) -> None:
        self._told: dict[DeviceId, dict[str, tuple[Value, datetime]]] = {}
        self._read_at: dict[DeviceId, datetime] = {}
        self._online: dict[DeviceId, tuple[bool, datetime]] = {}
        self._moved: set[DeviceId] = set()

    def online(self, device: DeviceId, at: datetime, *, there: bool) -> None:
        """The cloud had or had not a connection to *device*; a message that comes late changes nothing."""
        if device not in self._online or self._online[device][1] <= at:
            self._online[device] = there, at

    def moved(self, device: DeviceId) -> None:
        """*device* was taken out of the project or into it: what leads to it may be another gateway now."""
        self._moved.add(device)

    def take_moved(self) -> set[DeviceId]:
        """The devices that moved since this was asked last."""
        moved, self._moved = self._moved, set()
        return moved

    def keep_only(self, devices: Iterable[DeviceId]) -> None:
        """Forget all others."""
        kept = set(devices)
        for memory in (self._told, self._read_at):
            for gone in memory.keys() - kept:
                del memory[gone]

    def dated(self, readings: Sequence[Reading]) -> Sequence[Reading]:
        """Remember readings that came with their own time, and return them."""
        for reading in readings:
            told = self._told.setdefault(reading.device, {})
            if reading.code not in told or told[reading.code][1] <= reading.at:
                told[reading.code] = (reading.value, reading.at)
        return readings

    def undated(self, device: DeviceId, readings: Sequence[Reading], asked: datetime) -> tuple[Reading, ...]:
        """Return what is told by values that the cloud held when it was *asked* and that do not say since when.

        A value that is as it was told last keeps its time: it is no news, but it proves what was only remembered since
        an outage. One that contradicts what was told just before or since the question tells nothing. One that changed
        is dated at the earliest moment that it can have changed, so that it never beats something that is really
        newer. One of which nothing was told yet is dated shortly before *asked*.
        """
        since = self._read_at.get(device)
        self._read_at[device] = asked
        told = self._told.setdefault(device, {})
        there, _ = self._online.get(device, (True, None))
        quality = Quality.LIVE if there else Quality.CACHED
        news = []
        for reading in readings:
            value, at = told.get(reading.code, (None, None))
            if at is None:
                at = asked - _ON_ITS_WAY
            elif value != reading.value:
                if at > asked - _ON_ITS_WAY:
                    continue
                at = max(since or at, at + timedelta(milliseconds=1))
            proved = (reading.value, at) == told.get(reading.code)
            told[reading.code] = (reading.value, at)
            note = reading.note if proved else "; ".join(part for part in (reading.note, UNDATED_NOTE) if part)
            held = reading.quality if reading.quality is not Quality.LIVE else quality
            news.append(replace(reading, at=at, quality=held, note=note))
        return tuple(news)
