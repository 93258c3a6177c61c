"""The demo building as it runs: the model drives the simulated devices, orders reach the model, scenarios play."""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.simulator.building.instrument import Instrument, State
from heyzack_console.simulator.building.model import BuildingModel
from heyzack_console.simulator.building.wire import from_wire, on_wire
from heyzack_console.simulator.house.harbour_house import DemoSite, harbour_house
from heyzack_console.simulator.lan.device import SimulatedDevice
from heyzack_console.simulator.lan.discovery import DiscoveryPorts
from heyzack_console.simulator.lan.identity import Identity, LanValue, Points
from heyzack_console.simulator.lan.network import SILENT, SimulatedLan
from heyzack_console.simulator.lan.temper import SlotRule, Temper
from heyzack_console.simulator.scenarios.player import Player, known
from heyzack_console.simulator.scenarios.scripts import NORMAL

log = logging.getLogger(__name__)

TICK_S = 0.1
FASTEST_REPORTS = 4.0
"""However fast the building's time runs, devices report at most so many times as often."""
_FIRST_AWAKE_S, _AWAKE_S, _SLEEP_S = 60.0, 20.0, 160.0


@dataclass(frozen=True, slots=True)
class HouseOptions:
    """What building to run, and how; *speed* is seconds of the building per second, *reports* a factor on pushes."""

    devices: int = 150
    seed: int = 1
    speed: float = 1.0
    reports: float = 1.0
    first_port: int = 0
    discovery: DiscoveryPorts = SILENT


