"""Tuya's codes for the kinds of device that the demo building has (vendor's list of standard categories)."""

from heyzack_console.domain.devices.categories import Category

TUYA_CATEGORIES: dict[Category, str] = {
    Category.GATEWAY: "wg2",
    Category.TEMPERATURE: "wsdcg",
    Category.AIR_QUALITY: "co2bj",
    Category.SMOKE: "ywbj",
    Category.CARBON_MONOXIDE: "cobj",
    Category.GAS: "rqbj",
    Category.LEAK: "sj",
    Category.CONTACT: "mcs",
    Category.WINDOW: "mc",
    Category.MOTION: "pir",
    Category.PRESENCE: "hps",
    Category.LIGHT: "dj",
    Category.EMERGENCY_LIGHT: "bzyd",
    Category.SOCKET: "cz",
    Category.BREAKER: "dlq",
    Category.METER: "zndb",
    Category.WATER_METER: "znsb",
    Category.VALVE: "sfkzq",
    Category.BLIND: "cl",
    Category.LOCK: "ms",
    Category.SIREN: "sgbj",
    Category.SOS_BUTTON: "sos",
    Category.CAMERA: "sp",
    Category.THERMOSTAT: "wk",
    Category.FAN_COIL: "ntq",
    Category.PUMP: "hwsb",
}
