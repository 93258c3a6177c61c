"""What surrounds the building: the hour, the people, the sun and the air outside. All of it follows from the time."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from math import cos, pi, sin

from heyzack_console.simulator.house.rooms import Use

# (hour, share of the people who belong there) on a working day; straight lines between.
Curve = tuple[tuple[float, float], ...]
_DESKS: Curve = (
    (0, 0), (6.5, 0.02), (8, 0.35), (9.5, 0.78), (12, 0.74), (12.8, 0.42), (14, 0.76), (16.5, 0.68), (18, 0.24),
    (20, 0.04), (24, 0),
)  # fmt: skip
_ROOMS: Curve = (
    (0, 0), (8, 0.05), (9.5, 0.7), (11.5, 0.8), (12.8, 0.15), (14.5, 0.75), (16.5, 0.5), (18, 0.1), (20, 0),
    (24, 0),
)  # fmt: skip
_EATING: Curve = (
    (0, 0), (7, 0.05), (9, 0.3), (11.5, 0.35), (12.5, 0.9), (13.5, 0.7), (15, 0.35), (17, 0.15), (19, 0.02),
    (24, 0),
)  # fmt: skip
_PASSING: Curve = (
    (0, 0.01), (6, 0.03), (8.5, 0.6), (10, 0.35), (12.5, 0.6), (14, 0.35), (17.3, 0.55), (19, 0.1), (24, 0.01),
)  # fmt: skip

_CURVES: dict[Use, Curve] = {
    Use.OFFICE: _DESKS,
    Use.TEAM: _DESKS,
    Use.OPEN_OFFICE: _DESKS,
    Use.MEETING: _ROOMS,
    Use.BOARD: _ROOMS,
    Use.FOCUS: _ROOMS,
    Use.TRAINING: _ROOMS,
    Use.LIBRARY: _ROOMS,
    Use.CAFE: _EATING,
    Use.KITCHEN: _EATING,
}
_WEEKEND = 0.06


@dataclass(frozen=True, slots=True)
class Outside:
    """One moment, as it is the same for every room: local time, sun on the south front 0..1, air in °C."""

    local: datetime
    sun: float
    temperature: float

    @classmethod
    def at(cls, local: datetime) -> "Outside":
        """What it is like outside at that local time."""
        return cls(local, sunshine(local), outdoor_temperature(local))


def presence(use: Use, local: datetime) -> float:
    """The share 0..1 of people who are in a room of that use at that local time."""
    share = _along(_CURVES.get(use, _PASSING), _hour(local))
    return share * (_WEEKEND if local.weekday() >= 5 else 1.0)


def sunshine(local: datetime) -> float:
    """How much sun reaches the south front, 0..1; longer days in summer."""
    noon, half = 12.8, 4.6 + 3.2 * _summer(local)
    return max(0.0, cos((_hour(local) - noon) / half * pi / 2)) if abs(_hour(local) - noon) < half else 0.0


def outdoor_temperature(local: datetime) -> float:
    """°C: a year and a day, warmest in July and in the afternoon."""
    year = 3.0 + 18.0 * _summer(local)
    return year + 4.0 * sin((_hour(local) - 9.0) / 24 * 2 * pi)


def _summer(local: datetime) -> float:
    day = local.timetuple().tm_yday
    return 0.5 - 0.5 * cos((day - 20) / 365 * 2 * pi)


def _hour(local: datetime) -> float:
    return local.hour + local.minute / 60 + local.second / 3600


def _along(curve: Curve, hour: float) -> float:
    for (left, low), (right, high) in pairwise(curve):
        if left <= hour <= right:
            return low + (high - low) * (hour - left) / (right - left)
    return curve[-1][1]
