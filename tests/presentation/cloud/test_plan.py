"""A project's plan as a person enters it, and what its end means."""

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.presentation.cloud.plan import MOST, Plan, count_down, plan_of
from tests.support.cloud_project import EUROPE

plans = st.builds(
    Plan,
    st.none() | st.dates(date(2020, 1, 1), date(2100, 1, 1)),
    st.integers(0, MOST),
    st.integers(0, MOST),
    st.integers(10, 100),
)


@given(plans)
def test_a_plan_that_was_entered_is_shown_again_as_it_was(plan: Plan):
    assert plan_of(plan.of(EUROPE)) == plan


def test_a_plan_changes_nothing_else_of_its_project():
    plain = plan_of(EUROPE).of(EUROPE)
    assert plain == EUROPE
    ending = replace(plan_of(EUROPE), ends=date(2026, 12, 1)).of(EUROPE)
    assert ending == replace(EUROPE, subscription_ends=datetime(2026, 12, 1, tzinfo=UTC))


def test_the_days_that_are_left_and_the_day_of_the_alert_are_counted():
    today = date(2026, 3, 2)
    assert count_down(date(2026, 4, 1), today, 14) == "30 days left; an alert comes in 16 days, 14 days ahead."
    assert count_down(date(2026, 3, 17), today, 14) == "15 days left; an alert comes in 1 day, 14 days ahead."
    assert "at once" in count_down(date(2026, 3, 3), today, 14)
    assert count_down(date(2026, 3, 1), today, 14) == "That day is over."
    assert "nobody can be warned" in count_down(None, today, 14)
