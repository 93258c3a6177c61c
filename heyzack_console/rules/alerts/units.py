"""Units in which limits may be written, and how they become the console's own."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LimitUnit:
    """canonical = written × factor + offset; a *difference* knows no offset."""

    name: str
    factor: float = 1.0
    offset: float = 0.0

    def limit(self, written: float) -> float:
        """A value of this unit in the canonical one."""
        return self._rounded(written * self.factor + self.offset)

    def difference(self, written: float) -> float:
        """A difference of two values in the canonical unit."""
        return self._rounded(written * self.factor)

    def _rounded(self, value: float) -> float:
        return value if self.factor == 1.0 and not self.offset else round(value, 9)


_SAME = (
    "°C % %LEL ° V A W kWh VA var kvarh Hz Ω Ah mAh lx ppm ppb µg/m³ mg/m³ µS/cm pH dB dB(A) dBm hPa kPa Pa bar psi "
    "L mL m³ gal L/min m³/h mm cm m km m² km/h m/s mm/h rpm g kg mg ms s min h d"
)
_OTHERS = {
    "C": LimitUnit("°C"),
    "°F": LimitUnit("°C", 5 / 9, -32 * 5 / 9),
    "F": LimitUnit("°C", 5 / 9, -32 * 5 / 9),
    "K": LimitUnit("°C", 1.0, -273.15),
    "mA": LimitUnit("A", 0.001),
    "mV": LimitUnit("V", 0.001),
    "kV": LimitUnit("V", 1000.0),
    "kW": LimitUnit("W", 1000.0),
    "Wh": LimitUnit("kWh", 0.001),
    "MWh": LimitUnit("kWh", 1000.0),
    "klx": LimitUnit("lx", 1000.0),
    "lux": LimitUnit("lx"),
    "μg/m³": LimitUnit("µg/m³"),
    "ug/m3": LimitUnit("µg/m³"),
    "mg/m3": LimitUnit("mg/m³"),
    "m3": LimitUnit("m³"),
    "m3/h": LimitUnit("m³/h"),
    "l": LimitUnit("L"),
    "l/min": LimitUnit("L/min"),
    "mbar": LimitUnit("hPa"),
    "percent": LimitUnit("%"),
}
UNITS: dict[str, LimitUnit] = {name: LimitUnit(name) for name in _SAME.split()} | _OTHERS
