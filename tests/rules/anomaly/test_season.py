"""What an hour usually shows, apart for weekdays and the weekend."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from heyzack_console.rules.anomaly.season import Season
from heyzack_console.rules.anomaly.sensitivity import STANDARD
from tests.rules.anomaly.rows import DAY, MONDAY, STEP, noise, times

NINE = timedelta(hours=9)


def learnt(values: list[float]) -> Season:
    season = Season(STANDARD)
    for value, at in zip(values, times(len(values)), strict=True):
        season.add(value, at)
    return season


def test_an_hour_is_known_on_its_second_day():
    season = Season(STANDARD)
    for row in range(12):
        season.add(20.0, MONDAY + NINE + row * STEP)
    assert season.usual(MONDAY + NINE) is None
    season.add(23.0, MONDAY + timedelta(days=1) + NINE)
    assert season.usual(MONDAY + NINE) == 20.0 + 3.0 / 13


def test_the_weekend_has_hours_of_its_own():
    week = [20.0] * (5 * DAY) + [15.0] * (2 * DAY)
    season = learnt(week)
    assert season.usual(MONDAY + NINE) == 20.0
    assert season.usual(MONDAY + timedelta(days=5) + NINE) == 15.0


def test_the_hour_is_that_of_the_place():
    season = learnt([20.0 + (row % DAY) // 12 for row in range(5 * DAY)])
    assert season.usual((MONDAY + NINE).astimezone(ZoneInfo("Asia/Singapore"))) == 20.0 + 17


def test_an_hour_unlike_its_kind_is_measured_only_after_about_a_week_of_known_hours():
    early, late = noise(5 * DAY, level=20.0), noise(15 * DAY, level=20.0)
    odd = [30.0] * 24
    assert max(_ratios(early, odd)) == 0.0
    assert max(_ratios(late, odd)) > STANDARD.season_line


def test_a_series_that_never_left_its_hours_is_not_measured_by_them():
    assert max(_ratios([20.0] * (15 * DAY), [30.0] * 24)) == 0.0


def test_one_odd_row_is_averaged_with_the_rows_of_its_hour():
    usual = noise(15 * DAY, level=20.0)
    (alone,) = _ratios(usual, [22.0])
    (*_, together) = _ratios(usual, [22.0] * 12)
    assert together > 2 * alone > 0.0


def test_the_level_follows_the_rows():
    assert learnt([20.0, 22.0, 24.0]).level == 22.0


def _ratios(usual: list[float], odd: list[float]) -> list[float]:
    season = learnt(usual)
    return [season.add(value, at) for value, at in zip(odd, times(len(usual) + len(odd))[len(usual) :], strict=True)]
