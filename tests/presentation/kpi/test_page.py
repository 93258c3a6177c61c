"""The page of alarm figures, and its table for other programs."""

import csv
from datetime import UTC
from zoneinfo import ZoneInfo

from heyzack_console.domain.alerts.kpi import Grade, Period
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.presentation.kpi.page import as_csv, kpi_page
from heyzack_console.rules.alerts.annunciations import told
from heyzack_console.rules.alerts.kpi import measured
from tests.support.alarm_history import Call, events_of, second

DAY = 86400
FLOOD = [Call(n, DAY + n, DAY + n + 40, None, "", Priority.P4) for n in range(20)]
HABIT = [Call(30, n * 3000, n * 3000 + 20, n * 3000 + 10, "Ines", Priority.P1) for n in range(4)]


def report_of(calls, zone=UTC):
    period = Period(second(0), second(3 * DAY))
    return measured(told(events_of(calls), period.end), period, zone)


def named(device):
    return f"Device {device}"


def test_days_that_a_flood_touched_are_marked_and_every_day_has_its_bar():
    page = kpi_page(report_of(FLOOD), named, UTC)
    assert [(day.label, day.total, day.flooded) for day in page.days] == [
        ("2 Mar", 0, False),
        ("3 Mar", 20, True),
        ("4 Mar", 0, False),
        ("5 Mar", 0, False),
    ]
    assert page.grade is Grade.TOO_MUCH


def test_the_period_is_told_in_the_time_of_the_site():
    page = kpi_page(report_of(FLOOD, ZoneInfo("Asia/Tokyo")), named, ZoneInfo("Asia/Tokyo"))
    assert page.span.startswith("2 Mar 2026 17:00 to 5 Mar 2026 17:00, 3 of 3 days")


def test_who_calls_most_stands_first_with_what_to_change():
    first = kpi_page(report_of([*FLOOD, *HABIT]), named, UTC).callers[0]
    assert (first.name, first.count, first.advice) == ("Device d30", 4, "30 s more delay: 4 fewer")


def test_a_period_without_alerts_is_an_empty_page():
    page = kpi_page(report_of([]), named, UTC)
    assert (page.empty, page.callers, page.answers) == (True, (), "")


def test_the_export_holds_every_figure_day_and_identity_and_no_formula():
    rows = list(csv.DictReader(as_csv(report_of(HABIT), lambda device: "=1+1").splitlines()))
    figures = {row["name"]: row for row in rows if row["section"] == "figure"}
    assert (figures["per_day"]["value"], figures["per_day"]["grade"]) == ("1.33333", "good")
    assert figures["time_to_acknowledge"]["value"] == "10"
    assert figures["overall_grade"]["grade"] == "too_much"
    days = [row for row in rows if row["section"] == "day"]
    assert (days[0]["name"], days[0]["value"], days[0]["detail"]) == ("2026-03-02", "4", "P1=4 P2=0 P3=0 P4=0")
    assert [row["name"] for row in rows if row["section"] == "identity"] == ["'=1+1: Temperature high"]