class LiveHouse:
    """A building between *open* and *close*; *begins* is aware UTC. Implements the stage of the scenarios."""

    def __init__(self, options: HouseOptions, begins: datetime) -> None:
        self._options = options
        self._begins = begins
        self.site: DemoSite = harbour_house(options.devices, options.seed)
        self.model = BuildingModel(self.site.book, begins, options.seed)
        self.player = Player(options.seed)
        self.lan = SimulatedLan(self._simulated(), options.discovery)
        self._elapsed = 0.0
        self._looked_at = dict.fromkeys(self.model.instruments, 0.0)
        self._unplugged: set[DeviceId] = set()
        self._sleepers = [device.id for device in self.site.book.devices if device.sleeper]
        self._spread_out()

    async def open(self) -> None:
        """Let every device listen; afterwards *site* holds the ports."""
        self.site = self.site.bound(await self.lan.open(self._options.first_port))

    def close(self) -> None:
        """Take every device off the network."""
        self.lan.close()

    async def run(self) -> None:
        """Go on until cancelled."""
        loop = asyncio.get_running_loop()
        last = loop.time()
        while True:
            await asyncio.sleep(TICK_S)
            now = loop.time()
            await self.tick(now - last)
            last = now

    async def tick(self, seconds: float) -> None:
        """Let *seconds* of real time pass."""
        self._elapsed += seconds
        self.model.pass_time(seconds * self._options.speed)
        if self.player.advance(seconds, self):
            self._report_imposed()
        pace = self._options.reports * min(max(self._options.speed, 1.0), FASTEST_REPORTS)
        for instrument in self.model.instruments.values():
            waited = self._elapsed - self._looked_at[instrument.device.id]
            if waited >= instrument.period_s / pace:
                instrument.renew(waited * self._options.speed)
                self._looked_at[instrument.device.id] = self._elapsed
                self._report(instrument)
        await self._wake_and_sleep()

    async def play(self, scenario: str, delay_s: float = 0.0) -> None:
        """Put everything back to normal and begin *scenario*.

        Raises:
            NotFound: there is no such scenario; nothing was changed.
        """
        known(scenario)
        await self._restore()
        self.player.begin(scenario, self, delay_s)
        if self.player.advance(0.0, self):
            self._report_imposed()
        log.info("Scenario %s begins", scenario)

    @property
    def levels(self) -> int:
        """How many storeys there are."""
        return len(self.site.book.site.floors)

    def of_category(self, category: Category, level: int | None = None) -> Sequence[Device]:
        """Devices of a kind, in the order of the book."""
        return self.model.of_category(category, level)

    def on_lan(self, level: int) -> Sequence[Device]:
        """The devices of a storey that have a network connection of their own."""
        return [d for d in self.site.book.devices if d.address and self.model.level_of(d.id) == level]

    def impose(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Let a device show these values whatever it feels."""
        self.model.impose(device, values)

    def unplug(self, device: DeviceId) -> None:
        """Take a device off the network until the scenario ends."""
        self._unplugged.add(device)
        self.lan.devices[device].unplug()

    def set_cooling(self, *, on: bool, from_level: int) -> None:
        """Switch the cooling of server rooms and upper storeys."""
        self.model.set_cooling(on=on, from_level=from_level)

    def set_leak(self, level: int, l_min: float) -> None:
        """Let water run out on a storey."""
        self.model.set_leak(level, l_min)

    def water_on(self, level: int) -> bool:
        """The storey's valve is open."""
        return self.model.storeys[level].water_on

    async def _restore(self) -> None:
        self.model.settle()
        for device in sorted(self._unplugged):
            await self.lan.devices[device].plug_in()
        self._unplugged.clear()
        self.player.begin(NORMAL, self)
        for instrument in self.model.instruments.values():
            instrument.renew(0.0)
            self._report(instrument)

    async def _wake_and_sleep(self) -> None:
        """Battery devices on Wi-Fi are awake for moments, each at a time of its own; at first all are."""
        cycle = _AWAKE_S + _SLEEP_S
        for index, sleeper in enumerate(self._sleepers):
            turn = (self._elapsed - _FIRST_AWAKE_S + index * cycle / len(self._sleepers)) % cycle
            awake = self._elapsed < _FIRST_AWAKE_S or turn > cycle - _AWAKE_S
            simulated = self.lan.devices[sleeper]
            if sleeper in self._unplugged:
                continue
            if awake and not simulated.listening:
                await simulated.plug_in()
            elif not awake and simulated.listening:
                simulated.unplug()

    def _simulated(self) -> list[SimulatedDevice]:
        families: dict[DeviceId, dict[str | None, Device]] = defaultdict(dict)
        for device in self.site.book.devices:
            families[device.gateway or device.id][device.cid] = device
        return [self._one(family) for family in families.values()]

    def _one(self, family: Mapping[str | None, Device]) -> SimulatedDevice:
        """A device that has an address, with what stands behind it; *family* by cid."""
        device = family[None]
        version = device.address.version if device.address else ""
        identity = Identity(device.id, version, device.product, self.site.keys[device.id])
        # Firmware of 3.5 is known to answer a set that it obeys with return code 1 (TuyaOpen, tuya_lan.c).
        temper = Temper(slot_rule=SlotRule.DROP_OLDEST, failing_ack=version == "3.5", greets=device.sleeper)
        simulated = SimulatedDevice(identity, self._stamp, temper, self._options.seed)
        simulated.obey = partial(self._obey, family)
        for cid, member in family.items():
            simulated.points[cid] = _encoded(member, self.model.instruments[member.id].shown)
        return simulated

    def _obey(
        self, devices: Mapping[str | None, Device], cid: str | None, values: Mapping[str, LanValue]
    ) -> Mapping[str, LanValue]:
        device = devices[cid]
        orders = {}
        for point in device.points:
            raw = values.get(str(point.dp))
            value = None if raw is None or not point.writable else from_wire(point, raw)
            if value is not None:
                orders[point.code] = value
        before = _encoded(device, self.model.instruments[device.id].shown)
        after = _encoded(device, self.model.order(device.id, orders))
        told = {str(point.dp) for point in device.points if point.code in orders}
        return {dp: value for dp, value in after.items() if dp in told or before[dp] != value}

    def _report_imposed(self) -> None:
        for instrument in self.model.instruments.values():
            if instrument.imposed:
                self._report(instrument)

    def _report(self, instrument: Instrument) -> None:
        device = instrument.device
        self.lan.devices[device.gateway or device.id].report(_encoded(device, instrument.shown), device.cid)

    def _spread_out(self) -> None:
        """Let devices of one kind not report all at the same moment."""
        for index, instrument in enumerate(self.model.instruments.values()):
            self._looked_at[instrument.device.id] = -instrument.period_s * (index * 0.618 % 1.0)

    def _stamp(self) -> int:
        # The time in messages is the real one, however fast the building's time runs.
        return int(self._begins.timestamp() + self._elapsed)


def _encoded(device: Device, shown: State) -> Points:
    return {str(point.dp): on_wire(point, shown[point.code]) for point in device.points}
