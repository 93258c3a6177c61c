"""Puts differences right: names and kinds by one command, values by one order for each device, one after another."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.templates import DriftKind
from heyzack_console.domain.orders import Order, OrderState
from heyzack_console.ports.engine.orders import SendOrder
from heyzack_console.ports.engine.templates import ApplyTemplate
from heyzack_console.presentation.frame.question import Question
from heyzack_console.presentation.templates.drift import DriftLine

ANSWERS_WITHIN_S = 4.0
"""Most devices show a new value within a second; a slow one must not hold up the rest."""
REASON = "as the template says"


@dataclass(slots=True)
class _Parcel:
    """What one device is told."""

    device: Device
    values: dict[str, Value] = field(default_factory=dict)
    keys: list[str] = field(default_factory=list)
    asks_first: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One command and the lines of the report that it is about."""

    command: ApplyTemplate | SendOrder
    keys: tuple[str, ...]
    name: str = ""


class Remedy:
    """What is to be done for the chosen lines: first the book, then the orders. Nothing of it is done before."""

    def __init__(self, lines: Iterable[DriftLine]) -> None:
        self._named: list[DriftLine] = []
        self._sorted: list[DriftLine] = []
        self._parcels: dict[DeviceId, _Parcel] = {}
        for line in lines:
            if line.difference.kind is DriftKind.VALUE:
                self._pack(line)
            else:
                (self._named if line.difference.kind is DriftKind.NAME else self._sorted).append(line)

    @property
    def steps(self) -> tuple[Step, ...]:
        """The commands, in their order."""
        return (*self._book(), *(self._order(parcel) for parcel in self._parcels.values()))

    @property
    def question(self) -> Question | None:
        """What has to be asked first, None where nothing protects people."""
        careful = [parcel.device for parcel in self._parcels.values() if parcel.asks_first]
        if not careful:
            return None
        names = ", ".join(device.name for device in careful[:3]) + (" and others" if len(careful) > 3 else "")
        return Question(
            f"Send orders to {_devices(len(careful))} that protect people?",
            "Send",
            state=f"{names}.",
            consequence="The orders act at once in the building.",
            icon=f"category.{careful[0].category.value}",
            asks_reason=False,
        )

    def preview(self) -> str:
        """What would happen, in words."""
        if not self.steps:
            return "Select the differences that shall be put right."
        parts = []
        if self._named:
            parts.append(f"{_devices(len(self._named))} renamed")
        if self._sorted:
            parts.append(f"the kind of {_devices(len(self._sorted))} set")
        if self._parcels:
            parts.append(f"{_devices(len(self._parcels))} sent an order, one after another")
        return f"Would be done: {', '.join(parts)}."

    def words(self) -> str:
        """What was done, once it was."""
        book = len({line.device.id for line in (*self._named, *self._sorted)})
        said = [f"{_devices(book)} changed in the book."] if book else []
        if self._parcels:
            said.append(f"{_devices(len(self._parcels))} got an order; each line says what came of it.")
        return " ".join(said)

    def _pack(self, line: DriftLine) -> None:
        parcel = self._parcels.setdefault(line.device.id, _Parcel(line.device))
        parcel.values[line.difference.code] = line.difference.wanted
        parcel.keys.append(line.key)
        parcel.asks_first = parcel.asks_first or line.difference.asks_first

    def _book(self) -> tuple[Step, ...]:
        named, kinds = {line.device.id for line in self._named}, {line.device.id for line in self._sorted}
        parts = ((named & kinds, True, True), (named - kinds, True, False), (kinds - named, False, True))
        steps = []
        for devices, names, categories in parts:
            if devices:
                command = ApplyTemplate(tuple(sorted(devices)), names=names, categories=categories)
                lines = (line for line in (*self._named, *self._sorted) if line.device.id in devices)
                steps.append(Step(command, tuple(line.key for line in lines)))
        return tuple(steps)

    def _order(self, parcel: _Parcel) -> Step:
        order = SendOrder(parcel.device.id, dict(parcel.values), confirmed=parcel.asks_first, reason=REASON)
        return Step(order, tuple(parcel.keys), parcel.device.name)


def settled(order: Order | None) -> bool:
    """Tell whether this order is done with, so that the next device may have its turn."""
    return order is not None and order.state.final


def patience_s(health: DeviceHealth | None) -> float:
    """Return how long the next device waits for the answer of one in this *health*."""
    return ANSWERS_WITHIN_S if health is not None and health.reachable else 0.0


def outcome(order: Order | None) -> tuple[str, str]:
    """Return what became of an order, in words, and the ink for it."""
    match order.state if order is not None else None:
        case OrderState.CONFIRMED:
            return "confirmed by the device", "ok"
        case OrderState.SENT:
            return "sent, not confirmed yet", "ink2"
        case OrderState.FAILED | OrderState.EXPIRED | OrderState.CANCELLED:
            assert order is not None
            return f"{order.state.value}: {order.text}" if order.text else order.state.value, "caution"
        case _:
            return "waits until the device can be reached", "ink2"


def _devices(count: int) -> str:
    return "1 device" if count == 1 else f"{count} devices"
