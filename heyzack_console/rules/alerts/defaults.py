"""The alert rules that every site begins with, with the guidance that the operator reads.

Codes and words are those of Tuya's standard instruction sets (developer documentation, 'Standard instruction set' of
each category). Priorities follow operator-console section 2: P1 for life, water and distress, P4 for what is planned.
"""

from collections.abc import Iterable
from dataclasses import replace

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.rules.alerts.cloud import CLOUD_RULES

_MINUTE = 60.0
_DAY = 86_400.0
_TEMPERATURES = ("va_temperature", "temp_current", "temp_indoor")
_HUMIDITIES = ("va_humidity", "humidity_value", "humidity_current", "humidity_indoor")
_ALARM = ("alarm", True)
_ROOM_CLIMATE = (Category.TEMPERATURE, Category.HUMIDITY, Category.AIR_QUALITY, Category.THERMOSTAT)
_LIFE_SAFETY = (
    Category.SMOKE,
    Category.GAS,
    Category.CARBON_MONOXIDE,
    Category.LEAK,
    Category.SOS_BUTTON,
    Category.SIREN,
    Category.EMERGENCY_LIGHT,
    Category.LOCK,
)


def rules_for(devices: Iterable[Device]) -> tuple[AlertRule, ...]:
    """Return the rules in force for a building with *devices*; rooms with servers get a stricter one."""
    critical = tuple(d.id for d in devices if "server" in d.serves.lower() or "server" in d.name.lower())
    cooling = tuple(replace(rule, devices=critical) for rule in _SERVER_ROOM) if critical else ()
    return (*_LIFE, *cooling, *_CLIMATE, *_EQUIPMENT, *_UPKEEP, *REACH, *CLOUD_RULES, ANOMALY)


def bundled_rules() -> tuple[AlertRule, ...]:
    """Return every rule that any site may begin with."""
    return (*_LIFE, *_SERVER_ROOM, *_CLIMATE, *_EQUIPMENT, *_UPKEEP, *REACH, *CLOUD_RULES, ANOMALY)


def reach_rule(device: Device) -> AlertRule:
    """Return the rule under which the loss of *device* is announced."""
    return next(rule for rule in REACH if not rule.categories or device.category in rule.categories)


def _each(codes: Iterable[str], rule: AlertRule) -> tuple[AlertRule, ...]:
    return tuple(replace(rule, id=f"{rule.id}/{code}", code=code) for code in codes)


_LIFE: tuple[AlertRule, ...] = (
    *_each(
        ("smoke_sensor_state", "smoke_sensor_status"),
        AlertRule(
            "smoke",
            "Smoke detected",
            Test.EQUALS,
            Priority.P1,
            equals=_ALARM,
            guidance="Treat as fire until someone has looked. Warn the people on the floor, send the fire warden, "
            "call the fire service if smoke or smell is confirmed. Do not silence the detector from here.",
        ),
    ),
    *_each(
        ("gas_sensor_state", "gas_sensor_status"),
        AlertRule(
            "gas",
            "Gas detected",
            Test.EQUALS,
            Priority.P1,
            equals=_ALARM,
            guidance="Clear the area. No switches, no lift, no open fire. Close the gas valve from outside the room, "
            "air it, call the gas supplier's emergency line.",
        ),
    ),
    *_each(
        ("co_state", "co_status"),
        AlertRule(
            "carbon_monoxide",
            "Carbon monoxide detected",
            Test.EQUALS,
            Priority.P1,
            equals=_ALARM,
            guidance="Get everyone out into the open air and count them. Stop boilers and engines. "
            "Call the emergency service when anyone has a headache or feels sick.",
        ),
    ),
    *_each(
        ("watersensor_state",),
        AlertRule(
            "leak",
            "Water leak",
            Test.EQUALS,
            Priority.P1,
            equals=_ALARM,
            guidance="Find the source. Close the nearest valve, then the main valve if it goes on. "
            "Look at the floor below, above all at electrical and server rooms.",
        ),
    ),
    *_each(
        ("sos", "sos_state"),
        AlertRule(
            "distress",
            "Call for help",
            Test.EQUALS,
            Priority.P1,
            equals=("sos", "alarm", "press", True),
            guidance="Someone pressed the button. Speak to the place at once, send someone, "
            "call the emergency service if nobody answers.",
        ),
    ),
)

_SERVER_ROOM: tuple[AlertRule, ...] = _each(
    _TEMPERATURES,
    AlertRule(
        "server_room",
        "Server room too warm",
        Test.ABOVE,
        Priority.P2,
        limit=27.0,  # upper end of the recommended inlet temperature, ASHRAE TC 9.9
        dead_band=1.0,
        delay_s=_MINUTE,
        guidance="Check the cooling unit that serves the room and its fault word. Open the door to a cool corridor, "
        "bring in the mobile unit, warn the owner of the servers before 32 °C.",
    ),
)

