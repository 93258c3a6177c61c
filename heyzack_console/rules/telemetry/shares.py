"""How long a point that is no number had each of its values."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta

from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.telemetry import Share, WordChange


def shares(changes: Sequence[WordChange], start: datetime, end: datetime) -> tuple[Share, ...]:
    """Return the time of each value in [start, end), the longest first; a value holds until the next one.

    Args:
        changes: oldest first; the one in force at *start* may lie before it.
    """
    times: dict[Value, timedelta] = defaultdict(timedelta)
    ends = (*(change.at for change in changes[1:]), end)
    for change, until in zip(changes, ends, strict=False):
        lasted = min(until, end) - max(change.at, start)
        if lasted > timedelta():
            times[change.value] += lasted
    found = [Share(value, round(time / timedelta(milliseconds=1))) for value, time in times.items()]
    return tuple(sorted(found, key=lambda share: -share.ms))


def changes_inside(changes: Sequence[WordChange], start: datetime, end: datetime) -> int:
    """Count the changes in [start, end); the first one ever heard is none: nobody knows what was before."""
    return sum(1 for change in changes[1:] if start <= change.at < end)
