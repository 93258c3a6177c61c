"""Which days a view shows, what stands above them, and where the next page is."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

AGENDA_DAYS = 30
DAY = timedelta(days=1)


class View(StrEnum):
    """The ways to look at a calendar."""

    MONTH = "Month"
    WEEK = "Week"
    DAY = "Day"
    AGENDA = "Agenda"


@dataclass(frozen=True, slots=True)
class Page:
    """One view at one day: the days from *first* up to, but without, *last*."""

    view: View
    day: date
    first: date
    last: date
    title: str

    @property
    def days(self) -> tuple[date, ...]:
        """Every day shown."""
        return tuple(self.first + DAY * number for number in range((self.last - self.first).days))


def page_at(view: View, day: date) -> Page:
    """The page of *view* on which *day* stands; weeks begin on Monday."""
    monday = day - DAY * day.weekday()
    if view is View.MONTH:
        begins = day.replace(day=1)
        first, last = begins - DAY * begins.weekday(), next_month(begins)
        return Page(view, day, first, last + DAY * (-last.weekday() % 7), f"{day:%B %Y}")
    if view is View.WEEK:
        sunday = monday + DAY * 6
        return Page(view, day, monday, monday + DAY * 7, f"{_from_to(monday, sunday)}, week {day.isocalendar().week}")
    if view is View.DAY:
        return Page(view, day, day, day + DAY, f"{day:%a} {day.day} {day:%b %Y}")
    last = day + DAY * AGENDA_DAYS
    return Page(view, day, day, last, _from_to(day, last - DAY))


def turned(page: Page, pages: int) -> date:
    """The day to stand on *pages* further, or back where negative."""
    if page.view is View.MONTH:
        months = page.day.year * 12 + page.day.month - 1 + pages
        begins = date(months // 12, months % 12 + 1, 1)
        return min(page.day.day - 1, (next_month(begins) - begins).days - 1) * DAY + begins
    return page.day + pages * (page.last - page.first)


def next_month(day: date) -> date:
    """The first day of the month after that of *day*."""
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)


def _from_to(first: date, last: date) -> str:
    if first.year != last.year:
        return f"{first.day} {first:%B %Y} to {last.day} {last:%B %Y}"
    if first.month != last.month:
        return f"{first.day} {first:%B} to {last.day} {last:%B %Y}"
    return f"{first.day} to {last.day} {last:%B %Y}"
