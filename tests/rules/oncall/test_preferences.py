"""Quiet hours, throttling and digests; the answers were worked out by hand."""

from datetime import UTC, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.notifications.people import Preferences, Quiet
from heyzack_console.rules.oncall.preferences import quiet_until, when

NIGHT = Preferences(quiet=(Quiet(time(22), time(7)),))


def utc(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=UTC)


def test_quiet_hours_across_midnight_hold_before_and_after_it_and_end_in_the_morning():
    berlin = "Europe/Berlin"
    assert quiet_until(NIGHT, berlin, utc(6, 10, 19, 59)) is None
    assert quiet_until(NIGHT, berlin, utc(6, 10, 20)) == utc(6, 11, 5)
    assert quiet_until(NIGHT, berlin, utc(6, 10, 23)) == utc(6, 11, 5)
    assert quiet_until(NIGHT, berlin, utc(6, 11, 4, 59)) == utc(6, 11, 5)
    assert quiet_until(NIGHT, berlin, utc(6, 11, 5)) is None


def test_quiet_hours_end_on_the_wall_clock_in_both_nights_in_which_clocks_change():
    assert quiet_until(NIGHT, "Europe/Berlin", utc(3, 28, 21)) == utc(3, 29, 5)
    assert quiet_until(NIGHT, "Europe/Berlin", utc(10, 24, 20)) == utc(10, 25, 6)
    assert quiet_until(NIGHT, "Europe/Berlin", utc(10, 25, 5, 59)) == utc(10, 25, 6)


def test_quiet_hours_of_a_friday_go_on_into_the_saturday_and_not_into_the_next_night():
    friday = Preferences(quiet=(Quiet(time(22), time(7), days=(4,)),))
    assert quiet_until(friday, "UTC", utc(6, 5, 23)) == utc(6, 6, 7)
    assert quiet_until(friday, "UTC", utc(6, 6, 6)) == utc(6, 6, 7)
    assert quiet_until(friday, "UTC", utc(6, 6, 23)) is None


def test_a_person_abroad_sleeps_by_a_clock_of_their_own():
    lisbon = Preferences(quiet=NIGHT.quiet, zone="Europe/Lisbon")
    assert quiet_until(lisbon, "Europe/Berlin", utc(6, 10, 20, 30)) is None
    assert quiet_until(lisbon, "Europe/Berlin", utc(6, 10, 21, 30)) == utc(6, 11, 6)


def test_in_quiet_hours_a_notification_waits_and_says_why():
    verdict = when(NIGHT, "UTC", Priority.P2, (), utc(6, 10, 23))
    assert (verdict.at, verdict.reason, verdict.gathered) == (utc(6, 11, 7), "quiet hours", True)
    assert when(NIGHT, "UTC", Priority.P2, (), utc(6, 10, 12)).at == utc(6, 10, 12)


def test_more_than_the_wanted_number_waits_until_the_oldest_of_them_is_long_enough_ago():
    calm = Preferences(most=2, within=timedelta(hours=1))
    told = [utc(6, 10, 11, 10), utc(6, 10, 11, 30), utc(6, 10, 10)]
    verdict = when(calm, "UTC", Priority.P3, told, utc(6, 10, 12))
    assert (verdict.at, verdict.reason) == (utc(6, 10, 12, 10), "2 were told in the last 1 h already")
    assert when(calm, "UTC", Priority.P3, told, utc(6, 10, 12, 10)).at == utc(6, 10, 12, 10)


def test_a_digest_goes_out_at_the_next_whole_span_and_after_quiet_hours():
    hourly = Preferences(digest=timedelta(hours=1))
    assert when(hourly, "UTC", Priority.P4, (), utc(6, 10, 12, 5)).at == utc(6, 10, 13)
    both = Preferences(quiet=NIGHT.quiet, digest=timedelta(hours=1))
    verdict = when(both, "UTC", Priority.P4, (), utc(6, 10, 21, 5))
    assert (verdict.at, verdict.reason) == (utc(6, 11, 7), "gathered for a digest, quiet hours")


@given(
    st.builds(
        Preferences,
        st.lists(st.builds(Quiet, st.times(), st.times()), max_size=3).map(tuple),
        st.sampled_from(["", "Europe/Berlin", "Asia/Kathmandu"]),
        st.integers(0, 3),
        digest=st.sampled_from([timedelta(0), timedelta(hours=6)]),
    ),
    st.integers(0, 365 * 24 * 60),
    st.sampled_from(list(Priority)),
)
def test_p1_always_passes_and_nothing_is_ever_told_before_its_time(preferences, minutes, priority):
    now = utc(1, 1) + timedelta(minutes=minutes)
    told = [now - timedelta(minutes=n) for n in range(5)]
    verdict = when(preferences, "Europe/Berlin", priority, told, now)
    assert verdict.at >= now
    assert (verdict.at == now) or (verdict.reason and priority is not Priority.P1)


@pytest.mark.parametrize("priority", [Priority.P2, Priority.P3, Priority.P4])
def test_only_p1_wakes_somebody(priority):
    assert when(NIGHT, "UTC", Priority.P1, (), utc(6, 10, 23)).at == utc(6, 10, 23)
    assert when(NIGHT, "UTC", priority, (), utc(6, 10, 23)).at == utc(6, 11, 7)
