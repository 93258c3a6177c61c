"""Writes the site's calendar as an iCalendar file."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime

import icalendar
from icalendar.parser import Contentline

from heyzack_console.calendars.records import KIND, NAMELESS
from heyzack_console.domain.calendar import CalendarEntry, CalendarId, CalendarStatus
from heyzack_console.rules.calendar.allowed import zone_of

HEAD = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//HeyZack//Console//EN", "CALSCALE:GREGORIAN")
OURS = "@heyzack-console"


def written(entries: Iterable[CalendarEntry], now: datetime) -> str:
    """The whole calendar; *now* (aware) is the time of writing of what never had one."""
    known = list(entries)
    uids = {entry.id: uid_of(entry) for entry in known}
    zones = sorted({e.draft.wall.zone for e in known if not e.draft.wall.all_day} - {"UTC"})
    lines = [*HEAD]
    for zone in zones:
        lines += _lines(icalendar.Timezone.from_tzid(zone))
    for entry in known:
        lines += _event(entry, uids, now)
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def uid_of(entry: CalendarEntry) -> str:
    """How other calendars call *entry*; a single time is called as its series."""
    return entry.uid or f"{entry.series or entry.id}{OURS}"


def _event(entry: CalendarEntry, uids: dict[CalendarId, str], now: datetime) -> Iterator[str]:
    draft, wall = entry.draft, entry.draft.wall
    event = icalendar.Event()
    event.add("UID", uids.get(entry.series, uid_of(entry)) if entry.series is not None else uid_of(entry))
    event.add("DTSTART", _moment(entry, wall.start))
    event.add("DTEND", _moment(entry, wall.end))
    if draft.title != NAMELESS:
        event.add("SUMMARY", draft.title)
    if draft.note:
        event.add("DESCRIPTION", draft.note)
    if draft.status is not CalendarStatus.CONFIRMED or not entry.uid:
        event.add("STATUS", draft.status.value.upper())
    event.add(KIND, draft.kind.value.upper())
    if draft.rule:
        event.add("RRULE", icalendar.vRecur.from_ical(_rule(entry)))
    for name, moments in (("EXDATE", entry.left_out), ("RDATE", entry.added)):
        if moments:
            event.add(name, [_moment(entry, moment) for moment in moments])
    if entry.instead_of is not None:
        event.add("RECURRENCE-ID", _moment(entry, entry.instead_of))
    if not any(line.upper().startswith("DTSTAMP") for line in entry.foreign):
        event.add("DTSTAMP", now.astimezone(UTC))
    own = _lines(event)
    yield from own[:-1]
    yield from entry.foreign
    yield own[-1]


def _moment(entry: CalendarEntry, wall: datetime) -> date:
    where = entry.draft.wall
    if where.all_day:
        return wall.date()
    return wall.replace(tzinfo=UTC if where.zone == "UTC" else zone_of(where.zone))


def _rule(entry: CalendarEntry) -> str:
    """The end of a rule is written in UTC, as RFC 5545 wants it beside a start in a zone."""
    words = dict(part.split("=", 1) for part in entry.draft.rule.split(";"))
    until, wall = words.get("UNTIL", "").removesuffix("Z"), entry.draft.wall
    if until and wall.all_day:
        words["UNTIL"] = until[:8]
    elif until:
        local = datetime.fromisoformat(until).replace(tzinfo=zone_of(wall.zone))
        words["UNTIL"] = f"{local.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    return ";".join(f"{name}={value}" for name, value in words.items())


def _lines(part: icalendar.Component) -> list[str]:
    text: str = part.to_ical(sorted=False).decode()
    return text.replace("\r\n ", "").splitlines()


def _folded(line: str) -> str:
    return str(Contentline(line).to_ical().decode())  # type: ignore[no-untyped-call]  # the library has no types there
