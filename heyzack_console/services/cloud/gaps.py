"""Offline spells: since when nothing is heard of a device, and which spells wait for the cloud's log."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.domain.errors import StoreError
from heyzack_console.domain.telemetry import Gap, Listening
from heyzack_console.ports.store import Telemetry
from heyzack_console.services.cloud.members import CloudMembers
from heyzack_console.services.settings import SettingBook

log = logging.getLogger(__name__)

# The platform keeps a free log of seven days (tuya-cloud section 6.3).
LOGGED_FOR = timedelta(days=7)
# Nobody sees less of a gap in a trend, and it is not worth a call.
_SLIVER = timedelta(seconds=1)
_SAVE_EVERY = timedelta(minutes=1)
_RECORDED = frozenset({PointKind.BOOLEAN, PointKind.NUMBER, PointKind.ENUM, PointKind.BITMAP})


class GapBook:
    """Knows the gaps across restarts, so that neither a short restart nor a gap that is filled later costs a call in
    vain."""

    def __init__(self, telemetry: Telemetry, members: CloudMembers, settings: SettingBook) -> None:
        self._telemetry = telemetry
        self._members = members
        self._settings = settings
        self._silent_since: dict[DeviceId, datetime] = {}
        self._open: list[Gap] = []
        self._recorded: set[DeviceId] = set()
        self._saved_at: datetime | None = None
        self._dirty = False

    @property
    def open(self) -> tuple[Gap, ...]:
        """Gaps that have ended and are not filled yet, the longest known first."""
        return tuple(self._open)

    async def restore(self, devices: Iterable[DeviceId]) -> None:
        """Take up what the last run knew; while no engine ran, nothing was heard of any of *devices*.

        Raises:
            StoreError: it could not be read.
        """
        known = await self._telemetry.load_listening()
        self._open = [gap for gap in known.gaps if gap.end is not None]
        self._silent_since = {gap.device: gap.start for gap in known.gaps if gap.end is None}
        if known.until is not None:
            for device in devices:
                self._silent_since.setdefault(device, known.until)

    def path_changed(self, health: DeviceHealth, now: datetime) -> None:
        """A path of a device changed."""
        device = health.device
        if not health.reachable:
            if health.lost and device not in self._silent_since:
                self._silent_since[device] = now
                self._dirty = True
            return
        since = self._silent_since.pop(device, None)
        if since is None:
            return
        self._dirty = True
        if self._worth(device, since, now):
            self._open.append(Gap(device, max(since, now - LOGGED_FOR), now))

    def filled(self, gap: Gap, start: datetime, end: datetime) -> None:
        """[*start*, *end*) of *gap* is done; what is left of it stays open, in its place."""
        if gap not in self._open:
            return
        left = [replace(gap, end=start), replace(gap, start=end)]
        place = self._open.index(gap)
        self._open[place : place + 1] = [
            part for part in left if part.end is not None and part.end - part.start > _SLIVER
        ]
        self._dirty = True

    def give_up(self, gap: Gap) -> None:
        """Nothing will come for *gap*."""
        if gap in self._open:
            self._open.remove(gap)
            self._dirty = True

    def know(self, devices: Mapping[DeviceId, Device]) -> None:
        """The devices of the book; what belongs to others is dropped, as is what nothing would be recorded of."""
        for device in [device for device in self._silent_since if device not in devices]:
            del self._silent_since[device]
        self._recorded = {device.id for device in devices.values() if _is_recorded(device)}
        left = [gap for gap in self._open if gap.device in self._recorded]
        self._dirty = self._dirty or len(left) != len(self._open)
        self._open = left

    async def save(self, now: datetime) -> None:
        """Write what changed, and once a minute that somebody listened; what the store refuses is tried again."""
        if self._dirty or self._saved_at is None or now - self._saved_at >= _SAVE_EVERY:
            await self.save_all(now)

    async def save_all(self, now: datetime) -> None:
        """Write everything now."""
        self._open = [gap for gap in self._open if gap.end is not None and now - gap.end < LOGGED_FOR]
        lasting = tuple(Gap(device, since) for device, since in self._silent_since.items())
        self._dirty = False
        try:
            await self._telemetry.keep_listening(Listening(now, (*self._open, *lasting)))
            self._saved_at = now
        except StoreError as problem:
            self._dirty = True
            log.warning("what was missed is not being noted: %s", problem.text)

    def _worth(self, device: DeviceId, since: datetime, now: datetime) -> bool:
        if not self._settings.value("cloud.import_gaps") or self._members.of(device) is None:
            return False
        if device not in self._recorded:
            return False
        return now - since >= self._settings.span("cloud.gap_from_s")


def _is_recorded(device: Device) -> bool:
    """A device of whose points nothing is known may have some."""
    return not device.points or any(point.readable and point.kind in _RECORDED for point in device.points)
