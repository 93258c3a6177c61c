"""Lists of devices and keys from outside: JSON and CSV, tolerant of spelling, exact about what is wrong."""

import json

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import LanAddress
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.sites import ImportDevices
from heyzack_console.services.sites.device_list import read
from heyzack_console.tuya.product_words import TuyaProductWords
from tests.support.building import VALVE
from tests.support.console import console

WORDS = TuyaProductWords()
KEY = "0123456789abcdef"
SOCKET = {
    "name": "Kitchen socket",
    "id": "bf01",
    "key": KEY,
    "mac": "aa:bb",
    "category": "cz",
    "product_name": "Plug S",
    "product_id": "pid1",
    "ip": "192.168.7.20",
    "version": "3.3",
    "mapping": {"1": {"code": "switch_1", "type": "Boolean", "values": {}}},
}
SUB = {"name": "Door", "id": "bf02", "key": KEY, "category": "mcs", "sub": True, "node_id": "a4c1", "parent": "bf03"}


def test_a_devices_json_is_read_with_address_key_category_and_points():
    (new,) = read(json.dumps([SOCKET]), WORDS).devices
    device = new.device
    assert (device.id, device.name, device.category) == ("bf01", "Kitchen socket", Category.SOCKET)
    assert (device.product, device.model) == ("pid1", "Plug S")
    assert device.address == LanAddress("192.168.7.20", 6668, "3.3")
    assert [p.code for p in device.points] == ["switch_1"]
    assert new.key == KEY


def test_a_sub_device_names_its_gateway_and_needs_no_key_of_its_own():
    (new,) = read(json.dumps([SUB]), WORDS).devices
    assert (new.device.gateway, new.device.cid, new.device.address, new.key) == ("bf03", "a4c1", None, "")


def test_a_snapshot_is_read_like_a_devices_json():
    assert len(read(json.dumps({"timestamp": 1, "devices": [SOCKET]}), WORDS).devices) == 1


def test_a_device_whose_address_is_to_be_found_has_none():
    (new,) = read(json.dumps([SOCKET | {"ip": "Auto", "version": None}]), WORDS).devices
    assert new.device.address is None


def test_what_cannot_be_read_is_left_out_by_number_and_field():
    found = read(json.dumps([{"name": "no id"}, SOCKET, SOCKET | {"id": "x", "version": "9"}, 7]), WORDS)
    assert [new.device.id for new in found.devices] == ["bf01"]
    assert [line.split(" ", 3)[:3] for line in found.left_out] == [
        ["device", "1:", "id"],
        ["device", "3:", "version"],
        ["device", "4:", "id"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"id;name;local key;IP Address;Version\nbf01;Lamp;{KEY};192.168.7.20;3.4\n",
        f"Device ID,Device Name,local_key,host,ver\nbf01,Lamp,{KEY},192.168.7.20,3.4\n",
        f"\ufeffdevid\tlabel\tkey\tip\tprotocol\r\nbf01\tLamp\t{KEY}\t192.168.7.20\t3.4\r\n",
    ],
)
def test_a_csv_is_read_whatever_its_separator_and_spelling_of_headers(text):
    (new,) = read(text, WORDS).devices
    assert (new.device.id, new.device.name, new.key) == ("bf01", "Lamp", KEY)
    assert new.device.address == LanAddress("192.168.7.20", 6668, "3.4")


def test_a_csv_may_name_our_categories_or_the_vendor_s():
    found = read("id,category\na,smoke\nb,ywbj\nc,Air quality\nd,nonsense\n", WORDS)
    assert [new.device.category for new in found.devices] == [
        Category.SMOKE,
        Category.SMOKE,
        Category.AIR_QUALITY,
        Category.UNKNOWN,
    ]


def test_a_wrong_line_of_a_csv_is_named_by_its_number():
    found = read("id,port\na,6668\nb,99999999\n\nc,6668\n", WORDS)
    assert [new.device.id for new in found.devices] == ["a", "c"]
    assert found.left_out[0].startswith("line 3: port")


def test_of_a_device_that_occurs_twice_the_later_counts_and_it_is_said():
    found = read("id,name\na,one\na,two\n", WORDS)
    assert [new.device.name for new in found.devices] == ["two"]
    assert "occurs twice" in found.left_out[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[1, 2", r"no valid JSON \(line 1\)"),
        ('{"other": 1}', "no list of devices"),
        ("name,key\nLamp,x\n", "one of them 'id'"),
        ("", "one of them 'id'"),
    ],
)
def test_what_is_no_list_is_refused(text, says):
    with pytest.raises(InvalidInput, match=says):
        read(text, WORDS)


@hypothesis_settings(max_examples=150)
@given(st.one_of(st.text(max_size=300), st.text(max_size=200).map(lambda tail: "id,name,key\n" + tail)))
def test_any_text_is_read_or_refused_but_never_breaks_the_reader(text):
    try:
        found = read(text, WORDS)
    except InvalidInput:
        return
    assert all(new.device.id for new in found.devices)


async def test_a_dry_run_only_reports():
    async with console() as app:
        text = json.dumps([SOCKET, {"id": VALVE.id, "name": "Main valve", "category": "sfkzq"}, {}])
        receipt = await app.engine.do(ImportDevices(text, dry_run=True))
        assert receipt.text.startswith("Would take in 2 devices, 1 of them new, 1 without a key.")
        assert "device 3: id" in receipt.text
        assert (app.disk.entries, "bf01" in app.lan.watched) == ([], False)


async def test_an_import_takes_devices_and_keys_in():
    async with console() as app:
        receipt = await app.engine.do(ImportDevices(json.dumps([SOCKET])))
        assert (receipt.count, receipt.undoable, app.lan.watched["bf01"][1]) == (1, True, KEY)


async def test_a_list_without_any_usable_device_is_refused_with_the_first_reason():
    async with console() as app:
        with pytest.raises(InvalidInput, match="device 1: id"):
            await app.engine.do(ImportDevices("[{}]"))


async def test_an_import_with_a_bad_key_takes_nothing_in_and_does_not_repeat_the_key():
    async with console() as app:
        with pytest.raises(InvalidInput, match="bf01 must have 16 plain characters") as refused:
            await app.engine.do(ImportDevices(json.dumps([SOCKET | {"key": "tooshort"}])))
        assert "tooshort" not in refused.value.text
        assert app.disk.entries == []


async def test_every_line_that_is_left_out_is_noted_however_many_there_are():
    wrong = [SOCKET | {"id": f"bf{n:02}", "port": 99_999} for n in range(12)]
    async with console() as app:
        text = json.dumps([SOCKET, *wrong])
        would = await app.engine.do(ImportDevices(text, dry_run=True))
        assert [note.split(":")[0] for note in would.notes] == [f"device {n}" for n in range(2, 14)]
        assert "and 7 more" in would.text
        assert (await app.engine.do(ImportDevices(text))).notes == would.notes
