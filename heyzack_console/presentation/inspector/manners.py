"""How well a data point is shown: with a control or in words, or only as what came over the wire."""

from heyzack_console.domain.devices.colours import is_colour_point
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.presentation.inspector.controls import ControlKind, control_of

_PLAIN = frozenset({ControlKind.TEXT, ControlKind.STRUCTURE, ControlKind.BYTES})
"""Editors of the very text that goes over the wire."""


def better_than_raw(device: Device, spec: PointSpec) -> bool:
    """Tell whether a person gets more than the bare text of the value, to read it or to set it."""
    control = control_of(device, spec)
    if control is not None:
        return control.kind not in _PLAIN
    if spec.kind is PointKind.BITMAP:
        return bool(spec.labels)
    if spec.kind is PointKind.ENUM:
        return bool(spec.options)
    return spec.kind in {PointKind.BOOLEAN, PointKind.NUMBER} or is_colour_point(spec)
