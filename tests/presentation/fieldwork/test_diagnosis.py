"""Checks in words; every stage where an attempt can stop has its step."""

import json
from datetime import timedelta

import pytest

from heyzack_console.domain.devices.health import DeviceHealth, FrameRecord, PathHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.devices.visits import Dial, DumpedPoint, Visit
from heyzack_console.presentation.fieldwork.diagnosis import (
    Outcome,
    Report,
    cloud_check,
    dial_checks,
    known_points,
    session_checks,
    visit_checks,
)
from tests.support.building import T0, THERMOSTAT, reading

OK, FAILED, OPEN = Outcome.OK, Outcome.FAILED, Outcome.OPEN


def outcomes(checks):
    return [check.outcome for check in checks]


@pytest.mark.parametrize(
    ("stage", "expected"),
    [
        (Stage.CONNECT, [OPEN, OPEN, OPEN]),
        (Stage.SLOT, [OPEN, OPEN, OPEN]),
        (Stage.NEGOTIATE, [FAILED, OPEN, OPEN]),
        (Stage.KEY, [OK, FAILED, OPEN]),
        (Stage.QUERY, [OK, OK, FAILED]),
        (Stage.OK, [OK, OK, OK]),
    ],
)
def test_a_visit_stops_at_one_step_and_all_before_went_well(stage, expected):
    checks = visit_checks(Visit(stage, "3.4", 20, "Fetch the key again."))
    assert outcomes(checks) == expected
    assert [check.advice for check in checks if check.outcome is FAILED] == ["Fetch the key again."] * expected.count(
        FAILED
    )


def test_an_address_that_leads_nowhere_and_one_that_does_not_answer_are_told_apart():
    nowhere = dial_checks(Dial("valve.local", 6668, trouble="The name leads to no address"))
    assert outcomes(nowhere) == [FAILED, OPEN]
    silent = dial_checks(Dial("10.0.0.9", 6668, ("10.0.0.9",), (None, None, None), "Nothing answers at the address"))
    assert outcomes(silent) == [OK, FAILED]
    shaky = dial_checks(Dial("10.0.0.9", 6668, ("10.0.0.9",), (2.0, None, 3.5), "Nothing answers at the address"))
    assert outcomes(shaky) == [OK, OK]
    assert shaky[1].words == "Accepted 2 of 3: 2.0 ms, failed, 3.5 ms."
    assert "Wi-Fi" in shaky[1].advice


def test_a_session_that_lives_answers_without_touching_the_device():
    path = PathHealth(Path.LAN, PathState.CONNECTED, T0, latency_ms=12.2, version="3.4", address="10.0.0.9")
    checks = session_checks(THERMOSTAT, DeviceHealth(THERMOSTAT.id, (path,)), 2, T0 + timedelta(minutes=5))
    assert outcomes(checks) == [OK] * 5
    assert "12 ms" in checks[1].words
    assert checks[-1].words == "2 of 5 data points have a live value."


def test_the_last_attempt_of_a_lost_session_is_told_with_its_advice():
    path = PathHealth(Path.LAN, PathState.UNREACHABLE, T0, Stage.KEY, "Another key", "Fetch it again.")
    checks = session_checks(THERMOSTAT, DeviceHealth(THERMOSTAT.id, (path,)), 0, T0)
    assert outcomes(checks) == [OPEN, OK, OK, FAILED, OPEN]
    assert checks[3].advice == "Fetch it again."


def test_the_cloud_is_an_open_question_where_no_project_has_the_device():
    assert cloud_check(None, (), T0).outcome is OPEN
    path = PathHealth(Path.CLOUD, PathState.CONNECTED, T0)
    told = [reading(THERMOSTAT, "mode", "auto", path=Path.CLOUD)]
    check = cloud_check(DeviceHealth(THERMOSTAT.id, (path,)), told, T0 + timedelta(minutes=2))
    assert check.outcome is OK
    assert "2 min" in check.words


def test_a_report_can_be_read_by_programs_and_by_people():
    frame = FrameRecord(T0, True, "DP_QUERY", 7, "{}")
    points = (DumpedPoint("2", "215", "temp_set", "21.5", "°C"),)
    report = Report(THERMOSTAT, T0, visit_checks(Visit(Stage.OK, "3.3", 9, points=points)), points, (frame,))
    told = json.loads(report.as_json())
    assert told["device"]["id"] == "th1"
    assert told["points"] == [{"dp": "2", "raw": "215", "code": "temp_set", "value": "21.5", "unit": "°C"}]
    assert told["frames"][0]["command"] == "DP_QUERY"
    assert "2\ttemp_set\t215\t21.5 °C" in report.as_text()
    assert "Local key: ok. The device proved the same key." in report.as_text()


def test_what_is_known_without_measuring_has_no_raw_form():
    (point,) = known_points(THERMOSTAT, [reading(THERMOSTAT, "temp_set", 21.5)])
    assert (point.dp, point.raw, point.value) == ("2", "", "21.5")
