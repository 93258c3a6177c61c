"""The form of an entry: usual recurrences, and what is wrong."""

import pytest

from heyzack_console.presentation.calendar.drafting import objection, rule_choices
from heyzack_console.rules.calendar.recurrence import Recurrence
from tests.support.calendar_entries import draft, local


@pytest.mark.parametrize("day", ["2026-07-26T00:00", "2026-07-31T22:00", "2026-02-28T06:00"])
def test_every_usual_recurrence_is_one_that_takes_place(day):
    choices = rule_choices(local(day))
    assert choices[0].rule == ""
    for choice in choices[1:]:
        assert next(iter(Recurrence(choice.rule, local(day)))) >= local(day)


def test_the_last_sunday_of_a_month_is_among_them():
    assert ("Every month on the last Sunday", "FREQ=MONTHLY;BYDAY=-1SU") in {
        (choice.words, choice.rule) for choice in rule_choices(local("2026-07-26T00:00"))
    }


def test_what_is_wrong_is_said_in_words():
    assert objection(draft("Gate", "2026-07-26T00:00", "2026-07-26T04:00")) == ""
    assert "before it has begun" in objection(draft("Gate", "2026-07-26T04:00", "2026-07-26T00:00"))
