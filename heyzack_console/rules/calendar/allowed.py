"""Which entries a site's calendar takes."""

from dataclasses import replace
from datetime import timedelta
from itertools import islice
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from heyzack_console.domain.calendar import CalendarEntry, EntryDraft
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.calendar.recurrence import Recurrence

LONGEST_TITLE, LONGEST_NOTE = 200, 4_000
LONGEST = timedelta(days=366)
MOST_COUNTED = 5_000
FIRST_YEAR, LAST_YEAR = 1900, 2199
# Below a day nothing is planned by rule, and rules of filters that never agree would be counted for minutes.
STEPS = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}
FOR_MONTHS_AND_YEARS = {"BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS"}
OF_THE_CLOCK = {"BYHOUR", "BYMINUTE", "BYSECOND"}


def checked(draft: EntryDraft) -> EntryDraft:
    """Return *draft* as it is kept.

    Raises:
        InvalidInput: something about it cannot be; names the field.
    """
    title, wall = " ".join(draft.title.split()), draft.wall
    if not title:
        raise InvalidInput("What is it? Give the entry a title.", "title")
    if len(title) > LONGEST_TITLE or len(draft.note) > LONGEST_NOTE:
        raise InvalidInput(f"A title has at most {LONGEST_TITLE} characters, a note {LONGEST_NOTE:,}.", "title")
    zone_of(wall.zone)
    if wall.start.tzinfo is not None or wall.end.tzinfo is not None:
        raise InvalidInput("Times are those of the wall clock, without an offset.", "start")
    if not FIRST_YEAR <= wall.start.year <= LAST_YEAR:
        raise InvalidInput(f"The year {wall.start.year} is outside {FIRST_YEAR} to {LAST_YEAR}.", "start")
    if wall.end <= wall.start:
        raise InvalidInput("It ends before it has begun. Choose a later end.", "end")
    if wall.length > LONGEST:
        raise InvalidInput("It is longer than a year. Choose an earlier end, or let it recur.", "end")
    kept = replace(draft, title=title, rule=draft.rule.strip().upper())
    if kept.rule:
        _check_rule(kept)
    return kept


def checked_entry(entry: CalendarEntry) -> CalendarEntry:
    """The same for an entry that came from elsewhere."""
    return replace(entry, draft=checked(entry.draft))


def zone_of(name: str) -> ZoneInfo:
    """The time zone called *name*.

    Raises:
        InvalidInput: nobody knows it.
    """
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInput(f"Nobody knows the time zone {name!r}.", "zone") from error


def _check_rule(draft: EntryDraft) -> None:
    words = dict(part.split("=", 1) for part in draft.rule.split(";") if "=" in part)
    freq = words.get("FREQ", "")
    if freq not in STEPS or OF_THE_CLOCK & words.keys():
        raise InvalidInput("A rule steps by days, weeks, months or years; the times are those of the entry.", "rule")
    if freq in {"DAILY", "WEEKLY"} and FOR_MONTHS_AND_YEARS & words.keys():
        raise InvalidInput("Days of a month or year, week numbers and positions need FREQ=MONTHLY or YEARLY.", "rule")
    count = words.get("COUNT", "1")
    if not count.isdecimal() or not 0 < int(count) <= MOST_COUNTED:
        raise InvalidInput(f"COUNT is a number from 1 to {MOST_COUNTED:,}.", "rule")
    if not list(islice(Recurrence(draft.rule, draft.wall.start), 1)):
        raise InvalidInput("By this rule it never takes place.", "rule")
