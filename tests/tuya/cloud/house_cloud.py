"""The cloud of a small Harbour House on this machine, and a network of ours at it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.host.clock import WallClock
from heyzack_console.simulator.building.model import BuildingModel
from heyzack_console.simulator.cloud.account import Account
from heyzack_console.simulator.cloud.project import CloudProject as SimulatedProject
from heyzack_console.simulator.cloud.server import CloudAccess, serving
from heyzack_console.simulator.cloud.spaces import SpaceTree
from heyzack_console.simulator.cloud.twin import CloudTwin
from heyzack_console.simulator.house.harbour_house import DemoSite, harbour_house
from heyzack_console.tuya.cloud.client import Patience
from heyzack_console.tuya.cloud.timing import real_timing
from heyzack_console.tuya.cloud_network import TuyaCloud
from heyzack_console.tuya.cloud_network_project import cloud_world
from heyzack_console.tuya.queue.timing import queue_world
from tests.support.cloud_ears import CloudEars
from tests.support.cloud_meter import MemoryMeter
from tests.support.cloud_peer import ACCESS_ID, SECRET
from tests.support.quick_time import QuickTime
from tests.tuya.cloud.at_the_cloud import unix_ms


class Obedient:
    """A building whose devices do as they are told and report it at once."""

    def __init__(self, project: SimulatedProject) -> None:
        self._project = project
        self.obeyed: list[tuple[DeviceId, dict]] = []

    def obey(self, device, values):
        """Follow an order."""
        self.obeyed.append((device, dict(values)))
        self._project.report(device, values, urgent=True)


@dataclass
class HouseCloud:
    """Both ends."""

    simulated: SimulatedProject
    building: Obedient
    house: DemoSite
    access: CloudAccess
    project: CloudProject
    time: QuickTime
    meter: MemoryMeter
    ears: CloudEars
    network: TuyaCloud

    @property
    def devices(self) -> tuple[Device, ...]:
        """The house's own book."""
        return self.house.book.devices

    def one(self, word: str) -> Device:
        """A device by the first word of its name."""
        return next(device for device in self.devices if device.name.startswith(word))

    def misbehave(self, **traits) -> None:
        """Change how the cloud behaves."""
        self.simulated.temper = replace(self.simulated.temper, **traits)

    @property
    def calls(self) -> int:
        """Calls that the cloud counted."""
        return sum(self.simulated.ledger.by_path.values())


@asynccontextmanager
async def house_cloud(devices: int = 50, *, real: bool = False, patience: Patience | None = None) -> AsyncIterator:
    """Serve the house's cloud and make a network for it, with the project attached.

    Args:
        real: time passes as it does, and the network runs; otherwise pauses are over at once.
    """
    time = QuickTime()
    clock = WallClock() if real else time.clock
    house = harbour_house(devices, 1)
    site, used = house.book.site, {device.place.zone for device in house.book.devices if device.place}
    spaces = SpaceTree.of(replace(site, zones=tuple(zone for zone in site.zones if zone.id in used)))
    simulated = SimulatedProject(Account(ACCESS_ID, SECRET), spaces, unix_ms(clock), seed=1)
    begun = unix_ms(clock)()
    simulated.add(
        CloudTwin(d, spaces.of_device(d), begun // 1000 - 86_400, house.keys.get(d.id, "")) for d in house.book.devices
    )
    simulated.building = building = Obedient(simulated)
    model = BuildingModel(house.book, clock.now(), 1)
    for twin in simulated.twins.values():
        twin.take(twin.encoded(model.instruments[twin.id].shown), begun - 60_000)
    async with serving(simulated) as access:
        ears, meter = CloudEars(), MemoryMeter()
        project = CloudProject(ProjectId(f"{ACCESS_ID}@eu"), ACCESS_ID, "", access.base_url, access.queue_url)
        timing = real_timing(clock) if real else time.timing
        network = TuyaCloud(cloud_world(timing, meter, ears, queue_world(clock), patience))
        network.attach(project, SECRET)
        try:
            yield HouseCloud(simulated, building, house, access, project, time, meter, ears, network)
        finally:
            await network.close()
