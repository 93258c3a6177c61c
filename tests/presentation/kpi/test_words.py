"""Alarm figures in words."""

from datetime import UTC

import pytest

from heyzack_console.domain.alerts.kpi import AckTime, Advice, Kpi, Period, Remedy
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.presentation.kpi.words import (
    ack_words,
    advice_words,
    coverage_words,
    kpi_rows,
    lasting,
    overall_words,
)
from heyzack_console.rules.alerts.annunciations import told
from heyzack_console.rules.alerts.kpi import measured
from tests.support.alarm_history import Call, events_of, second


def report_of(calls, hours=24):
    period = Period(second(0), second(hours * 3600))
    return measured(told(events_of(calls), period.end), period, UTC)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "0 s"),
        (0.25, "0.2 s"),
        (38, "38 s"),
        (161, "2 min 41 s"),
        (600, "10 min"),
        (62220, "17 h 17 min"),
        (180000, "2 d 2 h"),
    ],
)
def test_a_length_of_time_is_told_in_its_two_largest_units(seconds, text):
    assert lasting(seconds) == text


def test_every_figure_has_its_name_target_and_grade_in_words():
    rows = {row.kpi: row for row in kpi_rows(report_of([Call(0, 0, 5, 100, "Ines", Priority.P1)]))}
    assert list(rows) == list(Kpi)
    assert (rows[Kpi.PER_DAY].figure, rows[Kpi.PER_DAY].unit, rows[Kpi.PER_DAY].word) == ("1.0", "alerts", "Good")
    assert (rows[Kpi.TIME_TO_ACKNOWLEDGE].figure, rows[Kpi.TIME_TO_ACKNOWLEDGE].unit) == (
        "1 min 40 s",
        "median 1 min 40 s",
    )
    assert rows[Kpi.PRIORITY_MIX].figure == "100 / 0 / 0"
    assert (rows[Kpi.FLEETING].figure, rows[Kpi.FLEETING].word) == ("1", "Too much")


def test_an_empty_period_says_no_data_everywhere():
    report = report_of([])
    assert {(row.figure, row.unit, row.word) for row in kpi_rows(report)} == {("no data", "", "No data")}
    assert overall_words(report) == "Overall: No data"


def test_the_overall_grade_names_what_made_it():
    words = overall_words(report_of([Call(0, 0, 5, None, "", Priority.P4)]))
    assert words == "Overall: Too much (Top-10 share, Fleeting, Priority mix)"


def test_few_days_are_said_to_be_few():
    assert coverage_words(report_of([])) == "1 of 1 days with data; 30 are the usual minimum for judging"
    assert coverage_words(report_of([], hours=24 * 30)) == "30 of 30 days with data"


def test_advice_says_the_change_and_what_it_spares():
    assert advice_words(Advice(Remedy.DELAY, 90, "s", 12)) == "1 min 30 s more delay: 12 fewer"
    assert advice_words(Advice(Remedy.DEAD_BAND, 0.5, "°C", 3)) == "dead-band of 0.5 °C: 3 fewer"


def test_answers_to_a_priority_are_told_or_said_to_be_missing():
    assert ack_words(AckTime(Priority.P2)) == "P2: no data"
    assert ack_words(AckTime(Priority.P1, 3, 38, 161)) == "P1: median 38 s, 95 % within 2 min 41 s, 3 answered"
