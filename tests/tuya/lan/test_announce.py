"""Reading announces."""

import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinytuya.core import TuyaMessage, pack_message
from tinytuya.core.crypto_helper import AESCipher
from tinytuya.core.udp_helper import decrypt_udp, udpkey

from heyzack_console.tuya.lan.announce import UDP_KEY, Announce, heard, is_private, question
from heyzack_console.tuya.lan.faults import LanFault
from heyzack_console.tuya.lan.wire import Version
from tests.tuya.lan import vectors as v

HOST = "192.168.1.20"
JSON = b'{"ip":"192.168.1.20","gwId":"bf01","active":2,"ablilty":0,"encrypt":true,"productKey":"pk","version":"3.3"}'


def test_the_key_of_announces_is_the_published_one():
    assert udpkey == UDP_KEY


@pytest.mark.parametrize(("datagram", "version"), [(v.ANNOUNCE_6699, Version.V35), (v.ANNOUNCE_55AA, Version.V33)])
def test_the_reference_announces_are_read(datagram, version):
    assert heard(datagram, HOST) == Announce("D", HOST, version, "P")


def test_a_plain_announce_of_3_1_is_read():
    message = TuyaMessage(0, 0, None, bytes(4) + JSON, 0, True, 0x55AA, None)
    assert heard(pack_message(message), HOST) == Announce("bf01", HOST, Version.V33, "pk")


def test_a_raw_encrypted_announce_without_frame_is_read():
    assert heard(AESCipher(udpkey).encrypt(JSON, False), HOST).id == "bf01"


def test_trailing_zeros_behind_the_json_are_ignored():
    message = TuyaMessage(0, 0x13, None, bytes(4) + AESCipher(udpkey).encrypt(JSON + b"\0\0\0", False), 0, True, 0x55AA)
    assert heard(pack_message(message), HOST).id == "bf01"


def test_the_address_is_where_the_datagram_came_from_not_what_it_says():
    assert heard(v.ANNOUNCE_55AA, "10.1.2.3").host == "10.1.2.3"


def test_the_question_of_a_phone_or_of_ourselves_is_no_announce():
    assert heard(v.ASK_DEVICES, HOST) is None
    assert heard(question("192.168.1.5"), HOST) is None


def test_tinytuya_reads_our_question():
    assert json.loads(decrypt_udp(question("192.168.1.5"))) == {"from": "app", "ip": "192.168.1.5"}


def test_an_unknown_version_is_left_open():
    told = json.dumps({"gwId": "bf01", "version": "9.9"}).encode()
    assert heard(told, HOST) == Announce("bf01", HOST, None, "")


@pytest.mark.parametrize("told", [{}, {"gwId": ""}, {"gwId": "x" * 65}, {"gwId": "a\nb"}, {"gwId": 7}, []])
def test_an_announce_without_a_decent_id_is_refused(told):
    with pytest.raises(LanFault):
        heard(json.dumps(told).encode(), HOST)


@settings(max_examples=300)
@given(st.binary(max_size=300), st.sampled_from([b"", b"{", v.ANNOUNCE_6699[:18], v.ANNOUNCE_55AA[:16]]))
def test_random_datagrams_raise_nothing_but_a_typed_fault(junk, start):
    with suppress(LanFault):
        assert heard(start + junk, HOST) is None


@settings(max_examples=200)
@given(st.sampled_from([v.ANNOUNCE_6699, v.ANNOUNCE_55AA]), st.data())
def test_a_datagram_with_a_flipped_bit_is_refused(datagram, data):
    changed = bytearray(datagram)
    places = range(6, len(changed) - 4)
    changed[data.draw(st.sampled_from(places))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(LanFault):
        heard(bytes(changed), HOST)


@pytest.mark.parametrize(
    ("host", "private"), [("192.168.0.4", True), ("127.0.0.1", True), ("8.8.8.8", False), ("host", False)]
)
def test_only_addresses_of_a_building_count(host, private):
    assert is_private(host) is private
