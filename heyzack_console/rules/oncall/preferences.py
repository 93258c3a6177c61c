"""Whether somebody is told now, or later because of how they want to be told."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.notifications.people import Preferences
from heyzack_console.rules.calendar.allowed import zone_of
from heyzack_console.rules.oncall.rotations import joined

LOOK = timedelta(days=8)
NOTHING = timedelta(0)


@dataclass(frozen=True, slots=True)
class Verdict:
    """*at*: when to tell; the present moment means now. *reason*: why then, in words."""

    at: datetime
    reason: str = ""
    gathered: bool = False
    """It may go out in one with others that wait for the same moment."""


def when(preferences: Preferences, zone: str, priority: Priority, told: Sequence[datetime], now: datetime) -> Verdict:
    """When somebody is told of something of *priority*.

    Args:
        zone: the site's, for preferences that name none.
        told: when this person was told something lately, in any order.
    """
    if priority is Priority.P1:
        return Verdict(now, "P1 always passes")
    at, reasons = now, []
    if preferences.digest > NOTHING:
        at = _next_digest(preferences.digest, now)
        reasons.append("gathered for a digest")
    free = _room(preferences, told, at)
    if free > at:
        at = free
        reasons.append(f"{preferences.most} were told in the last {_words(preferences.within)} already")
    loud = quiet_until(preferences, zone, at)
    if loud is not None:
        at = loud
        reasons.append("quiet hours")
    return Verdict(at, ", ".join(reasons), gathered=at > now)


def quiet_until(preferences: Preferences, zone: str, moment: datetime) -> datetime | None:
    """When the quiet hours that hold at *moment* end; None where none do."""
    if not preferences.quiet:
        return None
    for opens, closes in joined(preferences.quiet, zone_of(preferences.zone or zone), moment, moment + LOOK):
        if opens <= moment < closes:
            return closes
    return None


def _next_digest(every: timedelta, now: datetime) -> datetime:
    """Digests go out at whole multiples since midnight of day one, so that all that waits goes out together."""
    begun = datetime(1970, 1, 1, tzinfo=now.tzinfo)
    passed = (now - begun) % every
    return now if passed == NOTHING else now - passed + every


def _room(preferences: Preferences, told: Sequence[datetime], at: datetime) -> datetime:
    if preferences.most <= 0:
        return at
    counted = sorted(moment for moment in told if moment > at - preferences.within)
    if len(counted) < preferences.most:
        return at
    return counted[-preferences.most] + preferences.within


def _words(span: timedelta) -> str:
    minutes = round(span.total_seconds() / 60)
    return f"{minutes // 60} h" if minutes % 60 == 0 else f"{minutes} min"
