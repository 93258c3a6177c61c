"""The Tuya cloud: the projects' clients and queues joined with the words of `tuya/normalise`."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from heyzack_console.domain.cloud import (
    CloudCause,
    CloudCheck,
    CloudDevice,
    CloudError,
    CloudLog,
    CloudProject,
    CloudSpace,
    CloudState,
    PairingPass,
    ProjectId,
)
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointSpec, Value
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.cloud import CloudListener, CloudMeter
from heyzack_console.tuya.catalogue.categories import category_of
from heyzack_console.tuya.cloud.lifecycle import PAIRING_TOKEN, RENAME, NewName, Pairing
from heyzack_console.tuya.cloud.logs import Span, read_log
from heyzack_console.tuya.cloud.spaces import tree
from heyzack_console.tuya.cloud.timing import real_timing
from heyzack_console.tuya.cloud.values import SEND
from heyzack_console.tuya.cloud_network_check import checked
from heyzack_console.tuya.cloud_network_inventory import Inventory
from heyzack_console.tuya.cloud_network_keys import KeyDesk
from heyzack_console.tuya.cloud_network_products import Sample
from heyzack_console.tuya.cloud_network_project import CloudLine, CloudWorld, cloud_world
from heyzack_console.tuya.cloud_network_reading import CloudReader, as_value
from heyzack_console.tuya.cloud_network_words import CloudWords
from heyzack_console.tuya.queue.timing import queue_world

FROM_THE_LOG = "from the cloud's log"
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def cloud_network(clock: Clock, meter: CloudMeter, listener: CloudListener) -> "TuyaCloud":
    """Make the cloud side of one engine, with real time."""
    return TuyaCloud(cloud_world(real_timing(clock), meter, listener, queue_world(clock)))


class TuyaCloud:
    """Implements `ports.cloud.CloudNetwork`; ``run`` must be running for queues and states to be kept."""

    def __init__(self, world: CloudWorld) -> None:
        self._world = world
        self._words = CloudWords(world.products)
        self._lines: dict[ProjectId, CloudLine] = {}
        self._readers: dict[ProjectId, CloudReader] = {}
        self._left: list[CloudLine] = []
        self._inventory = Inventory(world)
        self._keys = KeyDesk()
        self._group: asyncio.TaskGroup | None = None

    async def run(self) -> None:
        """Keep every project's queue and state until cancelled; then all connections are closed."""
        try:
            async with asyncio.TaskGroup() as group:
                self._group = group
                for line in self._lines.values():
                    self._start(line)
                try:
                    await asyncio.get_running_loop().create_future()
                finally:
                    self._group = None
        finally:
            await self.close()

    async def close(self) -> None:
        """Close the connections of all projects and store the counters; for who never ran it."""
        for line in (*self._left, *self._lines.values()):
            await line.close()
        self._left.clear()

    @property
    def states(self) -> tuple[CloudState, ...]:
        """Every project's state."""
        return tuple(line.state for line in self._lines.values())

    def attach(self, project: CloudProject, secret: str) -> None:
        """Use *project* from now on.

        Raises:
            InvalidInput: its address cannot be used; one that was attached under its id goes on.
        """
        line = CloudLine(project, secret, self._world, self._words)
        self.detach(project.id)
        self._lines[project.id] = line
        self._readers[project.id] = CloudReader(line)
        line.tell()
        self._start(line)

    def detach(self, project: ProjectId) -> None:
        """Stop using it."""
        line = self._lines.pop(project, None)
        self._readers.pop(project, None)
        if line is None:
            return
        if line.task is not None:
            line.task.cancel()
        else:
            self._left.append(line)

    def know(self, devices: Sequence[Device]) -> None:
        """The devices whose words are to be understood."""
        self._words.know(devices)
        self._world.memory.keep_only(device.id for device in devices)

    async def check(self, project: CloudProject, secret: str) -> CloudCheck:
        """Try a project step by step; see the port. A success ends what kept the same project from being asked."""
        attached = self._lines.get(project.id)
        result = await checked(project, secret, self._world, attached.api.client.quota if attached else None)
        if result.ok and attached is not None and attached.project == project:
            attached.proved(secret)
        return result

    async def inventory(self, project: ProjectId) -> tuple[tuple[CloudDevice, ...], bool]:
        """Every device of the project, and whether the listing is complete; see the port.

        Raises:
            CloudError: with its cause.
        """
        return await self._inventory.listed(self._line(project))

    async def points(self, device: CloudDevice) -> tuple[PointSpec, ...]:
        """The device's data points, remembered per product.

        Raises:
            CloudError: with its cause.
        """
        line = self._line(device.project)
        try:
            sample = Sample(device.id, device.product, category_of(device.category))
            return (await self._world.products.learn(line.api, sample, urgent=True)).points
        finally:
            line.tell()

    async def read(self, devices: Sequence[DeviceId], *, urgent: bool = False) -> None:
        """Read the present values; see the port.

        Raises:
            CloudError: the first failure; values that came all the same arrived.
        """
        by_project: dict[ProjectId, list[DeviceId]] = {}
        failed: CloudError | None = None
        for device in devices:
            try:
                by_project.setdefault(self._home(device).project.id, []).append(device)
            except CloudError as error:
                failed = failed or error
        for project, of_it in by_project.items():
            try:
                await self._readers[project].read(of_it, urgent=urgent)
            except CloudError as error:
                failed = failed or error
        if failed is not None:
            raise failed

    async def send(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Send new values once; see the port.

        Raises:
            CloudError: with its cause.
        """
        order = self._words.order(device, values)
        await self._home(device).ask(SEND, order, urgent=True)

    async def local_key(self, device: DeviceId) -> str:
        """The device's present local key.

        Raises:
            CloudError: with its cause.
        """
        return await self._keys.key(self._home(device), device)

    async def log(self, device: DeviceId, start: datetime, end: datetime, calls: int = 500) -> CloudLog:
        """Values that the cloud logged in [start, end), oldest first, marked as remembered; see the port.

        Raises:
            CloudError: with its cause; a log in which a page fails is not told.
        """
        line = self._home(device)
        millisecond = timedelta(milliseconds=1)
        span = Span(device, (start - _EPOCH) // millisecond, (end - _EPOCH) // millisecond - 1)
        try:
            read = await read_log(line.api, span, calls=calls)
        finally:
            line.tell()
        if read.unfinished is not None:
            raise read.unfinished
        values = [as_value(value, end) for value in read.values if value.time > 0]
        await line.understand(device, values)
        readings = self._words.readings(device, values, Quality.CACHED)
        since = max(start, _EPOCH + read.start_ms * millisecond)
        # The log counts in whole milliseconds, the asked span does not.
        until = end if read.end_ms == span.end_ms else _EPOCH + (read.end_ms + 1) * millisecond
        marked = (replace(reading, note=FROM_THE_LOG) for reading in readings if since <= reading.at < until)
        return CloudLog(tuple(marked), since, until, read.calls)

    async def spaces(self, project: ProjectId) -> tuple[CloudSpace, ...]:
        """The project's space tree, parents first.

        Raises:
            CloudError: with its cause.
        """
        line = self._line(project)
        try:
            return await tree(line.api)
        finally:
            line.tell()

    async def rename(self, device: DeviceId, name: str) -> None:
        """Give the device another name in the cloud.

        Raises:
            CloudError: with its cause.
        """
        await self._home(device).ask(RENAME, NewName(device, name), urgent=True)

    async def pairing_token(self, project: ProjectId) -> PairingPass:
        """A token that puts a new device into the project's topmost space.

        Raises:
            CloudError: with its cause.
        """
        line = self._line(project)
        space = await self._inventory.top_space(line)
        token = await line.ask(PAIRING_TOKEN, Pairing(space), urgent=True)
        return PairingPass(token.text, token.serves_s)

    def _start(self, line: CloudLine) -> None:
        if self._group is not None:
            line.task = self._group.create_task(line.run(), name=f"cloud project {line.project.id}")

    def _line(self, project: ProjectId) -> CloudLine:
        line = self._lines.get(project)
        if line is None:
            raise CloudError("The project is not in use. Nothing was asked.", CloudCause.OTHER)
        return line

    def _home(self, device: DeviceId) -> CloudLine:
        """The line of the project that has *device*; before the first listing a sole project has everything."""
        project = self._inventory.project_of(device)
        if project in self._lines:
            return self._lines[project]
        if len(self._lines) == 1:
            return next(iter(self._lines.values()))
        text = "No cloud project is known to have this device. List the projects' devices anew."
        raise CloudError(text, CloudCause.DEVICE)
