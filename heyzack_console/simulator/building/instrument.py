"""One device of the building as an instrument: it reads its surroundings, obeys orders and takes imposed faults."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind, Value
from heyzack_console.simulator.building.climate import RoomClimate
from heyzack_console.simulator.building.storey import Storey

State = dict[str, Value]
"""Values by code, in canonical units."""


@dataclass(slots=True)
class Spot:
    """Where an instrument is and what it can feel there."""

    climate: RoomClimate
    storey: Storey
    house: tuple[Storey, ...]
    rng: Random
    seconds: float = 0.0
    """Since the instrument last looked."""


Look = Callable[[State, Spot], None]
Obeyed = Callable[[State, Spot, str, Value], None]


@dataclass(slots=True)
class Instrument:
    """A device with its state, which begins as *first*; *look* renews it, *obey* follows one order."""

    device: Device
    spot: Spot
    look: Look
    obey: Obeyed
    period_s: float
    first: Mapping[str, Value]
    state: State = field(init=False)
    imposed: Mapping[str, Value] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Begin."""
        self.state = dict(self.first)

    def renew(self, seconds: float) -> None:
        """Look at the surroundings, *seconds* after the last time."""
        self.spot.seconds = seconds
        self.look(self.state, self.spot)

    def order(self, values: Mapping[str, Value]) -> None:
        """Follow an order as far as the product can."""
        for code, value in values.items():
            self.obey(self.state, self.spot, code, value)

    def put_back(self) -> None:
        """Undo every order and every fault; what was counted stays."""
        for point in self.device.points:
            if point.writable:
                self.state[point.code] = self.first[point.code]
        self.state.pop("by_hand", None)
        self.imposed = {}

    @property
    def shown(self) -> State:
        """What the device reports: its state under the faults that a scenario imposes."""
        return self.state | dict(self.imposed)


def at_rest(device: Device, rng: Random) -> State:
    """The first values of a device that is well: nothing alarms, batteries are good."""
    state: State = {}
    for point in device.points:
        if point.kind is PointKind.BOOLEAN:
            state[point.code] = False
        elif point.kind is PointKind.NUMBER:
            state[point.code] = point.minimum or 0.0
        elif point.kind is PointKind.BITMAP:
            state[point.code] = 0
        elif point.kind is PointKind.ENUM:
            state[point.code] = "normal" if "normal" in point.options else point.options[0]
        else:
            state[point.code] = ""
        if point.code in {"battery_percentage", "residual_electricity"}:
            state[point.code] = rng.randint(46, 100)
    return state
