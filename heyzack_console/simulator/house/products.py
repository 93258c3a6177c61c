"""The products that the demo building is equipped with; invented, with data points as real ones have them."""

from dataclasses import dataclass

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointSpec
from heyzack_console.simulator.house.specs import battery, bits, boolean, number, raw, setting, words

ALARM = ("alarm", "normal")
NUMBERED_ALARM = (("1", "alarm"), ("2", "normal"))
WALL_VERSIONS = ("3.3", "3.4", "3.5", "3.3", "3.4")
OLD_VERSIONS = ("3.1", "3.3", "3.2", "3.4", "3.3", "3.5")


@dataclass(frozen=True, slots=True)
class Product:
    """One product: its word and prefix in names, its points, and how it reaches the network.

    *radio*: it prefers a gateway and is battery-driven there. *sleeper*: on Wi-Fi with a battery, awake for moments.
    """

    category: Category
    word: str
    prefix: str
    model: str
    points: tuple[PointSpec, ...]
    versions: tuple[str, ...] = WALL_VERSIONS
    radio: bool = False
    sleeper: bool = False


_TEMPERATURE = number(1, "va_temperature", "Temperature", (-200, 600), "°C", 1)
_POWER_FAULTS = ("over_current", "over_voltage", "under_voltage", "over_temperature", "leakage")

