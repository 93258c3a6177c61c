"""Kinds of device, as drawn on the map and named in lists."""

from enum import StrEnum


class Category(StrEnum):
    """One icon, one word and one set of default rules each."""

    GATEWAY = "gateway"
    REPEATER = "repeater"
    TEMPERATURE = "temperature"
    HUMIDITY = "humidity"
    AIR_QUALITY = "air_quality"
    PRESSURE = "pressure"
    THERMOSTAT = "thermostat"
    RADIATOR_VALVE = "radiator_valve"
    AIR_CONDITIONER = "air_conditioner"
    FAN_COIL = "fan_coil"
    FAN = "fan"
    BOILER = "boiler"
    PUMP = "pump"
    SMOKE = "smoke"
    GAS = "gas"
    CARBON_MONOXIDE = "carbon_monoxide"
    LEAK = "leak"
    CONTACT = "contact"
    WINDOW = "window"
    MOTION = "motion"
    PRESENCE = "presence"
    VIBRATION = "vibration"
    ILLUMINANCE = "illuminance"
    LIGHT = "light"
    EMERGENCY_LIGHT = "emergency_light"
    SWITCH = "switch"
    SOCKET = "socket"
    POWER_STRIP = "power_strip"
    BREAKER = "breaker"
    METER = "meter"
    WATER_METER = "water_meter"
    VALVE = "valve"
    BLIND = "blind"
    LOCK = "lock"
    SIREN = "siren"
    SOS_BUTTON = "sos_button"
    CAMERA = "camera"
    REMOTE = "remote"
    SCENE_SWITCH = "scene_switch"
    WEATHER = "weather"
    UNKNOWN = "unknown"

    @property
    def word(self) -> str:
        """The kind as a person says it: "Air quality", "CO alarm"."""
        word = _SPECIAL.get(self, self.value.replace("_", " "))
        return word[0].upper() + word[1:]


_SPECIAL = {
    Category.CARBON_MONOXIDE: "CO alarm",
    Category.SOS_BUTTON: "SOS button",
    Category.CONTACT: "door contact",
}
