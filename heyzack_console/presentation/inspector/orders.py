"""The question before an order with physical effect."""

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.frame.question import Question
from heyzack_console.presentation.inspector.controls import point_name
from heyzack_console.presentation.map.values import value_text


def order_question(device: Device, code: str, value: Value, present: str) -> Question:
    """Word what the order does; *present* is the value as it stands, in words."""
    spec = device.point(code)
    unit = spec.unit if spec else ""
    name = point_name(spec) if spec else code
    words = value_text(device.category, spec, value, unit)
    serves = f" It serves {device.serves}." if device.serves else ""
    return Question(
        title=f"Set {name.lower()} of {device.name} to {words}?",
        verb=f"Set to {words}",
        state=f"Now: {present}." if present else "",
        consequence=f"This acts at once in the building.{serves}",
        way_back=f"It can be set back to {present}." if present else "",
        icon=f"category.{device.category.value}",
    )
