"""Group orders: who takes one and why not, whose turn is next, and what would take it back."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Path, Quality, Reading
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.group_orders import DeviceOrder, LineState, PlannedOrder, RunLine, Take
from heyzack_console.rules.orders import asks_first, checked

MOST_AT_ONCE = 8
# A gateway passes on one request after another; with more the others only queue inside it.
MOST_PER_GATEWAY = 2
# The vendor allows four control calls a second and project; half of it stays for orders that people give meanwhile.
MOST_OVER_CLOUD = 2
WAITS = "It cannot be reached now. The order waits in the outbox and expires there."

Heard = Callable[[str], Reading | None]
"""The value of a point that was last heard."""


def planned(
    order: DeviceOrder, device: Device | None, health: DeviceHealth | None, heard: Heard, why_not: str = ""
) -> PlannedOrder:
    """Return whether *device* takes *order*; *why_not* says that the person may not, empty where they may."""
    if device is None:
        return PlannedOrder(order.device, order.values, Take.REFUSES, "It is not in the book (any more).")
    if why_not:
        return PlannedOrder(order.device, order.values, Take.REFUSES, why_not)
    missing = [code for code in order.values if device.point(code) is None]
    if missing:
        return PlannedOrder(order.device, order.values, Take.REFUSES, f"It has no data point {', '.join(missing)}.")
    try:
        values = checked(device, order.values)
    except InvalidInput as error:
        return PlannedOrder(order.device, order.values, Take.REFUSES, error.text)
    road = health.road if health is not None else None
    take = Take.NOW if road is not None else Take.WAITS
    why = "" if road is not None else WAITS
    return PlannedOrder(device.id, values, take, why, asks_first(device, values), road, _known(values, heard))


def reversal(lines: Iterable[RunLine]) -> tuple[DeviceOrder, ...]:
    """Return the orders that bring back what was there before.

    Left out are devices that got no order, those whose values were not known, and values that the order did not change.
    An order that failed may have arrived, so it is taken back too.
    """
    reached = {LineState.CONFIRMED, LineState.SENT, LineState.FAILED}
    found = [(line.planned, _changed(line.planned)) for line in lines if line.state in reached]
    return tuple(DeviceOrder(planned.device, values) for planned, values in found if values)


class Turn(NamedTuple):
    """A device that waits for its turn, or has it, and the road it is on."""

    device: DeviceId
    gateway: DeviceId | None
    road: Path | None


def whose_turn(waiting: Iterable[Turn], under_way: Sequence[Turn]) -> tuple[Turn, ...]:
    """Return who may begin now: few at once, fewer through one gateway or the cloud, each device once.

    A device that cannot be reached takes nobody's turn: its order only goes into the outbox.
    """
    taken = Counter(lane for turn in under_way for lane in _lanes(turn))
    busy = {turn.device for turn in under_way}
    found = []
    for turn in waiting:
        if taken["all"] >= MOST_AT_ONCE:
            break
        lanes = _lanes(turn)
        if turn.device not in busy and all(taken[lane] < most for lane, most in lanes.items()):
            taken.update(lanes.keys())
            busy.add(turn.device)
            found.append(turn)
    return tuple(found)


def _lanes(turn: Turn) -> dict[str, int]:
    """What *turn* takes a place in, and how many places there are."""
    if turn.road is None:
        return {}
    lanes = {"all": MOST_AT_ONCE}
    if turn.road is Path.CLOUD:
        lanes["cloud"] = MOST_OVER_CLOUD
    elif turn.gateway is not None:
        lanes[f"gateway {turn.gateway}"] = MOST_PER_GATEWAY
    return lanes


def _changed(line: PlannedOrder) -> dict[str, Value]:
    return {code: value for code, value in line.before.items() if value != line.values.get(code)}


def _known(values: dict[str, Value], heard: Heard) -> dict[str, Value]:
    found = {code: heard(code) for code in values}
    return {
        code: reading.value
        for code, reading in found.items()
        if reading is not None and reading.quality is Quality.LIVE and reading.value is not None
    }
