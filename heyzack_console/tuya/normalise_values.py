"""One raw value to one value of ours, by the kind of its data point; what is odd is kept and noted, never dropped."""

import json
import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.tuya.normalise_colour import colour_from_lan
from heyzack_console.tuya.units import CELSIUS_STEP, unit_of

RawValue = bool | int | float | str | dict[str, Any] | list[Any] | None
"""What a device sends for one data point, as JSON gives it."""

_EMPTY = "the device gives no value"
_TRUE, _FALSE = frozenset({"true", "1", "on"}), frozenset({"false", "0", "off"})
# A sensor that reports has power, and air is never without moisture: 0 means "not measured" (a wsdcg and a kt).
_ZERO_IS_NO_VALUE = ("battery_percentage", "va_battery", "humidity_current", "humidity_value", "va_humidity")


@dataclass(frozen=True, slots=True)
class Read:
    """A value as far as it could be read, how far to trust it, and what is odd about it."""

    value: Value
    note: str = ""
    quality: Quality = Quality.LIVE


def read_value(spec: PointSpec, raw: RawValue) -> Read:
    """Turn *raw* into the value of *spec*; a value of another type than the specification's is kept as it came."""
    if raw is None or (raw == "" and spec.kind not in {PointKind.STRING, PointKind.JSON}):
        return Read(None, _EMPTY, Quality.UNKNOWN)
    return _READERS[spec.kind](spec, raw)


def shown_number(spec: PointSpec, raw: float) -> float:
    """Return raw / 10**scale, whole numbers as int where the scale has no decimals."""
    if spec.scale == 0:
        return raw
    return round(raw / 10.0**spec.scale, max(spec.scale, 0)) if spec.scale > 0 else raw * 10.0**-spec.scale


def number_of(raw: RawValue) -> int | float | None:
    """Return *raw* as a finite number, also from a text; None where it is none."""
    if isinstance(raw, bool):
        return int(raw)
    if isinstance(raw, str):
        try:
            parsed = float(raw)
        except ValueError:
            return None
        raw = int(parsed) if parsed.is_integer() and "e" not in raw.lower() else parsed
    if isinstance(raw, int):
        return raw
    return raw if isinstance(raw, float) and math.isfinite(raw) else None


def text_of(raw: RawValue) -> str:
    """Return *raw* as text; objects as compact JSON."""
    if isinstance(raw, str):
        return raw
    return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def _boolean(_: PointSpec, raw: RawValue) -> Read:
    if isinstance(raw, bool):
        return Read(raw)
    word = text_of(raw).lower()
    if word in _TRUE or word in _FALSE:
        return Read(word in _TRUE)
    return Read(text_of(raw), "neither on nor off")


def _number(spec: PointSpec, raw: RawValue) -> Read:
    number = number_of(raw)
    if number is None:
        return Read(text_of(raw), "not a number, as it came")
    shown = unit_of(spec.raw_unit, spec.code)
    value = shown_number(spec, number)
    if spec.raw_unit and shown.name == spec.unit:
        value = shown.to_canonical(value)
    if value == 0 and spec.unit in {"%", ""} and spec.code.startswith(_ZERO_IS_NO_VALUE):
        return Read(value, "0 from a device that reports: probably not measured", Quality.UNKNOWN)
    return Read(value, range_note(spec, value))


def range_note(spec: PointSpec, value: float) -> str:
    """Say so where *value* lies outside what the product gives as its range."""
    low, high = spec.minimum, spec.maximum
    # The bounds of a °F field were moved inwards to half degrees; a value between is still inside.
    slack = CELSIUS_STEP if spec.unit == "°C" and spec.step == CELSIUS_STEP else 0.0
    if low is not None and value < low - slack:
        return f"below the product's range, which begins at {low:g}"
    if high is not None and value > high + slack:
        return f"above the product's range, which ends at {high:g}"
    if spec.unit == "" and high is not None and high > 100 and "batter" in spec.code.lower():
        return "the product gives no unit: not a percentage"
    return ""


def _enum(spec: PointSpec, raw: RawValue) -> Read:
    word = text_of(raw)
    word = dict(spec.words).get(word, word)
    if spec.options and word not in spec.options:
        return Read(word, "not one of the words that the product lists")
    return Read(word)


def _string(_: PointSpec, raw: RawValue) -> Read:
    return Read(text_of(raw))


def _json(spec: PointSpec, raw: RawValue) -> Read:
    if isinstance(raw, str) and (colour := colour_from_lan(spec.code, raw)) is not None:
        return Read(text_of(colour))
    return Read(text_of(raw))


def _raw(_: PointSpec, raw: RawValue) -> Read:
    return Read(text_of(raw))


def _bitmap(spec: PointSpec, raw: RawValue) -> Read:
    bits = number_of(raw)
    if not isinstance(bits, int) or bits < 0:
        return Read(text_of(raw), "not a bitmap, as it came")
    beyond = bits >> len(spec.labels)
    return Read(bits, "has bits that the product gives no name" if spec.labels and beyond else "")


_READERS: dict[PointKind, Callable[[PointSpec, RawValue], Read]] = {
    PointKind.BOOLEAN: _boolean,
    PointKind.NUMBER: _number,
    PointKind.ENUM: _enum,
    PointKind.STRING: _string,
    PointKind.JSON: _json,
    PointKind.RAW: _raw,
    PointKind.BITMAP: _bitmap,
}
