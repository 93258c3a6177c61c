"""The model of the whole building: rooms, storeys and instruments through time, without any network."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.sites import SiteBook
from heyzack_console.simulator.building.climate import SET_POINT, RoomClimate
from heyzack_console.simulator.building.instrument import Instrument, Spot, State, at_rest
from heyzack_console.simulator.building.kinds import KINDS
from heyzack_console.simulator.building.machines import lamp_power, number
from heyzack_console.simulator.building.storey import Storey
from heyzack_console.simulator.building.surroundings import Outside
from heyzack_console.simulator.house.plans import zone_id
from heyzack_console.simulator.house.programme import rooms_of
from heyzack_console.simulator.house.rooms import Use

STEP_S = 300.0
"""The longest stretch that is computed at once."""


class BuildingModel:
    """Everything that happens in the building; *begins* is aware UTC."""

    def __init__(self, book: SiteBook, begins: datetime, seed: int) -> None:
        self.now = begins
        self._zone = ZoneInfo(book.site.time_zone)
        self._rng = Random(f"{seed}/building")
        outside = Outside.at(begins.astimezone(self._zone))
        self._climates = {
            zone_id(floor.level, room): RoomClimate.settled(room, floor.level, outside, self._rng)
            for floor in book.site.floors
            for room in rooms_of(floor.level)
        }
        self.storeys = tuple(Storey(floor.level) for floor in book.site.floors)
        self.instruments: dict[DeviceId, Instrument] = {
            device.id: self._instrument(device, seed) for device in book.devices
        }
        for _ in range(2):  # the second round sees the loads that the first one made
            self._sum_up()
            for instrument in self.instruments.values():
                instrument.renew(0.0)

    def pass_time(self, seconds: float) -> None:
        """Let the rooms go on for *seconds* of the building's time."""
        left = seconds
        while left > 0:
            step = min(left, STEP_S)
            left -= step
            self.now += timedelta(seconds=step)
            outside = Outside.at(self.now.astimezone(self._zone))
            for climate in self._climates.values():
                climate.pass_time(step, outside)
        self._sum_up()

    def order(self, device: DeviceId, values: Mapping[str, Value]) -> State:
        """Let a device obey and return what it shows afterwards."""
        instrument = self.instruments[device]
        instrument.order(values)
        self._sum_up()
        return instrument.shown

    def impose(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Make a device show *values* whatever it feels; nothing ends that."""
        self.instruments[device].imposed = dict(values)

    def set_cooling(self, *, on: bool, from_level: int = 0) -> None:
        """Switch the cooling of server rooms and of the storeys from *from_level* up."""
        for climate in self._climates.values():
            if climate.level >= from_level or climate.room.use is Use.SERVER:
                climate.cooled = on

    def set_leak(self, level: int, l_min: float) -> None:
        """Let water run out on a storey."""
        self.storeys[level].leaking_l_min = l_min

    def settle(self) -> None:
        """Put everything back: no faults, and rooms as they are on a calm day at this hour."""
        outside = Outside.at(self.now.astimezone(self._zone))
        for climate in self._climates.values():
            climate.cooled, climate.set_point = True, SET_POINT
            climate.pass_time(1e6, outside)
        for storey in self.storeys:
            storey.leaking_l_min = 0.0
        for instrument in self.instruments.values():
            instrument.put_back()

    def of_category(self, category: Category, level: int | None = None) -> list[Device]:
        """The devices of a kind, on one storey or on all, in the order of the book."""
        return [
            i.device
            for i in self.instruments.values()
            if i.device.category is category and level in {None, i.spot.storey.level}
        ]

    def level_of(self, device: DeviceId) -> int:
        """The storey on which a device stands."""
        return self.instruments[device].spot.storey.level

    def _instrument(self, device: Device, seed: int) -> Instrument:
        assert device.place is not None
        assert device.place.zone is not None
        climate = self._climates[device.place.zone]
        rng = Random(f"{seed}/{device.id}/values")
        kind = KINDS[device.category]
        known = {point.code for point in device.points}
        first = {code: value for code, value in kind.first.items() if code in known}
        spot = Spot(climate, self.storeys[climate.level], self.storeys, rng)
        return Instrument(device, spot, kind.look, kind.obey, kind.period_s, at_rest(device, rng) | first)

    def _sum_up(self) -> None:
        people = [0.0] * len(self.storeys)
        for climate in self._climates.values():
            people[climate.level] += climate.people * climate.room.capacity
        for storey in self.storeys:
            storey.lights_w = storey.sockets_w = storey.machines_w = 0.0
            storey.people = people[storey.level] / 40
            storey.people_w = 95.0 * people[storey.level]
        for instrument in self.instruments.values():
            _add_load(instrument.spot.storey, instrument.device.category, instrument.state)


def _add_load(storey: Storey, category: Category, state: State) -> None:
    if category is Category.LIGHT:
        storey.lights_w += lamp_power(state)
    elif category is Category.SOCKET:
        storey.sockets_w += number(state["cur_power"])
    elif category is Category.PUMP:
        storey.machines_w += number(state["cur_power"])
    elif category is Category.FAN_COIL and state["switch"]:
        storey.machines_w += 35.0 + 0.8 * number(state["valve_opening"])
