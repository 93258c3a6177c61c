"""Which days a view shows, and where its pages lead."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.presentation.calendar.pages import View, page_at, turned

DAY = date(2026, 7, 23)


@pytest.mark.parametrize(
    ("view", "first", "last", "title"),
    [
        (View.MONTH, "2026-06-29", "2026-08-03", "July 2026"),
        (View.WEEK, "2026-07-20", "2026-07-27", "20 to 26 July 2026, week 30"),
        (View.DAY, "2026-07-23", "2026-07-24", "Thu 23 Jul 2026"),
        (View.AGENDA, "2026-07-23", "2026-08-22", "23 July to 21 August 2026"),
    ],
)
def test_a_view_shows_whole_weeks_from_monday_or_the_days_from_here(view, first, last, title):
    page = page_at(view, DAY)
    assert (page.first.isoformat(), page.last.isoformat(), page.title) == (first, last, title)


def test_a_span_over_new_year_names_both_years():
    assert page_at(View.WEEK, date(2026, 12, 30)).title == "28 December 2026 to 3 January 2027, week 53"


def test_the_next_month_of_a_long_one_stays_within_it():
    assert turned(page_at(View.MONTH, date(2027, 1, 31)), 1) == date(2027, 2, 28)
    assert turned(page_at(View.MONTH, date(2027, 1, 31)), -1) == date(2026, 12, 31)


@given(st.sampled_from(View), st.dates(date(1950, 1, 1), date(2150, 1, 1)))
def test_the_day_stands_on_its_page_and_pages_follow_one_another(view, day):
    page = page_at(view, day)
    assert page.first <= day < page.last
    after = page_at(view, turned(page, 1))
    assert page.first < after.first <= page.last
    assert page_at(view, turned(after, -1)).first == page.first or view is View.AGENDA
