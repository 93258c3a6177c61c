"""Which devices can take a place, and what is wrong with a choice."""

from dataclasses import replace

import pytest

from heyzack_console.domain.devices.device import DeviceId, LanAddress
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.presentation.devices.replacing import ReplaceWish, candidates, new_device, objection
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, GATEWAY, LEAK, SMOKE, THERMOSTAT, VALVE, at

HEARD = FoundDevice(DeviceId("new9"), "10.0.0.9", 6668, "3.4", "p", at(0))


@pytest.fixture
def mirror() -> Mirror:
    made = Mirror(connected=True)
    twin = replace(THERMOSTAT, id=DeviceId("th9"), name="Spare", place=None)
    made.show_book(replace(BOOK, devices=(*BOOK.devices, twin)))
    return made


def test_devices_of_the_same_kind_without_a_place_come_first_and_strangers_last(mirror: Mirror):
    offered = [one.id for one in candidates(mirror, THERMOSTAT, (HEARD, replace(HEARD, id=VALVE.id)))]
    assert (offered[0], offered[-1]) == ("th9", "new9")
    assert THERMOSTAT.id not in offered
    assert offered.count(VALVE.id) == 1


def test_what_hangs_on_a_gateway_cannot_replace_it(mirror: Mirror):
    assert LEAK.id not in [one.id for one in candidates(mirror, GATEWAY)]


@pytest.mark.parametrize(
    ("old", "wish", "words"),
    [
        (THERMOSTAT, ReplaceWish(""), ""),
        (THERMOSTAT, ReplaceWish("new9"), ""),
        (THERMOSTAT, ReplaceWish(THERMOSTAT.id), "the device itself"),
        (SMOKE, ReplaceWish(THERMOSTAT.id), "a place of its own"),
        (THERMOSTAT, ReplaceWish("new9", key="short"), "16 characters"),
        (LEAK, ReplaceWish("new9"), "through its gateway"),
        (LEAK, ReplaceWish("new9", cid="07"), ""),
        (LEAK, ReplaceWish("gw1/07"), ""),
    ],
)
def test_a_wish_is_judged_before_it_is_sent(mirror: Mirror, old, wish, words):
    found = objection(wish, old, mirror)
    assert words in found
    assert bool(found) is bool(words)


def test_what_was_heard_brings_address_and_version_along_unless_another_is_typed(mirror: Mirror):
    heard = candidates(mirror, THERMOSTAT, (HEARD,))[-1]
    new = new_device(ReplaceWish("new9", host="10.0.0.9", key="k" * 16), THERMOSTAT, heard)
    assert (new.device.address, new.key) == (LanAddress("10.0.0.9", 6668, "3.4"), "k" * 16)
    typed = new_device(ReplaceWish("new9", host="10.0.0.7"), THERMOSTAT, heard)
    assert typed.device.address == LanAddress("10.0.0.7")
    assert new_device(ReplaceWish("new9"), THERMOSTAT, None).device.address is None
