"""When an operator is flooded: sliding spans of annunciations (operator-console section 4)."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.kpi import Period

SPAN = timedelta(minutes=10)
BEGINS_ABOVE = 10
ENDS_BELOW = 5


def floods(times: Iterable[datetime], until: datetime) -> Iterator[Period]:
    """Yield the floods that *times* make; one that goes on at *until* ends there.

    The span at a moment holds what came in the ten minutes before it, that moment included.
    """
    changes: Counter[datetime] = Counter()
    for at in times:
        changes[at] += 1
        changes[at + SPAN] -= 1
    count, began = 0, None
    for moment in sorted(one for one in changes if one < until):
        count += changes[moment]
        if began is None and count > BEGINS_ABOVE:
            began = moment
        elif began is not None and count < ENDS_BELOW:
            yield Period(began, moment)
            began = None
    if began is not None:
        yield Period(began, until)


def seconds_in(spans: Sequence[Period], period: Period) -> float:
    """Return how many seconds of *period* lie in *spans*, which do not overlap."""
    shared = (min(one.end, period.end) - max(one.start, period.start) for one in spans)
    return sum(max(0.0, each.total_seconds()) for each in shared)
