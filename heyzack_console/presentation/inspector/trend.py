"""The trend of one data point: spans to choose from, the scale beside it, the time below it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.telemetry import Series
from heyzack_console.presentation.building.marks import is_number
from heyzack_console.presentation.building.values import main_point, number_text
from heyzack_console.presentation.inspector.controls import point_name
from heyzack_console.presentation.mirror import Mirror

SPANS: tuple[tuple[str, timedelta], ...] = (
    ("1 h", timedelta(hours=1)),
    ("6 h", timedelta(hours=6)),
    ("24 h", timedelta(hours=24)),
    ("7 d", timedelta(days=7)),
    ("30 d", timedelta(days=30)),
    ("1 y", timedelta(days=365)),
)
_DAY = timedelta(days=1)
_WORDS = frozenset({PointKind.BOOLEAN, PointKind.ENUM})
_STEPS_S = (
    300,
    600,
    900,
    1800,
    3600,
    7200,
    10_800,
    21_600,
    43_200,
    86_400,
    172_800,
    432_000,
    604_800,
    1_209_600,
    2_592_000,
    7_776_000,
)


@dataclass(frozen=True, slots=True)
class TrendMarks:
    """What is drawn over the line: the limit with its ink, and instants of alerts and orders (aware UTC)."""

    limit: float | None = None
    limit_ink: str = "p2_text"
    limit_text: str = ""
    instants: tuple[datetime, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale:
    """The y axis: its ends and the values that are labelled."""

    low: float
    high: float
    ticks: tuple[float, ...]
    digits: int = 0
    """How many digits behind the point tell two labels apart."""


def least_span(unit: str) -> float:
    """How much of *unit* a scale shows at least, so that the last digit's flicker does not look like a storm."""
    return {"°C": 2.0, "%": 5.0, "ppm": 100.0, "V": 5.0}.get(unit, 0.0)


def scale_of(low: float, high: float, wanted: int = 4, least: float = 0.0) -> Scale:
    """A scale with round steps that holds *low* to *high*, at least *least* long, with about *wanted* labels."""
    if not (math.isfinite(low) and math.isfinite(high)):
        low, high = 0.0, 1.0
    if high - low < least:
        middle = (low + high) / 2
        low, high = middle - least / 2, middle + least / 2
    if high - low < 1e-6:
        pad = max(abs(high) * 0.05, 0.5)
        low, high = low - pad, high + pad
    raw = (high - low) / max(1, wanted - 1)
    unit = 10.0 ** math.floor(math.log10(raw))
    step = next(unit * factor for factor in (1, 2, 2.5, 5, 10) if unit * factor >= raw * 0.999)
    first, last = math.floor(low / step), math.ceil(high / step)
    ticks = tuple(round(n * step, 9) for n in range(first, last + 1))
    digits = next(n for n in range(10) if abs(step * 10**n - round(step * 10**n)) < 1e-6 * 10**n or n == 9)
    return Scale(ticks[0], ticks[-1], ticks, digits)


def time_ticks(start: datetime, end: datetime, zone: tzinfo, wanted: int = 5) -> tuple[tuple[float, str], ...]:
    """Labelled instants in [start, end] as (seconds since 1970, local time in words)."""
    wanted_s = (end - start).total_seconds() / max(1, wanted)
    step = next((s for s in _STEPS_S if s >= wanted_s), _STEPS_S[-1])
    offset = (start.astimezone(zone).utcoffset() or timedelta()).total_seconds()
    first = math.ceil((start.timestamp() + offset) / step) * step - offset
    ticks = []
    at = first
    while at <= end.timestamp():
        local = datetime.fromtimestamp(at, zone)
        ticks.append((at, f"{local:%d %b}" if step >= _DAY.total_seconds() else f"{local:%H:%M}"))
        at += step
    return tuple(ticks)


def trendable(device: Device) -> tuple[PointSpec, ...]:
    """The points whose numbers make a line, the main one first; a battery alone is not worth a chart."""
    numbers = [spec for spec in device.points if spec.kind is PointKind.NUMBER and spec.readable]
    if all(spec.code.startswith("battery") for spec in numbers):
        return ()
    main = main_point(device)
    return tuple(sorted(numbers, key=lambda spec: (spec is not main, numbers.index(spec))))


def charted(device: Device) -> tuple[PointSpec, ...]:
    """The points with a history worth seeing: numbers as lines, then truths and words as stretches of time."""
    words = (spec for spec in device.points if spec.kind in _WORDS and spec.readable)
    return (*trendable(device), *words)


def with_newest(series: Series, newest: Reading | None) -> Series:
    """Add the twin's value to raw samples, so that the dot is where the figure is."""
    plain = newest is not None and isinstance(newest.value, int | float) and not isinstance(newest.value, bool)
    if series.step_ms or not series.times or newest is None or not plain:
        return series
    at, value = int(newest.at.timestamp() * 1000), float(newest.value or 0)
    if at <= series.times[-1]:
        return series
    times, values = (*series.times, at), (*series.means, value)
    return replace(series, times=times, means=values, lows=values, highs=values)


def trend_marks(mirror: Mirror, device: DeviceId, code: str, span: tuple[datetime, datetime]) -> TrendMarks:
    """The limit in force and the instants of alerts and orders of a point inside *span*."""
    alerts = [a for a in mirror.alerts_of(device) if a.code == code]
    orders = [o for o in mirror.orders.values() if o.device == device and code in o.values]
    instants = [a.since for a in alerts] + [o.made_at for o in orders]
    inside = tuple(at for at in instants if span[0] <= at <= span[1])
    limited = next((a for a in alerts if a.limit is not None and is_number(a)), None)
    if limited is None or limited.limit is None:
        return TrendMarks(instants=inside)
    text = f"limit {number_text(limited.limit)}"
    return TrendMarks(limited.limit, f"p{limited.priority:d}_text", text, inside)


def trend_title(spec: PointSpec) -> str:
    """The chart's name for people who cannot see it, and for its choice of points."""
    return f"{point_name(spec)}, {spec.unit}" if spec.unit else point_name(spec)


def filled_words(filled: Sequence[tuple[int, int]], start: datetime, end: datetime, zone: tzinfo) -> str:
    """What the hatched stretches (ms) of a trend over [start, end] are, in one line; empty where there are none."""
    if not filled:
        return ""
    whole_days = end - start > _DAY
    spans = [" to ".join(_moment(at, zone, dated=whole_days) for at in stretch) for stretch in filled]
    more = f" and {len(spans) - 1} more" if len(spans) > 1 else ""
    return f"Hatched: filled from the cloud's log, {spans[-1]}{more}"


def _moment(at_ms: int, zone: tzinfo, *, dated: bool) -> str:
    local = datetime.fromtimestamp(at_ms / 1000, zone)
    return f"{local:%d %b %H:%M}" if dated else f"{local:%H:%M}"
