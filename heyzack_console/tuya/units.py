"""Unit spellings of Tuya products, brought to one spelling and one size per quantity."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

EITHER_TEMPERATURE = "°C/°F"
"""The raw unit of a field that a product uses for both temperature scales."""
CELSIUS_STEP = 0.5
"""The step, in °C, of a temperature that the device itself keeps in °F."""
_FACTOR_DIGITS = 9
_LONGEST_NAME = 24


@dataclass(frozen=True, slots=True)
class Unit:
    """What a published unit means: the canonical *name*, and canonical = published × *factor* + *offset*."""

    name: str
    factor: float = 1.0
    offset: float = 0.0
    either: bool = False
    """The published text names °C and °F at once; the value decides."""

    def to_canonical(self, value: float) -> float:
        """Convert from the published unit; a factor of 1 keeps the number as it is."""
        if self.factor == 1.0 and self.offset == 0.0:
            return value
        digits = 1 if self.offset else _FACTOR_DIGITS
        return round(value * self.factor + self.offset, digits)

    def from_canonical(self, value: float) -> float:
        """Convert back to the published unit."""
        return (value - self.offset) / self.factor

    def of_difference(self) -> "Unit":
        """The same unit for a difference of two values: the zero point drops out."""
        return Unit(self.name, self.factor, 0.0, self.either)


FAHRENHEIT = Unit("°C", 5 / 9, -32 * 5 / 9)
CELSIUS = Unit("°C")

# Spellings as they stand in published product schemas, folded by _folded(): compatibility forms resolved, lower
# case, without blanks, dots, dashes and asterisks. Quantities that products publish in several sizes get one size.
_SAME: dict[str, str] = {
    "%": "% % %rh rh% %1 百分比",
    "%LEL": "%lel lel",
    "°": "° 度 deg",
    "°C": "°c ˚c c degc 摄氏度 celsius",
    "V": "v vdc vac volt",
    "A": "a amp",
    "W": "w watt",
    "kWh": "kwh kilowatthour",
    "VA": "va",
    "var": "var",
    "kvarh": "kvarh",
    "Hz": "hz",
    "Ω": "ω ohm",
    "Ah": "ah",
    "mAh": "mah",
    "Kcal": "kcal",
    "lx": "lux lx",
    "ppm": "ppm",
    "ppb": "ppb",
    "µg/m³": "ug/m3 μg/m3 ugm3 um/m3",
    "mg/m³": "mg/m3",
    "pCi/L": "pci/l",
    "µS/cm": "us/cm μs/cm us",
    "pH": "ph",
    "SG": "sg",
    "CF": "cf",
    "DLI": "dli",
    "dB": "db",
    "dB(A)": "dba db(a)",
    "dB/m": "db/m",
    "dBm": "dbm",
    "hPa": "hpa hpa/mb mb mbar",
    "kPa": "kpa",
    "Pa": "pa",
    "bar": "bar",
    "psi": "psi",
    "L": "l 升(l) 升",
    "mL": "ml",
    "mL/day": "ml/day",
    "m³": "m3 立方米",
    "gal": "gal usgal",
    "gal (UK)": "galuk ukgal",
    "L/min": "l/min",
    "gal/min": "gal/min gpm",
    "m³/h": "m3/h",
    "mm": "mm 毫米",
    "cm": "cm 厘米",
    "m": "m 米",
    "km": "km",
    "in": "in inch",
    "m²": "m2",
    "km/h": "km/h kph",
    "m/s": "m/s",
    "mm/h": "mm/h",
    "rpm": "rpm",
    "r/s": "r/s",
    "g": "g",
    "kg": "kg",
    "mg": "mg",
    "lb": "lb lbs",
    "g/L": "g/l",
    "g/mL": "g/ml",
    "mg/L": "mg/l",
    "ms": "ms",
    "s": "s sec second seconds 秒",
    "min": "min minute minutes minte mintues 分钟 分 分钟m",
    "h": "h hour hours hrs hr 小时 小时(暂定)",
    "d": "d day days 天",
    "months": "mth month",
    "times": "times time 次",
    "steps": "step steps 步",
    "pulses": "pulse pulses",
    "portions": "portions 份",
    "pcs": "pcs 个",
    "level": "level lv 档 档位 级 級 段",
    "pf": "pf",
    "×": "x",
    "P": "p",
    "m³/h, L/min or gal/min": "m3/h,l/min,lmpgpm,usgpm m3/h,l/min,impgpm,usgpm",
    # These are no units: placeholders and texts that slipped into the field.
    "": "none 无 & 1 4 speed_control 显示范围0至199999",
}
_SCALED: dict[str, Unit] = {
    "°f": FAHRENHEIT,
    "˚f": FAHRENHEIT,
    "f": FAHRENHEIT,
    "华氏度": FAHRENHEIT,
    "ma": Unit("A", 0.001),
    "mv": Unit("V", 0.001),
    "001v": Unit("V", 0.01),
    "kw": Unit("W", 1000.0),
    "wh": Unit("kWh", 0.001),
    "001kwh": Unit("kWh", 0.01),
    "kvar": Unit("var", 1000.0),
    "klux": Unit("lx", 1000.0),
    "01l": Unit("L", 0.1),
    "01l/min": Unit("L/min", 0.1),
    "01s": Unit("s", 0.1),
}
_EITHER = frozenset({"°c°f", "°c/°f", "°c/f", "摄氏度或华氏度", "c/f"})
_KNOWN: dict[str, Unit] = {
    spelling: Unit(name) for name, spellings in _SAME.items() for spelling in spellings.split()
} | _SCALED
CANONICAL = frozenset(unit.name for unit in _KNOWN.values()) - {""}
"""Every name that a known spelling leads to."""

_DIFFERENCE = re.compile(r"correct|differ|diff|calib|sensitiv|compens|offset|deviat|hyster|dead", re.IGNORECASE)
_TEMPERATURE = re.compile(r"temp|wd$", re.IGNORECASE)
_ELECTRIC = re.compile(r"ele|energy|power", re.IGNORECASE)


@lru_cache(maxsize=4096)
def unit_of(published: str, code: str = "") -> Unit:
    """Tell what *published* means on data point *code*; an unknown spelling is kept as its own unit.

    The code decides where the spelling alone cannot: 度 is kilowatt-hours on an energy counter, °C on a temperature
    and degrees of an angle elsewhere; a temperature difference has no zero point to shift.
    """
    folded = _folded(published)
    if folded in _EITHER:
        return Unit("°C", either=True)
    if folded == "度" and _ELECTRIC.search(code):
        return Unit("kWh")
    if folded == "度" and _TEMPERATURE.search(code):
        return CELSIUS
    found = _KNOWN.get(folded)
    if found is None:
        return Unit(published.strip()[:_LONGEST_NAME] if folded else "")
    return found.of_difference() if found.offset and _DIFFERENCE.search(code) else found


def _folded(published: str) -> str:
    plain = unicodedata.normalize("NFKC", published.replace("˚", "°"))
    return re.sub(r"[\s.·*\-]", "", plain).lower()
