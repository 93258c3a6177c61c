"""Tuya's category codes and the kinds of device that they are here."""

from heyzack_console.domain.devices.categories import Category

# Codes as in Tuya's published list of standard instruction sets; one line per kind.
_CODES: dict[Category, str] = {
    Category.GATEWAY: "wg2 wg wfcon",
    Category.REPEATER: "zjq",
    Category.TEMPERATURE: "wsdcg zwjcy dgnbj",
    Category.HUMIDITY: "jsq cs",
    Category.AIR_QUALITY: "co2bj hjjcy pm2.5 jqbj voc",
    Category.PRESSURE: "ylcg",
    Category.THERMOSTAT: "wk wkcz",
    Category.RADIATOR_VALVE: "wkf",
    Category.AIR_CONDITIONER: "kt ktkzq",
    Category.FAN_COIL: "ntq",
    Category.FAN: "fs fsd fskg kj xfj yyj",
    Category.BOILER: "rs bgl qn",
    Category.PUMP: "hwsb",
    Category.SMOKE: "ywbj",
    Category.GAS: "rqbj jwbj",
    Category.CARBON_MONOXIDE: "cobj",
    Category.LEAK: "sj",
    Category.CONTACT: "mcs",
    Category.WINDOW: "mc",
    Category.MOTION: "pir",
    Category.PRESENCE: "hps",
    Category.VIBRATION: "zd",
    Category.ILLUMINANCE: "ldcg",
    Category.LIGHT: "dj dd dc xdd fwd fwl tgq tgkg gyd tyndj bzyd",
    Category.SWITCH: "kg tdq szjqr",
    Category.SOCKET: "cz",
    Category.POWER_STRIP: "pc",
    Category.BREAKER: "dlq",
    Category.METER: "zndb znnbq",
    Category.WATER_METER: "znsb",
    Category.VALVE: "sfkzq ggq",
    Category.BLIND: "cl clkg",
    Category.LOCK: "ms jtmspro bxx",
    Category.SIREN: "sgbj mal",
    Category.SOS_BUTTON: "sos",
    Category.CAMERA: "sp dghsxj",
    Category.REMOTE: "wnykq ykq",
    Category.SCENE_SWITCH: "wxkg cjkg",
    Category.WEATHER: "qxj",
}
_BY_CODE: dict[str, Category] = {code: category for category, codes in _CODES.items() for code in codes.split()}


def category_of(tuya_code: str) -> Category:
    """Return the kind of device behind Tuya's category code; UNKNOWN where the code says nothing to us."""
    return _BY_CODE.get(tuya_code.strip().lower(), Category.UNKNOWN)
