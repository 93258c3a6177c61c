"""In which room a new device probably hangs."""

from dataclasses import replace

import pytest

from heyzack_console.domain.cloud import PlaceKind, ProposedPlace
from heyzack_console.domain.devices.device import DeviceId, ZoneId
from heyzack_console.presentation.adding.rooms import named_room, proposed_rooms
from tests.support.building import CLIMATE, THERMOSTAT, VALVE
from tests.support.cloud_project import BUILDING, GROUND, LAB, PLACES, STORE


def called(name: str):
    return replace(CLIMATE, id=DeviceId("new"), name=name, place=None)


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Sensor 0.04", LAB),
        ("LAB sensor", LAB),
        ("sensor_0.04-window", LAB),
        ("Sensor 10.04", None),
        ("Labels", None),
        ("Store and lab", None),
        ("Store 0.04", LAB),
        ("Sensor", None),
    ],
)
def test_a_room_is_found_by_its_number_else_by_its_name_and_only_where_it_is_one(name, zone):
    assert named_room(called(name), (LAB, STORE)) == zone


def test_what_the_cloud_says_goes_before_the_name():
    device = called("Sensor U.1")
    places = [ProposedPlace("lab", "Lab", PlaceKind.ROOM, devices=(device.id,))]
    assert proposed_rooms([device], places, BUILDING) == {device.id: LAB}
    assert proposed_rooms([device], (), BUILDING) == {device.id: STORE}


def test_without_a_site_or_a_word_about_it_there_is_no_room():
    assert proposed_rooms([called("Lab")], (), None) == {}
    assert proposed_rooms([VALVE, THERMOSTAT], PLACES, BUILDING) == {VALVE.id: LAB, THERMOSTAT.id: LAB}
    assert proposed_rooms([called("x")], PLACES, BUILDING) == {}


def test_two_rooms_of_one_number_name_none():
    assert named_room(called("Sensor 0.04"), (LAB, replace(LAB, id=ZoneId("twin"), floor=GROUND.id))) is None
