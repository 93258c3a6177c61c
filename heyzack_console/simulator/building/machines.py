"""How machines of the building behave and obey: lamps, plugs, breakers, valves, blinds, locks, coils, pumps."""

import base64
import struct

from heyzack_console.domain.devices.points import Value
from heyzack_console.simulator.building.instrument import Spot, State

LAMP_W = 180.0
"""One driver feeds the ceiling panels of a whole room."""
VALVE_TRAVEL_S = 4.0
BLIND_PERCENT_PER_S = 8.0
LOCK_OPEN_S = 8.0
MAINS_V = 230.0


def number(value: Value) -> float:
    """A state's number."""
    return float(value) if isinstance(value, int | float) else 0.0


def set_as_told(state: State, spot: Spot, code: str, value: Value) -> None:
    """Most products simply take what they are told."""
    state[code] = value


def light(state: State, spot: Spot) -> None:
    """Follows the people until somebody switches it by hand."""
    if not state.get("by_hand"):
        state["switch_led"] = spot.climate.people > 0.08


def obey_light(state: State, spot: Spot, code: str, value: Value) -> None:
    """From now on it stays as told."""
    state[code] = value
    state["by_hand"] = True


def lamp_power(state: State) -> float:
    """Watts that a light draws."""
    return LAMP_W * (0.1 + 0.9 * number(state["bright_value"]) / 1000) if state["switch_led"] else 0.0


def socket(state: State, spot: Spot) -> None:
    """A load that wanders; nothing while it is off."""
    voltage = MAINS_V + max(-3.0, min(3.0, spot.rng.gauss(0, 0.8)))
    load = 60.0 + 700.0 * spot.climate.people * spot.rng.uniform(0.6, 1.2)
    power = load if state["switch_1"] else 0.0
    state["cur_voltage"], state["cur_power"] = voltage, power
    state["cur_current"] = round(power / voltage * 1000)
    state["add_ele"] = _counted(state["add_ele"], power, spot.seconds, limit=50.0)


def breaker(state: State, spot: Spot) -> None:
    """Carries the plugs and a part of the storey's machines."""
    power = spot.storey.sockets_w + 0.4 * spot.storey.machines_w + 350.0 if state["switch"] else 0.0
    state["phase_a"] = _phase(power * spot.rng.uniform(0.97, 1.03), spot)
    state["total_forward_energy"] = _counted(state["total_forward_energy"], power, spot.seconds)
    state["temp_current"] = 31 + power / 800 + spot.rng.uniform(-0.6, 0.6)


def meter(state: State, spot: Spot) -> None:
    """Measures all that its storey draws, on three phases."""
    power = spot.storey.power_w
    for code, share in (("phase_a", 0.36), ("phase_b", 0.33), ("phase_c", 0.31)):
        state[code] = _phase(power * share * spot.rng.uniform(0.98, 1.02), spot)
    state["forward_energy_total"] = _counted(state["forward_energy_total"], power, spot.seconds)
    state["supply_frequency"] = 50.0 + spot.rng.uniform(-0.03, 0.03)


def valve(state: State, spot: Spot) -> None:
    """Travels for some seconds, then the water is on or off."""
    left = number(state.get("travel", 0.0)) - spot.seconds
    state["travel"] = max(0.0, left)
    if left <= 0:
        state["work_state"] = "opened" if state["switch"] else "closed"
    spot.storey.water_on = state["work_state"] != "closed"


def obey_valve(state: State, spot: Spot, code: str, value: Value) -> None:
    """Begins to travel, if that is a change."""
    if code == "switch" and value != state["switch"]:
        state["switch"], state["travel"] = value, VALVE_TRAVEL_S
        state["work_state"] = "opening" if value else "closing"


def blind(state: State, spot: Spot) -> None:
    """Runs towards its target."""
    gap = number(state["percent_control"]) - number(state["percent_state"])
    way = min(abs(gap), BLIND_PERCENT_PER_S * spot.seconds)
    state["percent_state"] = number(state["percent_state"]) + (way if gap > 0 else -way)
    if state["percent_state"] == state["percent_control"]:
        state["work_state"] = "standby"


def obey_blind(state: State, spot: Spot, code: str, value: Value) -> None:
    """Open, close, stop, or a target."""
    state[code] = value
    if code == "control":
        targets: State = {"open": 100, "close": 0, "stop": state["percent_state"]}
        state["percent_control"] = targets.get(str(value), state["percent_control"])
    gap = number(state["percent_control"]) - number(state["percent_state"])
    state["work_state"] = "standby" if gap == 0 else "opening" if gap > 0 else "closing"


def lock(state: State, spot: Spot) -> None:
    """Locks itself some seconds after it was opened."""
    state["open_for"] = max(0.0, number(state.get("open_for", 0.0)) - spot.seconds)
    if not state["open_for"]:
        state["lock_motor_state"] = state["manual_lock"] = False


def obey_lock(state: State, spot: Spot, code: str, value: Value) -> None:
    """Opens or locks at once."""
    if code == "manual_lock":
        state["manual_lock"] = state["lock_motor_state"] = value
        state["open_for"] = LOCK_OPEN_S if value else 0.0


def siren(state: State, spot: Spot) -> None:
    """Falls silent when its time is over."""
    if state["alarm_switch"]:
        state["sounded"] = number(state.get("sounded", 0.0)) + spot.seconds
        state["alarm_switch"] = number(state["sounded"]) < number(state["alarm_time"])
    else:
        state["sounded"] = 0.0


def thermostat(state: State, spot: Spot) -> None:
    """Heats the room to its set point."""
    state["temp_current"] = spot.climate.temperature + spot.rng.uniform(-0.1, 0.1)
    cold = number(state["temp_current"]) < number(state["temp_set"]) - 0.2
    state["valve_state"] = "open" if state["switch"] and cold else "close"


def fan_coil(state: State, spot: Spot) -> None:
    """Opens its valve as far as the room is off its set point."""
    state["temp_current"] = spot.climate.temperature + spot.rng.uniform(-0.1, 0.1)
    off = abs(number(state["temp_current"]) - number(state["temp_set"]))
    opening = min(100.0, 12.0 + 45.0 * off + spot.rng.uniform(-2, 2)) if state["switch"] else 0.0
    state["valve_opening"] = max(0.0, opening)


def obey_room_control(state: State, spot: Spot, code: str, value: Value) -> None:
    """A new set point moves the whole room."""
    state[code] = value
    if code == "temp_set":
        spot.climate.set_point = number(value)


def pump(state: State, spot: Spot) -> None:
    """Holds the pressure of the heating water."""
    running = bool(state["switch"])
    state["cur_power"] = 310.0 + spot.rng.uniform(-6, 6) if running else 0.0
    state["water_pressure"] = (2.1 if running else 1.2) + spot.rng.uniform(-0.02, 0.02)


def _counted(energy: Value, power_w: float, seconds: float, limit: float = 999_999.0) -> float:
    return (number(energy) + power_w * seconds / 3.6e6) % limit


def _phase(power_w: float, spot: Spot) -> str:
    """Volts x 10 (2 bytes), mA (3), W (3), big endian, as metering products pack a phase."""
    voltage = MAINS_V + max(-3.0, min(3.0, spot.rng.gauss(0, 0.8)))
    current = round(power_w / voltage * 1000)
    packed = struct.pack(">H", round(voltage * 10)) + current.to_bytes(3, "big") + round(power_w).to_bytes(3, "big")
    return base64.b64encode(packed).decode()
