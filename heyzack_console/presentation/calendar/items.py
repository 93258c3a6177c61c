"""One occurrence as people see it: its days and times at the site, its look, its words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from heyzack_console.domain.calendar import CalendarKind, CalendarStatus, Occurrence

A_DAY = timedelta(days=1)
MOMENT = timedelta(microseconds=1)

WORDS = {
    CalendarKind.WORK: "Planned work",
    CalendarKind.WINDOW: "Maintenance window",
    CalendarKind.FREEZE: "Freeze",
    CalendarKind.EVENT: "Public event",
}
GLYPHS = {
    "conflict": "caution",
    "tentative": "edit",
    "cancelled": "close",
    "past": "data_age",
    "running": "running",
    "planned": "work_order",
    "event": "notice",
    "window": "window",
    "freeze": "freeze",
}


@dataclass(frozen=True, slots=True)
class Item:
    """What is drawn of one occurrence; *start* and *end* are the site's wall clock, without an offset.

    Attributes:
        key: names it as long as it stands where it stands.
        look: a key of GLYPHS.
        tip: everything about it, with UTC.
    """

    key: str
    occurrence: Occurrence
    start: datetime
    end: datetime
    look: str
    tip: str

    @property
    def title(self) -> str:
        """Its names."""
        return self.occurrence.title

    @property
    def first(self) -> date:
        """The day on which it begins."""
        return self.start.date()

    @property
    def last(self) -> date:
        """The last day of which it takes a part."""
        return max(self.start, self.end - MOMENT).date()

    @property
    def long(self) -> bool:
        """It takes a day or more, so it lies across days."""
        return self.occurrence.all_day or self.end - self.start >= A_DAY

    @property
    def movable(self) -> bool:
        """It comes from one entry; standard windows and joined ones stay."""
        return len(self.occurrence.entries) == 1 and len(self.occurrence.names) == 1

    @property
    def times(self) -> str:
        """From when to when, on the wall clock."""
        return f"{self.start:%H:%M}–{self.end:%H:%M}"


def items(occurrences: Iterable[Occurrence], zone: tzinfo, now: datetime) -> tuple[Item, ...]:
    """*occurrences* as they are drawn at *now* (aware)."""
    return tuple(item(one, zone, now) for one in occurrences)


def item(one: Occurrence, zone: tzinfo, now: datetime) -> Item:
    """One of them."""
    start, end = one.start.astimezone(zone), one.end.astimezone(zone)
    key = f"{','.join(one.entries) or one.title}@{one.start.isoformat()}"
    return Item(key, one, start.replace(tzinfo=None), end.replace(tzinfo=None), _look(one, now), _tip(one, start, end))


def matching(found: Iterable[Item], needle: str, kinds: frozenset[CalendarKind]) -> tuple[Item, ...]:
    """Those of *kinds* that hold every word of *needle* in title or note."""
    words = needle.casefold().split()
    return tuple(
        one
        for one in found
        if one.occurrence.kind in kinds
        and all(word in f"{one.title}\n{one.occurrence.note}".casefold() for word in words)
    )


def length_words(length: timedelta) -> str:
    """A length as people say it, such as 3 h 30 min."""
    minutes = round(length.total_seconds() / 60)
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{days} d" if days else "", f"{hours} h" if hours else "", f"{minutes} min" if minutes else ""]
    return " ".join(part for part in parts if part) or "0 min"


def day_words(day: date) -> str:
    """A day as it stands in lists."""
    return f"{day:%a} {day.day} {day:%b}"


def odd_lengths(found: Iterable[Item], zone_name: str, offset: str) -> str:
    """Which clocks are shown, and what is longer or shorter than its times say."""
    odd = [
        f"{one.start.day} {one.start:%b}: {one.times} is {length_words(one.occurrence.end - one.occurrence.start)}"
        for one in found
        if one.occurrence.kind is CalendarKind.WINDOW and _odd(one)
    ]
    return ". ".join([f"Times in {zone_name} ({offset})", *odd[:2]])


def _odd(one: Item) -> bool:
    return one.occurrence.end - one.occurrence.start != one.end - one.start


def _look(one: Occurrence, now: datetime) -> str:
    if one.kind is not CalendarKind.WORK:
        return one.kind.value
    if one.status is CalendarStatus.CANCELLED:
        return "cancelled"
    if one.end <= now:
        return "past"
    if one.conflicts:
        return "conflict"
    if one.start <= now:
        return "running"
    return "tentative" if one.status is CalendarStatus.TENTATIVE else "planned"


def _tip(one: Occurrence, start: datetime, end: datetime) -> str:
    length = length_words(one.end - one.start)
    begins, ends = (f"{day_words(moment)} {moment:%H:%M} ({_offset(moment)})" for moment in (start, end))
    lines = [
        one.title,
        WORDS[one.kind] + ("" if one.status is CalendarStatus.CONFIRMED else f", {one.status.value}"),
        f"{begins} to {ends}, {length}",
        f"UTC {one.start.astimezone(UTC):%Y-%m-%d %H:%M} to {one.end.astimezone(UTC):%Y-%m-%d %H:%M}",
        *(f"Conflict: {conflict.text}" for conflict in one.conflicts),
        *([one.note] if one.note else []),
    ]
    return "\n".join(lines)


def _offset(moment: datetime) -> str:
    text = f"{moment:%z}"
    return f"{text[:3]}:{text[3:5]}"
