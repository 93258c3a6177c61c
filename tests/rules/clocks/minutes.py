"""Service time counted minute by minute: slow, plain, and written apart from the rules that it judges."""

from datetime import UTC, datetime, timedelta

MINUTE = timedelta(minutes=1)
# Monday is 0. First hour that is open, first hour that is closed again.
OPEN = {
    "business": dict.fromkeys(range(5), (8, 18)),
    "extended": dict.fromkeys(range(6), (7, 21)),
    "24x7": dict.fromkeys(range(7), (0, 24)),
}


def counts(clock, zone, holidays, minute):
    """Tell whether the minute that begins at *minute* (UTC) counts."""
    wall = minute.astimezone(zone)
    opens, closes = OPEN[clock].get(wall.weekday(), (0, 0))
    closed_today = clock != "24x7" and wall.date() in holidays
    return opens <= wall.hour < closes and not closed_today


def counted(clock, zone, holidays, start, end, pauses=()):
    """Return the whole minutes that count from *start* to *end*."""
    found, minute = 0, start
    while minute < end:
        paused = any(begin <= minute < stop for begin, stop in pauses)
        found += not paused and counts(clock, zone, holidays, minute)
        minute += MINUTE
    return found


def due(clock, zone, holidays, start, minutes, pauses=()):
    """Return when so many *minutes* have been counted."""
    minute = start
    while True:
        paused = any(begin <= minute < stop for begin, stop in pauses)
        minutes -= not paused and counts(clock, zone, holidays, minute)
        minute += MINUTE
        if not minutes:
            return minute


def shown_at(zone, day, hour, minute=0):
    """Return the first instant at which *zone* shows this wall time; in a gap, read with the offset before it."""
    wall = datetime(day.year, day.month, day.day, hour, minute)  # noqa: DTZ001  (a wall clock)
    around = [wall.replace(tzinfo=UTC) + timedelta(hours=hours) for hours in range(-48, 49)]
    offsets = {instant.astimezone(zone).utcoffset() for instant in around}
    candidates = sorted((wall - offset).replace(tzinfo=UTC) for offset in offsets)
    for instant in candidates:
        if instant.astimezone(zone).replace(tzinfo=None) == wall:
            return instant
    before = [instant for instant in around if instant.astimezone(zone).replace(tzinfo=None) < wall]
    return (wall - before[-1].astimezone(zone).utcoffset()).replace(tzinfo=UTC)
