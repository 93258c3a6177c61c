"""Data points that belong together stand in one panel."""

from dataclasses import replace

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.presentation.inspector.panels import Panel, panels_of
from tests.support.building import THERMOSTAT, VALVE, reading

WORDS = ("open", "stop", "close")


def drive(number: str = "") -> tuple[PointSpec, ...]:
    offset = 10 * int(number[1:] or 0) if number else 0
    percent = {"unit": "%", "minimum": 0, "maximum": 100, "step": 1}
    return (
        PointSpec(offset + 1, f"control{number}", PointKind.ENUM, writable=True, options=WORDS),
        PointSpec(offset + 2, f"percent_control{number}", PointKind.NUMBER, writable=True, **percent),
        PointSpec(offset + 3, f"percent_state{number}", PointKind.NUMBER, unit="%"),
    )


BLIND = Device(DeviceId("b"), "Blind", Category.BLIND, points=(*drive(), *drive("_2")))


def values(device, **given):
    return {code: reading(device, code, value) for code, value in given.items()}


def test_a_thermostat_has_power_set_point_and_mode_under_its_temperature():
    (panel,) = panels_of(THERMOSTAT, values(THERMOSTAT, temp_current=20.5, temp_set=22.0))
    assert panel.codes == ("switch", "temp_set", "mode")
    assert panel.headline == "20.5\N{NO-BREAK SPACE}°C now, set to 22.0\N{NO-BREAK SPACE}°C"


def test_without_a_temperature_that_is_read_there_is_no_climate_panel():
    points = tuple(p for p in THERMOSTAT.points if p.code != "temp_current")
    assert panels_of(replace(THERMOSTAT, points=points), {}) == ()


def test_each_drive_of_a_blind_has_its_own_panel_with_its_position():
    panels = panels_of(BLIND, values(BLIND, percent_state=52, control="stop"))
    assert panels == (
        Panel("Drive", "at 52\N{NO-BREAK SPACE}%, last order stop", ("control", "percent_control")),
        Panel("Drive 2", "at —, last order —", ("control_2", "percent_control_2")),
    )


def test_a_drive_without_a_position_says_so():
    (panel,) = panels_of(replace(BLIND, points=drive()[:1]), {})
    assert panel == Panel("Drive", "the position is not reported, last order —", ("control",))


def test_a_valve_has_none():
    assert panels_of(VALVE, {}) == ()
