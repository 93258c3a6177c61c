"""Which entries a site's calendar takes."""

from dataclasses import replace

import pytest

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.calendar.allowed import checked
from tests.support.calendar_entries import draft, local

GOOD = draft("  Gate \n north ", "2026-06-07T00:00", "2026-06-07T04:00", rule=" freq=monthly;byday=-1su ")


def test_an_entry_is_kept_with_a_tidy_title_and_rule():
    kept = checked(GOOD)
    assert (kept.title, kept.rule) == ("Gate north", "FREQ=MONTHLY;BYDAY=-1SU")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 201}, "title"),
        ({"wall": replace(GOOD.wall, end=GOOD.wall.start)}, "end"),
        ({"wall": replace(GOOD.wall, end=local("2027-07-07T00:00"))}, "end"),
        ({"wall": replace(GOOD.wall, start=local("0026-06-07T00:00"))}, "start"),
        ({"wall": replace(GOOD.wall, zone="Mars/Olympus")}, "zone"),
        ({"wall": replace(GOOD.wall, zone="../etc/passwd")}, "zone"),
        ({"rule": "sometimes"}, "rule"),
        ({"rule": "FREQ=HOURLY"}, "rule"),
        ({"rule": "FREQ=DAILY;BYHOUR=1"}, "rule"),
        ({"rule": "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"}, "rule"),
        ({"rule": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"}, "rule"),
        ({"rule": "FREQ=DAILY;COUNT=99999"}, "rule"),
    ],
)
def test_what_cannot_be_is_refused_and_names_the_field(change, field):
    with pytest.raises(InvalidInput) as refused:
        checked(replace(GOOD, **change))
    assert refused.value.field == field
