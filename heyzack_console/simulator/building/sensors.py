"""How sensors see the building."""

from random import Random

from heyzack_console.domain.devices.points import Value
from heyzack_console.simulator.building.instrument import Spot, State

DOOR_OPEN_S = 6.0
"""How long people leave a door open on average."""


def _noisy(rng: Random, value: float, spread: float) -> float:
    return value + max(-2 * spread, min(2 * spread, rng.gauss(0.0, spread)))


def _chance(rng: Random, per_second: float, seconds: float) -> bool:
    missed: float = (1 - min(0.9, per_second)) ** max(0.0, seconds)
    return rng.random() < 1 - missed


def temperature(state: State, spot: Spot) -> None:
    """Climate sensors of both kinds."""
    state["va_temperature"] = _noisy(spot.rng, spot.climate.temperature, 0.06)
    state["va_humidity"] = _noisy(spot.rng, spot.climate.humidity, 0.4)


def air_quality(state: State, spot: Spot) -> None:
    """CO₂ with what else is in the air."""
    people = spot.climate.people
    state["co2_value"] = _noisy(spot.rng, spot.climate.co2, 7.0)
    state["co2_state"] = "alarm" if spot.climate.co2 > 1500 else "normal"
    state["temp_current"] = _noisy(spot.rng, spot.climate.temperature, 0.06)
    state["humidity_value"] = _noisy(spot.rng, spot.climate.humidity, 0.4)
    state["pm25_value"] = _noisy(spot.rng, 5.0 + 4.0 * people, 0.6)
    state["voc_value"] = _noisy(spot.rng, 0.12 + 0.15 * people, 0.006)


def smoke(state: State, spot: Spot) -> None:
    """The chamber drifts a little, far from alarm."""
    state["smoke_sensor_value"] = max(0.0, _noisy(spot.rng, 0.3, 0.06))


def carbon_monoxide(state: State, spot: Spot) -> None:
    """A trace at most."""
    state["co_value"] = max(0.0, _noisy(spot.rng, 1.0, 0.7))


def gas(state: State, spot: Spot) -> None:
    """A trace at most."""
    state["gas_sensor_value"] = max(0.0, _noisy(spot.rng, 0.6, 0.2))


def still(state: State, spot: Spot) -> None:
    """Nothing changes by itself."""


def contact(state: State, spot: Spot) -> None:
    """A door that people go through now and then; it never stays open for long."""
    if state["doorcontact_state"]:
        state["doorcontact_state"] = not _chance(spot.rng, 1 / DOOR_OPEN_S, spot.seconds)
    else:
        state["doorcontact_state"] = _chance(spot.rng, 0.02 * spot.climate.people, spot.seconds)


def motion(state: State, spot: Spot) -> None:
    """Movement where people are."""
    moving = spot.rng.random() < min(0.9, 1.4 * spot.climate.people)
    state["pir"] = "pir" if moving else "none"
    state["illuminance_value"] = _noisy(spot.rng, spot.climate.lux, 4.0)


def presence(state: State, spot: Spot) -> None:
    """Radar: somebody is there, and how far away."""
    there = spot.rng.random() < min(0.97, 2.5 * spot.climate.people)
    state["presence_state"] = "presence" if there else "none"
    state["target_dis_closest"] = spot.rng.uniform(0.8, 3.5) if there else 0.0
    state["illuminance_value"] = _noisy(spot.rng, spot.climate.lux, 4.0)


def camera(state: State, spot: Spot) -> None:
    """The picture moves."""
    state["motion_detected"] = bool(state["motion_switch"]) and spot.rng.random() < min(0.8, spot.climate.people)


def water_meter(state: State, spot: Spot) -> None:
    """All storeys together."""
    flow = sum(storey.flow_l_min for storey in spot.house)
    state["instantaneous_flow_rate"] = max(0.0, _noisy(spot.rng, flow, 0.1)) if flow else 0.0
    state["water_use_data"] = _number(state["water_use_data"]) + flow / 1000 * spot.seconds / 60


def _number(value: Value) -> float:
    return float(value) if isinstance(value, int | float) else 0.0
