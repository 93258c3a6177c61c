"""How much of a period a service was there, outside planned work."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from fractions import Fraction

from heyzack_console.domain.clocks import Plan, Span
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.clocks.spans import total, within, without
from heyzack_console.rules.clocks.windows import MIDNIGHT, instant_of

# Requirements 11.4: availability that each plan promises.
TARGETS = {
    Plan.STANDARD: Fraction("0.999"),
    Plan.EXTENDED: Fraction("0.9995"),
    Plan.PREMIUM: Fraction("0.9999"),
}


@dataclass(frozen=True, slots=True)
class Availability:
    """The figures of one period; *measured* is the period without planned work, *down* what was lost of it."""

    plan: Plan
    measured: timedelta
    maintenance: timedelta
    down: timedelta

    @property
    def share(self) -> Fraction | None:
        """The part of the measured time in which the service was there; None where nothing was measured."""
        return 1 - _ratio(self.down, self.measured) if self.measured else None

    @property
    def allowed_seconds(self) -> Fraction:
        """The downtime that the plan allows in the measured time."""
        return (1 - TARGETS[self.plan]) * _ratio(self.measured, timedelta(seconds=1))

    @property
    def met(self) -> bool | None:
        """Tell whether the plan's promise was kept; exactly at the target it was. None: nothing was measured."""
        return None if self.share is None else self.share >= TARGETS[self.plan]


def availability(plan: Plan, period: Span, maintenance: Iterable[Span], downtime: Iterable[Span]) -> Availability:
    """Return the figures of *period*; what overlaps counts once, what lies outside the period not at all.

    Raises:
        InvalidInput: the period is empty.
    """
    if not period.length:
        raise InvalidInput("period_utc: the period is empty.", "period_utc")
    planned = within(maintenance, period)
    down = without(within(downtime, period), planned)
    return Availability(plan, period.length - total(planned), total(planned), total(down))


def month_of_service(zone: tzinfo, first: date, since: datetime | None = None) -> Span:
    """Return the local calendar month that begins on *first*, shortened where the service starts within it.

    Raises:
        InvalidInput: *first* is no first of a month, or the service starts later.
    """
    if first.day != 1:
        raise InvalidInput("A month begins on its first day.", "first")
    try:
        following = (first + timedelta(days=31)).replace(day=1)
    except OverflowError as error:
        raise InvalidInput("The month lies outside the years 1 to 9999.", "first") from error
    start, end = instant_of(zone, first, MIDNIGHT), instant_of(zone, following, MIDNIGHT)
    if since is not None and since >= end:
        raise InvalidInput("The service starts only after this month.", "since")
    return Span(start if since is None else max(start, since), end)


def _ratio(part: timedelta, whole: timedelta) -> Fraction:
    unit = timedelta(microseconds=1)
    return Fraction(part // unit, whole // unit)
