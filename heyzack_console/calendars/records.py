"""Turns the events of an iCalendar file into entries of the site's calendar."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from heyzack_console.calendars.reading import UNREADABLE, calendars_in
from heyzack_console.domain.calendar import CalendarKind, CalendarStatus, EntryDraft, Wall
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.calendars import FileEntries, FileEntry
from heyzack_console.rules.calendar.allowed import checked, zone_of

KIND = "X-HEYZACK-KIND"
KNOWN = frozenset(
    {"UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SUMMARY", "DESCRIPTION",
     "STATUS", KIND},
)  # fmt: skip
NAMELESS = "(no title)"
MIDNIGHT = time()


def read_entries(content: bytes, zone: str, kind: CalendarKind) -> FileEntries:
    """The events of a file, each one by itself: what cannot be kept is said and hinders no other.

    Args:
        zone: the site's, in which whole days and local times are read.
        kind: what an event is that does not say so itself.

    Raises:
        InvalidInput: it is no iCalendar file, or an event cannot be placed in time.
    """
    entries: list[FileEntry] = []
    refused: list[str] = []
    for calendar in calendars_in(content):
        for event in calendar.walk("VEVENT"):
            try:
                entries.append(_Reading(event, zone, kind).entry())
            except InvalidInput as wrong:
                refused.append(f"{_title(event)}: {wrong.text}")
            except UNREADABLE as error:
                refused.append(f"{_title(event)}: {error}.")
    return FileEntries(tuple(entries), tuple(refused))


class _Reading:
    """One event on the wall clock of its own zone."""

    def __init__(self, event: Any, zone: str, kind: CalendarKind) -> None:
        self._event = event
        self._kind = kind
        self._begins = event["DTSTART"].dt
        self._zone = _zone_name(self._begins, zone)

    def entry(self) -> FileEntry:
        start, event = self._wall(self._begins), self._event
        end = self._end(start)
        all_day = not isinstance(self._begins, datetime)
        draft = EntryDraft(
            self._kind_said(),
            _title(event),
            Wall(start, end, self._zone, all_day),
            self._rule(),
            str(event.get("DESCRIPTION", "")),
            _status(event),
        )
        instead = event.get("RECURRENCE-ID")
        if instead is not None and instead.params.get("RANGE"):
            raise InvalidInput("a change of this and all later times (RANGE) cannot be kept")
        return FileEntry(
            checked(draft),
            self._moments("EXDATE", start),
            self._moments("RDATE", start),
            str(event.get("UID", "")),
            None if instead is None else self._wall(instead.dt),
            tuple(_foreign(event)),
        )

    def _wall(self, moment: date) -> datetime:
        if not isinstance(moment, datetime):
            return datetime.combine(moment, MIDNIGHT)
        return moment if moment.tzinfo is None else moment.astimezone(zone_of(self._zone)).replace(tzinfo=None)

    def _end(self, start: datetime) -> datetime:
        length = self._event.get("DURATION")
        if "DTEND" in self._event:
            return self._wall(self._event["DTEND"].dt)
        if length is None:
            return start + timedelta(days=1) if not isinstance(self._begins, datetime) else start
        days = timedelta(days=length.dt.days)
        zone = zone_of(self._zone)
        ends: datetime = (start + days).replace(tzinfo=zone).astimezone(UTC) + (length.dt - days)
        return ends.astimezone(zone).replace(tzinfo=None)

    def _rule(self) -> str:
        rules = self._event.get("RRULE")
        if rules is None:
            return ""
        if isinstance(rules, list):
            raise InvalidInput("more than one rule cannot be kept; write them as two events")
        words = dict(part.split("=", 1) for part in rules.to_ical().decode().split(";"))
        until = words.get("UNTIL", "")
        if until.endswith("Z"):
            moment = datetime.strptime(until, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
            words["UNTIL"] = f"{self._wall(moment):%Y%m%dT%H%M%S}"
        return ";".join(f"{name}={value}" for name, value in words.items())

    def _moments(self, name: str, start: datetime) -> tuple[datetime, ...]:
        lists = self._event.get(name, [])
        found = [each.dt for one in (lists if isinstance(lists, list) else [lists]) for each in one.dts]
        if any(isinstance(moment, tuple) for moment in found):
            raise InvalidInput("additional times of another length (PERIOD) cannot be kept")
        return tuple(
            self._wall(moment) if isinstance(moment, datetime) else datetime.combine(moment, start.time())
            for moment in found
        )

    def _kind_said(self) -> CalendarKind:
        said = str(self._event.get(KIND, "")).lower()
        return CalendarKind(said) if said in set(CalendarKind) else self._kind


def _zone_name(begins: date, site: str) -> str:
    if not isinstance(begins, datetime) or begins.tzinfo is None:
        return site
    if begins.tzinfo is UTC or (begins.utcoffset() == timedelta(0) and not isinstance(begins.tzinfo, ZoneInfo)):
        return "UTC"
    if isinstance(begins.tzinfo, ZoneInfo):
        return begins.tzinfo.key
    raise InvalidInput("its time zone is described in the file alone; only zones with a known name can be kept")


def _title(event: Any) -> str:
    words = " ".join(str(event.get("SUMMARY", "")).split())
    return words[:200] or NAMELESS


def _status(event: Any) -> CalendarStatus:
    said = str(event.get("STATUS", "")).lower()
    return CalendarStatus(said) if said in set(CalendarStatus) else CalendarStatus.CONFIRMED


def _foreign(event: Any) -> Iterator[str]:
    """Lines that mean nothing here, as they came, parts within the event included."""
    for name, value in event.property_items(recursive=False, sorted=False):
        if name.upper() not in KNOWN | {"BEGIN", "END"}:
            yield str(event.content_line(name, value, sorted=False))
    for part in event.subcomponents:
        yield from part.to_ical(sorted=False).decode().replace("\r\n ", "").splitlines()
