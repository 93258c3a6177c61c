"""One ordered value to the raw value that the device takes; whether the value is allowed is decided elsewhere."""

from heyzack_console.domain.devices.colours import is_colour
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.normalise_colour import colour_to_lan
from heyzack_console.tuya.normalise_values import RawValue
from heyzack_console.tuya.units import EITHER_TEMPERATURE, FAHRENHEIT, unit_of


def raw_of(spec: PointSpec, value: Value, *, fahrenheit: bool = False, old_colour: bool = False) -> RawValue:
    """Turn *value*, in the canonical unit of *spec*, into what goes on the wire.

    Args:
        fahrenheit: a field for both temperature scales holds °F just now.
        old_colour: the lamp gave its colour in the older form.

    Raises:
        InvalidInput: the point cannot be written, or the value has the wrong type; nothing was sent.
    """
    if not spec.writable:
        raise InvalidInput(f"{spec.code} can only be read. Nothing was sent.", spec.code)
    if spec.kind is PointKind.BOOLEAN:
        return _boolean(spec, value)
    if spec.kind is PointKind.NUMBER:
        return _number(spec, value, fahrenheit=fahrenheit)
    if spec.kind is PointKind.BITMAP:
        return round(_numeric(spec, value))
    if not isinstance(value, str):
        raise InvalidInput(f"{spec.code} takes a text. Nothing was sent.", spec.code)
    if spec.kind is PointKind.ENUM:
        return {ours: lan for lan, ours in spec.words}.get(value, value)
    if spec.kind is PointKind.JSON and is_colour(spec.code):
        return colour_to_lan(value, old=old_colour) or value
    return value


def _boolean(spec: PointSpec, value: Value) -> bool:
    if not isinstance(value, bool):
        raise InvalidInput(f"{spec.code} takes on or off. Nothing was sent.", spec.code)
    return value


def _number(spec: PointSpec, value: Value, *, fahrenheit: bool) -> int:
    number = _numeric(spec, value)
    if spec.raw_unit == EITHER_TEMPERATURE:
        number = FAHRENHEIT.from_canonical(number) if fahrenheit else number
    elif spec.raw_unit and (published := unit_of(spec.raw_unit, spec.code)).name == spec.unit:
        number = published.from_canonical(number)
    # Devices take whole numbers only; the shown value was rounded, so the nearest one is meant.
    return round(number * 10.0**spec.scale)


def _numeric(spec: PointSpec, value: Value) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise InvalidInput(f"{spec.code} takes a number. Nothing was sent.", spec.code)
    return value
