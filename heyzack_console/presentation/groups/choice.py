"""What several devices can be told at once: their common data points, and what was typed as a value."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.group_orders import DeviceOrder
from heyzack_console.presentation.building.values import value_text
from heyzack_console.presentation.inspector.controls import point_name

_SET = {PointKind.BOOLEAN, PointKind.NUMBER, PointKind.ENUM, PointKind.STRING}


@dataclass(frozen=True, slots=True)
class PointChoice:
    """A data point that can be written, of *count* of *total* devices; *device* is the first that has it."""

    spec: PointSpec
    device: Device
    count: int
    total: int

    @property
    def words(self) -> str:
        """The line of the list."""
        name = f"{point_name(self.spec)} ({self.spec.code})"
        return name if self.count == self.total else f"{name}, {self.count} of {self.total} devices"

    @property
    def options(self) -> tuple[tuple[str, Value], ...]:
        """The words and values to choose from; empty where the value is typed."""
        values: tuple[Value, ...] = self.spec.options if self.spec.kind is PointKind.ENUM else ()
        if self.spec.kind is PointKind.BOOLEAN:
            values = (True, False)
        words = [value_text(self.device.category, self.spec, value, "") for value in values]
        if len(set(words)) < len(words):
            words = [str(value) for value in values]
        return tuple(zip(words, values, strict=True))

    @property
    def hint(self) -> str:
        """What can be typed."""
        spec = self.spec
        if spec.kind is not PointKind.NUMBER:
            return "text"
        step = f", step {spec.step:g}" if spec.step else ""
        if spec.minimum is None or spec.maximum is None:
            return f"number {spec.unit}{step}".strip()
        return f"{spec.minimum:g} to {spec.maximum:g} {spec.unit}".strip() + step

    def typed(self, text: str) -> Value:
        """Return the value that *text* means.

        Raises:
            InvalidInput: a number was wanted, or nothing was typed.
        """
        text = text.strip()
        if self.spec.kind is not PointKind.NUMBER:
            if not text:
                raise InvalidInput(f"Type what {point_name(self.spec)} is to be.", "value")
            return text
        try:
            number = float(text.replace(",", ".").replace("\N{MINUS SIGN}", "-"))
        except ValueError as wrong:
            raise InvalidInput(f"{point_name(self.spec)} takes a number: {self.hint}.", "value") from wrong
        return int(number) if number.is_integer() else number


def choices(devices: Iterable[Device]) -> tuple[PointChoice, ...]:
    """Return what *devices* can be told, the point that most of them have first; options are those of any of them."""
    wanted = tuple(devices)
    found: dict[tuple[str, PointKind], PointChoice] = {}
    for device in wanted:
        for spec in device.points:
            if spec.writable and spec.kind in _SET:
                known = found.get((spec.code, spec.kind)) or PointChoice(spec, device, 0, len(wanted))
                options = tuple(dict.fromkeys((*known.spec.options, *spec.options)))
                merged = replace(known.spec, options=options, safety=known.spec.safety or spec.safety)
                found[spec.code, spec.kind] = replace(known, spec=merged, count=known.count + 1)
    return tuple(sorted(found.values(), key=lambda one: (-one.count, point_name(one.spec).casefold())))


def same_for_all(devices: Iterable[Device], code: str, value: Value) -> tuple[DeviceOrder, ...]:
    """Return the order that gives every device the same value."""
    return tuple(DeviceOrder(device.id, {code: value}) for device in devices)
