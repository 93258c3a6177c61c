"""Scales have round steps that hold the values; time ticks are round in local time."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.points import PointKind
from heyzack_console.presentation.inspector.trend import (
    SPANS,
    filled_words,
    least_span,
    scale_of,
    time_ticks,
    trendable,
)
from tests.support.building import SMOKE, THERMOSTAT


@given(st.floats(-1e6, 1e6), st.floats(0, 1e6).filter(lambda span: span == 0 or span > 1e-3))
def test_a_scale_holds_its_values_with_a_handful_of_labels(low: float, span: float):
    scale = scale_of(low, low + span)
    slack = 1e-6 * max(1.0, abs(low), span)
    assert scale.low <= low + slack
    assert scale.high >= low + span - slack
    assert 2 <= len(scale.ticks) <= 7
    assert list(scale.ticks) == sorted(set(scale.ticks))


def test_a_constant_value_stands_in_the_middle_of_its_scale():
    scale = scale_of(21.0, 21.0)
    assert scale.low < 21.0 < scale.high


def test_ticks_are_round_in_local_time_also_with_half_hour_offsets():
    start = datetime(2026, 3, 2, 8, 7, tzinfo=UTC)
    ticks = time_ticks(start, start + timedelta(hours=6), ZoneInfo("Asia/Kolkata"))
    assert [word for _, word in ticks] == ["14:00", "16:00", "18:00"]


def test_every_span_has_a_few_ticks_inside_it():
    end = datetime(2026, 3, 30, 12, tzinfo=UTC)
    for _, span in SPANS:
        ticks = time_ticks(end - span, end, ZoneInfo("Europe/Berlin"))
        assert 2 <= len(ticks) <= 8
        assert all((end - span).timestamp() <= at <= end.timestamp() for at, _ in ticks)


def test_the_points_to_choose_from_are_numbers_with_the_main_one_first():
    specs = trendable(THERMOSTAT)
    assert [s.code for s in specs] == ["temp_current", "temp_set"]
    assert all(s.kind is PointKind.NUMBER for s in specs)


def test_a_battery_alone_makes_no_trend():
    assert trendable(SMOKE) == ()


def test_a_flickering_digit_does_not_fill_the_scale():
    scale = scale_of(22.0, 22.1, least=least_span("°C"))
    assert scale.high - scale.low >= 2.0


def test_stretches_from_the_log_are_named_in_the_site_s_time_with_the_day_in_long_spans():
    zone, end = ZoneInfo("Europe/Berlin"), datetime(2026, 3, 2, 12, tzinfo=UTC)
    stretch = tuple(int((end - timedelta(hours=hours)).timestamp() * 1000) for hours in (3, 2))
    assert filled_words((), end - timedelta(hours=6), end, zone) == ""
    short = filled_words((stretch,), end - timedelta(hours=6), end, zone)
    assert short == "Hatched: filled from the cloud's log, 10:00 to 11:00"
    long = filled_words((stretch, stretch), end - timedelta(days=7), end, zone)
    assert long.endswith("02 Mar 10:00 to 02 Mar 11:00 and 1 more")
