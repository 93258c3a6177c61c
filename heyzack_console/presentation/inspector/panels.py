"""Data points that belong together: a thermostat's set point, mode and temperature; a blind's drive and position."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.presentation.building.values import TEMPERATURE_CODES, value_text
from heyzack_console.presentation.inspector.controls import Control, ControlKind, control_of, point_name

_CLIMATE = frozenset(
    {
        Category.THERMOSTAT,
        Category.RADIATOR_VALVE,
        Category.AIR_CONDITIONER,
        Category.FAN_COIL,
        Category.BOILER,
        Category.UNKNOWN,
    }
)
_SET_POINTS = ("temp_set", "set_temp", "target_temp", "temperature_set", "temp_set_c")
_ROOM = (*TEMPERATURE_CODES, "current_temperature", "room_temp")
_MODES = ("mode", "work_mode", "hvac_mode")
_SWITCHES = ("switch", "power", "Power", "switch_1")
_ACTIVITY = ("work_state", "valve_state", "hvac_action")
_DRIVE = re.compile(r"^(?:control|mach_operate)((?:_\d)?)$")
Readings = Mapping[str, Reading]


@dataclass(frozen=True, slots=True)
class Panel:
    """One block of controls: *headline* says how things stand, *codes* are the points whose controls stand in it."""

    title: str
    headline: str
    codes: tuple[str, ...]


def panels_of(device: Device, readings: Readings) -> tuple[Panel, ...]:
    """The blocks of *device*; each needs at least two points that belong together."""
    return (*_climate(device, readings), *_covers(device, readings))


def _climate(device: Device, readings: Readings) -> tuple[Panel, ...]:
    if device.category not in _CLIMATE:
        return ()
    target = next((found for code in _SET_POINTS if (found := _settable(device, code, _NUMBERS))), None)
    room = next((point for code in _ROOM if (point := device.point(code)) and point.kind is PointKind.NUMBER), None)
    if target is None or room is None:
        return ()
    mode = next((found for code in _MODES if (found := _settable(device, code, {ControlKind.CHOICE}))), None)
    switch = next((found for code in _SWITCHES if (found := _settable(device, code, {ControlKind.SWITCH}))), None)
    goal = device.point(target.code)
    headline = f"{_shown(device, room, readings)} now, set to {_shown(device, goal, readings)}"
    activity = next((point for code in _ACTIVITY if (point := device.point(code)) and code in readings), None)
    if activity is not None:
        headline += f" · {point_name(activity).lower()} {_shown(device, activity, readings)}"
    codes = [found.code for found in (switch, target, mode) if found is not None]
    return (Panel("Climate", headline, tuple(codes)),)


def _covers(device: Device, readings: Readings) -> tuple[Panel, ...]:
    panels = []
    for spec in device.points:
        matched = _DRIVE.match(spec.code)
        drive = control_of(device, spec) if matched else None
        if matched is None or drive is None or drive.kind is not ControlKind.DRIVE:
            continue
        number = matched[1]
        position = next(
            (
                c
                for code in (f"percent_control{number}", f"position{number}")
                if (c := _settable(device, code, _NUMBERS))
            ),
            None,
        )
        state = device.point(f"percent_state{number}") or (device.point(position.code) if position else None)
        codes = (drive.code, position.code) if position else (drive.code,)
        title = f"Drive {number[1:]}" if number else "Drive"
        headline = f"at {_shown(device, state, readings)}" if state else "the position is not reported"
        panels.append(Panel(title, f"{headline}, last order {_shown(device, spec, readings)}", codes))
    return tuple(panels)


_NUMBERS = {ControlKind.SLIDER, ControlKind.NUMBER}


def _settable(device: Device, code: str, kinds: set[ControlKind]) -> Control | None:
    spec = device.point(code)
    control = control_of(device, spec) if spec is not None else None
    return control if control is not None and control.kind in kinds else None


def _shown(device: Device, spec: PointSpec | None, readings: Readings) -> str:
    reading = readings.get(spec.code) if spec is not None else None
    if spec is None or reading is None or reading.value is None:
        return "—"
    # A drive's word is what it was told, not how it stands.
    if spec.kind is PointKind.ENUM and isinstance(reading.value, str):
        return reading.value.replace("_", " ")
    return value_text(device.category, spec, reading.value, reading.unit)
