"""How a device's chip looks: from its health and its main value."""

from collections.abc import Mapping
from enum import IntEnum

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.presentation.building.values import BRIGHT, DIM, WATCHERS, main_point, switch_point, value_text


class DeviceLook(IntEnum):
    """What a chip shows besides its category; the order is that of the rows of the sprite sheet."""

    NORMAL = 0
    ON = 1
    OFF = 2
    STALE = 3
    NO_PATH = 4
    ASLEEP = 5

    @property
    def word(self) -> str:
        """The word for tooltips and legends."""
        return ("normal", "on", "off", "stale", "no path", "asleep")[self]


Readings = Mapping[str, Reading]


def look_of(device: Device, readings: Readings, health: DeviceHealth | None, *, connected: bool) -> DeviceLook:
    """Return the look of *device*.

    Args:
        readings: its newest readings by code.
        connected: False while the engine does not answer, when every value is only remembered.
    """
    if health is not None and health.lost:
        return DeviceLook.NO_PATH
    if not connected and readings:
        return DeviceLook.STALE
    if asleep(health):
        return DeviceLook.ASLEEP
    shown = main_reading(device, readings)
    if shown is not None and shown.quality is Quality.CACHED:
        return DeviceLook.STALE
    return _by_value(device, readings)


def asleep(health: DeviceHealth | None) -> bool:
    """Tell whether the device sleeps on every path, which is no outage."""
    if health is None or not health.paths:
        return False
    states = {p.state for p in health.paths if p.state is not PathState.UNCONFIGURED}
    return states == {PathState.ASLEEP}


def main_reading(device: Device, readings: Readings) -> Reading | None:
    """Return the reading that stands for *device*; None before the first one."""
    spec = main_point(device)
    return readings.get(spec.code) if spec else None


def main_text(device: Device, readings: Readings) -> str:
    """Return the value that stands for *device* in words; empty before the first reading."""
    spec = main_point(device)
    shown = readings.get(spec.code) if spec else None
    if shown is None or shown.value is None:
        return ""
    return value_text(device.category, spec, shown.value, shown.unit)


def _by_value(device: Device, readings: Readings) -> DeviceLook:
    if device.category in WATCHERS:
        return DeviceLook.NORMAL
    switch = switch_point(device)
    if switch is not None and switch.code in readings:
        return DeviceLook.ON if readings[switch.code].value else DeviceLook.OFF
    word = main_text(device, readings)
    if word in BRIGHT:
        return DeviceLook.ON
    return DeviceLook.OFF if word in DIM else DeviceLook.NORMAL
