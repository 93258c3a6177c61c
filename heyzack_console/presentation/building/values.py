"""Which value stands for a device on the map, and how it is worded."""

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.colours import colour_of, is_colour_point
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.presentation.building.colours import colour_text

NOTHING = "—"
TEMPERATURE_CODES = ("va_temperature", "temp_current", "temperature")
HUMIDITY_CODES = ("va_humidity", "humidity_value", "humidity_current", "humidity")
CO2_CODES = ("co2_value", "co2", "co2_state")
SWITCH_CODES = ("switch_led", "switch", "switch_1", "power", "start", "alarm_switch", "AlarmSwitch", "muffling")

# Codes as Tuya's standard instruction sets name them, the most telling first.
MAIN_CODES: dict[Category, tuple[str, ...]] = {
    Category.TEMPERATURE: TEMPERATURE_CODES,
    Category.HUMIDITY: HUMIDITY_CODES,
    Category.AIR_QUALITY: (*CO2_CODES, "pm25_value", "voc_value", *TEMPERATURE_CODES),
    Category.THERMOSTAT: TEMPERATURE_CODES,
    Category.RADIATOR_VALVE: TEMPERATURE_CODES,
    Category.AIR_CONDITIONER: TEMPERATURE_CODES,
    Category.FAN_COIL: TEMPERATURE_CODES,
    Category.BOILER: TEMPERATURE_CODES,
    Category.SMOKE: ("smoke_sensor_status", "smoke_sensor_state", "smoke_sensor_value"),
    Category.GAS: ("gas_sensor_status", "gas_sensor_state", "gas_sensor_value"),
    Category.CARBON_MONOXIDE: ("co_status", "co_state", "co_value"),
    Category.LEAK: ("watersensor_state", "water_sensor_state"),
    Category.CONTACT: ("doorcontact_state",),
    Category.WINDOW: ("doorcontact_state",),
    Category.MOTION: ("pir", "pir_state"),
    Category.PRESENCE: ("presence_state", "pir"),
    Category.ILLUMINANCE: ("bright_value", "illuminance_value"),
    Category.METER: ("cur_power", "power_total", "active_power", "total_forward_energy", "add_ele"),
    Category.WATER_METER: ("water_use_data", "flow_rate", "flow_velocity"),
    Category.SOCKET: ("cur_power", "switch_1", "switch"),
    Category.BREAKER: ("cur_current", "cur_power", "switch", "switch_1"),
    Category.BLIND: ("percent_state", "percent_control", "position", "control"),
    Category.VALVE: ("switch", "switch_1", "valve_open", "percent_state"),
    Category.LOCK: ("lock_motor_state", "open_close", "closed_opened"),
    Category.SIREN: ("alarm_state", "alarm_switch", "AlarmSwitch", "switch"),
    Category.SOS_BUTTON: ("sos_state",),
    Category.CAMERA: ("motion_switch", "movement_detect_pic", "basic_private"),
    Category.WEATHER: (*TEMPERATURE_CODES, *HUMIDITY_CODES),
}

_OPENERS = {Category.CONTACT, Category.WINDOW, Category.VALVE, Category.BLIND}
BOOLEAN_WORDS: dict[Category, tuple[str, str]] = {
    **dict.fromkeys(_OPENERS, ("open", "closed")),
    Category.LEAK: ("wet", "dry"),
    Category.MOTION: ("motion", "clear"),
    Category.PRESENCE: ("present", "clear"),
    Category.LOCK: ("unlocked", "locked"),
    Category.SMOKE: ("smoke", "clear"),
    Category.GAS: ("gas", "clear"),
    Category.CARBON_MONOXIDE: ("CO", "clear"),
    Category.SOS_BUTTON: ("called", "quiet"),
    Category.SIREN: ("sounding", "quiet"),
}
# Words of Tuya's enums that say what the booleans say.
ENUM_TRUE = {"alarm", "pir", "presence", "open", "opened", "true", "1"}
ENUM_FALSE = {"normal", "none", "close", "closed", "false", "2"}
BRIGHT = {"on", "open", "motion", "present", "wet", "smoke", "gas", "CO", "called", "sounding", "unlocked"}
DIM = {"off", "closed", "clear", "locked", "quiet"}
# These watch all the time: their good state is not "off".
WATCHERS = {Category.LEAK, Category.SMOKE, Category.GAS, Category.CARBON_MONOXIDE, Category.SOS_BUTTON}
_MOST_DIGITS = 6
_AS_IT_CAME = frozenset({PointKind.STRING, PointKind.JSON, PointKind.RAW})


def main_point(device: Device) -> PointSpec | None:
    """Return the data point that stands for *device* on the map; None where the product reports nothing."""
    wanted = (*MAIN_CODES.get(device.category, ()), *SWITCH_CODES)
    by_code = {point.code: point for point in device.points if point.readable}
    for code in wanted:
        if code in by_code:
            return by_code[code]
    plain = (p for p in by_code.values() if p.kind in {PointKind.NUMBER, PointKind.BOOLEAN, PointKind.ENUM})
    return next(plain, None)


def switch_point(device: Device) -> PointSpec | None:
    """Return the data point that tells whether *device* is on; None where it cannot be switched."""
    by_code = {point.code: point for point in device.points if point.kind is PointKind.BOOLEAN}
    return next((by_code[code] for code in SWITCH_CODES if code in by_code), None)


def value_text(category: Category, spec: PointSpec | None, value: Value, unit: str) -> str:
    """Return *value* in the words and with the unit that a person reads; a dash where there is none."""
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        yes, no = BOOLEAN_WORDS.get(category, ("on", "off"))
        return yes if value else no
    if isinstance(value, int | float):
        return with_unit(number_text(value, digits_of(spec)), unit)
    if not value.strip():
        return "empty"
    if spec is not None and is_colour_point(spec) and (colour := colour_of(value)) is not None:
        return colour_text(colour)
    if spec is not None and spec.kind in _AS_IT_CAME:
        return value
    words = BOOLEAN_WORDS.get(category)
    if words and value in ENUM_TRUE | ENUM_FALSE:
        return words[0] if value in ENUM_TRUE else words[1]
    if spec and value in spec.options and len(spec.labels) == len(spec.options):
        return spec.labels[spec.options.index(value)]
    return value.replace("_", " ")


def number_text(value: float, digits: int | None = None) -> str:
    """Return a number with a real minus and thousands parted; *digits* behind the point, at most two."""
    if digits is None:
        digits = 0 if float(value).is_integer() else 1
    shown = f"{value:,.{max(0, min(digits, 2))}f}"
    return shown.replace("-", "\N{MINUS SIGN}")


def digits_of(spec: PointSpec | None) -> int | None:
    """How many digits behind the point the values of *spec* have; None where that is not known."""
    if spec is None:
        return None
    # A unit that was brought to another size has finer steps than the product's own numbers.
    step = spec.step or 1.0
    fine = next((n for n in range(_MOST_DIGITS) if abs(round(step, n) - step) < 1e-9), _MOST_DIGITS)
    return max(0, spec.scale, fine)


def with_unit(number: str, unit: str) -> str:
    """Put the unit behind the number, with the space that belongs there."""
    return f"{number}\N{NO-BREAK SPACE}{unit}" if unit else number