PRODUCTS: tuple[Product, ...] = (
    Product(
        Category.GATEWAY,
        "Gateway",
        "GW",
        "Multimode hub H2",
        (
            words(32, "master_state", "State", ("normal", "alarm")),
            boolean(45, "alarm_active", "Alarm sound", writable=True),
        ),
        ("3.4", "3.3", "3.5"),
    ),
    Product(
        Category.TEMPERATURE,
        "Temperature",
        "TH",
        "Climate sensor T1",
        (
            _TEMPERATURE,
            number(2, "va_humidity", "Humidity", (0, 100), "%"),
            words(9, "temp_unit_convert", "Display unit", ("c", "f"), writable=True),
            setting(17, "report_period_set", "Report interval", (5, 3600), "s"),
        ),
        OLD_VERSIONS,
    ),
    Product(
        Category.TEMPERATURE,
        "Temperature",
        "TH",
        "Climate sensor Z1",
        (_TEMPERATURE, number(2, "va_humidity", "Humidity", (0, 1000), "%", 1), battery(4)),
        radio=True,
    ),
    Product(
        Category.AIR_QUALITY,
        "Air quality",
        "AQ",
        "Air monitor A6",
        (
            words(1, "co2_state", "CO₂ state", ALARM),
            number(2, "co2_value", "CO₂", (0, 5000), "ppm"),
            number(18, "temp_current", "Temperature", (-200, 600), "°C", 1),
            number(19, "humidity_value", "Humidity", (0, 100), "%"),
            number(20, "pm25_value", "Fine dust PM2.5", (0, 1000), "µg/m³"),
            number(21, "voc_value", "Volatile compounds", (0, 9999), "mg/m³", 3),
        ),
    ),
    Product(
        Category.SMOKE,
        "Smoke detector",
        "SM",
        "Smoke detector S3",
        (
            words(1, "smoke_sensor_status", "Smoke", ALARM, spelt=NUMBERED_ALARM),
            number(2, "smoke_sensor_value", "Smoke density", (0, 1000), "", 1),
            bits(11, "fault", "Faults", ("chamber_dirty", "sensor_failure", "mains_lost")),
            boolean(16, "muffling", "Mute", writable=True, safety=True),
        ),
    ),
    Product(
        Category.CARBON_MONOXIDE,
        "CO detector",
        "CO",
        "CO detector C2",
        (
            words(1, "co_status", "CO", ALARM),
            number(2, "co_value", "CO concentration", (0, 1000), "ppm"),
            bits(11, "fault", "Faults", ("sensor_end_of_life", "sensor_failure")),
        ),
        ("3.3", "3.5"),
    ),
    Product(
        Category.GAS,
        "Gas detector",
        "GD",
        "Gas detector G2",
        (
            words(1, "gas_sensor_status", "Gas", ALARM),
            number(2, "gas_sensor_value", "Gas, share of the lower explosive limit", (0, 1000), "%", 1),
            bits(11, "fault", "Faults", ("sensor_failure", "warm_up")),
        ),
        ("3.3", "3.4"),
    ),
    Product(
        Category.LEAK,
        "Leak sensor",
        "WL",
        "Leak sensor W1",
        (words(1, "watersensor_state", "Water", ALARM), battery(4)),
        radio=True,
    ),
    Product(
        Category.CONTACT,
        "Door contact",
        "DC",
        "Contact M1",
        (boolean(1, "doorcontact_state", "Open"), battery(2)),
        radio=True,
    ),
    Product(
        Category.WINDOW,
        "Window contact",
        "WC",
        "Contact M1",
        (boolean(1, "doorcontact_state", "Open"), battery(2)),
        radio=True,
    ),
    Product(
        Category.MOTION,
        "Motion sensor",
        "MO",
        "Motion sensor P1",
        (
            words(1, "pir", "Motion", ("pir", "none")),
            battery(4),
            number(12, "illuminance_value", "Brightness", (0, 2000), "lx"),
        ),
        radio=True,
    ),
    Product(
        Category.PRESENCE,
        "Presence sensor",
        "PR",
        "Presence radar R4",
        (
            words(1, "presence_state", "Presence", ("none", "presence")),
            setting(2, "sensitivity", "Sensitivity", (0, 10)),
            number(9, "target_dis_closest", "Distance", (0, 1000), "m", 2),
            number(104, "illuminance_value", "Brightness", (0, 2000), "lx"),
        ),
    ),
    Product(
        Category.LIGHT,
        "Light",
        "LI",
        "Panel driver D40",
        (
            boolean(20, "switch_led", "On", writable=True),
            words(21, "work_mode", "Mode", ("white", "colour", "scene", "music"), writable=True),
            setting(22, "bright_value", "Brightness", (10, 1000)),
            setting(23, "temp_value", "Colour temperature", (0, 1000)),
            setting(26, "countdown", "Countdown", (0, 86400), "s"),
        ),
        OLD_VERSIONS,
    ),
    Product(
        Category.EMERGENCY_LIGHT,
        "Emergency light",
        "EL",
        "Exit sign E8",
        (boolean(1, "switch_1", "On", writable=True, safety=True), battery(2), bits(9, "fault", "Faults", ("lamp",))),
        ("3.3",),
    ),
    Product(
        Category.SOCKET,
        "Socket",
        "SO",
        "Metering socket 16A",
        (
            boolean(1, "switch_1", "On", writable=True),
            setting(9, "countdown_1", "Countdown", (0, 86400), "s"),
            number(17, "add_ele", "Energy", (0, 50000), "kWh", 3),
            number(18, "cur_current", "Current", (0, 30000), "mA"),
            number(19, "cur_power", "Power", (0, 80000), "W", 1),
            number(20, "cur_voltage", "Voltage", (0, 5000), "V", 1),
            bits(26, "fault", "Faults", ("ov_cr", "ov_vol", "ov_pwr", "ls_cr", "ls_vol", "ls_pow")),
            words(38, "relay_status", "After power loss", ("off", "on", "memory"), writable=True),
        ),
        OLD_VERSIONS,
    ),
    Product(
        Category.BREAKER,
        "Breaker",
        "CB",
        "Breaker B63",
        (
            number(1, "total_forward_energy", "Energy", (0, 99999999), "kWh", 2),
            raw(6, "phase_a", "Phase A"),
            bits(9, "fault", "Faults", _POWER_FAULTS),
            boolean(16, "switch", "Closed", writable=True, safety=True),
            number(103, "temp_current", "Temperature", (-40, 150), "°C"),
        ),
        ("3.4", "3.5"),
    ),
    Product(
        Category.METER,
        "Meter",
        "EM",
        "Three-phase meter Z3",
        (
            number(1, "forward_energy_total", "Energy", (0, 99999999), "kWh", 2),
            raw(6, "phase_a", "Phase A"),
            raw(7, "phase_b", "Phase B"),
            raw(8, "phase_c", "Phase C"),
            bits(10, "fault", "Faults", _POWER_FAULTS),
            number(111, "supply_frequency", "Frequency", (0, 10000), "Hz", 2),
        ),
        ("3.4", "3.3"),
    ),
    Product(
        Category.WATER_METER,
        "Water meter",
        "WM",
        "Water meter U25",
        (
            number(1, "water_use_data", "Water", (0, 99999999), "m³", 3),
            number(21, "instantaneous_flow_rate", "Flow", (0, 100000), "l/min", 1),
            bits(5, "fault", "Faults", ("leakage", "reverse_flow", "battery_low")),
        ),
        ("3.3",),
    ),
    Product(
        Category.VALVE,
        "Valve",
        "VA",
        "Ball valve V20",
        (
            boolean(1, "switch", "Open", writable=True, safety=True),
            words(3, "work_state", "State", ("opened", "closed", "opening", "closing")),
            bits(4, "fault", "Faults", ("motor_blocked", "overload")),
        ),
        ("3.3", "3.4"),
    ),
    Product(
        Category.BLIND,
        "Blind",
        "BL",
        "Blind motor M45",
        (
            words(1, "control", "Control", ("open", "stop", "close", "continue"), writable=True),
            setting(2, "percent_control", "Target", (0, 100), "%"),
            number(3, "percent_state", "Position", (0, 100), "%"),
            words(7, "work_state", "State", ("standby", "opening", "closing")),
        ),
        OLD_VERSIONS,
    ),
    Product(
        Category.LOCK,
        "Lock",
        "LK",
        "Door lock L9",
        (
            battery(8, "residual_electricity"),
            boolean(46, "manual_lock", "Unlock", writable=True, safety=True),
            boolean(47, "lock_motor_state", "Unlocked"),
        ),
        ("3.4",),
    ),
    Product(
        Category.SIREN,
        "Siren",
        "SR",
        "Siren N2",
        (
            words(5, "alarm_volume", "Volume", ("low", "middle", "high", "mute"), writable=True),
            setting(7, "alarm_time", "Duration", (1, 1800), "s"),
            boolean(13, "alarm_switch", "Sounding", writable=True, safety=True),
        ),
        ("3.3", "3.5"),
    ),
    Product(
        Category.SOS_BUTTON,
        "SOS button",
        "SB",
        "Emergency button K1",
        (boolean(1, "sos_state", "Pressed"), battery(3)),
        ("3.3",),
        sleeper=True,
    ),
    Product(
        Category.CAMERA,
        "Camera",
        "CA",
        "Dome camera Q4",
        (
            boolean(101, "basic_indicator", "Indicator", writable=True),
            words(106, "motion_sensitivity", "Motion sensitivity", ("0", "1", "2"), writable=True),
            number(110, "sd_status", "Storage state", (1, 5)),
            boolean(134, "motion_switch", "Motion detection", writable=True),
            boolean(150, "record_switch", "Recording", writable=True),
            boolean(237, "motion_detected", "Motion"),
        ),
        ("3.3", "3.5"),
    ),
    Product(
        Category.THERMOSTAT,
        "Thermostat",
        "TS",
        "Room thermostat R2",
        (
            boolean(1, "switch", "On", writable=True),
            words(2, "mode", "Mode", ("auto", "manual", "holiday"), writable=True),
            setting(16, "temp_set", "Set point", (50, 350), "°C", 1),
            number(24, "temp_current", "Temperature", (-200, 600), "°C", 1),
            words(36, "valve_state", "Heating valve", ("open", "close")),
            boolean(40, "child_lock", "Child lock", writable=True),
            bits(45, "fault", "Faults", ("sensor_fault", "floor_sensor_fault", "high_temperature", "low_temperature")),
        ),
    ),
    Product(
        Category.FAN_COIL,
        "Fan coil",
        "FC",
        "Fan coil controller F7",
        (
            boolean(1, "switch", "On", writable=True),
            setting(2, "temp_set", "Set point", (16, 30), "°C"),
            number(3, "temp_current", "Temperature", (-200, 600), "°C", 1),
            words(4, "mode", "Mode", ("cold", "hot", "wind"), writable=True),
            words(5, "fan_speed_enum", "Fan", ("low", "mid", "high", "auto"), writable=True),
            bits(20, "fault", "Faults", ("e1_sensor", "e2_fan", "e3_water_temperature")),
            number(101, "valve_opening", "Valve", (0, 100), "%"),
        ),
        ("3.4", "3.3", "3.5"),
    ),
    Product(
        Category.PUMP,
        "Pump",
        "PU",
        "Circulating pump C32",
        (
            boolean(1, "switch", "On", writable=True, safety=True),
            number(19, "cur_power", "Power", (0, 80000), "W", 1),
            number(102, "water_pressure", "Pressure", (0, 1000), "bar", 2),
            bits(20, "fault", "Faults", ("dry_run", "blocked", "over_temperature")),
        ),
        ("3.3",),
    ),
)


def products_for(category: Category) -> tuple[Product, ...]:
    """Every product of a kind, in the order of the table."""
    return tuple(product for product in PRODUCTS if product.category is category)
