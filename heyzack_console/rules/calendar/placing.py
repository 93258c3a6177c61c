"""When entries take place, with the length that their zone gives them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from heyzack_console.domain.calendar import CalendarEntry, CalendarId, CalendarKind, Occurrence, Wall
from heyzack_console.rules.calendar.allowed import zone_of
from heyzack_console.rules.calendar.recurrence import Recurrence
from heyzack_console.rules.clocks.windows import instant_of, standard_windows

# No zone is further from UTC, nor changes its clocks by more.
SLACK = timedelta(days=2)


def instants(wall: Wall) -> tuple[datetime, datetime]:
    """Start and end in UTC.

    A time that does not exist is read with the offset before the gap, one that exists twice is the first (RFC 5545,
    3.3.5). What a gap would leave without length keeps the length of its wall clock.
    """
    zone = zone_of(wall.zone)
    start, end = (instant_of(zone, one.date(), one.time()) for one in (wall.start, wall.end))
    return start, end if end > start else start + wall.length


def on_the_wall(start: datetime, end: datetime, zone: str) -> tuple[datetime, datetime]:
    """Aware times as the wall clock of *zone* shows them."""
    here = zone_of(zone)
    return start.astimezone(here).replace(tzinfo=None), end.astimezone(here).replace(tzinfo=None)


def occurrences(entries: Iterable[CalendarEntry], begin: datetime, end: datetime) -> list[Occurrence]:
    """What takes place from *begin* up to, but without, *end* (aware), by start; what reaches into it belongs to it."""
    known = list(entries)
    replaced: dict[CalendarId, set[datetime]] = {}
    for entry in known:
        if entry.series is not None and entry.instead_of is not None:
            replaced.setdefault(entry.series, set()).add(entry.instead_of)
    found = [one for entry in known for one in _of(entry, replaced.get(entry.id, set()), begin, end)]
    return sorted(found, key=lambda one: (one.start, one.end, one.names))


def starts_by_rule(entry: CalendarEntry, begin: datetime, end: datetime) -> list[datetime]:
    """The starts on the wall clock from *begin* to *end* (local), those left out excepted."""
    wall, rule = entry.draft.wall, entry.draft.rule
    by_rule = Recurrence(rule, wall.start).between(begin, end) if rule else [wall.start]
    every = {start for start in (*by_rule, *entry.added) if begin <= start <= end}
    return sorted(every - set(entry.left_out))


def standard(zone: tzinfo, begin: datetime, end: datetime) -> Iterator[Occurrence]:
    """The windows that every site has, in *zone*, from *begin* up to, but without, *end* (aware)."""
    day, last = (_local(begin) - SLACK).date(), (_local(end) + SLACK).date()
    while day <= last:
        found = standard_windows(zone, day)
        if found is not None and found.span.start < end and found.span.end > begin:
            names = tuple(f"{name.capitalize()} window" for name in found.names)
            yield Occurrence(CalendarKind.WINDOW, names, found.span.start, found.span.end)
        day += timedelta(days=1)


def merged(windows: Iterable[Occurrence]) -> list[Occurrence]:
    """*windows* by start, those that overlap as one which keeps all names; touching is no overlap."""
    joined: list[Occurrence] = []
    for window in sorted(windows, key=lambda one: (one.start, one.end)):
        last = joined[-1] if joined else None
        if last is None or window.start >= last.end:
            joined.append(window)
        else:
            joined[-1] = _joined(last, window)
    return joined


def _joined(first: Occurrence, second: Occurrence) -> Occurrence:
    single = first.by_rule if first.entries else second.by_rule
    return Occurrence(
        CalendarKind.WINDOW,
        tuple(dict.fromkeys((*first.names, *second.names))),
        first.start,
        max(first.end, second.end),
        tuple(dict.fromkeys((*first.entries, *second.entries))),
        single,
        note="\n".join(note for note in (first.note, second.note) if note),
    )


def _of(entry: CalendarEntry, replaced: set[datetime], begin: datetime, end: datetime) -> Iterator[Occurrence]:
    draft = entry.draft
    recurs = bool(draft.rule or entry.added or entry.series)
    first, last = _local(begin) - draft.wall.length - SLACK, _local(end) + SLACK
    for start in starts_by_rule(entry, first, last):
        if start in replaced:
            continue
        begins, ends = instants(Wall(start, start + draft.wall.length, draft.wall.zone))
        if begins < end and ends > begin:
            yield Occurrence(
                draft.kind, (draft.title,), begins, ends, (entry.id,),
                (entry.instead_of or start) if recurs else None, draft.wall.all_day, draft.status, draft.note,
            )  # fmt: skip


def _local(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)
