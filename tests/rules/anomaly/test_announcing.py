"""Which anomalies are told, and at which priority."""

from datetime import UTC, datetime, timedelta

import msgspec

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId, ZoneId
from heyzack_console.rules.anomaly.announcing import Announcement, Announcing, Course, Ground, Restraint, SeriesKey
from heyzack_console.rules.anomaly.detector import Judgement
from heyzack_console.rules.anomaly.explanation import Sign

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HALL = ZoneId("hall")
YARD = ZoneId("yard")
ALERT = Judgement(0.6, abnormal=True, alert=True, learning=False, sign=Sign.SHAPE)
GOES_ON = Judgement(0.6, abnormal=True, alert=False, learning=False, sign=Sign.SHAPE)
NORMAL = Judgement(0.2, abnormal=False, alert=False, learning=False, sign=Sign.SHAPE)


def series(device: str, code: str = "temp_current") -> SeriesKey:
    return SeriesKey(DeviceId(device), code)


A, B, C = series("a"), series("b"), series("c")


def at(hours: float) -> datetime:
    return NOON + timedelta(hours=hours)


def announcing(*known: SeriesKey) -> Announcing:
    """A site whose *known* series of the hall are calm."""
    site = Announcing(Restraint())
    for one in known:
        site.follow(one, HALL, NORMAL, at(-24))
    return site


def episode(site: Announcing, one: SeriesKey, hours: float) -> tuple[Announcement, ...]:
    """An anomaly of one row, and calm an hour later."""
    told = site.follow(one, HALL, ALERT, at(hours))
    assert site.follow(one, HALL, NORMAL, at(hours + 1)) == ()
    return told


def test_a_lone_anomaly_has_the_lowest_priority():
    (told,) = announcing(A, B).follow(A, HALL, ALERT, NOON)
    assert (told.priority, told.ground, told.raises) == (Priority.P4, Ground.LONE, False)


def test_an_abnormal_row_that_does_not_alert_is_not_told():
    assert announcing(A).follow(A, HALL, GOES_ON, NOON) == ()


def test_another_device_of_the_zone_raises_both():
    site = announcing(A, B)
    site.follow(A, HALL, ALERT, NOON)
    second, first = site.follow(B, HALL, ALERT, at(0.5))
    assert (second.series, second.priority, second.raises, second.agreeing) == (B, Priority.P3, False, (A,))
    assert (first.series, first.priority, first.raises, first.began) == (A, Priority.P3, True, NOON)


def test_another_zone_raises_nothing():
    site = announcing(A)
    site.follow(A, HALL, ALERT, NOON)
    (told,) = site.follow(B, YARD, ALERT, at(0.5))
    assert told.ground is Ground.LONE


def test_devices_without_a_zone_confirm_nobody():
    site = Announcing(Restraint())
    site.follow(A, None, ALERT, NOON)
    (told,) = site.follow(B, None, ALERT, at(0.5))
    assert told.ground is Ground.LONE


def test_a_second_point_of_the_same_device_confirms_nothing():
    site = announcing(A, B)
    site.follow(A, HALL, ALERT, NOON)
    (told,) = site.follow(series("a", "humidity_value"), HALL, ALERT, at(0.1))
    assert told.ground is Ground.LONE


def test_what_was_abnormal_long_ago_confirms_nothing():
    site = announcing(A, B)
    episode(site, A, 0)
    (told,) = site.follow(B, HALL, ALERT, at(1.1))
    assert told.ground is Ground.LONE


def test_in_a_large_zone_a_quarter_of_the_other_devices_has_to_agree():
    devices = [series(f"d{number}") for number in range(13)]
    site = announcing(*devices)
    grounds = [site.follow(one, HALL, ALERT, at(0.1))[0].ground for one in devices[:4]]
    assert grounds == [Ground.LONE, Ground.LONE, Ground.LONE, Ground.ZONE]


def test_an_anomaly_that_lasts_is_raised_once_and_costs_no_second_announcement():
    site = announcing(A, B)
    told = list(site.follow(A, HALL, ALERT, NOON))
    for row in range(1, 60):
        told += site.follow(A, HALL, GOES_ON, NOON + row * timedelta(minutes=5))
    assert [(one.ground, one.raises) for one in told] == [(Ground.LONE, False), (Ground.LASTS, True)]
    assert told[1].at == at(3)


def test_a_further_alert_of_the_same_anomaly_is_not_told_twice():
    site = announcing(A)
    site.follow(A, HALL, ALERT, NOON)
    assert site.follow(A, HALL, ALERT, at(0.4)) == ()


def test_a_few_normal_rows_do_not_end_an_anomaly():
    site = announcing(A)
    site.follow(A, HALL, ALERT, NOON)
    site.follow(A, HALL, NORMAL, at(0.2))
    assert site.follow(A, HALL, ALERT, at(0.4)) == ()


def test_two_lone_anomalies_a_week_are_told_and_the_rest_is_counted():
    site = announcing(A)
    told = [episode(site, A, hours) for hours in (0, 24, 48, 72)]
    assert [len(one) for one in told] == [1, 1, 0, 0]
    assert site.withheld(A) == 2


def test_the_budget_is_free_again_seven_days_later():
    site = announcing(A)
    for hours in (0, 24, 48):
        episode(site, A, hours)
    assert len(episode(site, A, 7 * 24)) == 1
    assert len(episode(site, A, 7 * 24 + 2)) == 0
    assert site.withheld(A) == 2


def test_what_was_withheld_is_counted_for_seven_days():
    site = announcing(A)
    for hours in (0, 1.6, 3.2):
        episode(site, A, hours)
    site.follow(A, HALL, NORMAL, at(7 * 24 + 3))
    assert site.withheld(A) == 1
    site.follow(A, HALL, NORMAL, at(7 * 24 + 4))
    assert site.withheld(A) == 0


def test_a_confirmed_anomaly_may_use_the_reserve():
    site = announcing(A, B)
    for hours in (0, 24):
        episode(site, A, hours)
    assert site.follow(A, HALL, ALERT, at(48)) == ()
    told = site.follow(B, HALL, ALERT, at(48.1))
    assert [one.series for one in told] == [B]
    (late,) = site.follow(A, HALL, GOES_ON, at(48.2))
    assert (late.ground, late.began, late.raises) == (Ground.ZONE, at(48), False)
    assert episode(site, A, 72) == ()


def test_a_clock_that_goes_back_opens_no_second_budget():
    site = announcing(A)
    for hours in (10, 12):
        episode(site, A, hours)
    assert episode(site, A, 5) == ()


def test_a_restart_neither_repeats_nor_forgets():
    site = announcing(A, B)
    for hours in (0, 24):
        episode(site, A, hours)
    site.follow(B, HALL, ALERT, at(30))
    written = msgspec.json.encode(site.state())
    again = Announcing(Restraint(), msgspec.json.decode(written, type=tuple[Course, ...]))
    assert again.follow(B, HALL, ALERT, at(30.1)) == ()
    assert episode(again, A, 48) == ()
    assert again.withheld(A) == 1


def test_a_series_never_heard_of_has_nothing_withheld():
    assert announcing().withheld(C) == 0
