"""Which steps of a policy are due."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from heyzack_console.domain.notifications.policies import Policy, Target

MOST_STEPS = 1_000
Spans = Sequence[tuple[datetime, datetime | None]]


@dataclass(frozen=True, slots=True)
class Due:
    """A step that has to be taken: *number* counts through all rounds from 0, *at* is when it became due."""

    number: int
    at: datetime
    targets: tuple[Target, ...]


def due(policy: Policy, spans: Spans, now: datetime) -> tuple[Due, ...]:
    """Every step that became due until *now*, in order; who has taken one remembers its number.

    The clock of the ladder runs only while the alert calls (*spans*): an acknowledgement stops it where it is, taking
    that back lets it go on from there.
    """
    found = []
    for number, (offset, targets) in enumerate(_ladder(policy)):
        at = _moment(_since(policy, spans), offset)
        if at is None or at > now:
            break
        found.append(Due(number, at, targets))
    return tuple(found)


def next_due(policy: Policy, spans: Spans, now: datetime) -> datetime | None:
    """When the next step will be due if nobody answers; None where there is none, or nothing calls."""
    taken = len(due(policy, spans, now))
    for number, (offset, _) in enumerate(_ladder(policy)):
        if number == taken:
            return _moment(_since(policy, spans), offset)
    return None


def _since(policy: Policy, spans: Spans) -> Spans:
    """The spans as far as the policy was there."""
    since = policy.since
    if since is None:
        return spans
    return [(max(start, since), end) for start, end in spans if end is None or end > since]


def _ladder(policy: Policy) -> Iterator[tuple[timedelta, tuple[Target, ...]]]:
    passed, number = timedelta(0), 0
    for turn in range(policy.repeat + 1):
        if turn:
            passed += policy.pause
        for step in policy.steps:
            passed += step.after
            yield passed, step.targets
            number += 1
            if number == MOST_STEPS:
                return


def _moment(spans: Spans, offset: timedelta) -> datetime | None:
    """When it has called for *offset* in all; None where it stopped before."""
    left = offset
    for start, end in spans:
        if end is None or end - start > left or (end - start == left == timedelta(0)):
            return start + left
        left -= end - start
    return None
