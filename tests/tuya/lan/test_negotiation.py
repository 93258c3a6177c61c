"""The client's half of the key exchange."""

import hmac

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tinytuya.core.crypto_helper import AESCipher

from heyzack_console.tuya.lan.faults import KeyMismatch, NegotiationRefused, SessionKeyUnusable
from heyzack_console.tuya.lan.negotiation import Negotiation, session_key
from heyzack_console.tuya.lan.wire import Version
from tests.tuya.lan import vectors as v
from tests.tuya.lan.strategies import keys

SESSION_VERSIONS = [Version.V34, Version.V35]
nonces = st.binary(min_size=16, max_size=16)


def answer(key: bytes, ours: bytes, theirs: bytes) -> bytes:
    return theirs + hmac.digest(key, ours, "sha256")


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(SESSION_VERSIONS), keys, nonces, nonces)
def test_the_session_key_is_the_one_tinytuya_derives(version, key, ours, theirs):
    mixed = bytes(a ^ b for a, b in zip(ours, theirs, strict=True))
    cipher = AESCipher(key)
    if version is Version.V34:
        expected = cipher.encrypt(mixed, False, pad=False)
    else:
        expected = cipher.encrypt(mixed, use_base64=False, pad=False, iv=ours[:12])[12:28]
    assert session_key(version, key, ours, theirs) == expected


@pytest.mark.parametrize("version", SESSION_VERSIONS)
def test_a_proof_made_with_another_key_is_a_key_mismatch(version):
    reply = answer(b"another key here", v.CLIENT_NONCE, v.DEVICE_NONCE)
    with pytest.raises(KeyMismatch):
        Negotiation(version, v.KEY, v.CLIENT_NONCE).finish(reply)


@pytest.mark.parametrize("version", SESSION_VERSIONS)
@pytest.mark.parametrize("length", [0, 16, 47])
def test_a_short_answer_is_refused(version, length):
    reply = answer(v.KEY, v.CLIENT_NONCE, v.DEVICE_NONCE)[:length]
    with pytest.raises(NegotiationRefused):
        Negotiation(version, v.KEY, v.CLIENT_NONCE).finish(reply)


@pytest.mark.parametrize("version", SESSION_VERSIONS)
def test_a_session_key_beginning_with_zero_is_never_used(version):
    theirs = next(
        nonce
        for nonce in (number.to_bytes(2) + bytes(14) for number in range(2**16))
        if session_key(version, v.KEY, v.CLIENT_NONCE, nonce)[0] == 0
    )
    with pytest.raises(SessionKeyUnusable):
        Negotiation(version, v.KEY, v.CLIENT_NONCE).finish(answer(v.KEY, v.CLIENT_NONCE, theirs))
