"""Shelving in words: the ends that are offered, the end of a shelf, and the reminder before it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.alerts.priority import Priority

MORNING = time(7)
SOON = timedelta(minutes=15)
"""So long before its end a shelving is spoken of."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants of a shelving: its end, aware UTC, and why."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Offer:
    """An end to choose, in words by the site's clocks."""

    words: str
    until: datetime


def offers(now: datetime, zone: tzinfo, longest: timedelta) -> tuple[Offer, ...]:
    """The usual ends that are no later than *longest* from *now* (aware UTC)."""
    spans = {hours: now + timedelta(hours=hours) for hours in (1, 4, 24)}
    after = {
        hours: Offer(f"{hours} {'hour' if hours == 1 else 'hours'}, until {end_words(end, now, zone)}", end)
        for hours, end in spans.items()
    }
    morning = next_morning(now, zone)
    usual = (after[1], after[4], Offer(f"Until {end_words(morning, now, zone)}", morning), after[24])
    return tuple(offer for offer in usual if offer.until <= now + longest)


def next_morning(now: datetime, zone: tzinfo) -> datetime:
    """The next seven o'clock of the site's clocks, in UTC; the hours until then follow the change of the clocks."""
    local = now.astimezone(zone)
    day = local.date() if local.time() < MORNING else local.date() + timedelta(days=1)
    return datetime.combine(day, MORNING, zone).astimezone(UTC)


def at_site(wall: datetime, zone: tzinfo) -> datetime:
    """The moment, in UTC, at which the site's clocks show *wall* (naive); of two such moments the first."""
    return wall.replace(tzinfo=zone).astimezone(UTC)


def end_words(end: datetime, now: datetime, zone: tzinfo) -> str:
    """*end* by the site's clocks: "17:00", "tomorrow 07:00", "Fri 27 Nov 07:00"."""
    local = end.astimezone(zone)
    days = (local.date() - now.astimezone(zone).date()).days
    if days == 0:
        return f"{local:%H:%M}"
    return f"tomorrow {local:%H:%M}" if days == 1 else f"{local:%a %d %b %H:%M}"


def objection(wish: Wish, now: datetime, longest: timedelta) -> str:
    """What is wrong with *wish*, for the person who is still writing it; empty where nothing is."""
    if wish.until <= now:
        return "The end has to lie ahead."
    if wish.until > now + longest:
        hours = longest // timedelta(hours=1)
        return f"Alerts are shelved for at most {hours} {'hour' if hours == 1 else 'hours'}."
    return "" if wish.reason else "Say why: others will wonder where the alert is."


def subject(alerts: Iterable[Alert], names: Iterable[str]) -> str:
    """What is to be shelved: the one alert by its words, more of them by their number."""
    several, places = list(alerts), list(names)
    if len(several) == 1:
        return f"Shelve “{several[0].condition}” of {places[0]}"
    return f"Shelve {len(several)} alerts"


def warning(alerts: Iterable[Alert]) -> str:
    """A word of caution where something critical is among them."""
    critical = sum(alert.priority is Priority.P1 for alert in alerts)
    if not critical:
        return ""
    which = "It is" if critical == 1 else f"{critical} of them are"
    return f"{which} critical. Nobody will be called for it on the shelf: have someone on the spot until it ends."


def reminder(alerts: Iterable[Alert], now: datetime) -> str:
    """Which shelvings end soon: "2 shelved end within 15 min"; empty where none does."""
    soon = sum(alert.shelf is not None and alert.shelf.until - now <= SOON for alert in alerts)
    return f"{soon} shelved {'ends' if soon == 1 else 'end'} within {SOON // timedelta(minutes=1)} min" if soon else ""
