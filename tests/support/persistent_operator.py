"""An operator who goes on sending orders whatever happens, and the book in which it is seen what became of them."""

from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.ports.engine.orders import Orders, SendOrder
from heyzack_console.services.engine import Engine
from heyzack_console.simulator.building.wire import from_wire
from heyzack_console.simulator.cloud.project import Deed
from heyzack_console.simulator.lan.identity import LanValue, Obey
from tests.support.two_road_house import TwoRoadHouse

APART_MS = 60_000
"""A value does not come again at the same device for so long: longer than any order or effect takes."""
_LAST = 6
"""Nor while it is among the last ones, for a computer that slept takes an order up later."""
_TRIES = 20
_HASTE = 0.02
_NOT_SENT = frozenset({OrderState.EXPIRED, OrderState.CANCELLED})
_OPEN_ENDED = ("It is not known whether", "The value did not come back in time")

Target = tuple[Device, PointSpec]


@dataclass(frozen=True)
class Wanted:
    """One order as it was given; the time is the building's."""

    id: OrderId
    device: DeviceId
    code: str
    value: Value
    at_ms: int


@dataclass(frozen=True)
class Arrival:
    """One order as it arrived at the device or at its cloud."""

    device: DeviceId
    values: Mapping[str, Value]
    at_ms: int
    by: Path


class PersistentOperator:
    """Sends orders for numbers; each value tells at the far end which order it was."""

    def __init__(self, house: TwoRoadHouse, chance: Random) -> None:
        self._house = house
        self._chance = chance
        self._near: list[Arrival] = []
        self._deeds: deque[Deed] = deque()
        house.cloud.project.deeds = self._deeds
        self.wanted: list[Wanted] = []
        self.targets: Sequence[Target] = [
            (device, point)
            for device in house.description.book.devices
            for point in device.points
            if point.writable and point.kind is PointKind.NUMBER and not point.scale
        ]
        for device, point in self.targets:
            lan = house.house.lan.devices.get(device.id)
            if lan is not None:
                lan.obey = partial(self._arrived_near, (device, point), lan.obey)

    async def order(self, engine: Engine) -> None:
        """Send one order; hardly ever to a device that has not settled the last one."""
        device, point = self._chance.choice(self.targets)
        value = self._fresh_value(device, point)
        if value is None or (self._chance.random() > _HASTE and await _waits(engine, device)):
            return
        at = self._house.cloud.project.now_ms
        receipt = await engine.do(SendOrder(device.id, {point.code: value}, confirmed=True))
        assert receipt.made is not None
        self.wanted.append(Wanted(OrderId(receipt.made), device.id, point.code, value, at))

    def wrongs(self, orders: Sequence[Order]) -> list[str]:
        """What is not as it was told: *orders* against what arrived."""
        known = {order.id: order for order in orders}
        if lost := [wanted for wanted in self.wanted if wanted.id not in known]:
            return [f"lost: {wanted}" for wanted in lost]
        arrived = self._arrived()
        told = ((known[wanted.id], arrived[wanted.id]) for wanted in self.wanted)
        return [f"{wrong}: {order} {came}" for order, came in told if (wrong := self._wrong(order, came))]

    def _wrong(self, order: Order, came: Sequence[Arrival]) -> str:
        if not order.state.final:
            return "not settled"
        if order.state is OrderState.CONFIRMED and not came and not _clock_went_back(order):
            return "confirmed, yet it never arrived"
        certain = order.state is OrderState.FAILED and not any(words in order.text for words in _OPEN_ENDED)
        if came and (order.state in _NOT_SENT or certain):
            return "told as not carried out, yet it arrived"
        if max(Counter(arrival.by for arrival in came).values(), default=0) > 1:
            return "sent twice by one road"
        if len(came) > 1 and not self._looked_between(came[0], came[1]):
            return "sent again without looking"
        return ""

    def _arrived(self) -> Mapping[OrderId, list[Arrival]]:
        """What arrived of each order, in its order: of the last one with that value before it."""
        given = defaultdict(list)
        for wanted in self.wanted:
            given[wanted.device, wanted.code, wanted.value].append(wanted)
        far = [Arrival(d.device, d.ordered, d.at_ms, Path.CLOUD) for d in self._deeds if d.ordered is not None]
        arrived = defaultdict(list)
        for arrival in sorted([*far, *self._near], key=lambda one: one.at_ms):
            for code, value in arrival.values.items():
                before = [w for w in given[arrival.device, code, value] if w.at_ms <= arrival.at_ms]
                arrived[before[-1].id].append(arrival)
        return arrived

    def _looked_between(self, one: Arrival, other: Arrival) -> bool:
        """Whether somebody asked the cloud what the device shows."""
        looks = (deed for deed in self._deeds if deed.ordered is None and deed.device == one.device)
        return any(one.at_ms <= deed.at_ms <= other.at_ms for deed in looks)

    def _fresh_value(self, device: Device, point: PointSpec) -> Value:
        """A value that the device does not show and was not told lately; None where there is none."""
        since = self._house.cloud.project.now_ms - APART_MS
        told = [wanted for wanted in self.wanted if wanted.device == device.id]
        taken = {wanted.value for wanted in told if wanted.at_ms > since} | {w.value for w in told[-_LAST:]}
        taken.add(self._house.house.model.instruments[device.id].shown[point.code])
        low, high, step = int(point.minimum or 0), int(point.maximum or 0), int(point.step or 1)
        tries = (float(self._chance.randrange(low, high + 1, step)) for _ in range(_TRIES))
        return next((value for value in tries if value not in taken), None)

    def _arrived_near(
        self, target: Target, obey: Obey, cid: str | None, values: Mapping[str, LanValue]
    ) -> Mapping[str, LanValue]:
        device, point = target
        raw = values.get(str(point.dp))
        if raw is not None:
            told = {point.code: from_wire(point, raw)}
            self._near.append(Arrival(device.id, told, self._house.cloud.project.now_ms, Path.LAN))
        return obey(cid, values)


def _clock_went_back(order: Order) -> bool:
    """Whether the computer's clock was set back meanwhile: an old message that comes again may then look new."""
    return order.changed_at is not None and order.changed_at < order.made_at


async def _waits(engine: Engine, device: Device) -> bool:
    """Whether an order to *device* is not settled yet."""
    return any(not order.state.final for order in await engine.ask(Orders(device.id, limit=20)))
