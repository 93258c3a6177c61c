"""Whether an order fits the device's specification, needs a confirmation, and has been obeyed."""

from collections.abc import Mapping
from math import isfinite

from heyzack_console.domain.devices.colours import colour_of, is_colour_point
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.errors import InvalidInput

# Tuya's limit for a string data point (product specification, maxlen).
LONGEST_TEXT = 255


def checked(device: Device, values: Mapping[str, Value]) -> dict[str, Value]:
    """Return *values* in the types of the specification.

    Raises:
        InvalidInput: nothing to do, an unknown or read-only point, wrong type or outside the range; the text names it.
    """
    if not values:
        raise InvalidInput(f"The order for {device.name} contains no value.", "values")
    return {code: _checked(device, code, value) for code, value in values.items()}


def asks_first(device: Device, values: Mapping[str, Value]) -> tuple[str, ...]:
    """Return the names of the points among *values* whose writing needs the operator's confirmation."""
    points = (device.point(code) for code in values)
    return tuple(point.name or point.code for point in points if point is not None and point.safety)


def obeyed(wanted: Value, shown: Value, point: PointSpec | None) -> bool:
    """Tell whether the device shows what was *wanted*: numbers to half a step, colours as such, others exactly."""
    if _is_number(wanted) and _is_number(shown):
        assert isinstance(wanted, int | float)
        assert isinstance(shown, int | float)
        return abs(wanted - shown) <= _half_step(point)
    if point is not None and is_colour_point(point) and (colour := colour_of(wanted)) is not None:
        return colour_of(shown) == colour
    return type(wanted) is type(shown) and wanted == shown


def _checked(device: Device, code: str, value: Value) -> Value:
    point = device.point(code)
    if point is None:
        raise InvalidInput(f"{device.name} has no data point {code}.", code)
    if not point.writable:
        raise InvalidInput(f"{_title(point)} of {device.name} can only be read.", code)
    match point.kind:
        case PointKind.BOOLEAN:
            return _boolean(point, value)
        case PointKind.NUMBER:
            return _number(point, value)
        case PointKind.ENUM:
            return _option(point, value)
        case PointKind.BITMAP:
            return _bitmap(point, value)
        case _:
            return _text(point, value)


def _boolean(point: PointSpec, value: Value) -> bool:
    if not isinstance(value, bool):
        raise InvalidInput(f"{_title(point)} is either on or off.", point.code)
    return value


def _number(point: PointSpec, value: Value) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise InvalidInput(f"{_title(point)} takes a number.", point.code)
    low, high = point.minimum, point.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        raise InvalidInput(f"{_title(point)} takes {_span(point)}.", point.code)
    if not _on_step(point, value):
        raise InvalidInput(f"{_title(point)} moves in steps of {_step(point):g}{_unit(point)}.", point.code)
    return value


def _option(point: PointSpec, value: Value) -> str:
    if not isinstance(value, str) or (point.options and value not in point.options):
        raise InvalidInput(f"{_title(point)} is one of {', '.join(point.options)}.", point.code)
    return value


def _bitmap(point: PointSpec, value: Value) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value < 2 ** max(len(point.labels), 1):
        raise InvalidInput(f"{_title(point)} takes a whole number, one bit per label.", point.code)
    return value


def _text(point: PointSpec, value: Value) -> str:
    if not isinstance(value, str):
        raise InvalidInput(f"{_title(point)} takes a text.", point.code)
    if len(value) > LONGEST_TEXT and point.kind is PointKind.STRING:
        raise InvalidInput(f"{_title(point)} takes at most {LONGEST_TEXT} characters.", point.code)
    return value


def _on_step(point: PointSpec, value: float) -> bool:
    step = _step(point)
    steps = (value - (point.minimum or 0.0)) / step
    return abs(steps - round(steps)) < 1e-6 * max(1.0, abs(steps))


def _step(point: PointSpec) -> float:
    return point.step if point.step else float(10.0**-point.scale)


def _half_step(point: PointSpec | None) -> float:
    return 1e-9 if point is None else _step(point) / 2 + 1e-9


def _span(point: PointSpec) -> str:
    low, high, unit = point.minimum, point.maximum, _unit(point)
    if low is None:
        return f"at most {high:g}{unit}"
    return f"at least {low:g}{unit}" if high is None else f"{low:g} to {high:g}{unit}"


def _unit(point: PointSpec) -> str:
    return f" {point.unit}" if point.unit else ""


def _title(point: PointSpec) -> str:
    return point.name or point.code


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