_CLIMATE: tuple[AlertRule, ...] = (
    *_each(
        _TEMPERATURES,
        AlertRule(
            "temperature_high",
            "Temperature high",
            Test.ABOVE,
            Priority.P3,
            categories=_ROOM_CLIMATE,
            limit=30.0,
            dead_band=1.0,
            delay_s=5 * _MINUTE,
            guidance="Look whether cooling runs and windows are closed, compare with the rooms beside it. "
            "One warm room is its unit; a warm floor is the chiller.",
        ),
    ),
    *_each(
        _TEMPERATURES,
        AlertRule(
            "temperature_low",
            "Temperature low",
            Test.BELOW,
            Priority.P3,
            categories=_ROOM_CLIMATE,
            limit=12.0,
            dead_band=1.0,
            delay_s=5 * _MINUTE,
            guidance="Look for open windows and a closed heating valve. Below 5 °C water pipes are in danger: "
            "heat the room or drain them.",
        ),
    ),
    *_each(
        _HUMIDITIES,
        AlertRule(
            "humidity_high",
            "Humidity high",
            Test.ABOVE,
            Priority.P4,
            categories=_ROOM_CLIMATE,
            limit=75.0,
            dead_band=5.0,
            delay_s=60 * _MINUTE,
            latching=False,
            guidance="Air the room; if it stays damp look for a leak or a cold wall behind furniture.",
        ),
    ),
    *_each(
        ("co2_value",),
        AlertRule(
            "co2_high",
            "CO2 high",
            Test.ABOVE,
            Priority.P3,
            limit=1500.0,
            dead_band=200.0,
            delay_s=10 * _MINUTE,
            guidance="Raise the ventilation or open a window. If it returns every day, "
            "compare the people in the room with its capacity.",
        ),
    ),
    *_each(
        ("pm25_value", "pm25"),
        AlertRule(
            "fine_dust_high",
            "Fine dust high",
            Test.ABOVE,
            Priority.P4,
            categories=(Category.AIR_QUALITY,),
            limit=75.0,
            dead_band=15.0,
            delay_s=15 * _MINUTE,
            latching=False,
            guidance="Compare with the outside air. Close windows if it comes from outside, check filters if not.",
        ),
    ),
)

_EQUIPMENT: tuple[AlertRule, ...] = (
    *_each(
        ("fault", "Fault", "FAULT"),
        AlertRule(
            "fault",
            "Fault",
            Test.ANY_BIT,
            Priority.P3,
            guidance="The unit reports the faults named here itself. Look them up in its manual; "
            "note the time and what the unit did before calling the service.",
        ),
    ),
    *_each(
        ("temper_alarm",),
        AlertRule(
            "tamper",
            "Tamper contact open",
            Test.EQUALS,
            Priority.P3,
            equals=(True,),
            guidance="The housing was opened or the sensor was taken off its base. Send someone to look.",
        ),
    ),
    *_each(
        ("doorcontact_state",),
        AlertRule(
            "open_too_long",
            "Open too long",
            Test.EQUALS,
            Priority.P4,
            categories=(Category.CONTACT,),
            equals=(True,),
            delay_s=15 * _MINUTE,
            latching=False,
            guidance="Ask whether the door is held open on purpose; close it otherwise. "
            "Fire doors must never be wedged open.",
        ),
    ),
    *_each(
        ("leakage_current",),
        AlertRule(
            "leakage_current",
            "Leakage current high",
            Test.ABOVE,
            Priority.P2,
            categories=(Category.BREAKER,),
            limit=0.030,  # A; rated residual current of a protective breaker for persons, IEC 61008-1
            dead_band=0.005,
            guidance="Danger to people. Leave the circuit off until an electrician has found the faulty appliance.",
        ),
    ),
)

_UPKEEP: tuple[AlertRule, ...] = (
    *_each(
        ("battery_percentage", "va_battery"),
        AlertRule(
            "battery_low",
            "Battery low",
            Test.BELOW,
            Priority.P4,
            limit=15.0,
            dead_band=5.0,
            latching=False,
            guidance="Replace the battery within two weeks; take the type printed in the device.",
        ),
    ),
    *_each(
        ("battery_state",),
        AlertRule(
            "battery_low",
            "Battery low",
            Test.EQUALS,
            Priority.P4,
            equals=("low",),
            latching=False,
            guidance="Replace the battery within two weeks; take the type printed in the device.",
        ),
    ),
    *_each(
        _TEMPERATURES,
        AlertRule(
            "stuck",
            "Sensor stuck",
            Test.STUCK,
            Priority.P4,
            categories=(Category.TEMPERATURE, Category.AIR_QUALITY, Category.WEATHER),
            delay_s=_DAY,
            latching=False,
            guidance="The value has not moved for a day though the device answers. "
            "Breathe on the sensor; replace it if nothing changes.",
        ),
    ),
)

REACH: tuple[AlertRule, ...] = (
    AlertRule(
        "gateway_unreachable",
        "Gateway not reachable",
        Test.UNREACHABLE,
        Priority.P2,
        categories=(Category.GATEWAY,),
        guidance="Everything behind it is dark. Check its power and network cable, then the switch port. "
        "The path shown at the device says how far a connection comes.",
    ),
    AlertRule(
        "safety_unreachable",
        "Safety device not reachable",
        Test.UNREACHABLE,
        Priority.P3,
        categories=_LIFE_SAFETY,
        guidance="It may still sound by itself but cannot tell us. Check battery and radio today; "
        "until then walk past it on every round.",
    ),
    AlertRule(
        "unreachable",
        "Not reachable",
        Test.UNREACHABLE,
        Priority.P4,
        latching=False,
        guidance="Check power and network. The path shown at the device says how far a connection comes "
        "and what usually helps.",
    ),
)
"""Rules about reachability, the first that fits a device is its own."""

ANOMALY = AlertRule(
    "anomaly",
    "Unusual course",
    Test.ANOMALY,
    Priority.P4,
    guidance="The value does what it never did while it was watched. Read the reasons, look at the trend and at the "
    "rooms beside it. Ask what changed: people, weather, a window, work on the plant. If nothing did, look at the "
    "device. P3 means that other devices of the zone agree or that it has lasted.",
)
"""One alert for each device, raised at P4 and taken to P3 when it is confirmed."""
