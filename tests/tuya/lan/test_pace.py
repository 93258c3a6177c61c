"""When to connect again, in which version, and when to send a heartbeat."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.tuya.lan.backoff import Backoff
from heyzack_console.tuya.lan.diagnosis import Cause, finding
from heyzack_console.tuya.lan.expectations import Expectations
from heyzack_console.tuya.lan.pulse import Pulse
from heyzack_console.tuya.lan.timings import Timings
from heyzack_console.tuya.lan.trial import VersionTrial
from heyzack_console.tuya.lan.wire import Version

SILENT = finding(Cause.QUERY_SILENT)


@given(st.integers(), st.integers(1, 40))
def test_pauses_double_up_to_a_minute_and_never_fall_below_half_of_their_ceiling(seed, failures):
    timings = Timings()
    backoff = Backoff(random.Random(seed), timings.first_pause, timings.longest_pause)
    pauses = [backoff.failed() for _ in range(failures)]
    ceilings = [min(60.0, 2.0 * 2**n) for n in range(failures)]
    assert all(ceiling / 2 <= pause <= ceiling for pause, ceiling in zip(pauses, ceilings, strict=True))


def test_a_success_begins_the_pauses_anew():
    backoff = Backoff(random.Random(1), 2.0, 60.0)
    for _ in range(9):
        backoff.failed()
    backoff.succeeded()
    assert backoff.failed() <= 2.0


def test_a_given_version_stays_whatever_fails():
    trial = VersionTrial(Version.V34)
    for _ in range(9):
        trial.failed(SILENT)
    assert trial.current is Version.V34
    assert trial.exhausted


def test_without_a_version_each_is_tried_once_and_then_anew():
    trial = VersionTrial(None)
    tried = []
    while not trial.exhausted:
        tried.append(trial.current)
        trial.failed(SILENT)
    assert sorted(tried) == sorted(Version)
    assert trial.current is tried[0]


def test_a_failed_connect_or_a_wrong_key_says_nothing_about_the_version():
    trial = VersionTrial(None)
    for cause in (Cause.REFUSED, Cause.TIMEOUT, Cause.KEY_MISMATCH, Cause.SESSION_KEY):
        trial.failed(finding(cause))
    assert trial.current is Version.V33


def test_a_version_that_worked_stays_through_later_failures():
    trial = VersionTrial(None)
    trial.failed(SILENT)
    trial.worked()
    found = trial.current
    trial.failed(SILENT)
    assert trial.current is found
    assert trial.settled


def test_the_devices_own_frames_outweigh_a_given_version():
    trial = VersionTrial(Version.V34)
    trial.failed(finding(Cause.OTHER_VERSION))
    trial.spoken({Version.V31, Version.V32, Version.V33})
    assert trial.current is Version.V33


@pytest.mark.parametrize("spoken", [["3.5", "3.4"], ["3.5"], ["3.2", "3.1"]])
def test_versions_may_come_one_by_one_and_in_any_order(spoken):
    trial = VersionTrial(None)
    trial.spoken(map(Version, spoken))
    assert trial.current in set(spoken)


def test_an_announced_version_decides_where_none_is_given():
    trial = VersionTrial(None)
    trial.announced(Version.V35)
    assert trial.current is Version.V35


def test_an_announced_version_does_not_outweigh_one_that_is_given_until_that_fails():
    trial = VersionTrial(Version.V32)
    trial.announced(Version.V33)
    assert trial.current is Version.V32
    trial.failed(finding(Cause.NEGOTIATION_ENDED))
    trial.announced(Version.V33)
    assert trial.current is Version.V33


def test_a_heartbeat_is_due_only_when_nothing_else_was_sent():
    pulse = Pulse(9.0, 100.0)
    assert pulse.due_at == 109.0
    pulse.sent(105.0)
    assert pulse.due_at == 114.0


def test_two_heartbeats_without_a_sign_of_life_mean_dead():
    pulse = Pulse(9.0, 0.0)
    pulse.beat(9.0)
    assert not pulse.dead
    pulse.beat(18.0)
    assert pulse.dead
    pulse.heard()
    assert not pulse.dead


def test_only_what_was_not_reported_in_time_is_overdue():
    expectations = Expectations()
    expectations.expect(None, {"1", "2"}, 10.0)
    expectations.expect("c1", {"1"}, 12.0)
    expectations.heard(None, {"1"})
    expectations.heard("c1", {"1", "7"})
    assert expectations.next_at == 10.0
    assert expectations.take_overdue(9.9) == []
    assert expectations.take_overdue(10.0) == [None]
    assert expectations.take_overdue(100.0) == []
