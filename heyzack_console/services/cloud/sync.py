"""When projects are listed and values are read: at the start, on a reconnect, on a fail-over, and slowly else."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from heyzack_console.domain.cloud import CloudState, LinkState, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.clock import Clock
from heyzack_console.services.cloud.listings import CloudLister, Memory
from heyzack_console.services.errands import Errands
from heyzack_console.services.settings import SettingBook

log = logging.getLogger(__name__)

# Devices that fall over together are read together.
_GATHER = timedelta(seconds=2)
# A path that comes and goes does not cost a call each time.
_READ_AGAIN = timedelta(minutes=1)
_LIST_AGAIN = timedelta(minutes=10)
_TRY_AGAIN = timedelta(minutes=2)
# Nobody calls the cloud while the queue brings everything. When the queue breaks off, one call tells whether the cloud
# is there at all; as long as the queue stays away it is asked again.
_PROBE_AFTER = timedelta(seconds=5)
_PROBE_AGAIN = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class _Road:
    """The cloud as a road to one device: it is there, it is the one in use, and by it changes are told."""

    there: bool = False
    by_cloud: bool = False
    told: bool = False


class CloudSync:
    """Spends few calls: under twenty for fifty devices at the start, then only what the queue does not bring."""

    def __init__(
        self,
        lister: CloudLister,
        memory: Memory,
        settings: SettingBook,
        clock: Clock,
        errands: Errands,
        work_off: Callable[[], None],
    ) -> None:
        self._lister = lister
        self._memory = memory
        self._settings = settings
        self._clock = clock
        self._errands = errands
        self._work_off = work_off
        self._up: set[ProjectId] = set()
        self._listed_at: dict[ProjectId, datetime] = {}
        self._due: dict[ProjectId, datetime] = {}
        self._comparing: set[ProjectId] = set()
        self._probes: dict[ProjectId, datetime] = {}
        self._roads: dict[DeviceId, _Road] = {}
        self._to_read: dict[DeviceId, datetime] = {}
        self._read_at: dict[DeviceId, datetime] = {}

    def project_changed(self, state: CloudState) -> None:
        """A project stands otherwise: when it is there again it is compared at once."""
        up = state.state in {LinkState.UP, LinkState.DEGRADED} and not state.background_stopped
        was, project = state.project in self._up, state.project
        (self._up.add if up else self._up.discard)(project)
        if not up or state.queue is LinkState.UP:
            self._probes.pop(project, None)
        else:
            self._probes.setdefault(project, self._clock.now() + _PROBE_AFTER)
        if up and not was:
            listed = self._listed_at.get(project)
            now = self._clock.now()
            fresh = listed is not None and now - listed < _LIST_AGAIN
            self._due[project] = listed + _LIST_AGAIN if fresh and listed is not None else now

    def project_gone(self, project: ProjectId) -> None:
        """A project is not used any more."""
        self._up.discard(project)
        for memory in (self._due, self._listed_at, self._probes):
            memory.pop(project, None)

    def list_soon(self, project: ProjectId) -> None:
        """Something about the devices of *project* changed; its index lags about a second behind."""
        self._due[project] = min(self._due.get(project, self._clock.now() + _GATHER), self._clock.now() + _GATHER)

    def path_changed(self, health: DeviceHealth, now: datetime) -> None:
        """A device is read that the cloud has just begun to hear, that fell over to the cloud, or of which only the
        cloud tells and the queue was away."""
        cloud = health.on(Path.CLOUD)
        there = cloud is not None and cloud.state is PathState.CONNECTED
        by_cloud = health.road is Path.CLOUD
        told = there and by_cloud and cloud is not None and cloud.pushes
        before = self._roads.get(health.device, _Road())
        self._roads[health.device] = _Road(there, by_cloud, told)
        if not there:
            self._to_read.pop(health.device, None)
        elif not before.there or (by_cloud and not before.by_cloud) or (told and not before.told):
            read = self._read_at.get(health.device)
            soon = now + _GATHER
            self._to_read[health.device] = max(soon, read + _READ_AGAIN) if read is not None else soon

    def tick(self, now: datetime) -> None:
        """Begin what is due."""
        for project in [project for project, when in self._due.items() if when <= now and project in self._up]:
            self._due[project] = now + self._settings.span("cloud.reconcile_every_s")
            self._comparing.add(project)
            self._errands.add(f"comparing with {project}", partial(self._compare, project))
        for project in [project for project, when in self._probes.items() if when <= now]:
            self._probes[project] = now + _PROBE_AGAIN
            some = [member.device for member in self._memory.members.of_project(project)[:1]]
            self._errands.add(f"looking whether {project} answers", partial(self._lister.read, some))
        wanted = [device for device, when in self._to_read.items() if when <= now and not self._is_compared(device)]
        if wanted:
            self._note_read(wanted, now)
            self._errands.add(f"reading {len(wanted)} devices from {wanted[0]} on", partial(self._read, wanted))

    async def compare(self, project: ProjectId) -> int:
        """List *project* and read the values of its devices; returns how many devices it has.

        Raises:
            CloudError: with its cause.
        """
        count = await self._lister.list_devices(project)
        self._work_off()  # whose path has changed by the listing is read here
        now = self._listed_at[project] = self._clock.now()
        mine = [member.device for member in self._memory.members.of_project(project)]
        self._note_read(mine, now)
        await self._lister.read(mine)
        return count

    async def _compare(self, project: ProjectId) -> None:
        try:
            await self.compare(project)
        except ConsoleError:
            self._due[project] = self._clock.now() + _TRY_AGAIN
            raise
        finally:
            self._comparing.discard(project)

    def _is_compared(self, device: DeviceId) -> bool:
        """A comparison on its way reads the device anyway."""
        member = self._memory.members.of(device)
        return member is not None and member.project in self._comparing

    async def _read(self, devices: Sequence[DeviceId]) -> None:
        """Read *devices*; where that fails, those that the cloud still hears are read a while later."""
        try:
            await self._lister.read(devices)
        except ConsoleError:
            later = self._clock.now() + _TRY_AGAIN
            self._to_read.update({device: later for device in devices if self._may_be_read(device)})
            raise

    def _may_be_read(self, device: DeviceId) -> bool:
        member = self._memory.members.of(device)
        return member is not None and member.project in self._up and self._roads.get(device, _Road()).there

    def _note_read(self, devices: Sequence[DeviceId], now: datetime) -> None:
        for device in devices:
            self._read_at[device] = now
            self._to_read.pop(device, None)
