"""Files taken in and written again: nothing that is known gets lost."""

from datetime import UTC, datetime

import icalendar
import pytest

from heyzack_console.calendars.expansion import expand
from heyzack_console.calendars.records import read_entries
from heyzack_console.calendars.writing import written
from heyzack_console.domain.calendar import CalendarEntry, CalendarId, CalendarKind, CalendarStatus
from heyzack_console.rules.calendar.placing import occurrences
from heyzack_console.rules.calendar.span import span_between
from tests.support.calendar_entries import draft, local, utc
from tests.support.calendar_files import CALENDARS, NEEDS_CALENDARS, calendar, event, listed

NOW = datetime(2026, 7, 23, tzinfo=UTC)
ENDING = "FREQ=WEEKLY;UNTIL=20260601T000000"
HOUR = ("DTSTART:20260301T090000Z", "DTEND:20260301T100000Z")
BERLIN = "TZID=Europe/Berlin"


def read(*lines, zone="Europe/Berlin"):
    return read_entries(calendar(*lines), zone, CalendarKind.EVENT)


def kept(found):
    """Entries as the site's calendar keeps them."""
    whole = {one.uid: CalendarId(f"{n:032x}") for n, one in enumerate(found.entries) if one.instead_of is None}
    return [
        CalendarEntry(
            whole[one.uid] if one.instead_of is None else CalendarId(f"f{n:031x}"), one.draft, one.left_out, one.added,
            None if one.instead_of is None else whole[one.uid], one.instead_of, one.uid, one.foreign,
        )
        for n, one in enumerate(found.entries)
    ]  # fmt: skip


def again(entries):
    return read_entries(written(entries, NOW).encode(), "Europe/Berlin", CalendarKind.EVENT)


def test_an_event_is_read_on_the_wall_clock_of_its_zone():
    found = read(
        *event(
            f"DTSTART;{BERLIN}:20260322T000000", f"DTEND;{BERLIN}:20260322T040000",
            "RRULE:FREQ=WEEKLY;UNTIL=20260425T220000Z",
            f"EXDATE;{BERLIN}:20260405T000000", "RDATE:20260406T220000Z", "STATUS:TENTATIVE", "DESCRIPTION:Key\\, desk",
        )
    )  # fmt: skip
    (one,) = found.entries
    assert one.draft.wall.zone == "Europe/Berlin"
    assert (one.draft.wall.start, one.draft.wall.end) == (local("2026-03-22T00:00"), local("2026-03-22T04:00"))
    assert one.draft.rule == "FREQ=WEEKLY;UNTIL=20260426T000000"
    assert (one.left_out, one.added) == ((local("2026-04-05T00:00"),), (local("2026-04-07T00:00"),))
    assert (one.draft.status, one.draft.note) == (CalendarStatus.TENTATIVE, "Key, desk")


def test_whole_days_and_local_times_are_those_of_the_site():
    found = read(*event("DTSTART;VALUE=DATE:20260501"), *event("DTSTART:20260502T080000", "DURATION:PT1H", uid="u2"))
    day, hour = (one.draft.wall for one in found.entries)
    assert (day.all_day, day.start, day.end, day.zone) == (
        True,
        local("2026-05-01"),
        local("2026-05-02"),
        "Europe/Berlin",
    )
    assert (hour.start, hour.end, hour.zone) == (local("2026-05-02T08:00"), local("2026-05-02T09:00"), "Europe/Berlin")


def test_what_means_nothing_here_is_handed_back_as_it_came():
    lines = ("CATEGORIES:One,Two", "X-COLOUR;X-P=1:blue", "SEQUENCE:3", "ATTENDEE;CN=Ines:mailto:ines@example.org")
    alarm = ("BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-PT15M", "END:VALARM")
    (one,) = read(*event("DTSTART:20260301T090000Z", "DTEND:20260301T100000Z", *lines, *alarm)).entries
    text = written(kept(read(*event("DTSTART:20260301T090000Z", "DTEND:20260301T100000Z", *lines, *alarm))), NOW)
    for line in (*lines, *alarm, "DTSTAMP:20200101T000000Z"):
        assert line in one.foreign
        assert f"{line}\r\n" in text
    assert again(kept(read(*event("DTSTART:20260301T090000Z", "DTEND:20260301T100000Z", *lines)))).entries[0].foreign


