"""What each kind of device does in the model: how it looks, obeys, how often it reports and how it begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import Value
from heyzack_console.simulator.building import machines, sensors
from heyzack_console.simulator.building.instrument import Look, Obeyed


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind; *period_s* is how often its products look and report what has changed."""

    look: Look
    period_s: float
    obey: Obeyed = machines.set_as_told
    first: Mapping[str, Value] = field(default_factory=dict)


First = Mapping[str, Value]
_OPEN: First = {"percent_control": 100, "percent_state": 100, "control": "open"}
_FILMING: First = {
    "basic_indicator": True,
    "motion_sensitivity": "1",
    "sd_status": 1,
    "motion_switch": True,
    "record_switch": True,
}
_HEATING: First = {"switch": True, "temp_set": 22.0, "mode": "auto"}
_COOLING: First = {"switch": True, "temp_set": 22, "mode": "cold", "fan_speed_enum": "auto"}
_ON_MEMORY: First = {"switch_1": True, "relay_status": "memory", "add_ele": 12.4}

KINDS: dict[Category, Kind] = {
    Category.GATEWAY: Kind(sensors.still, 60.0),
    Category.TEMPERATURE: Kind(sensors.temperature, 6.0, first={"report_period_set": 30, "temp_unit_convert": "c"}),
    Category.AIR_QUALITY: Kind(sensors.air_quality, 4.0),
    Category.SMOKE: Kind(sensors.smoke, 20.0),
    Category.CARBON_MONOXIDE: Kind(sensors.carbon_monoxide, 20.0),
    Category.GAS: Kind(sensors.gas, 20.0),
    Category.LEAK: Kind(sensors.still, 60.0),
    Category.CONTACT: Kind(sensors.contact, 2.0),
    Category.WINDOW: Kind(sensors.still, 60.0),
    Category.MOTION: Kind(sensors.motion, 8.0),
    Category.PRESENCE: Kind(sensors.presence, 5.0, first={"sensitivity": 7}),
    Category.LIGHT: Kind(machines.light, 5.0, machines.obey_light, {"bright_value": 800, "temp_value": 400}),
    Category.EMERGENCY_LIGHT: Kind(sensors.still, 60.0),
    Category.SOCKET: Kind(machines.socket, 4.0, first=_ON_MEMORY),
    Category.BREAKER: Kind(machines.breaker, 4.0, first={"switch": True, "total_forward_energy": 1830.0}),
    Category.METER: Kind(machines.meter, 3.0, first={"forward_energy_total": 48210.0}),
    Category.WATER_METER: Kind(sensors.water_meter, 5.0, first={"water_use_data": 1204.0}),
    Category.VALVE: Kind(machines.valve, 1.0, machines.obey_valve, {"switch": True, "work_state": "opened"}),
    Category.BLIND: Kind(machines.blind, 1.0, machines.obey_blind, _OPEN),
    Category.LOCK: Kind(machines.lock, 1.0, machines.obey_lock),
    Category.SIREN: Kind(machines.siren, 1.0, first={"alarm_volume": "middle", "alarm_time": 60}),
    Category.SOS_BUTTON: Kind(sensors.still, 60.0),
    Category.CAMERA: Kind(sensors.camera, 6.0, first=_FILMING),
    Category.THERMOSTAT: Kind(machines.thermostat, 8.0, machines.obey_room_control, _HEATING),
    Category.FAN_COIL: Kind(machines.fan_coil, 6.0, machines.obey_room_control, _COOLING),
    Category.PUMP: Kind(machines.pump, 6.0, first={"switch": True}),
}
