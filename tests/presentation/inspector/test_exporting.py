"""Histories as tables."""

import csv
import io
from datetime import UTC, datetime

from heyzack_console.domain.telemetry import Series, WordChange, WordSeries
from heyzack_console.presentation.inspector.exporting import csv_text, file_name, number_table, word_table
from tests.support.building import THERMOSTAT, at

TEMPERATURE, MODE = THERMOSTAT.points[2], THERMOSTAT.points[3]


def series(step_ms: int) -> Series:
    return Series(THERMOSTAT.id, "temp_current", "°C", step_ms, (0, 60_000), (20.5, 21.0), (20.0, 21.0), (21.0, 21.5))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_samples_are_values_at_instants_in_utc():
    first, _ = rows(csv_text(number_table(THERMOSTAT, TEMPERATURE, series(0))))
    assert first == {
        "time": "1970-01-01T00:00:00.000+00:00",
        "value": "20.5",
        "device": "Thermostat 1.03",
        "point": "temp_current",
        "unit": "°C",
    }


def test_averages_come_with_their_bounds_and_their_step():
    table = number_table(THERMOSTAT, TEMPERATURE, series(60_000))
    assert rows(csv_text(table))[1]["highest"] == "21.5"
    assert table.notes["step_s"] == "60"


def test_words_are_one_row_a_change_and_no_formula():
    changes = (WordChange(at(0), "=HYPERLINK(1)"), WordChange(at(1), True), WordChange(at(2), None))
    told = rows(csv_text(word_table(THERMOSTAT, MODE, WordSeries(THERMOSTAT.id, "mode", changes))))
    assert [row["value"] for row in told] == ["'=HYPERLINK(1)", "True", ""]


def test_a_files_name_says_what_is_in_it():
    assert file_name(THERMOSTAT, MODE, datetime(2026, 3, 2, tzinfo=UTC), "csv") == "Thermostat-1-03-mode-20260302.csv"
