"""The span of a history, what it is compared with, and its figures in words."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.telemetry import PointFigures, Series
from heyzack_console.presentation.building.values import digits_of, number_text, value_text, with_unit
from heyzack_console.presentation.inspector.controls import point_name
from heyzack_console.presentation.inspector.trend import trendable

SHORTEST = timedelta(minutes=1)
LONGEST = timedelta(days=5 * 366)
_SHARES_SAID = 4


@dataclass(frozen=True, slots=True)
class Window:
    """The stretch of time that is looked at, aware UTC; *live* ends now and moves on."""

    start: datetime
    end: datetime
    live: bool = False

    @property
    def length(self) -> timedelta:
        """From start to end."""
        return self.end - self.start


def last(span: timedelta, now: datetime) -> Window:
    """The last *span* up to *now*, moving on."""
    return Window(now - span, now, live=True)


def picked(start: datetime, end: datetime, now: datetime) -> Window:
    """The window from one instant to another, whichever comes first, at least a minute long and not after *now*."""
    first, until = sorted((start, end))
    until = min(until, now)
    first = min(first, until - SHORTEST)
    return Window(max(first, until - LONGEST), until)


def zoomed(window: Window, factor: float, now: datetime) -> Window:
    """The window made *factor* times as long around its middle."""
    length = min(max(window.length * factor, SHORTEST), LONGEST)
    middle = window.start + window.length / 2
    return picked(middle - length / 2, middle + length / 2, now)


def moved(window: Window, share: float, now: datetime) -> Window:
    """The window moved by a *share* of its length, to earlier ones where it is negative; never past *now*."""
    end = min(window.end + window.length * share, now)
    return Window(end - window.length, end)


def span_objection(start: datetime, end: datetime, now: datetime) -> str:
    """Say why [start, end) cannot be looked at; empty where it can."""
    if end - start < SHORTEST:
        return "The end must be at least a minute after the beginning."
    if start >= now:
        return "Nothing is known of what is to come."
    return "At most five years can be looked at." if end - start > LONGEST else ""


class CompareKind(StrEnum):
    """With what a history is compared."""

    NOTHING = "nothing"
    DAY = "day"
    WEEK = "week"
    YEAR = "year"
    POINT = "point"


_BACK = {
    CompareKind.DAY: (timedelta(days=1), "the day before"),
    CompareKind.WEEK: (timedelta(days=7), "the week before"),
    CompareKind.YEAR: (timedelta(days=364), "a year before, same weekdays"),
}
COMPARE_WORDS: tuple[tuple[CompareKind, str], ...] = (
    (CompareKind.NOTHING, "Nothing"),
    (CompareKind.DAY, "The day before"),
    (CompareKind.WEEK, "The week before"),
    (CompareKind.YEAR, "A year before, same weekdays"),
    (CompareKind.POINT, "Another data point"),
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Another time of the same point, or another point at the same time."""

    kind: CompareKind = CompareKind.NOTHING
    device: DeviceId | None = None
    code: str = ""
    name: str = ""

    @property
    def back(self) -> timedelta:
        """How long before the window the other one lies."""
        return _BACK[self.kind][0] if self.kind in _BACK else timedelta()

    @property
    def words(self) -> str:
        """What the second line is."""
        return _BACK[self.kind][1] if self.kind in _BACK else self.name


ALONE = Comparison()
"""Nothing is compared."""


def laid_over(series: Series, back: timedelta) -> Series:
    """*series* moved forward by *back*, so that it lies over what it is compared with."""
    later = round(back / timedelta(milliseconds=1))
    return replace(series, times=tuple(time + later for time in series.times), filled=())


def comparable(devices: Iterable[Device], spec: PointSpec) -> tuple[tuple[Device, PointSpec], ...]:
    """Every point that measures in the unit of *spec*, by the names of the devices."""
    found = [(device, point) for device in devices for point in trendable(device) if point.unit == spec.unit]
    return tuple(sorted(found, key=lambda pair: (pair[0].name, point_name(pair[1]))))


def figure_words(device: Device, spec: PointSpec, figures: PointFigures) -> str:
    """Say what a point did: bounds, mean and count, or the share of each word; empty where nothing is known."""
    numbers = figures.numbers
    if numbers is not None:
        digits = digits_of(spec)
        mean = number_text(numbers.mean, max(1, digits or 0))
        bounds = (number_text(numbers.low, digits), mean, number_text(numbers.high, digits))
        low, mean, high = (with_unit(text, spec.unit) for text in bounds)
        count = "1 value" if numbers.count == 1 else f"{numbers.count:,} values"
        return f"lowest {low} · mean {mean} · highest {high} · {count}"
    total = sum(share.ms for share in figures.shares)
    if not total:
        return ""
    said = [
        f"{value_text(device.category, spec, share.value, '')} {share.ms / total:.1%}".replace(
            "%", "\N{NO-BREAK SPACE}%"
        )
        for share in figures.shares[:_SHARES_SAID]
    ]
    rest = sum(share.ms for share in figures.shares[_SHARES_SAID:])
    if rest:
        said.append(f"others {rest / total:.1%}".replace("%", "\N{NO-BREAK SPACE}%"))
    changes = "1 change" if figures.changes == 1 else f"{figures.changes:,} changes"
    return " · ".join((*said, changes))


def figures_said(device: Device, spec: PointSpec, figures: PointFigures, other: tuple[str, PointFigures] | None) -> str:
    """The figures of a point; below them those of what it is compared with, named as its line is drawn."""
    own = figure_words(device, spec, figures)
    if other is None:
        return own
    compared = figure_words(device, spec, other[1]) or "no values"
    return f"— {own or 'no values'}\n– – {other[0]}: {compared}"


def window_words(window: Window, zone: tzinfo) -> str:
    """The window's ends in local time; empty while it is live, since its span is chosen below."""
    if window.live:
        return ""
    start, end = window.start.astimezone(zone), window.end.astimezone(zone)
    year = "" if start.year == end.year else " %Y"
    return f"{start:%a %d %b{year} %H:%M} to {end:%a %d %b %Y %H:%M}"


def is_words(spec: PointSpec | None) -> bool:
    """Tell whether the history of *spec* is one of words."""
    return spec is not None and spec.kind is not PointKind.NUMBER
