"""The demo building as it runs: time passes, devices report, sleepers wake, scenarios play."""

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.simulator.building.instrument import Instrument
from heyzack_console.simulator.building.model import BuildingModel
from heyzack_console.simulator.cloud_side import CloudSide
from heyzack_console.simulator.house.harbour_house import DemoSite, harbour_house
from heyzack_console.simulator.house.roads import without_lan
from heyzack_console.simulator.house_stage import HouseStage
from heyzack_console.simulator.lan.discovery import DiscoveryPorts
from heyzack_console.simulator.lan.network import SILENT, SimulatedLan
from heyzack_console.simulator.scenarios.player import Player
from heyzack_console.simulator.scenarios.scripts import NORMAL
from heyzack_console.simulator.wiring import Wiring

log = logging.getLogger(__name__)

TICK_S = 0.1
FASTEST_REPORTS = 4.0
"""However fast the building's time runs, devices report at most so many times as often."""
_FIRST_AWAKE_S, _AWAKE_S, _SLEEP_S = 60.0, 20.0, 160.0


@dataclass(frozen=True, slots=True)
class HouseOptions:
    """What building to run, and how; *speed* is seconds of the building per second, *reports* a factor on pushes.

    Devices listen from *first_port* on, or on any free ports (0). Without *discovery* nothing is announced.
    With *cloud* some devices are reached over the LAN, some over the cloud at *cloud_port*, most over both.
    """

    devices: int = 150
    seed: int = 1
    speed: float = 1.0
    reports: float = 1.0
    first_port: int = 0
    discovery: DiscoveryPorts = SILENT
    cloud: bool = False
    cloud_port: int = 0


class LiveHouse:
    """A building between *open* and *close*; *begins* is aware UTC.

    Raises:
        InvalidInput: the building cannot have so many devices.
    """

    def __init__(self, options: HouseOptions, begins: datetime) -> None:
        self._options = options
        self._begins = begins
        self._elapsed = 0.0
        self.site: DemoSite = harbour_house(options.devices, options.seed)
        self.cloud = CloudSide(self.site, self._stamp_ms, options.seed) if options.cloud else None
        if self.cloud is not None:
            self.cloud.joined_to(self)
            self.site = without_lan(self.site, self.cloud.roads)
        self.model = BuildingModel(self.site.book, begins, options.seed)
        self.player = Player(options.seed, cloud=options.cloud)
        self._wiring = Wiring(self.model, self._stamp, options.seed, self._tell_cloud)
        self.lan = SimulatedLan(self._wiring.devices_of(self.site), options.discovery)
        self.stage = HouseStage(self.model, self.lan, self.cloud)
        self._sleepers = [device.id for device in self.site.book.devices if device.sleeper and device.address]
        self._looked_at: dict[DeviceId, float] = {}
        for index, instrument in enumerate(self.model.instruments.values()):
            # Devices of one kind do not report all at the same moment: golden section spreads them evenly.
            self._looked_at[instrument.device.id] = -instrument.period_s * (index * 0.618 % 1.0)
            if self.cloud is not None:
                self.cloud.project.remember(instrument.device.id, instrument.shown)

    async def open(self) -> None:
        """Let every device listen; afterwards *site* holds the ports."""
        self.site = self.site.bound(await self.lan.open(self._options.first_port))

    def close(self) -> None:
        """Take every device off the network."""
        self.lan.close()

    async def run(self, since: float | None = None) -> None:
        """Go on until cancelled, from the loop's time *since* on."""
        loop = asyncio.get_running_loop()
        last = loop.time() if since is None else since
        while True:
            await asyncio.sleep(TICK_S)
            now = loop.time()
            await self.tick(now - last)
            last = now

    async def tick(self, seconds: float) -> None:
        """Let *seconds* of real time pass."""
        self.rest(seconds)
        self.model.pass_time(seconds * self._options.speed)
        self._play_on(seconds)
        pace = self._options.reports * min(max(self._options.speed, 1.0), FASTEST_REPORTS)
        for instrument in self.model.instruments.values():
            waited = self._elapsed - self._looked_at[instrument.device.id]
            if waited >= instrument.period_s / pace:
                instrument.renew(waited * self._options.speed)
                self._looked_at[instrument.device.id] = self._elapsed
                self._report(instrument)
        await self._wake_and_sleep()

    def rest(self, seconds: float) -> None:
        """Let *seconds* pass in which no device feels or tells anything; what the cloud still has to do, it does."""
        self._elapsed += seconds
        if self.cloud is not None:
            self.cloud.project.pass_time(seconds)

    def tell_all(self) -> None:
        """Let every device tell its values now."""
        for instrument in self.model.instruments.values():
            self._report(instrument, urgent=True)

    async def play(self, scenario: str, delay_s: float = 0.0) -> None:
        """Put everything back to normal and begin *scenario*, *delay_s* later.

        Raises:
            NotFound: there is no such scenario; nothing was changed.
        """
        self.player.check(scenario)
        await self.stage.put_back()
        self.player.begin(NORMAL, self.stage)
        for instrument in self.model.instruments.values():
            instrument.renew(0.0)
        self.tell_all()
        self.player.begin(scenario, self.stage, delay_s)
        self._play_on(0.0)
        log.info("Scenario %s begins", scenario)

    def obey(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Follow an order that came through the cloud; both roads hear what it changed."""
        if self.cloud is not None and not self.cloud.is_lost(device):
            self.model.order(device, values)
            self._report(self.model.instruments[device], urgent=True)

    def _play_on(self, seconds: float) -> None:
        if self.player.advance(seconds, self.stage):
            for instrument in self.model.instruments.values():
                if instrument.imposed:
                    self._report(instrument, urgent=True)

    async def _wake_and_sleep(self) -> None:
        """Battery devices on Wi-Fi are awake for moments, each at a time of its own; at first all are."""
        cycle = _AWAKE_S + _SLEEP_S
        for index, identity in enumerate(self._sleepers):
            if identity in self.stage.off_lan:
                continue
            turn = (self._elapsed - _FIRST_AWAKE_S + index * cycle / len(self._sleepers)) % cycle
            awake = self._elapsed < _FIRST_AWAKE_S or turn > cycle - _AWAKE_S
            sleeper = self.lan.devices[identity]
            if awake and not sleeper.listening:
                await sleeper.plug_in()
            elif not awake and sleeper.listening:
                sleeper.unplug()

    def _report(self, instrument: Instrument, *, urgent: bool = False) -> None:
        device = instrument.device
        hub = self.lan.devices.get(device.gateway or device.id)
        if hub is not None:
            hub.report(self._wiring.points_of(instrument), device.cid)
        if self.cloud is not None:
            self.cloud.report(instrument, urgent=urgent)

    def _tell_cloud(self, instrument: Instrument) -> None:
        if self.cloud is not None:
            self.cloud.report(instrument, urgent=True)

    def _stamp(self) -> int:
        # The time in messages is the real one, however fast the building's time runs.
        return self._stamp_ms() // 1000

    def _stamp_ms(self) -> int:
        return int((self._begins.timestamp() + self._elapsed) * 1000)
