"""The drift report in words."""

from dataclasses import replace

from heyzack_console.domain.devices.templates import DeviceDrift, Difference, DriftKind, TemplateId
from heyzack_console.presentation.templates.drift import DriftList
from tests.support.building import GATEWAY, THERMOSTAT, VALVE, at

NAME = Difference(DriftKind.NAME, "Unit 1", THERMOSTAT.name, title="Name")
KIND = Difference(DriftKind.CATEGORY, "fan_coil", "thermostat", title="Kind")
SET = Difference(DriftKind.VALUE, 21.0, 24.0, "temp_set", "Set point", "°C", at(0))
MUTE = Difference(DriftKind.VALUE, "auto", None, "mode", "Mode")
SHUT = Difference(DriftKind.VALUE, False, True, "switch_1", "Valve", at=at(0), asks_first=True)
STUCK = replace(SET, code="x", title="x", why_not="The device has no such data point.")
DEVICES = {device.id: device for device in (THERMOSTAT, VALVE)}


def report(*drifts):
    found = DriftList()
    found.take(
        [DeviceDrift(device.id, (TemplateId("product/p"),), differences) for device, *differences in drifts],
        DEVICES,
        at(120),
    )
    return found


def texts(found, position):
    return [cell.text.replace("\xa0", " ") for cell in found.row(position).cells]


def test_each_difference_is_a_line_with_both_sides_and_the_age_of_the_value():
    found = report((THERMOSTAT, NAME, KIND, SET, MUTE))
    assert [texts(found, n) for n in range(len(found))] == [
        ["Thermostat 1.03", "Name", "Thermostat 1.03", "Unit 1", "", ""],
        ["", "Kind", "Thermostat", "Fan coil", "", ""],
        ["", "Set point", "24.0 °C", "21.0 °C", "2 min", ""],
        ["", "Mode", "—", "auto", "never heard", ""],
    ]
    assert found.summary() == "4 differences of 1 device"


def test_what_cannot_be_put_right_says_why_and_is_not_proposed():
    found = report((THERMOSTAT, SET, STUCK))
    assert texts(found, 1)[-1] == "The device has no such data point."
    assert len(found.open_keys()) == 1
    assert found.lines([found.key(0), found.key(1)]) == found.lines(found.open_keys())


def test_what_protects_people_is_named_and_has_to_be_chosen_by_hand():
    found = report((VALVE, SHUT))
    assert texts(found, 0)[-1] == "asks first: it protects people"
    assert found.open_keys() == ()
    assert len(found.lines([found.key(0)])) == 1


def test_a_result_stands_in_its_line_and_in_the_copied_report():
    found = report((THERMOSTAT, SET))
    found.settle(found.key(0), "confirmed by the device", "ok")
    assert texts(found, 0)[-1] == "confirmed by the device"
    heads, line, end = found.as_text().split("\n")
    assert heads.split("\t")[:3] == ["Id", "Device", "What"]
    assert line.replace("\xa0", " ").split("\t") == [
        "th1", "Thermostat 1.03", "Set point", "24.0 °C", "21.0 °C", "2 min", "confirmed by the device"
    ]  # fmt: skip
    assert end == ""


def test_a_device_that_left_the_book_is_left_out():
    assert len(report((GATEWAY, NAME))) == 0
