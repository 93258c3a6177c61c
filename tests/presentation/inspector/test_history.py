"""Spans of histories, comparisons and figures in words."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.telemetry import NumberFigures, PointFigures, Series, Share
from heyzack_console.presentation.inspector.history import (
    LONGEST,
    SHORTEST,
    CompareKind,
    Comparison,
    comparable,
    figure_words,
    laid_over,
    last,
    moved,
    picked,
    window_words,
    zoomed,
)
from heyzack_console.presentation.inspector.trend import charted, time_ticks
from tests.support.building import CLIMATE, DEVICES, SMOKE, THERMOSTAT

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
spans = st.timedeltas(timedelta(), 3 * LONGEST)


def test_the_last_hour_ends_now_and_moves_on():
    window = last(HOUR, NOW)
    assert (window.start, window.end, window.live) == (NOW - HOUR, NOW, True)


@given(spans, spans)
def test_what_is_picked_is_a_minute_at_least_and_never_in_the_future(first, second):
    window = picked(NOW + HOUR - first, NOW + HOUR - second, NOW)
    assert window.end <= NOW
    assert SHORTEST <= window.length <= LONGEST


@given(spans, st.floats(0.01, 100))
def test_zooming_keeps_to_the_bounds(length, factor):
    window = zoomed(picked(NOW - length, NOW, NOW), factor, NOW)
    assert window.end <= NOW
    assert SHORTEST <= window.length <= LONGEST


def test_zooming_in_halves_around_the_middle():
    window = zoomed(picked(NOW - 4 * HOUR, NOW, NOW), 0.5, NOW)
    assert (window.start, window.end) == (NOW - 3 * HOUR, NOW - HOUR)


def test_moving_stops_at_now_and_keeps_the_length():
    window = picked(NOW - 3 * HOUR, NOW - HOUR, NOW)
    assert moved(window, -0.5, NOW).start == NOW - 4 * HOUR
    assert moved(window, 5, NOW) == picked(NOW - 2 * HOUR, NOW, NOW)


def test_another_time_is_laid_over_this_one():
    series = Series(DeviceId("d"), "t", "°C", 0, (1000,), (20.0,), (20.0,), (20.0,), ((0, 1),))
    back = Comparison(CompareKind.DAY).back
    assert laid_over(series, back).times == (86_401_000,)
    assert laid_over(series, back).filled == ()
    assert Comparison(CompareKind.YEAR).back.days % 7 == 0


def test_points_of_one_unit_can_be_compared():
    pairs = comparable(DEVICES, CLIMATE.points[0])
    assert [(d.name, p.code) for d, p in pairs] == [
        ("Climate 1.02", "va_temperature"),
        ("Thermostat 1.03", "temp_set"),
        ("Thermostat 1.03", "temp_current"),
    ]


def test_figures_of_numbers_are_said_with_their_unit():
    figures = PointFigures(THERMOSTAT.id, "temp_current", NumberFigures(1440, 19.0, 23.5, 21.04))
    assert figure_words(THERMOSTAT, THERMOSTAT.points[2], figures).replace("\N{NO-BREAK SPACE}", " ") == (
        "lowest 19.0 °C · mean 21.0 °C · highest 23.5 °C · 1,440 values"
    )


def test_figures_of_words_are_shares_of_time_and_changes():
    figures = PointFigures(THERMOSTAT.id, "switch", None, (Share(True, 750), Share(False, 250)), 3)
    assert figure_words(THERMOSTAT, THERMOSTAT.points[0], figures).replace("\N{NO-BREAK SPACE}", " ") == (
        "on 75.0 % · off 25.0 % · 3 changes"
    )


def test_where_nothing_is_known_nothing_is_said():
    assert figure_words(THERMOSTAT, THERMOSTAT.points[0], PointFigures(THERMOSTAT.id, "switch")) == ""


def test_a_window_of_ones_own_names_its_ends_in_local_time():
    assert window_words(last(HOUR, NOW), UTC) == ""
    assert window_words(picked(NOW - HOUR, NOW, NOW), UTC) == "Mon 02 Mar 07:00 to Mon 02 Mar 2026 08:00"


@pytest.mark.parametrize("days", [1, 7, 30, 365, 1800])
def test_a_long_span_has_few_marks(days):
    assert 1 <= len(time_ticks(NOW - timedelta(days=days), NOW, UTC)) <= 21


def test_truths_and_words_follow_the_numbers():
    assert [spec.code for spec in charted(THERMOSTAT)] == ["temp_current", "temp_set", "switch", "mode"]
    assert [spec.code for spec in charted(SMOKE)] == ["smoke_sensor_state"]
