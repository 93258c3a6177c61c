"""`calendar expand`: what it prints, and what it says of files and spans that it cannot use."""

import pytest

from tests.cli.running import console
from tests.support.calendar_files import CALENDARS, NEEDS_CALENDARS, calendar, event, listed

SPAN = ("--from", "2026-01-01", "--to", "2027-01-01")


def a_file(folder, content):
    file = folder / "a.ics"
    file.write_bytes(content)
    return str(file)


@NEEDS_CALENDARS
async def test_json_is_one_occurrence_a_line_as_listed():
    name = "recurring_events_moved.ics"
    known = listed()[name]
    ended = await console(
        "calendar", "expand", str(CALENDARS / name), "--from", known["from"], "--to", known["until"], "--json"
    )
    assert (ended.code, ended.err) == (0, "")
    assert ended.lines == known["occurrences"]


async def test_without_json_people_read_a_table(tmp_path):
    lines = event("DTSTART;VALUE=DATE:20260501", "STATUS:CONFIRMED", summary="Labour\\nday \x1b[31m")
    ended = await console("calendar", "expand", a_file(tmp_path, calendar(*lines)), *SPAN)
    assert ended.code == 0
    assert ended.out.splitlines() == [
        "start       end         status     summary",
        "2026-05-01  2026-05-02  CONFIRMED  Labour day  [31m",
    ]


async def test_an_empty_span_prints_nothing_and_says_so(tmp_path):
    ended = await console("calendar", "expand", a_file(tmp_path, calendar()), *SPAN)
    assert (ended.code, ended.out) == (0, "")
    assert "Nothing takes place" in ended.err


@pytest.mark.parametrize(
    ("content", "span", "words"),
    [
        (b"nonsense", SPAN, "no iCalendar file"),
        (calendar(), ("--from", "soon", "--to", "2027-01-01"), "'soon' is no date"),
        (calendar(*event("DTSTART:20200101T000000Z", "RRULE:FREQ=SECONDLY")), SPAN, "shorter span"),
    ],
    ids=["broken", "no span", "too dense"],
)
async def test_what_cannot_be_expanded_ends_with_code_2_and_words_in_both_places(tmp_path, content, span, words):
    ended = await console("calendar", "expand", a_file(tmp_path, content), *span, "--json")
    assert ended.code == 2
    assert ended.value["ok"] is False
    assert words in ended.value["message"]
    assert words in ended.err


async def test_a_file_that_is_not_there_or_too_large_is_told(tmp_path):
    gone = await console("calendar", "expand", str(tmp_path / "gone.ics"), *SPAN)
    assert (gone.code, gone.out) == (2, "")
    assert "cannot be read" in gone.err
    large = await console("calendar", "expand", a_file(tmp_path, b" " * 10_000_001), *SPAN)
    assert large.code == 2
    assert "larger than 10 MB" in large.err
