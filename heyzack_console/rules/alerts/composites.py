"""What the operands of an expression stand for: values of several points taken together."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from heyzack_console.domain.alerts.rule import AlertRule, Operand, Take
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Reading

PREFIX = "rule/"
ON_WORDS = frozenset({"alarm", "open", "opened", "on", "true", "sos", "1"})
"""Words of sensors that mean that what they watch for is there."""


def stand_in(rule: AlertRule) -> DeviceId:
    """Return the name under which the alert of a composite rule stands, where others have their device."""
    return DeviceId(f"{PREFIX}{rule.id}")


def belongs(operand: Operand, device: Device) -> bool:
    """Tell whether *device* is one of those that *operand* looks at."""
    if operand.devices and device.id not in operand.devices:
        return False
    if operand.zones and (device.place is None or device.place.zone not in operand.zones):
        return False
    return not operand.categories or device.category in operand.categories


def taken(operand: Operand, readings: Sequence[Reading]) -> Value:
    """Return the value of *operand* from the newest *readings* of its points; None where there is none."""
    if operand.take is Take.LAST:
        return max(readings, key=_age).value if readings else None
    if operand.take in {Take.COUNT, Take.ANY, Take.ALL}:
        states = [on(reading.value) for reading in readings]
        if not states:
            return None
        return {Take.COUNT: float(sum(states)), Take.ANY: any(states), Take.ALL: all(states)}[operand.take]
    values = (reading.value for reading in readings)
    return _figure(operand.take, [float(v) for v in values if isinstance(v, int | float) and not isinstance(v, bool)])


def on(value: Value) -> bool:
    """Tell whether *value* means on, open or alarm."""
    if isinstance(value, str):
        return value.lower() in ON_WORDS
    return bool(value)


def values_of(rule: AlertRule, readings: Mapping[str, Iterable[Reading]]) -> dict[str, Value]:
    """Return the operands' values by name; those that have none are left out."""
    found = {one.name: taken(one, tuple(readings.get(one.name, ()))) for one in rule.operands}
    return {name: value for name, value in found.items() if value is not None}


def _figure(take: Take, numbers: list[float]) -> float | None:
    if not numbers:
        return None
    match take:
        case Take.MEAN:
            return sum(numbers) / len(numbers)
        case Take.MIN:
            return min(numbers)
        case Take.MAX:
            return max(numbers)
        case Take.SPREAD:
            return max(numbers) - min(numbers)
        case _:
            return sum(numbers)


def _age(reading: Reading) -> datetime:
    return reading.at
