"""How a chip looks."""

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.presentation.building.looks import DeviceLook, look_of
from tests.support.map_site import NOW, health

ID = DeviceId("d")
SWITCH = PointSpec(1, "switch", PointKind.BOOLEAN)


def look(
    category: Category = Category.LIGHT,
    value: Value = True,
    quality: Quality = Quality.LIVE,
    state: PathState = PathState.CONNECTED,
    connected: bool = True,
) -> DeviceLook:
    device = Device(ID, "Light", category, points=(SWITCH,))
    readings = {"switch": Reading(ID, "switch", value, "", NOW, quality)}
    return look_of(device, readings, health(ID, state), connected=connected)


def test_what_is_switched_on_is_bright_and_what_is_off_is_dim():
    assert look(value=True) is DeviceLook.ON
    assert look(value=False) is DeviceLook.OFF


def test_a_device_without_any_path_shows_that_before_its_value():
    assert look(state=PathState.UNREACHABLE, quality=Quality.CACHED) is DeviceLook.NO_PATH


def test_a_path_that_is_still_being_tried_is_not_lost():
    assert look(state=PathState.CONNECTING) is DeviceLook.ON


def test_a_remembered_value_is_stale():
    assert look(quality=Quality.CACHED) is DeviceLook.STALE


def test_a_sleeper_with_an_old_value_sleeps():
    assert look(quality=Quality.CACHED, state=PathState.ASLEEP) is DeviceLook.ASLEEP


def test_every_value_is_stale_while_the_engine_does_not_answer():
    assert look(connected=False) is DeviceLook.STALE


@pytest.mark.parametrize("category", [Category.LEAK, Category.SMOKE, Category.GAS])
def test_a_watcher_in_its_good_state_is_not_off(category: Category):
    assert look(category, value=False) is DeviceLook.NORMAL


def test_a_device_that_has_not_reported_yet_looks_normal():
    device = Device(ID, "Light", Category.LIGHT, points=(SWITCH,))
    assert look_of(device, {}, DeviceHealth(ID, ()), connected=True) is DeviceLook.NORMAL
