"""When a recurrence rule (RFC 5545, 3.3.10) recurs.

dateutil does the counting. Where its list departs from that of RFC 5545 as libical reads it, the rule is written out
first: what a rule leaves open comes from its start, and a set position counts over the whole first week.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice

from dateutil.rrule import rrule, rruleset, rrulestr

from heyzack_console.domain.errors import InvalidInput

MOST_STEPS = 200_000
"""So many recurrences are counted for one answer; a building's calendar has far fewer."""
LONGEST_RULE = 2_000
MOST_VALUES = 400
"""Values in one list of a rule; the longest sensible one names the days of a year."""
LONGEST_INTERVAL = 10_000

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
# Steps of one size on the wall clock: a start may be moved on by whole steps without changing what follows.
EVEN_STEPS = {
    "SECONDLY": timedelta(seconds=1),
    "MINUTELY": timedelta(minutes=1),
    "HOURLY": timedelta(hours=1),
    "DAILY": timedelta(days=1),
    "WEEKLY": timedelta(weeks=1),
}
UNTIL = re.compile(r"\d{8}(T\d{6}Z?)?")
OTHER_MONTH_WORDS = {"BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYDAY"}
OTHER_DAY_WORDS = {"BYDAY", "BYMONTHDAY", "BYYEARDAY"}


class Recurrence:
    """The moments of one rule from its start on, in the start's own kind: local, or aware."""

    def __init__(self, rule: str, start: datetime) -> None:
        """Read *rule* as it stands behind ``RRULE:``.

        Raises:
            InvalidInput: it is no rule.
        """
        words = _words(rule)
        self._start = start
        self._count = int(words.pop("COUNT")) if words.get("COUNT", "").isdecimal() else None
        self._step = _even_step(words) if self._count is None else None
        _fill_from_start(words, start)
        self._words = words
        self._week_begins = _first_of_week(words, start) if "BYSETPOS" in words else start
        self._counted = _counting(words, self._week_begins)

    def __iter__(self) -> Iterator[datetime]:
        """From the first one on.

        Raises:
            InvalidInput: there are more than can sensibly be counted.
        """
        return _limited(self._all(self._counted))

    def between(self, after: datetime, before: datetime, *, inc: bool = True) -> list[datetime]:
        """The moments from *after* to *before*, with or without these two.

        Raises:
            InvalidInput: there are more than can sensibly be counted.
        """
        found = []
        for moment in _limited(self._all(self._from(after))):
            if moment > before or (moment == before and not inc):
                break
            if moment > after or (moment == after and inc):
                found.append(moment)
        return found

    def _all(self, counted: rrule | rruleset) -> Iterator[datetime]:
        begun = (moment for moment in counted if moment >= self._start)
        return islice(begun, self._count)

    def _from(self, after: datetime) -> rrule | rruleset:
        """The rule begun so late that little before *after* has to be counted."""
        ahead = after - self._week_begins
        if self._step is None or ahead <= 2 * self._step:
            return self._counted
        # One step less than fits: clocks may have been changed in between.
        moved = self._week_begins + (ahead // self._step - 1) * self._step
        return _counting(self._words, moved)


def _words(rule: str) -> dict[str, str]:
    if len(rule) > LONGEST_RULE:
        raise InvalidInput(f"The rule has {len(rule)} characters; {LONGEST_RULE} are read.", "rule")
    words = {}
    for part in rule.strip().strip(";").upper().split(";"):
        name, equals, value = part.partition("=")
        if not equals or not value or name in words:
            raise InvalidInput(f"{rule!r} is no recurrence rule: see {part!r}.", "rule")
        if value.count(",") >= MOST_VALUES:
            raise InvalidInput(f"{name} lists more than {MOST_VALUES} values.", "rule")
        words[name] = value
    interval = words.get("INTERVAL", "1")
    if not interval.isdecimal() or int(interval) == 0:
        raise InvalidInput(f"INTERVAL={interval} is no number of steps.", "rule")
    return words


def _even_step(words: dict[str, str]) -> timedelta | None:
    unit = EVEN_STEPS.get(words.get("FREQ", ""))
    interval = int(words.get("INTERVAL", "1"))
    return None if unit is None or interval > LONGEST_INTERVAL else unit * interval


def _fill_from_start(words: dict[str, str], start: datetime) -> None:
    """Write out what RFC 5545 takes from the start and dateutil takes from nowhere."""
    freq, present = words.get("FREQ"), words.keys()
    if "UNTIL" in words:
        words["UNTIL"] = _until(words["UNTIL"], start)
    if freq == "YEARLY" and "BYWEEKNO" in present and not OTHER_DAY_WORDS & present:
        words["BYDAY"] = DAYS[start.weekday()]
    if freq == "YEARLY" and "BYMONTHDAY" in present and not OTHER_MONTH_WORDS & present:
        words["BYMONTH"] = str(start.month)
    if freq == "WEEKLY" and "BYSETPOS" in present and "BYDAY" not in present:
        words["BYDAY"] = DAYS[start.weekday()]


def _until(text: str, start: datetime) -> str:
    """The last moment in the kind of *start*, as dateutil wants it; files mix dates, local times and UTC."""
    if UNTIL.fullmatch(text) is None:
        raise InvalidInput(f"UNTIL={text} is no date or time.", "rule")
    if start.tzinfo is None:
        return text.removesuffix("Z")
    return f"{text.removesuffix('Z')}Z" if "T" in text else f"{text}T000000Z"


def _first_of_week(words: dict[str, str], start: datetime) -> datetime:
    week_start = words.get("WKST", "MO")
    if words.get("FREQ") != "WEEKLY" or week_start not in DAYS:
        return start
    return start - timedelta(days=(start.weekday() - DAYS.index(week_start)) % 7)


def _counting(words: dict[str, str], start: datetime) -> rrule | rruleset:
    text = ";".join(f"{name}={value}" for name, value in words.items())
    try:
        return rrulestr(text, dtstart=start)
    except (ValueError, KeyError, TypeError, IndexError, OverflowError, AttributeError) as error:
        raise InvalidInput(f"{text!r} is no recurrence rule: {error}.", "rule") from error


def _limited(moments: Iterator[datetime]) -> Iterator[datetime]:
    for number, moment in enumerate(moments):
        if number >= MOST_STEPS:
            raise InvalidInput(
                f"A rule recurs more than {MOST_STEPS:,} times before the end of the span. Ask for a shorter span.",
                "rule",
            )
        yield moment
