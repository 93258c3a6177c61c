"""Which data points are watched for anomalies: measurements that wander by themselves, and not more than fit."""

from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.devices.device import Device, ZoneId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.rules.anomaly.announcing import SeriesKey

# A series holds about 90 kB, so that a full house holds 90 MB; one row of each costs 30 ms in five minutes.
MOST_SERIES = 1_000

# What is measured, by unit; where there are too many, the first of these are watched.
_BY_UNIT = (
    ("°C",),
    ("ppm",),
    ("%",),
    ("W",),
    ("A", "mA", "VA"),
    ("bar", "kPa", "Pa", "hPa"),
    ("L/min", "l/min", "m³/h"),
    ("µg/m³", "mg/m³", "ppb"),
    ("V", "Hz"),
)
_RANK = {unit: rank for rank, units in enumerate(_BY_UNIT) for unit in units}
# A percentage may also be a battery, a position or a level that people set.
_PERCENT, _MOISTURE = "%", ("humidity", "moist", "_rh")


@dataclass(frozen=True, slots=True)
class Watched:
    """One series with what its alerts say of it."""

    key: SeriesKey
    zone: ZoneId | None
    name: str
    unit: str
    rank: int


def series_of(devices: Iterable[Device], most: int = MOST_SERIES) -> tuple[Watched, ...]:
    """Return the series to watch, the most telling first, at most *most*."""
    found = [
        Watched(
            SeriesKey(device.id, point.code),
            device.place.zone if device.place is not None else None,
            point.name or point.code,
            point.unit,
            _RANK[point.unit],
        )
        for device in devices
        for point in device.points
        if _of_interest(point)
    ]
    return tuple(sorted(found, key=lambda one: (one.rank, one.key))[:most])


def _of_interest(point: PointSpec) -> bool:
    if point.kind is not PointKind.NUMBER or point.writable or point.unit not in _RANK:
        return False
    return point.unit != _PERCENT or any(word in point.code.lower() for word in _MOISTURE)
