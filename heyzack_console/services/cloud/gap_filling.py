"""Gaps are filled from the cloud's log, one device after another, within a small allowance of calls."""

import logging
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from heyzack_console.domain.cloud import CloudCause, CloudError, LinkState
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.telemetry import Gap
from heyzack_console.ports.cloud import CloudNetwork
from heyzack_console.ports.store import Telemetry
from heyzack_console.services.cloud.gaps import LOGGED_FOR, GapBook
from heyzack_console.services.cloud.members import CloudMembers
from heyzack_console.services.errands import Errands
from heyzack_console.services.twins import Twins

log = logging.getLogger(__name__)

FROM_LOG = "from the cloud's log"
"""Note of every value that was imported."""
# The comparison after a start or a reconnect comes first: it reads many devices with one call.
HELD = timedelta(seconds=20)
# Comparing fifty devices takes about a dozen calls: with these it stays under twenty in the first minute.
AT_ONCE = 5
EVERY = timedelta(seconds=20)
# A page holds 100 values; a log that is longer is read on at its next turn.
CALLS_AT_ONCE = 5
_TRY_AGAIN = timedelta(minutes=10)
_TRIES = 6
_IN_VAIN = frozenset({CloudCause.DEVICE, CloudCause.PERMISSION, CloudCause.INPUT})


class Allowance:
    """Calls that may be made now: a few at once, then one now and then."""

    def __init__(self) -> None:
        self._left = AT_ONCE
        self._since: datetime | None = None

    def take(self, now: datetime) -> bool:
        """Take one call, if there is one."""
        if self._since is None or now < self._since:
            self._since = now
        gained = (now - self._since) // EVERY
        if gained:
            self._left = min(AT_ONCE, self._left + gained)
            self._since += gained * EVERY
        if self._left < 1:
            return False
        self._left -= 1
        return True

    def charge(self, calls: int) -> None:
        """Count calls that were made beyond the one that was taken."""
        self._left -= calls


class GapFiller:
    """Begins once the cloud hears a device again and its values have been compared."""

    def __init__(
        self,
        network: CloudNetwork,
        members: CloudMembers,
        telemetry: Telemetry,
        twins: Twins,
        gaps: GapBook,
        errands: Errands,
    ) -> None:
        self._network = network
        self._members = members
        self._telemetry = telemetry
        self._twins = twins
        self._gaps = gaps
        self._errands = errands
        self._allowance = Allowance()
        self._ready: dict[DeviceId, datetime] = {}
        self._asked: set[DeviceId] = set()
        self._failed: dict[DeviceId, int] = {}

    def path_changed(self, health: DeviceHealth, now: datetime) -> None:
        """A path of a device changed."""
        cloud = health.on(Path.CLOUD)
        if cloud is None or cloud.state is not PathState.CONNECTED:
            self._ready.pop(health.device, None)
        else:
            self._ready.setdefault(health.device, now + HELD)

    def tick(self, now: datetime) -> None:
        """Begin with as many gaps as the allowance has calls for."""
        for gap in self._gaps.open:
            ready = self._ready.get(gap.device)
            if ready is None or ready > now or gap.device in self._asked or not self._may_ask(gap.device):
                continue
            if not self._allowance.take(now):
                return
            self._asked.add(gap.device)
            self._errands.add(f"filling the gap of {gap.device}", partial(self._fill, gap, now))

    def _may_ask(self, device: DeviceId) -> bool:
        member = self._members.of(device)
        state = next((s for s in self._network.states if member is not None and s.project == member.project), None)
        return state is not None and state.state in {LinkState.UP, LinkState.DEGRADED} and not state.background_stopped

    async def _fill(self, gap: Gap, now: datetime) -> None:
        try:
            await self._read(gap, now)
            self._failed.pop(gap.device, None)
        except ConsoleError as problem:
            tries = self._failed[gap.device] = self._failed.get(gap.device, 0) + 1
            if tries >= _TRIES or (isinstance(problem, CloudError) and problem.cause in _IN_VAIN):
                self._gaps.give_up(gap)
                del self._failed[gap.device]
            if gap.device in self._ready:
                self._ready[gap.device] = now + _TRY_AGAIN
            raise
        finally:
            self._asked.discard(gap.device)

    async def _read(self, gap: Gap, now: datetime) -> None:
        device, start, end = gap.device, max(gap.start, now - LOGGED_FOR), gap.end or now
        if start >= end:
            self._gaps.give_up(gap)
            return
        read = await self._network.log(self._members.cloud_id(device), start, end, CALLS_AT_ONCE)
        self._allowance.charge(read.calls - 1)
        found = [_imported(reading, device) for reading in read.readings if read.start <= reading.at < read.end]
        if found:
            await self._telemetry.fill(read.start, read.end, found, self._newest(device, found))
        self._gaps.filled(gap, gap.start if read.start <= start else read.start, read.end)
        log.info("%d values of %s imported from the cloud's log", len(found), device)

    def _newest(self, device: DeviceId, found: list[Reading]) -> list[Reading]:
        """What is shown now: words are kept as changes, and the last one must be the present."""
        codes = {reading.code for reading in found}
        shown = (self._twins.actual(device, code) for code in codes)
        return [reading for reading in shown if reading is not None and reading.quality is Quality.LIVE]


def _imported(reading: Reading, device: DeviceId) -> Reading:
    note = "; ".join(dict.fromkeys(part for part in (reading.note, FROM_LOG) if part))
    return replace(reading, device=device, quality=Quality.CACHED, path=Path.CLOUD, note=note)
