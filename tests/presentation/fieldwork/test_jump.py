"""What a scanned or typed text leads to."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.codes import code_of
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError, InvalidInput, NotFound
from heyzack_console.presentation.fieldwork.jump import device_meant
from tests.support.building import DEVICES, LEAK, SMOKE, THERMOSTAT


@pytest.mark.parametrize(
    ("text", "device"),
    [
        (code_of(LEAK.id), LEAK),
        (f"{code_of(THERMOSTAT.id)}\r", THERMOSTAT),
        ("gw1/leak", LEAK),
        ("  smoke   1.01 ", SMOKE),
        ("thermo", THERMOSTAT),
    ],
)
def test_a_label_an_id_a_name_and_an_unmistakable_part_of_a_name_lead_to_the_device(text, device):
    assert device_meant(text, DEVICES) is device


def test_a_label_of_another_building_is_named():
    with pytest.raises(NotFound, match="the device elsewhere, which is not in this building"):
        device_meant(code_of(DeviceId("elsewhere")), DEVICES)


def test_several_that_could_be_meant_are_named():
    with pytest.raises(InvalidInput, match=r"3 devices could be meant: Climate 1\.02, Smoke 1\.01, Thermostat 1\.03"):
        device_meant("1.0", DEVICES)


@given(st.text())
def test_whatever_is_scanned_gives_a_device_or_a_sentence(text):
    try:
        found = device_meant(text, DEVICES)
    except ConsoleError:
        return
    assert found in DEVICES
