"""Temperatures in a field that serves °C and °F alike: which of the two a value is.

Such a field publishes one range for both scales, so its upper end is in °F: whatever lies above the °C equivalent of
that end can only be °F. 'kt' ibmmirhhq62mmf1g says ℃, 16.0 to 88.0, and holds 75.0: that is 75 °F.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from math import floor

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.tuya.units import CELSIUS_STEP, EITHER_TEMPERATURE, FAHRENHEIT

_UNIT_WORDS = {
    "c": False,
    "celsius": False,
    "centigrade": False,
    "f": True,
    "fahrenheit": True,
    "fahrenheit_degree": True,
}
_UNIT_CODES = frozenset({"temp_unit_convert", "temp_unit", "tempunit", "tpmc", "unit_convert"})
# No air conditioner lets itself be set higher than this; 16..31 °C is the usual span (61..88 °F).
_HIGHEST_ROOM_SET_POINT = 45.0
_NO_DIFFERENCE = ("correct", "diff", "calib", "sensitiv", "offset", "compens")


def says_fahrenheit(code: str, word: Value) -> bool | None:
    """Read a device's unit switch: True for °F, False for °C, None where *code* is no such switch."""
    if code.lower() not in _UNIT_CODES or not isinstance(word, str):
        return None
    return _UNIT_WORDS.get(word.lower())


def settle_either(specs: Sequence[PointSpec], category: Category) -> list[PointSpec]:
    """Mark the set points that hold both scales though they say ℃, and give both-scale fields their bounds in °C."""
    siblings = _fahrenheit_siblings(specs)
    return [_settled(spec, category, siblings) for spec in specs]


def judge(spec: PointSpec, shown: float, *, fahrenheit: bool | None) -> tuple[float, bool, str]:
    """Decide one value of a both-scales field: its °C, whether it came as °F, and a note for people.

    Args:
        shown: raw / 10**scale.
        fahrenheit: what the device's own unit switch says, None where it has none or was not heard yet.
    """
    as_celsius = FAHRENHEIT.to_canonical(shown)
    if spec.maximum is not None and shown > spec.maximum:
        return as_celsius, True, f"sent as {shown:g} in a field for °C and °F; taken as °F, too hot for °C"
    if fahrenheit:
        return as_celsius, True, ""
    if fahrenheit is False or spec.minimum is None or as_celsius < spec.minimum:
        return shown, False, ""
    return shown, False, "may be °F: the product uses one field for both and does not say which"


def _fahrenheit_siblings(specs: Iterable[PointSpec]) -> frozenset[str]:
    return frozenset(s.code.removesuffix("_f") for s in specs if s.code.endswith("_f"))


def _settled(spec: PointSpec, category: Category, siblings: frozenset[str]) -> PointSpec:
    if spec.kind is not PointKind.NUMBER or spec.unit != "°C" or spec.maximum is None:
        return spec
    if any(part in spec.code.lower() for part in _NO_DIFFERENCE):
        return replace(spec, raw_unit="") if spec.raw_unit == EITHER_TEMPERATURE else spec
    hidden = (
        spec.code.lower().startswith(("temp_set", "tempset"))
        and not spec.code.endswith("_f")
        and spec.maximum > _HIGHEST_ROOM_SET_POINT
        and (category is Category.AIR_CONDITIONER or spec.code in siblings)
    )
    if spec.raw_unit != EITHER_TEMPERATURE and not hidden:
        return spec
    highest = floor(FAHRENHEIT.to_canonical(spec.maximum) / CELSIUS_STEP) * CELSIUS_STEP
    return replace(spec, raw_unit=EITHER_TEMPERATURE, maximum=highest)
