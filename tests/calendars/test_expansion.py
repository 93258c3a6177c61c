"""Occurrences of iCalendar files: the listed ones of real calendars, real lengths, and words for what is broken."""

from dataclasses import asdict
from itertools import pairwise

import pytest

from heyzack_console.calendars.expansion import MOST_OCCURRENCES, expand
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.calendar.span import span_between
from tests.support.calendar_files import CALENDARS, NEEDS_CALENDARS, calendar, event, listed, vectors

BERLIN = "TZID=Europe/Berlin"


def spans(content, begin="2026-01-01", end="2027-01-01"):
    return [(found.start, found.end) for found in expand(content, span_between(begin, end))]


def starts(*lines, begin="2026-01-01", end="2027-01-01"):
    return [start for start, _ in spans(calendar(*event(*lines)), begin, end)]


@NEEDS_CALENDARS
@pytest.mark.parametrize("name", listed())
def test_a_real_calendar_gives_the_listed_occurrences(name):
    known = listed()[name]
    found = expand((CALENDARS / name).read_bytes(), span_between(known["from"], known["until"]))
    assert [asdict(one) for one in found] == known["occurrences"]


@NEEDS_CALENDARS
@pytest.mark.parametrize("vector", vectors(), ids=lambda vector: vector["id"])
def test_an_event_recurs_as_its_rule_is_known_to(vector):
    begins = vector["dtstart"]
    kind = ";VALUE=DATE" if len(begins) == 8 else ""
    ends_by_itself = "COUNT=" in vector["rrule"] or "UNTIL=" in vector["rrule"]
    last = vector["instances"][-1][:4]
    end = f"{int(last) + 30}-01-01" if ends_by_itself else f"{int(last) + 1}-01-01"
    found = starts(f"DTSTART{kind}:{begins}", f"RRULE:{vector['rrule']}", begin="1950-01-01", end=end)
    written = [start.replace("-", "").replace(":", "").replace("+0000", "Z") for start in found]
    assert written[: len(vector["instances"])] == vector["instances"]
    assert len(written) == len(vector["instances"]) or not ends_by_itself


def test_a_window_is_shorter_in_the_night_that_loses_an_hour_and_longer_in_the_one_that_gains_it():
    window = event(f"DTSTART;{BERLIN}:20260322T000000", f"DTEND;{BERLIN}:20260322T040000", "RRULE:FREQ=WEEKLY")
    found = dict(spans(calendar(*window)))
    assert found["2026-03-29T00:00:00+01:00"] == "2026-03-29T04:00:00+02:00"
    assert found["2026-10-25T00:00:00+02:00"] == "2026-10-25T04:00:00+01:00"


def test_a_start_that_the_clocks_skip_is_the_moment_they_show_then():
    found = starts(f"DTSTART;{BERLIN}:20260328T023000", "RRULE:FREQ=DAILY;COUNT=3")
    assert found == ["2026-03-28T02:30:00+01:00", "2026-03-29T03:30:00+02:00", "2026-03-30T02:30:00+02:00"]


def test_hours_of_a_duration_are_real_time_and_its_days_follow_the_calendar():
    night = event(f"DTSTART;{BERLIN}:20260329T000000", "DURATION:PT4H")
    day = event(f"DTSTART;{BERLIN}:20260328T120000", "DURATION:P1D", uid="u2")
    assert spans(calendar(*night, *day)) == [
        ("2026-03-28T12:00:00+01:00", "2026-03-29T12:00:00+02:00"),
        ("2026-03-29T00:00:00+01:00", "2026-03-29T05:00:00+02:00"),
    ]


def test_the_end_of_the_span_is_no_part_of_it_and_what_reaches_into_it_is():
    lines = ("DTSTART:20260301T220000Z", "DTEND:20260302T020000Z", "RRULE:FREQ=DAILY;COUNT=4")
    found = starts(*lines, begin="2026-03-02T00:00Z", end="2026-03-03T22:00+00:00")
    assert found == ["2026-03-01T22:00:00+00:00", "2026-03-02T22:00:00+00:00"]


