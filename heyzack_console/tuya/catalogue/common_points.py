"""Data points that products of one category usually share, counted over published product schemas.

A row says what most products do; single products differ, above all in scale. So these points are only used where a
product's own list is not known, and everything named from here is marked as guessed.
"""

from dataclasses import dataclass

from heyzack_console.domain.devices.categories import Category


@dataclass(frozen=True, slots=True)
class CommonPoint:
    """One usual data point, in the vendor's terms; *bounds* are raw."""

    dp: int
    code: str
    name: str
    type: str = "bool"
    mode: str = "rw"
    unit: str = ""
    scale: int = 0
    bounds: tuple[int, int] | None = None
    words: tuple[str, ...] = ()


def _value(dp: int, code: str, name: str, unit: str, scale: int, bounds: tuple[int, int]) -> CommonPoint:
    return CommonPoint(dp, code, name, "value", "ro", unit, scale, bounds)


def _set(dp: int, code: str, name: str, unit: str, scale: int, bounds: tuple[int, int]) -> CommonPoint:
    return CommonPoint(dp, code, name, "value", "rw", unit, scale, bounds)


def _state(dp: int, code: str, name: str, words: str) -> CommonPoint:
    return CommonPoint(dp, code, name, "enum", "ro", words=tuple(words.split()))


def _choice(dp: int, code: str, name: str, words: str) -> CommonPoint:
    return CommonPoint(dp, code, name, "enum", "rw", words=tuple(words.split()))


def _told(dp: int, code: str, name: str, kind: str = "bool") -> CommonPoint:
    return CommonPoint(dp, code, name, kind, "ro")


_PERCENT, _DAY = (0, 100), (0, 86_400)
_LEVELS = "low middle high"
_ALARM = "alarm normal"


def _battery(word_dp: int | None, percent_dp: int | None) -> tuple[CommonPoint, ...]:
    word = (_state(word_dp, "battery_state", "Battery", _LEVELS),) if word_dp else ()
    percent = (_value(percent_dp, "battery_percentage", "Battery", "%", 0, _PERCENT),) if percent_dp else ()
    return word + percent


_POWER = (
    CommonPoint(1, "switch_1", "Switch"),
    _set(9, "countdown_1", "Countdown", "s", 0, _DAY),
    _value(17, "add_ele", "Energy added", "kW·h", 3, (0, 50_000)),
    _value(18, "cur_current", "Current", "mA", 0, (0, 30_000)),
    _value(19, "cur_power", "Power", "W", 1, (0, 50_000)),
    _value(20, "cur_voltage", "Voltage", "V", 1, (0, 5_000)),
    _told(26, "fault", "Fault", "bitmap"),
    _choice(38, "relay_status", "After a power cut", "off on memory"),
    CommonPoint(41, "child_lock", "Child lock"),
)
_GANGS = (
    *(CommonPoint(n, f"switch_{n}", f"Switch {n}") for n in range(1, 7)),
    *(_set(8 + n, f"countdown_{n}", f"Countdown {n}", "s", 0, _DAY) for n in range(1, 5)),
    _choice(38, "relay_status", "After a power cut", "off on memory"),
)
_LAMP = (
    CommonPoint(20, "switch_led", "Light"),
    _choice(21, "work_mode", "Mode", "white colour scene music"),
    _set(22, "bright_value", "Brightness", "", 0, (10, 1_000)),
    _set(23, "temp_value", "Colour temperature", "", 0, (0, 1_000)),
    CommonPoint(24, "colour_data", "Colour", "string"),
    CommonPoint(25, "scene_data", "Scene", "string"),
    _set(26, "countdown", "Countdown", "s", 0, _DAY),
)
_CLIMATE = (
    _value(1, "temp_current", "Temperature", "℃", 1, (-200, 600)),
    _value(2, "humidity_value", "Humidity", "%", 0, _PERCENT),
    *_battery(3, 4),
    _choice(9, "temp_unit_convert", "Shown in", "c f"),
    _set(10, "maxtemp_set", "Upper temperature limit", "℃", 1, (-200, 600)),
    _set(11, "minitemp_set", "Lower temperature limit", "℃", 1, (-200, 600)),
    _set(12, "maxhum_set", "Upper humidity limit", "%", 0, _PERCENT),
    _set(13, "minihum_set", "Lower humidity limit", "%", 0, _PERCENT),
    _state(14, "temp_alarm", "Temperature alarm", "loweralarm upperalarm cancel"),
    _state(15, "hum_alarm", "Humidity alarm", "loweralarm upperalarm cancel"),
)
_BLIND = (
    _choice(1, "control", "Drive", "open stop close continue"),
    _set(2, "percent_control", "Target position", "%", 0, _PERCENT),
    _value(3, "percent_state", "Position", "%", 0, _PERCENT),
    _choice(5, "control_back", "Motor direction", "forward back"),
    _state(7, "work_state", "Movement", "opening closing"),
    _told(12, "fault", "Fault", "bitmap"),
)
_PHASES = (
    _value(1, "forward_energy_total", "Energy drawn", "kW·h", 2, (0, 999_999_999)),
    *(_told(5 + n, f"phase_{letter}", f"Phase {letter.upper()}", "raw") for n, letter in enumerate("abc", start=1)),
)
_THERMOSTAT = (
    CommonPoint(1, "switch", "Switch"),
    _set(2, "temp_set", "Set temperature", "℃", 0, (5, 35)),
    _value(3, "temp_current", "Temperature", "℃", 0, (0, 50)),
    _told(45, "fault", "Fault", "bitmap"),
)

