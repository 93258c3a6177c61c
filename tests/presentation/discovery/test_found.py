"""The list of found devices: what was typed survives, an address finds its id, keys never show."""

from dataclasses import replace

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth, FoundDevice, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.presentation.discovery.found import FoundList
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, DEVICES, GATEWAY, T0, THERMOSTAT
from tests.support.cloud_project import LAMP

KEY = "0123456789abcdef"


def heard(device: str, host: str, version: str = "3.4") -> FoundDevice:
    return FoundDevice(DeviceId(device), host, 6668, version, "keyabc", T0, device in {d.id for d in DEVICES})


def a_list(state: PathState | None = None) -> FoundList:
    mirror = Mirror()
    mirror.show_book(BOOK)
    if state is not None:
        mirror.health[THERMOSTAT.id] = DeviceHealth(THERMOSTAT.id, (PathHealth(Path.LAN, state, T0),))
    return FoundList(mirror)


def words(found: FoundList) -> list[str]:
    return [cell.text for n in range(len(found)) for cell in found.row(n).cells]


def test_addresses_are_ordered_as_numbers():
    found = a_list()
    found.take([heard("a", "192.168.1.100"), heard("b", "192.168.1.20")])
    assert [found.key(n) for n in range(len(found))] == ["b", "a"]


def test_a_second_scan_keeps_what_was_typed_and_takes_the_new_address():
    found = a_list()
    found.take([heard("a", "192.168.1.20")])
    found.edit("a", lambda draft: replace(draft, name="Lobby light", category=Category.LIGHT, key=KEY))
    found.take([heard("a", "192.168.1.21")])
    (new,) = found.new_devices(["a"])
    assert (new.device.name, new.device.category, new.key) == ("Lobby light", Category.LIGHT, KEY)
    assert new.device.address is not None
    assert new.device.address.host == "192.168.1.21"


def test_a_typed_key_is_neither_in_a_line_nor_in_the_text_of_a_draft():
    found = a_list()
    found.take([heard("a", "192.168.1.20")])
    found.edit("a", lambda draft: replace(draft, key=KEY))
    assert "typed" in words(found)
    assert KEY not in " ".join(words(found)) + repr(found.draft("a")) + repr(found.new_devices(["a"]))


def test_a_key_is_forgotten_once_its_device_was_taken_in():
    found = a_list()
    found.take([heard("a", "192.168.1.20")])
    found.edit("a", lambda draft: replace(draft, key=KEY))
    found.taken_in(["a"])
    assert found.new_devices(["a"])[0].key == ""
    assert {"known", "stored"} <= set(words(found))


def test_a_device_known_by_its_address_alone_waits_for_its_id():
    found = a_list()
    found.take([heard("", "10.0.0.7")])
    assert found.new_devices(["10.0.0.7:6668"]) == ()
    found.edit("10.0.0.7:6668", lambda draft: replace(draft, id="a"))
    assert [new.device.id for new in found.new_devices(["10.0.0.7:6668"])] == ["a"]


def test_a_line_without_an_id_gives_way_to_the_same_address_with_one():
    found = a_list()
    found.take([heard("", "10.0.0.7")])
    found.edit("10.0.0.7:6668", lambda draft: replace(draft, name="Boiler"))
    found.take([heard("a", "10.0.0.7")])
    assert [found.key(n) for n in range(len(found))] == ["a"]
    assert found.new_devices(["a"])[0].device.name == "Boiler"


def test_a_probe_adds_no_second_line_for_an_address_that_was_heard():
    found = a_list()
    found.take([heard("a", "10.0.0.7"), heard("", "10.0.0.7")])
    assert len(found) == 1


def test_a_known_device_keeps_what_the_network_does_not_tell():
    found = a_list()
    found.take([heard(THERMOSTAT.id, "10.0.0.9")])
    device = found.new_devices([THERMOSTAT.id])[0].device
    assert (device.points, device.place, device.name) == (THERMOSTAT.points, THERMOSTAT.place, THERMOSTAT.name)
    assert device.address is not None
    assert device.address.host == "10.0.0.9"


def test_a_version_that_nobody_knows_is_left_to_be_found_out():
    found = a_list()
    found.take([heard("a", "10.0.0.7", version="9.9")])
    address = found.new_devices(["a"])[0].device.address
    assert address is not None
    assert address.version == ""


@pytest.mark.parametrize(
    ("state", "word"), [(PathState.UNCONFIGURED, "missing"), (PathState.UNREACHABLE, "stored"), (None, "missing")]
)
def test_whether_a_key_is_stored_is_read_from_the_path(state: PathState | None, word: str):
    found = a_list(state)
    found.take([heard(THERMOSTAT.id, "10.0.0.9")])
    assert found.row(0).cells[-1].text == word


def test_the_summary_counts_what_is_new():
    found = a_list()
    assert found.summary() == "nothing found yet"
    found.take([heard("a", "10.0.0.7"), heard(THERMOSTAT.id, "10.0.0.9")])
    assert found.summary() == "2 found, 1 new, 1 moved"


def test_a_known_device_at_another_address_is_called_moved_until_it_is_taken_in():
    found = a_list()
    assert THERMOSTAT.address is not None
    found.take([heard(THERMOSTAT.id, THERMOSTAT.address.host)])
    assert found.row(0).cells[-2].text == "known"
    found.take([heard(GATEWAY.id, "10.0.0.9")])
    (line,) = (found.row(n) for n in range(2) if found.key(n) == GATEWAY.id)
    assert (line.cells[-2].text, line.cells[-2].tip) == ("moved", "The book has it at 127.0.0.1")
    found.taken_in([GATEWAY.id])
    assert "moved" not in words(found)


def test_a_device_that_a_cloud_project_lists_brings_name_kind_and_key_from_there():
    found = a_list()
    found.take([heard(LAMP.id, "10.0.0.7"), heard("b", "10.0.0.8")])
    found.edit("b", lambda draft: replace(draft, name="Typed"))
    found.know_cloud([LAMP, replace(LAMP, id=DeviceId("b"), name="Listed")])
    assert found.row(0).cells[0].text == "Lamp"
    assert [cell.text for cell in found.row(0).cells][-2:] == ["new", "by cloud"]
    assert found.row(1).cells[0].text == "Typed"
    assert found.summary() == "2 found, 2 new, 2 of them in the cloud"
    assert found.fetched([LAMP.id]) == {LAMP.project: (LAMP.id,)}


def test_a_typed_key_goes_before_that_of_the_cloud():
    found = a_list()
    found.take([heard(LAMP.id, "10.0.0.7")])
    found.know_cloud([LAMP])
    found.edit(LAMP.id, lambda draft: replace(draft, key=KEY))
    assert found.fetched([LAMP.id]) == {}


def test_what_is_in_the_book_already_is_not_fetched():
    found = a_list()
    found.take([heard(THERMOSTAT.id, "10.0.0.7")])
    found.know_cloud([replace(LAMP, id=THERMOSTAT.id)])
    assert found.fetched([THERMOSTAT.id]) == {}
    assert found.row(0).cells[0].text == THERMOSTAT.name
