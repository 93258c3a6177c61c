"""Grades of the alarm figures (operator-console section 5; EEMUA 191, ISA-18.2 clause 16)."""

from collections.abc import Callable, Iterable

from heyzack_console.domain.alerts.kpi import Grade, Kpi

P1_GOOD_S = 180.0
P1_TOO_LONG_S = 600.0


def graded(kpi: Kpi, measure: float | None) -> Grade:
    """Return the grade of *measure*.

    It is the figure itself, but: for STALE the most on one day, for PRIORITY_MIX the greatest deviation as a fraction,
    for TIME_TO_ACKNOWLEDGE the 95th percentile of P1 in seconds.
    """
    if measure is None:
        return Grade.NO_DATA
    good, too_much = _LIMITS[kpi]
    if too_much(measure):
        return Grade.TOO_MUCH
    return Grade.GOOD if good(measure) else Grade.ACCEPTABLE


def worst(grades: Iterable[Grade]) -> Grade:
    """Return the worst single grade; those without data do not count."""
    known = [_ORDER.index(grade) for grade in grades if grade is not Grade.NO_DATA]
    return _ORDER[max(known)] if known else Grade.NO_DATA


Limit = Callable[[float], bool]


def _up_to(limit: float) -> Limit:
    return lambda measure: measure <= limit


def _below(limit: float) -> Limit:
    return lambda measure: measure < limit


def _above(limit: float) -> Limit:
    return lambda measure: measure > limit


_ORDER = (Grade.GOOD, Grade.ACCEPTABLE, Grade.TOO_MUCH)
_LIMITS: dict[Kpi, tuple[Limit, Limit]] = {
    Kpi.RATE_PER_HOUR: (_up_to(6), _above(12)),
    Kpi.RATE_PER_10_MIN: (_up_to(1), _above(2)),
    Kpi.PER_DAY: (_up_to(150), _above(300)),
    Kpi.PEAK_SLOTS: (_below(0.01), _above(0.05)),
    Kpi.FLOOD_TIME: (_below(0.01), _above(0.05)),
    Kpi.TOP_10_SHARE: (_up_to(0.05), _above(0.15)),
    Kpi.CHATTERING: (_up_to(0), _above(0)),
    Kpi.FLEETING: (_up_to(0), _above(0)),
    Kpi.STALE: (_up_to(0), _above(5)),
    # Shares are fractions of counts: 5 points may come out as 0.05000000000000002.
    Kpi.PRIORITY_MIX: (_up_to(0.05 + 1e-9), _above(0.15 + 1e-9)),
    Kpi.TIME_TO_ACKNOWLEDGE: (_below(P1_GOOD_S), _above(P1_TOO_LONG_S)),
    Kpi.RUBBER_STAMP_RATE: (_below(0.02), _above(0.10)),
}
