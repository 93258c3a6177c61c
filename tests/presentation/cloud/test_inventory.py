"""The devices that a project lists, against those of the book."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.cloud import CloudDevice
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.sites import SiteBook
from heyzack_console.presentation.cloud.inventory import InventoryList, Standing
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, CLIMATE, GATEWAY, THERMOSTAT
from tests.support.cloud_project import listed

WARM = listed(THERMOSTAT.name, id=THERMOSTAT.id)


def inventory(*devices: CloudDevice, book: SiteBook = BOOK) -> InventoryList:
    mirror = Mirror()
    mirror.show_book(book)
    made = InventoryList(mirror)
    made.take(devices)
    return made


def words(made: InventoryList, key: str) -> list[str]:
    position = made.position(key)
    assert position is not None
    return [cell.text for cell in made.row(position).cells]


def test_a_device_that_the_book_does_not_have_is_new_and_comes_first():
    made = inventory(WARM, listed("Zebra lamp"))
    assert [made.key(n) for n in range(2)] == ["zebra lamp", THERMOSTAT.id]
    assert words(made, "zebra lamp") == ["Zebra lamp", "Light", "Dimmer DM-2", "online", "new", "—"]


def test_a_device_of_the_same_id_is_known_under_the_book_s_name():
    assert words(inventory(WARM), THERMOSTAT.id)[-2:] == ["known", THERMOSTAT.name]


def test_a_sub_device_known_on_the_lan_only_is_matched_by_its_gateway_and_node():
    sub = listed(CLIMATE.name, id=DeviceId("cloud7"), sub=True, gateway=GATEWAY.id, node_id=CLIMATE.cid)
    assert words(inventory(sub), "cloud7")[-2:] == ["known", CLIMATE.name]


def test_another_gateway_s_node_of_the_same_name_is_another_device():
    sub = listed("Climate", id=DeviceId("cloud7"), sub=True, gateway=DeviceId("gw9"), node_id=CLIMATE.cid)
    assert words(inventory(sub), "cloud7")[-2] == "new"


def test_another_name_in_the_cloud_is_a_change_that_leaves_the_book_s_name():
    made = inventory(replace(WARM, name="Heater"))
    cell = made.row(0).cells[-1]
    assert (words(made, THERMOSTAT.id)[-2], cell.text) == ("changed", THERMOSTAT.name)
    assert "named Heater in the cloud" in cell.tip


def test_a_book_s_device_without_data_points_is_a_change():
    bare = replace(BOOK, devices=(replace(THERMOSTAT, points=()),))
    assert "data points" in inventory(WARM, book=bare).row(0).cells[-1].tip


def test_a_kind_that_this_version_does_not_know_shows_the_vendor_s_code():
    assert words(inventory(listed("Lamp", Category.UNKNOWN)), "lamp")[1] == "dj"


def test_the_filter_looks_for_every_word_in_name_product_kind_id_and_the_book_s_name():
    made = inventory(listed("Lamp", id=DeviceId("bf77")), replace(WARM, name="Heater"))
    for text, found in (("dim", 2), ("BF77", 1), (THERMOSTAT.name, 1), ("light heater", 1), ("lamp heater", 0)):
        made.narrow(text, None)
        assert len(made) == found, text


def test_one_standing_alone_can_be_shown():
    made = inventory(WARM, listed("Lamp"))
    made.narrow("", Standing.KNOWN)
    assert [made.key(n) for n in range(len(made))] == [THERMOSTAT.id]
    assert made.position("lamp") is None
    assert made.summary() == "2 listed, 1 new, 1 shown"


def test_what_was_taken_in_is_known_before_the_book_tells_it():
    made = inventory(listed("Lamp"), listed("Hub"))
    made.settle([DeviceId("lamp")], {DeviceId("hub"): "It is gone."})
    assert words(made, "lamp")[-2] == "known"
    assert words(made, "hub")[-2:] == ["new", "It is gone."]
    assert made.new_keys() == ("hub",)


def test_a_fresh_list_forgets_what_was_refused():
    made = inventory(listed("Hub"))
    made.settle([], {DeviceId("hub"): "It is gone."})
    made.take([listed("Hub")])
    assert words(made, "hub")[-1] == "—"


@settings(max_examples=60)
@given(st.lists(st.text(min_size=1, max_size=6), unique=True, max_size=12), st.text(max_size=3))
def test_every_line_is_found_where_it_stands(names: list[str], text: str):
    made = inventory(*(listed(name, id=DeviceId(f"{n}")) for n, name in enumerate(names)))
    made.narrow(text, None)
    assert [made.position(made.key(n)) for n in range(len(made))] == list(range(len(made)))
