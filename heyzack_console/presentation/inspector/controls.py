"""Which control a data point gets, from its specification."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.colours import is_colour_point
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.presentation.building.values import digits_of, number_text, value_text, with_unit

MOST_NOTCHES = 5000
"""A longer slider could not be placed by hand; the number is typed instead."""
_FARTHEST = 1e9
_DRIVE_WORDS = ("open", "stop", "close")
_WARMTH = re.compile(r"^temp_value|^color_temp|^colour_temp")


class ControlKind(StrEnum):
    """How a value is given."""

    SWITCH = "switch"
    BUTTON = "button"
    """A truth that can only be written: something that is set off."""
    SLIDER = "slider"
    NUMBER = "number"
    CHOICE = "choice"
    DRIVE = "drive"
    """Open, stop, close: each press is an order, whatever came before."""
    COLOUR = "colour"
    TEXT = "text"
    STRUCTURE = "structure"
    """JSON."""
    BYTES = "bytes"
    """Base64."""


@dataclass(frozen=True, slots=True)
class Control:
    """A control for one data point.

    *low*, *high*, *step* in its unit for a slider or a number, *ends* names a slider's ends; *options* for a choice.
    """

    code: str
    kind: ControlKind
    title: str
    low: float = 0.0
    high: float = 0.0
    step: float = 1.0
    unit: str = ""
    digits: int = 0
    options: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    ends: tuple[str, str] | None = None
    asks_first: bool = False

    @property
    def notches(self) -> int:
        """How many whole steps a slider has; the last may lie below the upper bound."""
        return int((self.high - self.low) / self.step + 1e-6)

    def at(self, notch: int) -> float:
        """The value of a slider's *notch*."""
        return round(self.low + notch * self.step, 6)

    def notch(self, value: Value) -> int:
        """The slider's notch nearest to *value*; the first where it is no number."""
        if not isinstance(value, int | float) or isinstance(value, bool):
            return 0
        return max(0, min(self.notches, round((value - self.low) / self.step)))

    def nearest(self, value: float) -> float:
        """The number on a step, inside the bounds, that a typed *value* means."""
        if self.low <= -_FARTHEST:
            top = _FARTHEST if self.high >= _FARTHEST else self.high
            return round(min(round(value / self.step), int(top / self.step + 1e-6)) * self.step, 6)
        return self.at(self.notch(value))

    def text(self, value: float) -> str:
        """A slider's value in words."""
        return with_unit(number_text(value, self.digits), self.unit)

    @property
    def limits(self) -> str:
        """What can be given, in words; empty where everything can."""
        if self.low <= -_FARTHEST and self.high >= _FARTHEST:
            return ""
        return f"{self.text(self.low)} to {self.text(self.high)}, step {self.step:g}"


def control_of(device: Device, spec: PointSpec) -> Control | None:
    """The control of a writable point; None where it cannot be written, or what it takes is not known."""
    if not spec.writable:
        return None
    plain = Control(spec.code, ControlKind.TEXT, point_name(spec), asks_first=spec.safety)
    match spec.kind:
        case PointKind.BOOLEAN:
            words = tuple(value_text(device.category, spec, value, "") for value in (False, True))
            kind = ControlKind.SWITCH if spec.readable else ControlKind.BUTTON
            return replace(plain, kind=kind, words=words)
        case PointKind.ENUM:
            return _choice(device, spec, plain)
        case PointKind.NUMBER:
            return _number(device, spec, plain)
        case PointKind.JSON:
            return replace(plain, kind=ControlKind.COLOUR if is_colour_point(spec) else ControlKind.STRUCTURE)
        case PointKind.RAW:
            return replace(plain, kind=ControlKind.BYTES)
        case PointKind.BITMAP:
            return None
    return plain


def point_name(spec: PointSpec) -> str:
    """What a person calls the data point."""
    if spec.name:
        return spec.name
    words = spec.code.replace("_", " ")
    return words[:1].upper() + words[1:]


def _choice(device: Device, spec: PointSpec, plain: Control) -> Control | None:
    if not spec.options:
        return None
    if set(_DRIVE_WORDS) <= set(spec.options):
        others = tuple(option for option in spec.options if option not in _DRIVE_WORDS)
        options = (*_DRIVE_WORDS, *others)
        words = tuple(option.replace("_", " ").capitalize() for option in options)
        return replace(plain, kind=ControlKind.DRIVE, options=options, words=words)
    words = tuple(value_text(device.category, spec, option, "") for option in spec.options)
    return replace(plain, kind=ControlKind.CHOICE, options=spec.options, words=words)


def _number(device: Device, spec: PointSpec, plain: Control) -> Control | None:
    low, high = spec.minimum, spec.maximum
    step = spec.step or 10.0**-spec.scale
    typed = replace(
        plain,
        kind=ControlKind.NUMBER,
        low=-_FARTHEST if low is None else low,
        high=_FARTHEST if high is None else high,
        step=step,
        unit=spec.unit,
        digits=digits_of(spec) or 0,
    )
    if low is None or high is None:
        return typed
    if high - low < step:
        return None
    if (high - low) / step > MOST_NOTCHES:
        return typed
    warm = device.category is Category.LIGHT and _WARMTH.match(spec.code) and not spec.unit
    return replace(typed, kind=ControlKind.SLIDER, ends=("warm", "cold") if warm else None)
