"""Turns values in canonical units into what a product has on the wire, and orders back."""

from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.simulator.lan.identity import LanValue


def on_wire(spec: PointSpec, value: Value) -> LanValue:
    """The raw value: scaled whole number, the LAN's word, or the value itself; numbers stay in range."""
    if spec.kind is PointKind.NUMBER and isinstance(value, int | float):
        low = value if spec.minimum is None else max(spec.minimum, value)
        bounded = low if spec.maximum is None else min(spec.maximum, low)
        return round(bounded * 10.0**spec.scale)
    if spec.kind is PointKind.ENUM:
        return next((lan for lan, ours in spec.words if ours == value), str(value))
    if spec.kind is PointKind.BITMAP and isinstance(value, int):
        return int(value)
    return bool(value) if spec.kind is PointKind.BOOLEAN else str(value or "")


def from_wire(spec: PointSpec, raw: LanValue) -> Value:
    """The value that an order means; None where the product would not take it."""
    if spec.kind is PointKind.BOOLEAN:
        return raw if isinstance(raw, bool) else None
    if spec.kind is PointKind.NUMBER:
        if isinstance(raw, bool) or not isinstance(raw, int):
            return None
        value = raw / 10.0**spec.scale
        low = spec.minimum is None or value >= spec.minimum
        return value if low and (spec.maximum is None or value <= spec.maximum) else None
    word = next((ours for lan, ours in spec.words if lan == raw), raw)
    if spec.kind is PointKind.ENUM and word not in spec.options:
        return None
    return word