@NEEDS_CALENDARS
@pytest.mark.parametrize("name", listed())
def test_a_real_calendar_taken_in_and_written_again_has_the_listed_occurrences(name):
    known = listed()[name]
    entries = kept(read_entries((CALENDARS / name).read_bytes(), "Europe/Berlin", CalendarKind.EVENT))
    if name.startswith("issue_148"):
        entries = entries[-1:]  # two versions of one event; the later one counts
    text = written(entries, NOW)
    found = expand(text.encode(), span_between(known["from"], known["until"]))
    wanted = [(one["uid"], one["start"], one["end"], one["summary"]) for one in known["occurrences"]]
    assert [(one.uid, one.start, one.end, one.summary) for one in found] == wanted
    placed = occurrences(entries, utc(known["from"]), utc(known["until"]))
    assert len(placed) in (known["count"], known["count"] + 1)
    assert [(e.draft, e.left_out, e.instead_of, e.foreign) for e in again(entries).entries] == [
        (e.draft, e.left_out, e.instead_of, e.foreign) for e in entries
    ]


def test_our_own_entries_come_back_whole_with_kind_exceptions_and_zone():
    series = CalendarEntry(
        CalendarId("a" * 32),
        draft("Gate; north", "2026-03-01T00:00", "2026-03-01T04:00", CalendarKind.WINDOW, ENDING),
        left_out=(local("2026-03-08T00:00"),), added=(local("2026-03-10T00:00"),),
    )  # fmt: skip
    single = CalendarEntry(
        CalendarId("b" * 32), draft("Gate, later", "2026-03-16T22:00", "2026-03-17T02:00", CalendarKind.WINDOW),
        series=series.id, instead_of=local("2026-03-15T00:00"),
    )  # fmt: skip
    text = written([series, single], NOW)
    found = read_entries(text.encode(), "America/New_York", CalendarKind.EVENT).entries
    assert [(one.draft, one.left_out, one.added, one.instead_of) for one in found] == [
        (one.draft, one.left_out, one.added, one.instead_of) for one in (series, single)
    ]
    assert {one.uid for one in found} == {f"{'a' * 32}@heyzack-console"}
    assert [part["TZID"] for part in icalendar.Calendar.from_ical(text).walk("VTIMEZONE")] == ["Europe/Berlin"]
    ours = [(one.start, one.end) for one in occurrences([series, single], utc("2026-03-01"), utc("2026-07-01"))]
    theirs = expand(text.encode(), span_between("2026-03-01T00:00Z", "2026-07-01T00:00Z"))
    assert [(datetime.fromisoformat(one.start), datetime.fromisoformat(one.end)) for one in theirs] == ours


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("DTSTART:20260301T090000Z",), "before it has begun"),
        ((*HOUR, "RRULE:FREQ=HOURLY"), "steps by days"),
        ((*HOUR, "RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"), "more than one rule"),
        ((*HOUR, "RECURRENCE-ID;RANGE=THISANDFUTURE:20260301T090000Z"), "RANGE"),
        ((*HOUR, "RDATE;VALUE=PERIOD:20260401T090000Z/PT2H"), "PERIOD"),
    ],
)
def test_what_cannot_be_kept_is_said_and_hinders_no_other(lines, words):
    good = event("DTSTART:20260301T090000Z", "DTEND:20260301T100000Z", uid="u2")
    found = read(*event(*lines), *good)
    assert [one.uid for one in found.entries] == ["u2"]
    assert len(found.refused) == 1
    assert words in found.refused[0]
