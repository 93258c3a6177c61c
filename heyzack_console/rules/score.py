"""The health score of a device, 0 to 100, with the reason for every point that is missing.

The weights are this project's own choice: what cannot be reached is worth little whatever else holds, and nothing is
taken off for what a device does not have (a battery, a radio that tells its strength).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.orders import Order, OrderState

SIGNAL = ("signal_strength", "rssi", "signal", "wifi_signal")
BATTERY = ("battery_percentage", "residual_electricity", "va_battery", "battery_value")
BATTERY_WORDS = {"low": 15.0, "middle": 4.0, "high": 0.0}
FRESH_FOR, FRESH_FOR_SLEEPER = timedelta(hours=1), timedelta(hours=26)
OLD_AFTER = 24
"""So many times the fresh span is as old as can be."""
STRONG, WEAK = -67.0, -85.0
"""dBm: from the first on a Wi-Fi signal serves everything, below the second it breaks off (usual radio planning)."""
FULL, EMPTY = 30.0, 10.0
"""Percent: from the first on a battery needs no thought; below the second it may end any day."""
WORDS = ((90, "good"), (70, "fair"), (40, "poor"), (0, "bad"))
FAILED = frozenset({OrderState.FAILED, OrderState.EXPIRED})
SETTLED = FAILED | {OrderState.CONFIRMED}


class Factor(StrEnum):
    """What is looked at; the values are the words of a reason's head."""

    REACH = "reachability"
    AGE = "age of values"
    BATTERY = "battery"
    SIGNAL = "signal"
    ERRORS = "errors"
    PLAUSIBILITY = "plausibility"


WEIGHTS: Mapping[Factor, float] = {
    Factor.REACH: 40,
    Factor.AGE: 15,
    Factor.BATTERY: 15,
    Factor.SIGNAL: 10,
    Factor.ERRORS: 10,
    Factor.PLAUSIBILITY: 10,
}
"""The most points that each can take off; together 100."""


@dataclass(frozen=True, slots=True)
class Reason:
    """*points* are missing for the sake of *factor*; *text* says why."""

    factor: Factor
    points: int
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """100 less the points of the reasons, which are sorted by weight."""

    value: int
    reasons: tuple[Reason, ...] = ()

    @property
    def word(self) -> str:
        """good from 90, fair from 70, poor from 40, else bad."""
        return next(
            word for least, word in ((90, "good"), (70, "fair"), (40, "poor"), (0, "bad")) if self.value >= least
        )


def score_of(
    device: Device,
    health: DeviceHealth | None,
    readings: Mapping[str, Reading],
    orders: Iterable[Order],
    now: datetime,
) -> Score:
    """Judge *device* by its paths, its newest readings and its recent orders; *now* is aware."""
    found = (
        _reach(health),
        _age(device, readings, now),
        _battery(readings),
        _signal(readings),
        _errors(order for order in orders if order.device == device.id),
        _plausibility(device, readings),
    )
    reasons = sorted(
        (
            Reason(factor, points, text)
            for factor, (lost, text) in zip(Factor, found, strict=True)
            if (points := round(min(lost, WEIGHTS[factor]))) > 0
        ),
        key=lambda reason: -reason.points,
    )
    return Score(100 - sum(reason.points for reason in reasons), tuple(reasons))


def _reach(health: DeviceHealth | None) -> tuple[float, str]:
    if health is None or not health.paths:
        return 20, "No path is set up."
    if health.lost:
        return 40, "No path leads to it."
    if not health.reachable:
        return 15, "It is not connected yet."
    down = [
        path.path.value.upper() if path.path.value == "lan" else path.path.value
        for path in health.paths
        if path.state is PathState.UNREACHABLE
    ]
    return (10, f"It does not answer by {' and '.join(down)}.") if down else (0, "")


def _age(device: Device, readings: Mapping[str, Reading], now: datetime) -> tuple[float, str]:
    newest = max((reading.at for reading in readings.values()), default=None)
    if newest is None:
        return 15, "No value has come yet."
    fresh = FRESH_FOR_SLEEPER if device.sleeper or device.gateway is not None else FRESH_FOR
    over = (now - newest) / fresh - 1
    hours = (now - newest) / timedelta(hours=1)
    return (15 * min(1.0, over / (OLD_AFTER - 1)), f"The newest value is {hours:.0f} h old.") if over > 0 else (0, "")


def _battery(readings: Mapping[str, Reading]) -> tuple[float, str]:
    word = readings.get("battery_state")
    if word is not None and isinstance(word.value, str):
        return BATTERY_WORDS.get(word.value.lower(), 0.0), f"The battery is {word.value.lower()}."
    level = next((_number(readings[code]) for code in BATTERY if code in readings), None)
    if level is None or level >= FULL or level > 100:
        return 0, ""
    lost = 15.0 if level < EMPTY else 10 * (FULL - level) / (FULL - EMPTY)
    return lost, f"The battery has {level:.0f} % left."


def _signal(readings: Mapping[str, Reading]) -> tuple[float, str]:
    level = next((_number(readings[code]) for code in SIGNAL if code in readings), None)
    if level is None or level >= 0 or level >= STRONG:
        return 0, ""
    return 10 * min(1.0, (STRONG - level) / (STRONG - WEAK)), f"The signal is weak, {level:.0f} dBm."


def _errors(orders: Iterable[Order]) -> tuple[float, str]:
    ended = [order for order in orders if order.state in SETTLED]
    failed = sum(order.state in FAILED for order in ended)
    return (10 * failed / len(ended), f"{failed} of its last {len(ended)} orders failed.") if failed else (0, "")


def _plausibility(device: Device, readings: Mapping[str, Reading]) -> tuple[float, str]:
    faults = [spec for spec in device.points if spec.kind is PointKind.BITMAP and _number(readings.get(spec.code))]
    if faults:
        return 10, "It reports a fault."
    doubted = [reading for reading in readings.values() if reading.note and "log" not in reading.note]
    if not doubted:
        return 0, ""
    one = len(doubted) == 1
    return 20 * len(doubted) / len(
        readings
    ), f"{len(doubted)} {'value is' if one else 'values are'} doubtful: {doubted[0].note}."


def _number(reading: Reading | None) -> float | None:
    value = reading.value if reading is not None else None
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
