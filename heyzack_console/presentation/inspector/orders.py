"""Orders in words: what a switch does to the thing behind it, and the question before a physical effect."""

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointSpec, Value
from heyzack_console.presentation.building.values import switch_point, value_text
from heyzack_console.presentation.frame.question import Question
from heyzack_console.presentation.inspector.controls import point_name

_SWITCHED = ("Switch on", "Switch off")
_VERBS: dict[Category, tuple[str, str]] = {
    Category.VALVE: ("Open", "Close"),
    Category.LOCK: ("Unlock", "Lock"),
    Category.BLIND: ("Open", "Close"),
    Category.SIREN: ("Sound", "Silence"),
}


def verb_of(device: Device, spec: PointSpec | None, value: Value) -> str:
    """What setting *spec* to *value* does to the device itself ("Close"); empty where it is no switch of the whole."""
    if spec is None or not isinstance(value, bool) or spec != switch_point(device):
        return ""
    on, off = _VERBS.get(device.category, _SWITCHED)
    return on if value else off


def order_question(device: Device, code: str, value: Value, present: str) -> Question:
    """Word what the order does; *present* is the value as it stands, in words."""
    spec = device.point(code)
    name = point_name(spec) if spec else code
    words = value_text(device.category, spec, value, spec.unit if spec else "")
    verb = verb_of(device, spec, value)
    serves = f" It serves {device.serves}." if device.serves else ""
    return Question(
        title=f"{verb} {device.name}?" if verb else f"Set {name.lower()} of {device.name} to {words}?",
        verb=verb or f"Set to {words}",
        state=f"Now: {present}." if present else "",
        consequence=f"This acts at once in the building.{serves}",
        way_back=f"It can be set back to {present}." if present else "",
        icon=f"category.{device.category.value}",
    )
