"""The alarm figures of a period as pure functions (operator-console section 5). Only annunciations count."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta, tzinfo
from itertools import pairwise
from statistics import median

from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.alerts.kpi import (
    Acknowledgement,
    AckTime,
    AlertStory,
    Annunciation,
    DayCount,
    Figure,
    Grade,
    Kpi,
    KpiReport,
    Period,
    Standing,
)
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.rules.alerts.floods import floods, seconds_in
from heyzack_console.rules.alerts.grading import graded, worst
from heyzack_console.rules.alerts.offenders import offenders

SLOT_S = 600
PEAK_ABOVE = 10
TOP = 10
CHATTER = 3
CHATTER_SPAN = timedelta(seconds=60)
FLEETING_BELOW = timedelta(seconds=10)
NOT_REPEATED = timedelta(seconds=60)
STALE_AFTER = timedelta(hours=24)
BURST_GAP = timedelta(seconds=1)
TARGET_MIX = (0.05, 0.15, 0.80)
"""P1 and P2 together, P3, P4."""
_DAY_S = 86_400.0

Calls = Sequence[Annunciation]


def measured(story: AlertStory, period: Period, zone: tzinfo, covered: Period | None = None) -> KpiReport:
    """Return all figures of *period*.

    Args:
        story: as told until the period's end, from as early as is known.
        zone: that of the site, for local days.
        covered: the part of the period from which there is a record; None: all of it.
    """
    calls = [call for call in story.annunciations if period.holds(call.at)]
    acks = [ack for ack in story.acknowledgements if period.holds(ack.at)]
    flooded = tuple(floods([call.at for call in story.annunciations], period.end))
    times = ack_times(calls)
    most_stale = stale_most_a_day(story.standing, period)
    chatter, short = chattering(calls), fleeting(calls)
    figures = (
        *_rates(calls, period),
        _figure(Kpi.FLOOD_TIME, seconds_in(flooded, period) / period.seconds if calls else None),
        _figure(Kpi.TOP_10_SHARE, top_share(calls)),
        _figure(Kpi.CHATTERING, float(len(chatter)) if calls else None),
        _figure(Kpi.FLEETING, float(sum(short.values())) if calls else None),
        _stale(stale(story.standing, period), most_stale, calls),
        _figure(Kpi.PRIORITY_MIX, mix_deviation(calls)),
        _figure(Kpi.TIME_TO_ACKNOWLEDGE, times[0].p95_s),
        _figure(Kpi.RUBBER_STAMP_RATE, rubber_stamp_rate(acks)),
    )
    return KpiReport(
        period=period,
        covered_days=(covered or period).seconds / _DAY_S,
        annunciations=len(calls),
        acknowledgements=len(acks),
        figures=figures,
        overall=worst(figure.grade for figure in figures),
        mix=_by_priority(calls),
        ack_times=times,
        stale_most_a_day=most_stale,
        days=daily(calls, period, zone),
        floods=tuple(one for one in flooded if one.end > period.start),
        offenders=offenders(calls, chatter, short),
    )


def slots(period: Period) -> int:
    """Return how many slots of the UTC clock (00, 10, 20 …) the period touches."""
    return math.ceil(period.end.timestamp() / SLOT_S) - math.floor(period.start.timestamp() / SLOT_S)


def top_share(calls: Calls) -> float | None:
    """Return the share of the ten identities that called most often."""
    counts = Counter(call.alert for call in calls)
    return sum(count for _, count in counts.most_common(TOP)) / len(calls) if calls else None


def chattering(calls: Calls) -> frozenset[AlertId]:
    """Return the identities that called three times or more within 60 seconds."""
    return frozenset(
        alert
        for alert, own in _by_identity(calls).items()
        if any(later.at - first.at <= CHATTER_SPAN for first, later in zip(own, own[CHATTER - 1 :], strict=False))
    )


def fleeting(calls: Calls) -> Mapping[AlertId, int]:
    """Return by identity how many calls returned in less than 10 s and were not repeated within 60 s."""
    found: Counter[AlertId] = Counter()
    for alert, own in _by_identity(calls).items():
        for number, call in enumerate(own):
            if call.returned_at is None or call.returned_at - call.at >= FLEETING_BELOW:
                continue
            if number + 1 == len(own) or own[number + 1].at - call.at > NOT_REPEATED:
                found[alert] += 1
    return found


def stale(standing: Iterable[Standing], period: Period) -> int:
    """Return how many alarms stood for more than 24 hours at some moment of *period*."""
    return sum(1 for _ in _stale_spans(standing, period))


def stale_most_a_day(standing: Iterable[Standing], period: Period) -> int:
    """Return the most stale alarms on one UTC day of *period*."""
    found: Counter[int] = Counter()
    for span in _stale_spans(standing, period):
        first = math.floor(span.start.timestamp() / _DAY_S)
        found.update(range(first, math.ceil(span.end.timestamp() / _DAY_S)))
    return max(found.values(), default=0)


def mix_deviation(calls: Calls) -> float | None:
    """Return the greatest distance of a share from its target, as a fraction."""
    if not calls:
        return None
    first, second, third, fourth = _by_priority(calls)
    shares = (count / len(calls) for count in (first + second, third, fourth))
    return max(abs(share - target) for share, target in zip(shares, TARGET_MIX, strict=True))


def ack_times(calls: Calls) -> tuple[AckTime, ...]:
    """Return median and 95th percentile (nearest rank) of the first answer, by priority."""
    return tuple(_ack_time(priority, calls) for priority in Priority)


def rubber_stamp_rate(acks: Sequence[Acknowledgement]) -> float | None:
    """Return the share of answers less than a second before or after another one of the same person."""
    by_person: dict[str, list[datetime]] = defaultdict(list)
    for ack in acks:
        by_person[ack.by].append(ack.at)
    hasty = 0
    for times in by_person.values():
        near = [later - earlier < BURST_GAP for earlier, later in pairwise(times)]
        hasty += sum(before or behind for before, behind in zip((False, *near), (*near, False), strict=True))
    return hasty / len(acks) if acks else None


def daily(calls: Calls, period: Period, zone: tzinfo) -> tuple[DayCount, ...]:
    """Return the calls of each local day that the period touches."""
    counts: dict[date, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    for call in calls:
        counts[call.at.astimezone(zone).date()][call.priority - 1] += 1
    first = period.start.astimezone(zone).date()
    last = (period.end - timedelta(microseconds=1)).astimezone(zone).date()
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return tuple(DayCount(day, (counts[day][0], counts[day][1], counts[day][2], counts[day][3])) for day in days)


def _rates(calls: Calls, period: Period) -> tuple[Figure, ...]:
    number = float(len(calls))
    peaks = Counter(math.floor(call.at.timestamp() / SLOT_S) for call in calls)
    crowded = sum(1 for count in peaks.values() if count > PEAK_ABOVE)
    values = {
        Kpi.RATE_PER_HOUR: number / (period.seconds / 3600),
        Kpi.RATE_PER_10_MIN: number / slots(period),
        Kpi.PER_DAY: number / (period.seconds / _DAY_S),
        Kpi.PEAK_SLOTS: crowded / slots(period),
    }
    return tuple(_figure(kpi, value if calls else None) for kpi, value in values.items())


def _figure(kpi: Kpi, value: float | None) -> Figure:
    return Figure(kpi, value, graded(kpi, value))


def _stale(count: int, most_a_day: int, calls: Calls) -> Figure:
    if not calls and not count:
        return Figure(Kpi.STALE, None, Grade.NO_DATA)
    return Figure(Kpi.STALE, float(count), graded(Kpi.STALE, float(most_a_day)))


def _stale_spans(standing: Iterable[Standing], period: Period) -> Iterable[Period]:
    for one in standing:
        start = max(one.start + STALE_AFTER, period.start)
        end = period.end if one.end is None else min(one.end, period.end)
        if start < end:
            yield Period(start, end)


def _ack_time(priority: Priority, calls: Calls) -> AckTime:
    taken = sorted(
        max(0.0, (call.acknowledged_at - call.at).total_seconds())
        for call in calls
        if call.priority is priority and call.acknowledged_at is not None
    )
    if not taken:
        return AckTime(priority)
    return AckTime(priority, len(taken), median(taken), taken[math.ceil(len(taken) * 95 / 100) - 1])


def _by_priority(calls: Calls) -> tuple[int, int, int, int]:
    counts = Counter(call.priority for call in calls)
    return counts[Priority.P1], counts[Priority.P2], counts[Priority.P3], counts[Priority.P4]


def _by_identity(calls: Calls) -> Mapping[AlertId, list[Annunciation]]:
    found: dict[AlertId, list[Annunciation]] = defaultdict(list)
    for call in calls:
        found[call.alert].append(call)
    return found


def covered(period: Period, begun: datetime | None, now: datetime) -> Period:
    """Return the part of *period* for which there is a record that began at *begun* and goes on until *now*."""
    if begun is None:
        return Period(period.start, period.start)
    start = max(period.start, min(begun, period.end))
    return Period(start, max(start, min(now, period.end)))
