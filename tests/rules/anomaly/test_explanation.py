"""The words that stand behind an alert."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from heyzack_console.rules.anomaly.detector import Detector
from heyzack_console.rules.anomaly.explanation import Explanation, Nearest, Sign, reasons
from tests.rules.anomaly.rows import DAY, MONDAY, STEP, noise, reasons_at, times, warm_days

FAULT = 15 * DAY + 100


def explained(sign: Sign, **changes: object) -> Explanation:
    at = MONDAY + timedelta(days=15, hours=9)
    nearest = Nearest(at - timedelta(days=1), 2.1, (20.0, 20.1, 20.2, 20.3), (22.0, 22.2, 22.4, 22.3), at - STEP)
    facts = {
        "sign": sign,
        "at": at,
        "value": 22.3,
        "remembered": 4_000,
        "nearest": nearest,
        "usual": 20.4,
        "level": 19.0,
        "rest": 96,
        "longest_rest": 5,
    }
    return Explanation(**{**facts, **changes})


def test_a_strange_shape_names_its_nearest_stretch_then_season_then_level():
    assert reasons(explained(Sign.SHAPE), "°C") == (
        (
            "The 20 minutes up to Tuesday 08:55 resemble nothing in the 14 days before; "
            "nearest: Monday 09:00, 2.1 °C away on average."
        ),
        "22.3 °C is 1.9 °C above the usual weekday 09:00 (20.4 °C).",
        "22.3 °C is 3.3 °C above its mean of the last weeks (19.0 °C).",
    )


def test_an_unusual_hour_comes_first_when_it_is_the_stronger_sign():
    first, second, _ = reasons(explained(Sign.SEASON), "°C")
    assert "usual weekday 09:00" in first
    assert "resemble nothing" in second


def test_a_weekend_hour_is_called_so():
    saturday = MONDAY + timedelta(days=12, hours=9)
    assert "the usual weekend 09:00" in reasons(explained(Sign.SEASON, at=saturday), "W")[0]


def test_a_still_value_says_how_long_and_nothing_of_shapes():
    assert reasons(explained(Sign.STILL), "°C") == (
        "The value has not moved for 8 hours; its longest rest before was 25 minutes. The sensor may be stuck.",
    )


def test_what_explains_little_is_left_out():
    said = reasons(explained(Sign.SHAPE, usual=22.1, level=22.0), "°C")
    assert len(said) == 1


def test_an_hour_not_known_yet_is_not_mentioned():
    assert not any("usual" in text for text in reasons(explained(Sign.SHAPE, usual=None), "°C"))


def test_a_stretch_of_more_than_a_week_ago_is_dated():
    nearest = Nearest(MONDAY, 2.1, (1.0,) * 4, (3.0,) * 4, MONDAY + timedelta(days=15))
    assert "nearest: Monday 2026-03-02 00:00" in reasons(explained(Sign.SHAPE, nearest=nearest))[0]


def test_large_numbers_keep_their_thousands_and_small_ones_two_digits():
    nearest = Nearest(MONDAY, 12_345.6, (1.0,) * 4, (3.0,) * 4, MONDAY)
    said = reasons(explained(Sign.SHAPE, nearest=nearest, value=99_999.0, usual=0.0333), "W")
    assert "12,346 W away" in said[0]
    assert "(0.033 W)" in said[1]


def test_a_spike_is_explained_by_a_stretch_of_the_same_series():
    values = warm_days(16, seed=1)
    values[FAULT] += 6.0
    detector = Detector()
    for value, at in zip(values[: FAULT + 1], times(FAULT + 1), strict=True):
        judgement = detector.take(value, at)
    nearest = detector.explanation(judgement, at).nearest
    assert nearest is not None
    ended = (nearest.at - MONDAY) // STEP
    assert nearest.then == tuple(values[ended - 3 : ended + 1])
    assert nearest.now == tuple(values[FAULT - 3 : FAULT + 1])
    apart = sum(abs(now - then) for now, then in zip(nearest.now, nearest.then, strict=True)) / 4
    assert abs(nearest.distance - apart) < 1e-9


def test_every_alert_of_a_noisy_series_has_a_reason():
    values = noise(2_000, seed=3)
    values[1_500:] = noise(500, seed=4, spread=3.0)
    detector = Detector()
    for value, at in zip(values, times(2_000), strict=True):
        judgement = detector.take(value, at)
        if judgement.alert:
            assert reasons(detector.explanation(judgement, at), "lx")


def test_the_nearest_stretch_is_told_in_the_zone_of_the_row():
    zone = ZoneInfo("Asia/Singapore")
    values = noise(400)
    values[399] += 5.0
    detector = Detector()
    for value, at in zip(values, times(400), strict=True):
        judgement = detector.take(value, at.astimezone(zone))
    nearest = detector.explanation(judgement, at.astimezone(zone)).nearest
    assert nearest is not None
    assert nearest.at.utcoffset() == timedelta(hours=8)


def test_a_missing_season_names_what_the_hour_usually_shows():
    values = warm_days(17, seed=1)
    values[15 * DAY + 120 : 16 * DAY] = noise(168, seed=7, level=19.0)
    said = reasons_at(values, 15 * DAY + 160, "°C")
    assert any("below the usual weekday 13:00 (22." in text for text in said)
