"""Offline spells: what the cloud logged meanwhile is taken into the samples."""

import logging
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.ports.cloud import CloudNetwork
from heyzack_console.ports.store import Telemetry
from heyzack_console.services.cloud.members import CloudMembers
from heyzack_console.services.errands import Errands
from heyzack_console.services.settings import SettingBook
from heyzack_console.services.twins import Twins

log = logging.getLogger(__name__)

FROM_LOG = "from the cloud's log"
"""Note of every value that was imported."""
# The platform keeps a free log of seven days (tuya-cloud section 6.3).
_LOGGED_FOR = timedelta(days=7)


class GapBook:
    """Notes for each device since when nothing was heard of it, and fills the gap once the cloud answers."""

    def __init__(
        self,
        network: CloudNetwork,
        members: CloudMembers,
        telemetry: Telemetry,
        twins: Twins,
        settings: SettingBook,
        errands: Errands,
    ) -> None:
        self._network = network
        self._members = members
        self._telemetry = telemetry
        self._twins = twins
        self._settings = settings
        self._errands = errands
        self._silent_since: dict[DeviceId, datetime] = {}
        self._open: dict[DeviceId, tuple[datetime, datetime]] = {}

    def restore(self) -> None:
        """While the engine was not running nothing was heard: the last picture tells since when."""
        for reading in self._twins.picture():
            known = self._silent_since.get(reading.device)
            if known is None or reading.at > known:
                self._silent_since[reading.device] = reading.at

    def path_changed(self, health: DeviceHealth, now: datetime) -> None:
        """A path of a device changed."""
        device = health.device
        if not health.reachable:
            if health.lost:
                self._silent_since.setdefault(device, now)
            return
        since = self._silent_since.pop(device, None)
        if since is not None and self._worth(since, now):
            start = self._open[device][0] if device in self._open else max(since, now - _LOGGED_FOR)
            self._open[device] = start, now
        cloud = health.on(Path.CLOUD)
        if device in self._open and cloud is not None and cloud.state is PathState.CONNECTED:
            self._errands.add(f"filling the gap of {device}", lambda: self._fill(device))

    def forget(self, known: Mapping[DeviceId, object]) -> None:
        """Drop what belongs to devices that left the book."""
        for memory in (self._silent_since, self._open):
            for device in [device for device in memory if device not in known]:
                memory.pop(device, None)

    def _worth(self, since: datetime, now: datetime) -> bool:
        wanted = bool(self._settings.value("cloud.import_gaps"))
        return wanted and now - since >= self._settings.span("cloud.gap_from_s")

    async def _fill(self, device: DeviceId) -> None:
        span = self._open.get(device)
        if span is None or self._members.of(device) is None:
            return
        logged = await self._network.log(self._members.cloud_id(device), *span)
        found = [_imported(reading, device) for reading in logged if span[0] <= reading.at < span[1]]
        if found:
            await self._telemetry.fill(*span, found, self._newest(device, found))
        if self._open.get(device) == span:
            del self._open[device]
        log.info("%d values of %s imported from the cloud's log", len(found), device)

    def _newest(self, device: DeviceId, found: list[Reading]) -> list[Reading]:
        """What is shown now: words are kept as changes, and the last one must be the present."""
        codes = {reading.code for reading in found}
        shown = (self._twins.actual(device, code) for code in codes)
        return [reading for reading in shown if reading is not None and reading.quality is Quality.LIVE]


def _imported(reading: Reading, device: DeviceId) -> Reading:
    note = "; ".join(dict.fromkeys(part for part in (reading.note, FROM_LOG) if part))
    return replace(reading, device=device, quality=Quality.CACHED, path=Path.CLOUD, note=note)
