"""A span as people write it."""

import pytest

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.calendar.span import span_between


@pytest.mark.parametrize(
    ("begin", "end"),
    [("2026-03-29", "2026-03-30"), ("2026-03-29T08:00", "2026-03-30"), ("2026-03-29T08:00Z", "2026-03-29T08:00-01:00")],
)
def test_dates_local_times_and_offsets_make_a_span(begin, end):
    span = span_between(begin, end)
    assert span.begin < span.end


def test_a_date_is_its_first_moment():
    assert span_between("2026-03-29", "2026-03-30").begin.isoformat() == "2026-03-29T00:00:00"


@pytest.mark.parametrize(
    ("begin", "end", "words"),
    [
        ("29.3.2026", "2026-03-30", "from: '29.3.2026' is no date"),
        ("2026-03-29", "2026-02-30", "to: '2026-02-30' is no date"),
        ("2026-03-29", "2026-03-29", "not after"),
        ("2026-03-29", "2026-03-28", "not after"),
        ("2026-03-29", "2026-03-30T00:00Z", "both"),
        ("0001-01-01", "2026-03-30", "the year 1 is outside"),
        ("2026-03-29", "9999-12-31", "the year 9999 is outside"),
    ],
)
def test_what_is_no_span_is_refused_with_words(begin, end, words):
    with pytest.raises(InvalidInput, match=words):
        span_between(begin, end)
