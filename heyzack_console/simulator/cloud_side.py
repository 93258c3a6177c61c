"""The demo building's devices in the simulated cloud: what they report there, and when the cloud misses them."""

from functools import partial

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.simulator.building.instrument import Instrument
from heyzack_console.simulator.cloud.account import Account
from heyzack_console.simulator.cloud.project import Building, Clock, CloudProject
from heyzack_console.simulator.cloud.spaces import SpaceTree
from heyzack_console.simulator.cloud.twin import CloudTwin
from heyzack_console.simulator.house.harbour_house import DemoSite
from heyzack_console.simulator.house.roads import Road, roads_of

MISSED_AFTER_S = 15.0
"""The cloud takes so long to notice that a device is gone; real ones take a minute or two."""
SIGNAL_EVERY_S = 60.0
_STRONGEST, _WEAKEST = -48, -79


class CloudSide:
    """The building as its cloud project sees it."""

    def __init__(self, site: DemoSite, clock: Clock, seed: int) -> None:
        self.roads = roads_of(site.book)
        spaces = SpaceTree.of(site.book.site)
        self.project = CloudProject(Account.fresh(seed), spaces, clock, seed)
        self.project.add(
            CloudTwin(device, spaces.of_device(device), clock() // 1000, site.keys.get(device.id, ""))
            for device in site.book.devices
            if self.roads[device.id] is not Road.LAN
        )
        self._lost: set[DeviceId] = set()
        self._hubs = [twin.id for twin in self.project.twins.values() if twin.device.gateway is None]
        self.project.later(SIGNAL_EVERY_S, self._tell_a_signal)

    def joined_to(self, building: Building) -> None:
        """Send orders there."""
        self.project.building = building

    def report(self, instrument: Instrument, *, urgent: bool = False) -> None:
        """A device tells its values, if its connection is up."""
        if not self.is_lost(instrument.device.id):
            self.project.report(instrument.device.id, instrument.shown, urgent=urgent)

    def is_lost(self, device: DeviceId) -> bool:
        """Whether a device or its gateway is cut off, noticed or not."""
        twin = self.project.twins.get(device)
        return device in self._lost or (twin is not None and twin.device.gateway in self._lost)

    def lose(self, device: DeviceId) -> None:
        """Cut a device off, with all that stands behind it; the cloud notices later."""
        self._lost.add(device)
        self.project.later(MISSED_AFTER_S, partial(self._miss, device))

    def find(self, device: DeviceId) -> None:
        """Connect it again."""
        self._lost.discard(device)
        for member in self._family(device):
            self.project.set_online(member, online=True)

    def _miss(self, device: DeviceId) -> None:
        if device in self._lost:
            for member in self._family(device):
                self.project.set_online(member, online=False)

    def _family(self, device: DeviceId) -> list[DeviceId]:
        twins = self.project.twins.values()
        return [twin.id for twin in twins if device in (twin.id, twin.device.gateway)]

    def _tell_a_signal(self) -> None:
        """One device after the other tells how well it receives."""
        hub = self._hubs.pop(0)
        self._hubs.append(hub)
        if not self.is_lost(hub):
            self.project.signal(hub, self.project.rng.randint(_WEAKEST, _STRONGEST))
        self.project.later(SIGNAL_EVERY_S, self._tell_a_signal)
