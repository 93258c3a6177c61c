"""Which control a data point gets, from its specification."""

from dataclasses import dataclass
from enum import StrEnum

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.presentation.building.values import number_text, value_text, with_unit


class ControlKind(StrEnum):
    """How a value is given."""

    SWITCH = "switch"
    SLIDER = "slider"
    CHOICE = "choice"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Control:
    """A control for one data point; *low*, *high*, *step* in its unit for a slider, *options* for a choice."""

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

    def text(self, value: float) -> str:
        """A slider's value in words."""
        return with_unit(number_text(value, self.digits), self.unit)


def control_of(device: Device, spec: PointSpec) -> Control | None:
    """The control of a writable point; None where it cannot be written or has no bounds to offer."""
    if not spec.writable:
        return None
    title = point_name(spec)
    if spec.kind is PointKind.BOOLEAN:
        words = tuple(value_text(device.category, spec, value, "") for value in (False, True))
        return Control(spec.code, ControlKind.SWITCH, title, words=words, asks_first=spec.safety)
    if spec.kind is PointKind.ENUM and spec.options:
        words = tuple(value_text(device.category, spec, option, "") for option in spec.options)
        return Control(spec.code, ControlKind.CHOICE, title, options=spec.options, words=words, asks_first=spec.safety)
    if spec.kind is PointKind.NUMBER and spec.minimum is not None and spec.maximum is not None:
        step = spec.step or 10.0**-spec.scale
        if spec.maximum - spec.minimum < step:
            return None
        return Control(
            spec.code,
            ControlKind.SLIDER,
            title,
            spec.minimum,
            spec.maximum,
            step,
            spec.unit,
            spec.scale,
            asks_first=spec.safety,
        )
    if spec.kind in {PointKind.STRING, PointKind.JSON}:
        return Control(spec.code, ControlKind.TEXT, title, asks_first=spec.safety)
    return None


def point_name(spec: PointSpec) -> str:
    """What a person calls the data point."""
    if spec.name:
        return spec.name
    words = spec.code.replace("_", " ")
    return words[:1].upper() + words[1:]
