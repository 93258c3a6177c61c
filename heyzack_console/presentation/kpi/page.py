"""The page of alarm figures: which period, how many alerts a day, who calls most and what to change."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta, tzinfo

from heyzack_console.domain.alerts.kpi import Grade, KpiReport
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.kpi.words import (
    GRADES,
    KpiRow,
    ack_words,
    advice_words,
    coverage_words,
    habit_words,
    kpi_rows,
    overall_words,
)

PERIODS = (
    ("24 h", timedelta(days=1)),
    ("7 days", timedelta(days=7)),
    ("30 days", timedelta(days=30)),
    ("90 days", timedelta(days=90)),
)
USUAL = PERIODS[2][1]
GLYPHS = {
    Grade.GOOD: "done",
    Grade.ACCEPTABLE: "caution",
    Grade.TOO_MUCH: "too_much",
    Grade.NO_DATA: "no_data",
}
INKS = {
    Grade.GOOD: "ok",
    Grade.ACCEPTABLE: "caution",
    Grade.TOO_MUCH: "caution",
    Grade.NO_DATA: "ink3",
}
GOOD_A_DAY = 150
TOO_MUCH_A_DAY = 300

MOST_CALLERS = 20

NameOf = Callable[[DeviceId], str]


@dataclass(frozen=True, slots=True)
class DayBar:
    """One day: its name, how many of each priority, whether a flood touched it."""

    label: str
    counts: tuple[int, int, int, int]
    flooded: bool

    @property
    def total(self) -> int:
        """All priorities together."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class CallerRow:
    """One identity that calls often."""

    device: DeviceId
    name: str
    condition: str
    count: int
    share: float
    habit: str
    advice: str


@dataclass(frozen=True, slots=True)
class KpiPage:
    """Everything on the page in finished words."""

    span: str
    overall: str
    grade: Grade
    rows: tuple[KpiRow, ...]
    days: tuple[DayBar, ...]
    callers: tuple[CallerRow, ...]
    answers: str
    empty: bool


def kpi_page(report: KpiReport, name_of: NameOf, zone: tzinfo) -> KpiPage:
    """Return the page of *report*; days are local ones of *zone*."""
    start, end = (at.astimezone(zone) for at in (report.period.start, report.period.end))
    times = [ack_words(time) for time in report.ack_times if time.count]
    return KpiPage(
        f"{start.day} {start:%b %Y %H:%M} to {end.day} {end:%b %Y %H:%M}, {coverage_words(report)}",
        overall_words(report),
        report.overall,
        kpi_rows(report),
        tuple(_days(report, zone)),
        tuple(_callers(report, name_of))[:MOST_CALLERS],
        " · ".join(times),
        not report.annunciations,
    )


def as_csv(report: KpiReport, name_of: NameOf) -> str:
    """Return figures, days and identities as one table; shares are fractions, times seconds."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(["section", "name", "value", "grade", "detail"])
    for figure, row in zip(report.figures, kpi_rows(report), strict=True):
        value = "" if figure.value is None else f"{figure.value:g}"
        table.writerow(["figure", figure.kpi.value, value, figure.grade.value, row.target])
    table.writerow(["figure", "overall_grade", "", report.overall.value, GRADES[report.overall]])
    table.writerow(["figure", "days_covered", f"{report.covered_days:g}", "", ""])
    for day in report.days:
        counts = " ".join(f"P{number}={count}" for number, count in enumerate(day.counts, start=1))
        table.writerow(["day", day.day.isoformat(), sum(day.counts), "", counts])
    for caller in _callers(report, name_of):
        said = "; ".join(text for text in (caller.habit, caller.advice) if text)
        table.writerow(["identity", _harmless(f"{caller.name}: {caller.condition}"), caller.count, "", said])
    return text.getvalue()


def _days(report: KpiReport, zone: tzinfo) -> Iterator[DayBar]:
    flooded = {
        (one.start.astimezone(zone) + timedelta(days=number)).date()
        for one in report.floods
        for number in range((one.end.astimezone(zone).date() - one.start.astimezone(zone).date()).days + 1)
    }
    for one in report.days:
        yield DayBar(f"{one.day.day} {one.day:%b}", one.counts, one.day in flooded)


def _callers(report: KpiReport, name_of: NameOf) -> Iterator[CallerRow]:
    for one in report.offenders:
        yield CallerRow(
            one.device,
            name_of(one.device),
            one.condition,
            one.count,
            one.count / report.annunciations,
            habit_words(one),
            "; or ".join(advice_words(each) for each in one.advice),
        )


def _harmless(text: str) -> str:
    """Spreadsheets take a text that begins like a formula for one."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t")) else text
