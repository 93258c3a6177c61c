"""The set-up of new devices: proposals, what a person changes, spots, results."""

from dataclasses import replace

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress, Place
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.devices.templates import DeviceTemplate
from heyzack_console.presentation.adding.setup import SetupList, reach_words
from heyzack_console.rules.outlines import inside
from tests.support.building import T0
from tests.support.cloud_project import BUILDING, LAB, STORE

TEMPLATE = DeviceTemplate(product="p1", name_pattern="{category} {room} {number}", category=Category.FAN_COIL)


def fresh(number: int, product: str = "p1") -> Device:
    return Device(DeviceId(f"n{number}"), f"Raw {number}", Category.UNKNOWN, product=product)


def a_list(*devices: Device, rooms=None, health=None) -> SetupList:
    found = SetupList(health or {})
    book = replace(BUILDING, devices=(*BUILDING.devices, *devices))
    found.take(devices, [TEMPLATE], book, {device.id: LAB for device in devices} if rooms is None else rooms)
    return found


def names(found: SetupList) -> list[str]:
    return [found.draft(found.key(n)).name for n in range(len(found))]


def test_templates_name_and_sort_and_the_room_is_part_of_the_name():
    found = a_list(fresh(1), fresh(2), fresh(3, product=""))
    assert names(found) == ["Fan coil Lab 1", "Fan coil Lab 2", "Raw 3"]
    assert found.draft("n1").category is Category.FAN_COIL
    assert found.preview() == "Would be done: 2 renamed, 2 given another kind, 3 put on the plan."


def test_another_room_gives_another_name_but_a_typed_name_stays():
    found = a_list(fresh(1), fresh(2))
    found.edit(["n2"], lambda draft: replace(draft, name="Mine", named=True))
    found.edit(["n1", "n2"], lambda draft: replace(draft, zone=STORE))
    assert names(found) == ["Fan coil Store 1", "Mine"]
    found.edit(["n1"], lambda draft: replace(draft, zone=None))
    assert names(found) == ["Fan coil 1", "Mine"]
    assert found.preview().endswith("1 without a room waits beside the plan.")


def test_a_kind_that_a_person_chose_stays():
    found = a_list(fresh(1))
    found.edit(["n1"], lambda draft: replace(draft, category=Category.PUMP, sorted=True))
    assert (found.draft("n1").category, names(found)) == (Category.PUMP, ["Pump Lab 1"])


def test_devices_of_a_room_stand_side_by_side_inside_its_outline():
    devices = [fresh(number) for number in range(7)]
    found = a_list(*devices)
    places = [new.device.place for new in found.command(device.id for device in devices).devices]
    assert {place.zone for place in places} == {LAB.id}
    assert len({(place.x, place.y) for place in places}) == 7
    assert all(inside(LAB.outline, place.x, place.y) for place in places)


def test_a_later_part_keeps_apart_from_what_was_put_there_before():
    found = a_list(fresh(1), fresh(2))
    first = found.command(["n1"])
    found.settle(first)
    (second,) = found.command(["n2"]).devices
    assert (second.device.place.x, second.device.place.y) != (
        first.devices[0].device.place.x, first.devices[0].device.place.y
    )  # fmt: skip


def test_what_stands_on_the_plan_stays_where_it_is():
    standing = replace(fresh(1), place=Place(LAB.floor, 11.0, 3.0, LAB.id))
    found = a_list(standing)
    assert names(found) == ["Fan coil Lab 1"]
    assert found.command(["n1"]).devices[0].device.place == standing.place


def test_what_was_learned_of_a_device_meanwhile_is_kept():
    found = a_list(fresh(1))
    learned = replace(fresh(1), address=LanAddress("10.0.0.4"))
    found.refresh(replace(BUILDING, devices=(*BUILDING.devices, learned)))
    assert found.command(["n1"]).devices[0].device.address == learned.address


def test_results_stand_in_the_lines_and_what_is_set_up_is_not_done_again():
    found = a_list(fresh(1), fresh(2))
    found.settle(found.command(["n1"]))
    found.settle(found.command(["n2"]), "It was refused.")
    assert found.counts() == (2, 1, 1)
    assert [device.id for device in found.devices()] == ["n2"]
    assert found.as_text().split("\n")[1].startswith("n2\t")
    assert "It was refused." in found.as_text()
    found.edit(["n2"], lambda draft: replace(draft, name="Other", named=True))
    assert found.counts() == (2, 1, 0)


@pytest.mark.parametrize(
    ("state", "cause", "words", "ink"),
    [
        (PathState.CONNECTED, "", "yes", "ok"),
        (PathState.UNREACHABLE, "The key is wrong.", "The key is wrong.", "caution"),
        (PathState.UNCONFIGURED, "", "unconfigured", "ink3"),
    ],
)
def test_how_a_device_is_reached_is_said_with_its_cause(state, cause, words, ink):
    health = DeviceHealth(DeviceId("n1"), (PathHealth(Path.LAN, state, T0, cause=cause),))
    assert reach_words(health)[:2] == (words, ink)
    assert reach_words(None)[0] == "not tried yet"