def test_a_span_without_offset_is_read_on_each_events_own_clock():
    auckland = event("DTSTART;TZID=Pacific/Auckland:20260302T000000", "DURATION:PT1H")
    york = event("DTSTART;TZID=America/New_York:20260302T230000", "DURATION:PT1H", uid="u2")
    both = calendar(*york, *auckland)
    assert spans(both, "2026-03-02", "2026-03-03") == [
        ("2026-03-02T00:00:00+13:00", "2026-03-02T01:00:00+13:00"),
        ("2026-03-02T23:00:00-05:00", "2026-03-03T00:00:00-05:00"),
    ]
    assert spans(both, "2026-03-02T00:00Z", "2026-03-03T00:00Z") == []


def test_a_start_that_its_rule_does_not_name_is_left_out_unless_it_was_edited():
    rule = ("DTSTART:20260302T090000Z", "RRULE:FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2")
    assert starts(*rule) == ["2026-03-13T09:00:00+00:00", "2026-11-13T09:00:00+00:00"]
    edit = event("RECURRENCE-ID:20260302T090000Z", "DTSTART:20260302T100000Z")
    assert spans(calendar(*event(*rule), *edit))[0][0] == "2026-03-02T10:00:00+00:00"


def test_an_event_that_began_long_ago_is_not_counted_from_its_beginning():
    found = starts(
        "DTSTART:20000101T001500Z", "RRULE:FREQ=HOURLY;INTERVAL=7", begin="2026-06-01T00:00Z", end="2026-06-02T00:00Z"
    )
    hours = [int(start[11:13]) for start in found]
    assert len(hours) in (3, 4)
    assert {later - earlier for earlier, later in pairwise(hours)} == {7}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no BEGIN:VCALENDAR"),
        (b"name,value\n1,2\n", "no BEGIN:VCALENDAR"),
        (calendar(*event("DTSTART:20260301T090000Z"))[:-30], "breaks off"),
        (calendar(*event("DTSTART:20260301T090000Z")[:-1]), "breaks off"),
        (calendar(*event("DTSTART:20260301T090000Z", summary="B\xe4r")).decode().encode("latin-1"), "UTF-8"),
        (calendar(*event("RRULE:FREQ=DAILY")), "'u1' has no DTSTART"),
        (calendar(*event("DTSTART:1 March")), "'u1': DTSTART cannot be read"),
        (calendar(*event("DTSTART;TZID=Mars/Olympus:20260301T090000")), "time zone 'Mars/Olympus'"),
        (calendar(*event("DTSTART:20260301T090000Z", "RRULE:FREQ=SOMETIMES")), "'u1': RRULE cannot be read"),
        (calendar(*event("DTSTART:20260301T090000Z", "RRULE:FREQ=DAILY;INTERVAL=0")), "INTERVAL=0"),
        (calendar(*event("DTSTART:20260301T090000Z", "EXRULE:FREQ=DAILY")), "EXRULE"),
        (calendar(*event("DTSTART:20260301T090000Z", "a line without a colon")), "a line cannot be read"),
        (calendar("CALSCALE:HEBREW", *event("DTSTART:20260301T090000Z")), "Gregorian"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_broken_file_is_refused_with_words_that_name_the_fault(content, words):
    with pytest.raises(InvalidInput, match=words):
        expand(content, span_between("2026-01-01", "2027-01-01"))


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "FREQ=DAILY;BYHOUR=0,1,2,3;BYMINUTE=0,10,20,30,40,50;BYSECOND=1,2,3"]
)
def test_a_rule_too_dense_to_be_looked_at_is_refused(rule):
    dense = calendar(*event("DTSTART:20260101T000000Z", f"RRULE:{rule}"))
    with pytest.raises(InvalidInput, match="shorter"):
        expand(dense, span_between("2026-01-01", "2199-01-01"))


def test_more_events_than_can_be_looked_at_are_refused():
    dense = [line for n in range(6) for line in event("DTSTART:20260101T000000Z", "RRULE:FREQ=HOURLY", uid=f"u{n}")]
    assert len(spans(calendar(*dense), end="2026-12-01")) < MOST_OCCURRENCES
    with pytest.raises(InvalidInput, match="50,000 occurrences"):
        spans(calendar(*dense), end="2026-12-31")


def test_text_that_says_nothing_about_time_harms_nobody():
    found = calendar(*event("DTSTART:20260301T090000Z", "GEO:nowhere", "PRIORITY:high", "X-ODD;A=B:C"))
    assert spans(found) == [("2026-03-01T09:00:00+00:00", "2026-03-01T09:00:00+00:00")]
