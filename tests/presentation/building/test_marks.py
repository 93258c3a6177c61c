"""Marks and flags of devices."""

from datetime import timedelta
from itertools import product

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.presentation.building.marks import (
    MARK_CODES,
    MARK_STATES,
    Mark,
    alert_line,
    flag_of,
    marked,
    worst,
)
from tests.support.map_site import NOW, alert

ID = DeviceId("d")
POINT = PointSpec(1, "va_temperature", PointKind.NUMBER, unit="°C", scale=1)
DEVICE = Device(ID, "TH-1", Category.TEMPERATURE, points=(POINT,))
HEAT = {"code": "va_temperature", "value": 31.4, "unit": "°C", "limit": 27.0}
NBSP = "\N{NO-BREAK SPACE}"


def test_every_priority_in_every_state_has_a_code_of_its_own():
    codes = {Mark(priority, state).code for priority, state in product((1, 2, 3, 4), MARK_STATES)}
    assert codes == set(range(1, MARK_CODES + 1))


def test_the_priority_decides_before_the_state():
    acknowledged_fire = alert(ID, 1, "Fire", AlertState.ACKNOWLEDGED)
    assert worst([alert(ID, 3, "Open"), acknowledged_fire]) == Mark(1, "acknowledged")


def test_what_is_put_aside_counts_less_than_any_open_alert():
    assert worst([alert(ID, 1, "Fire", AlertState.SUPPRESSED), alert(ID, 4, "Battery")]) == Mark(4, "unacknowledged")


def test_an_alert_that_is_normal_carries_no_mark():
    assert worst([alert(ID, 1, "Fire", AlertState.NORMAL)]) is None


def test_of_equal_alerts_the_newest_comes_first():
    old = alert(ID, 2, "Old", since=NOW - timedelta(hours=1))
    new = alert(ID, 2, "New", since=NOW)
    assert [a.condition for a in marked([old, new])] == ["New", "Old"]


def test_a_flag_says_value_and_limit():
    flag = flag_of(DEVICE, [alert(ID, 2, "Temperature high", **HEAT)])
    assert flag is not None
    assert (flag.text, flag.limit) == (f"31.4{NBSP}°C", "limit 27.0")


def test_a_flag_without_a_measured_value_says_the_condition():
    flag = flag_of(DEVICE, [alert(ID, 1, "Water detected", value="alarm")])
    assert flag is not None
    assert (flag.text, flag.limit) == ("Water detected", "")


def test_only_unacknowledged_p1_and_p2_carry_a_flag():
    assert flag_of(DEVICE, [alert(ID, 3, "Open"), alert(ID, 1, "Fire", AlertState.ACKNOWLEDGED)]) is None


def test_an_alert_in_one_line_has_condition_value_and_limit():
    line = alert_line(DEVICE, alert(ID, 2, "Temperature high", **HEAT))
    assert line == f"Temperature high · 31.4{NBSP}°C, limit 27.0"


def test_the_number_behind_fault_bits_is_not_said():
    coil = Device(DeviceId("fc"), "Fan coil", Category.FAN_COIL, points=(PointSpec(20, "fault", PointKind.BITMAP),))
    assert alert_line(coil, alert("fc", 3, "Fault: e3 water", code="fault", value=4)) == "Fault: e3 water"