COMMON_POINTS: dict[Category, tuple[CommonPoint, ...]] = {
    Category.SOCKET: _POWER,
    Category.SWITCH: _GANGS,
    Category.POWER_STRIP: _GANGS,
    Category.LIGHT: _LAMP,
    Category.TEMPERATURE: _CLIMATE,
    Category.HUMIDITY: _CLIMATE,
    Category.AIR_QUALITY: (
        _value(2, "co2_value", "CO₂", "ppm", 0, (0, 5_000)),
        _value(18, "temp_current", "Temperature", "℃", 0, (-40, 125)),
        _value(19, "humidity_value", "Humidity", "%", 0, _PERCENT),
    ),
    Category.BLIND: _BLIND,
    Category.BREAKER: (
        *_PHASES,
        _told(9, "fault", "Fault", "bitmap"),
        CommonPoint(16, "switch", "Breaker"),
    ),
    Category.METER: (
        *_PHASES,
        _value(2, "reverse_energy_total", "Energy fed in", "kW·h", 2, (0, 99_999_999)),
    ),
    Category.THERMOSTAT: _THERMOSTAT,
    Category.RADIATOR_VALVE: (
        _set(2, "temp_set", "Set temperature", "℃", 0, (5, 35)),
        _value(3, "temp_current", "Temperature", "℃", 0, (0, 50)),
    ),
    Category.AIR_CONDITIONER: (
        CommonPoint(1, "switch", "Switch"),
        _set(2, "temp_set", "Set temperature", "℃", 0, (16, 31)),
        _value(3, "temp_current", "Temperature", "℃", 0, (-20, 100)),
        _choice(4, "mode", "Mode", "cold hot wet wind auto"),
    ),
    Category.SMOKE: (
        _state(1, "smoke_sensor_state", "Smoke", _ALARM),
        _told(11, "fault", "Fault", "bitmap"),
        *_battery(14, 15),
    ),
    Category.GAS: (
        _state(1, "gas_sensor_state", "Gas", _ALARM),
        _value(2, "gas_sensor_value", "Gas concentration", "%LEL", 1, (0, 1_000)),
    ),
    Category.LEAK: (_state(1, "watersensor_state", "Water", _ALARM), *_battery(3, 4)),
    Category.CONTACT: (_told(1, "doorcontact_state", "Open"), *_battery(3, 2)),
    Category.MOTION: (_state(1, "pir_state", "Motion", "pir none"), *_battery(3, 4)),
    Category.PRESENCE: (_state(1, "presence_state", "Presence", "none presence"),),
    Category.ILLUMINANCE: (_value(2, "bright_value", "Illuminance", "lux", 0, (0, 100_000)), *_battery(3, 4)),
    Category.WEATHER: _CLIMATE[:4],
    Category.VALVE: (
        CommonPoint(1, "switch", "Valve"),
        _value(7, "battery_percentage", "Battery", "%", 0, _PERCENT),
        _set(11, "countdown", "Countdown", "s", 0, _DAY),
    ),
    Category.PUMP: (_value(5, "cur_power", "Power", "W", 0, (0, 3_000)),),
    Category.SIREN: (
        _choice(1, "master_mode", "Arming", "disarmed arm home sos"),
        _state(32, "master_state", "Alarm", "normal alarm"),
    ),
    Category.GATEWAY: (_state(32, "master_state", "Alarm", "normal alarm"),),
    # Without a category only numbers of which nearly all products make the same use are named.
    Category.UNKNOWN: (*_POWER[1:6], *_LAMP[2:4]),
}
