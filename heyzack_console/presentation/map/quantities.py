"""What a heat map can show: where its values come from, and the steps of its scale, which never move."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.presentation.building.values import CO2_CODES, HUMIDITY_CODES, TEMPERATURE_CODES, number_text
from heyzack_console.presentation.building.values import with_unit as unit_behind
from heyzack_console.presentation.mirror import Mirror

CLIMATE = frozenset(
    {
        Category.TEMPERATURE,
        Category.HUMIDITY,
        Category.AIR_QUALITY,
        Category.THERMOSTAT,
        Category.RADIATOR_VALVE,
        Category.AIR_CONDITIONER,
        Category.FAN_COIL,
    }
)
"""Kinds of device that measure the air of the room that they are in."""
LIGHT_CODES = ("bright_value", "illuminance_value")
POWER_CODES = ("cur_power", "active_power", "power_total")


class Quantity(StrEnum):
    """What is measured."""

    TEMPERATURE = "temperature"
    HUMIDITY = "humidity"
    CO2 = "co2"
    LIGHT = "light"
    POWER = "power"

    @property
    def word(self) -> str:
        """As people say it."""
        return "CO₂" if self is Quantity.CO2 else self.value.capitalize()

    @property
    def scale(self) -> "HeatScale":
        """The steps by which it is shown."""
        return SCALES[self]


@dataclass(frozen=True, slots=True)
class HeatScale:
    """*bounds* part eight steps; *resolution* is the change of a value that is worth painting anew."""

    codes: tuple[str, ...]
    unit: str
    bounds: tuple[float, ...]
    resolution: float
    digits: int = 0
    kinds: frozenset[Category] = frozenset()
    """The kinds of device that tell it; empty for all."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the steps for the legend, the lowest first; the ends carry the unit."""
        low, high = self.bounds[0], self.bounds[-1]
        middle = (number_text(bound) for bound in self.bounds[:-1])
        return (f"< {number_text(low)}", *middle, unit_behind(f"≥ {number_text(high)}", self.unit))

    def text(self, value: float) -> str:
        """Return *value* with its unit."""
        return unit_behind(number_text(value, self.digits), self.unit)

    def reading(self, device: Device, mirror: Mirror) -> Reading | None:
        """Return the live value that *device* tells; None where it tells none, or an old one."""
        if self.kinds and device.category not in self.kinds:
            return None
        readings = mirror.readings.get(device.id, {})
        for code in self.codes:
            found = readings.get(code)
            if found is not None:
                live = found.quality is Quality.LIVE and found.unit == self.unit
                return found if live and _is_number(found) else None
        return None

    def mean(self, devices: Iterable[Device], mirror: Mirror) -> float | None:
        """Return the mean of what *devices* tell; None where none of them tells any."""
        told = [value_of(found) for device in devices if (found := self.reading(device, mirror)) is not None]
        return sum(told) / len(told) if told else None


# The steps are this project's own: round numbers, finer where rooms usually are. For CO₂ they include 1,000 and
# 2,000 ppm, the guide values of the German Environment Agency (Bundesgesundheitsblatt 2008, 51:1358).
SCALES = {
    Quantity.TEMPERATURE: HeatScale(TEMPERATURE_CODES, "°C", (16, 18, 20, 22, 24, 26, 28), 0.2, 1, CLIMATE),
    Quantity.HUMIDITY: HeatScale(HUMIDITY_CODES, "%", (20, 30, 40, 50, 60, 70, 80), 1, 0, CLIMATE),
    Quantity.CO2: HeatScale(CO2_CODES, "ppm", (500, 650, 800, 1000, 1200, 1500, 2000), 20, 0, CLIMATE),
    Quantity.LIGHT: HeatScale(LIGHT_CODES, "lx", (50, 100, 200, 300, 500, 750, 1000), 10),
    Quantity.POWER: HeatScale(POWER_CODES, "W", (10, 50, 100, 250, 500, 1000, 2000), 5),
}


def value_of(reading: Reading) -> float:
    """Return the number of a reading that :meth:`HeatScale.reading` found."""
    return float(reading.value or 0)


def _is_number(reading: Reading) -> bool:
    return isinstance(reading.value, int | float) and not isinstance(reading.value, bool)
