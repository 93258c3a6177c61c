"""The signatures, against published vectors and against a verifier that reads what is on the wire."""

import json

import httpx
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.tuya.cloud.signing import Credentials, Stamp, query_of, sent_url, signature, signed_url
from tests.support.cloud_peer import ACCESS_ID, SECRET, Asked, verified

CREDENTIALS = Credentials(ACCESS_ID, SECRET)
STAMP = Stamp(1_700_000_000_000, "nonce1", "tok123")
TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)
KEYS = st.text("abcXYZ019_-[].é", min_size=1, max_size=8)
VALUES = st.one_of(TEXT, st.integers(), st.booleans(), st.none(), st.lists(TEXT, max_size=3))


def test_the_login_is_signed_without_a_token_as_in_the_vector():
    url = signed_url("/v1.0/token", query_of({"grant_type": 1}))
    stamp = Stamp(STAMP.t, STAMP.nonce)
    assert signature(CREDENTIALS, stamp, "GET", url, b"") == (
        "451973F704FC3137F76DCDCDE7EB642AA8072F1955ACB3F76B8B872C50E3E275"
    )


def test_a_list_in_the_query_is_signed_with_plain_commas_as_in_the_vector():
    url = signed_url("/v1.0/iot-03/devices/status", query_of({"device_ids": ["a", "b"]}))
    assert signature(CREDENTIALS, STAMP, "GET", url, b"") == (
        "3F863A62D706894368DD50691C9CDDBBB3D6CBBA18C16C5AF5770AD3C20E4EA6"
    )


def test_values_become_the_texts_that_are_sent_and_none_is_left_out():
    assert query_of({"b": True, "a": None, "c": 2.5, "d": [], "e": ""}) == (
        ("b", "true"),
        ("c", "2.5"),
        ("d", ""),
        ("e", ""),
    )


def test_a_secret_and_a_token_show_in_no_text():
    assert SECRET not in repr(CREDENTIALS)
    assert STAMP.token not in repr(STAMP)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, VALUES, max_size=5), st.dictionaries(TEXT, VALUES, max_size=3), st.booleans())
def test_whatever_is_asked_the_verifier_at_the_other_end_agrees(query, body, token):
    pairs = query_of(query)
    stamp = STAMP if token else Stamp(STAMP.t, STAMP.nonce)
    content = json.dumps(body, ensure_ascii=False).encode() if body else b""
    sign = signature(CREDENTIALS, stamp, "POST", signed_url("/v1.0/x", pairs), content)
    target = httpx.Request("POST", "http://127.0.0.1" + sent_url("/v1.0/x", pairs)).url.raw_path.decode()
    head = {"client_id": ACCESS_ID, "t": str(STAMP.t), "nonce": "nonce1", "sign_method": "HMAC-SHA256", "sign": sign}
    assert verified(Asked("POST", "/v1.0/x", {}, head, content), target, stamp.token)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(KEYS, TEXT, min_size=1, max_size=4), st.data())
def test_a_query_that_was_changed_on_its_way_is_not_accepted(query, data):
    pairs = query_of(query)
    sign = signature(CREDENTIALS, STAMP, "GET", signed_url("/v1.0/x", pairs), b"")
    key, value = data.draw(st.sampled_from(pairs))
    changed = tuple((k, v + "x" if (k, v) == (key, value) else v) for k, v in pairs)
    head = {"client_id": ACCESS_ID, "t": str(STAMP.t), "nonce": "nonce1", "sign_method": "HMAC-SHA256", "sign": sign}
    assert not verified(Asked("GET", "/v1.0/x", {}, head, b""), sent_url("/v1.0/x", changed), STAMP.token)
