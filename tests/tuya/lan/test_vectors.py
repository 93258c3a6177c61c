"""The codec against frames that two independent codecs agreed on."""

import json

import pytest

from heyzack_console.tuya.lan.commands import Command
from heyzack_console.tuya.lan.negotiation import Negotiation, session_key
from heyzack_console.tuya.lan.wire import Frame, Version
from heyzack_console.tuya.lan.wire_session import GcmWire
from heyzack_console.tuya.lan.wires import wire_for
from tests.tuya.lan import vectors as v

QUERY = b'{"gwId":"D","devId":"D","uid":"D","t":"1700000000"}'
CONTROL = b'{"devId":"D","uid":"D","t":"1700000000","dps":{"1":true}}'
CONTROL_NEW = b'{"protocol":5,"t":1700000000,"data":{"dps":{"1":true}}}'


def gcm(key: bytes) -> GcmWire:
    return GcmWire(key, lambda: v.GCM_NONCE)


SEALED = {
    "3.1 control": (wire_for(Version.V31, v.KEY), 1, Command.CONTROL, CONTROL, v.CONTROL_31),
    "3.3 query": (wire_for(Version.V33, v.KEY), 1, Command.QUERY, QUERY, v.QUERY_33),
    "3.3 control": (wire_for(Version.V33, v.KEY), 2, Command.CONTROL, CONTROL, v.CONTROL_33),
    "3.3 heartbeat": (wire_for(Version.V33, v.KEY), 3, Command.HEARTBEAT, b'{"gwId":"D","devId":"D"}', v.HEARTBEAT_33),
    "3.4 start": (wire_for(Version.V34, v.KEY), 1, Command.SESSION_START, v.CLIENT_NONCE, v.START_34),
    "3.4 query": (wire_for(Version.V34, v.SESSION_KEY_34), 3, Command.QUERY_NEW, b"{}", v.QUERY_34),
    "3.4 control": (wire_for(Version.V34, v.SESSION_KEY_34), 4, Command.CONTROL_NEW, CONTROL_NEW, v.CONTROL_34),
    "3.5 start": (gcm(v.KEY), 1, Command.SESSION_START, v.CLIENT_NONCE, v.START_35),
    "3.5 query": (gcm(v.SESSION_KEY_35), 3, Command.QUERY_NEW, b"{}", v.QUERY_35),
}
OPENED = {
    "3.3 reply": (Version.V33, v.KEY, v.REPLY_33, Frame(1, 0x0A, 0, b'{"dps":{"1":true}}')),
    "3.3 push": (Version.V33, v.KEY, v.PUSH_33, Frame(7, 0x08, 0, b'{"dps":{"1":true},"t":1700000000}')),
    "3.3 heartbeat reply": (Version.V33, v.KEY, v.HEARTBEAT_REPLY, Frame(0, 0x09, 0, b"")),
    "3.1 heartbeat reply": (Version.V31, v.KEY, v.HEARTBEAT_REPLY, Frame(0, 0x09, 0, b"")),
    "3.1 control": (Version.V31, v.KEY, v.CONTROL_31, Frame(1, 0x07, None, CONTROL)),
    "3.5 reply": (Version.V35, v.SESSION_KEY_35, v.REPLY_35, Frame(101, 0x10, 0, b'{"dps":{"1":true}}')),
}


@pytest.mark.parametrize("name", SEALED)
def test_a_request_is_sealed_byte_for_byte_as_the_reference_has_it(name):
    wire, sequence, command, payload, expected = SEALED[name]
    assert wire.seal(sequence, command, payload) == expected


@pytest.mark.parametrize("name", OPENED)
def test_a_device_frame_opens_to_the_payload_of_the_reference(name):
    version, key, raw, expected = OPENED[name]
    assert wire_for(version, key).open(raw) == expected


@pytest.mark.parametrize(
    ("version", "answer", "finish", "key"),
    [
        (Version.V34, v.ANSWER_34, v.FINISH_34, v.SESSION_KEY_34),
        (Version.V35, v.ANSWER_35, v.FINISH_35, v.SESSION_KEY_35),
    ],
)
def test_the_negotiation_ends_with_the_session_key_of_the_reference(version, answer, finish, key):
    local = gcm(v.KEY) if version is Version.V35 else wire_for(version, v.KEY)
    proof, derived = Negotiation(version, v.KEY, v.CLIENT_NONCE).finish(local.open(answer).payload)
    assert derived == key == session_key(version, v.KEY, v.CLIENT_NONCE, v.DEVICE_NONCE)
    assert local.seal(2, Command.SESSION_FINISH, proof) == finish


def test_json_of_the_reference_is_compact():
    for payload in (QUERY, CONTROL, CONTROL_NEW):
        assert json.dumps(json.loads(payload), separators=(",", ":")).encode() == payload
