"""Wires the model to simulated devices: values go out as products have them on the wire, orders come back."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.simulator.building.instrument import Instrument, State
from heyzack_console.simulator.building.model import BuildingModel
from heyzack_console.simulator.building.wire import from_wire, on_wire
from heyzack_console.simulator.house.harbour_house import DemoSite
from heyzack_console.simulator.lan.device import SimulatedDevice
from heyzack_console.simulator.lan.identity import Identity, LanValue, Points, Stamp
from heyzack_console.simulator.lan.temper import SlotRule, Temper

Family = Mapping[str | None, Device]
"""A device that has an address, under None, and what stands behind it, by cid."""


@dataclass(frozen=True, slots=True)
class Wiring:
    """Makes the simulated devices of a site and keeps their points in step with the model."""

    model: BuildingModel
    stamp: Stamp
    seed: int
    obeyed: Callable[[Instrument], None]
    """Called after an order that came over the LAN."""

    def devices_of(self, site: DemoSite) -> list[SimulatedDevice]:
        """One per address of the book."""
        families: dict[DeviceId, dict[str | None, Device]] = defaultdict(dict)
        for device in site.book.devices:
            families[device.gateway or device.id][device.cid] = device
        return [self._device(family, site.keys) for family in families.values() if family[None].address]

    def points_of(self, instrument: Instrument) -> Points:
        """What the instrument's device has on the wire now."""
        return _encoded(instrument.device, instrument.shown)

    def _device(self, family: Family, keys: Mapping[DeviceId, str]) -> SimulatedDevice:
        device = family[None]
        version = device.address.version if device.address else ""
        identity = Identity(device.id, version, device.product, keys[device.id])
        # Firmware of 3.5 is known to answer a set that it obeys with return code 1 (TuyaOpen, tuya_lan.c).
        temper = Temper(slot_rule=SlotRule.DROP_OLDEST, failing_ack=version == "3.5", greets=device.sleeper)
        simulated = SimulatedDevice(identity, self.stamp, temper, self.seed)
        simulated.obey = partial(self._obey, family)
        for cid, member in family.items():
            simulated.points[cid] = self.points_of(self.model.instruments[member.id])
        return simulated

    def _obey(self, family: Family, cid: str | None, values: Mapping[str, LanValue]) -> Mapping[str, LanValue]:
        device = family[cid]
        orders: State = {}
        for point in device.points:
            raw = values.get(str(point.dp))
            value = None if raw is None or not point.writable else from_wire(point, raw)
            if value is not None:
                orders[point.code] = value
        before = self.points_of(self.model.instruments[device.id])
        after = _encoded(device, self.model.order(device.id, orders))
        self.obeyed(self.model.instruments[device.id])
        told = {str(point.dp) for point in device.points if point.code in orders}
        return {dp: value for dp, value in after.items() if dp in told or before[dp] != value}


def _encoded(device: Device, shown: State) -> Points:
    return {str(point.dp): on_wire(point, shown[point.code]) for point in device.points}
