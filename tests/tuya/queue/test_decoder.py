"""Frames of the queue into values and news."""

import base64
import json
from datetime import UTC, datetime, timedelta

import pytest

from heyzack_console.domain.cloud import CloudHappening, CloudNews
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.tuya.queue.decoder import Decoder
from heyzack_console.tuya.queue.events import PointValue, PointValues
from heyzack_console.tuya.queue.faults import ContentNotKnown, ContentUnreadable, NoEnvelope
from tests.support.queue_messages import SECRET, ecb, envelope, frame, gcm, payload, properties, status_report

T = 1_700_000_000_000
AT = datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)
NOW = AT + timedelta(minutes=1)
# tuya-cloud section 7: one plaintext in both ciphers.
ECB_VECTOR = (
    "JbCz8qHxohEEkLr8uPVKCfITUak5n7BXPfgBTcLF1BhkbgMLHKHxFZzZnkzCrgp0vwFXH8Npv8wPiSdC4CKckkaYW4XzRJ646eKI7CThVwTm3cwIYRIneKEgg6x"
    "rG+Wj"
)
GCM_VECTOR = (
    "AAECAwQFBgcICQoL9qR6KBa4NtSsqggM1mOHgoPebt9wkbXLzU/cOHu28p3MYF5MF8kq/tA8faH13xZMWGB9xlQ3SDM3gS7gzN+6hapzEfyhI9IXUelH05/EPhcc"
    "KeFaR/K+97VI97QKy2PIqiQQb/nTUQ=="
)


def decoded(text, now=NOW):
    return Decoder(SECRET).decode(text, now)


def events(protocol, body, em="aes_gcm"):
    return decoded(frame("m1", protocol, body, em)).content.events


def news(protocol, body):
    (event,) = events(protocol, body)
    assert isinstance(event, CloudNews)
    return event


@pytest.mark.parametrize(("em", "sealed"), [("aes_ecb", ECB_VECTOR), ("", ECB_VECTOR), ("aes_gcm", GCM_VECTOR)])
def test_the_published_example_is_read_in_either_cipher_and_without_one_named(em, sealed):
    message = decoded(envelope("m1", payload(4, sealed), em))
    assert message.content.events == (PointValues("d1", (PointValue("switch_1", 1, True, AT),)),)
    assert (message.id, message.published, message.deliveries) == ("m1", AT, 1)


def test_older_commercial_messages_name_their_content_otherwise():
    body = json.dumps(status_report("d1", ("switch_1", True, T))).encode()
    packed = base64.b64encode(json.dumps({"encryptPayload": ecb(body), "protocol": 4, "t": T}).encode()).decode()
    assert decoded(envelope("m1", packed, "")).content.events


def test_properties_carry_code_number_value_and_their_own_time():
    body = properties("d1", ("temp_current", 3, 215, T - 5000), ("mode", 4, "auto", T), data_id="x1")
    content = decoded(frame("m1", 1000, body)).content
    assert content.data_id == "1000 d1 x1"
    assert content.events == (
        PointValues(
            "d1",
            (PointValue("temp_current", 3, 215, AT - timedelta(seconds=5)), PointValue("mode", 4, "auto", AT)),
        ),
    )


def test_a_point_outside_the_standard_set_is_known_by_its_number_alone():
    (event,) = events(4, {"devId": "d1", "status": [{"101": "AbC=", "t": T}]})
    assert event.values == (PointValue("", 101, "AbC=", AT),)


def test_an_item_of_no_known_shape_is_left_out_and_counted():
    body = {"devId": "d1", "status": [{"value": 1}, "words", {"code": "a", "value": 2, "t": T}]}
    content = decoded(frame("m1", 4, body)).content
    assert content.odd == 2
    assert [value.code for value in content.events[0].values] == ["a"]


@pytest.mark.parametrize("told", [None, 0, "soon", 10**30, -5, 12.5])
def test_a_time_that_cannot_be_is_the_messages_or_now(told):
    (event,) = events(4, {"devId": "d1", "status": [{"code": "a", "value": 1, "t": told}]})
    assert event.values[0].at == (NOW if told == 10**30 else AT)


def test_a_time_ahead_of_ours_counts_as_now_so_that_it_cannot_hold_back_what_follows():
    ahead = int((NOW + timedelta(days=1)).timestamp() * 1000)
    (event,) = events(4, status_report("d1", ("a", 1, ahead)))
    assert event.values[0].at == NOW


def test_times_in_seconds_are_understood():
    (event,) = events(4, status_report("d1", ("a", 1, T // 1000)))
    assert event.values[0].at == AT


@pytest.mark.parametrize(
    ("protocol", "biz_code", "data", "happening", "text"),
    [
        (1001, "deviceOnline", {"time": T}, CloudHappening.ONLINE, ""),
        (1001, "deviceOffline", {"time": T}, CloudHappening.OFFLINE, ""),
        (1001, "deviceNameUpdate", {"name": "Hall & Bar"}, CloudHappening.RENAMED, "Hall & Bar"),
        (1001, "deviceBindSpace", {}, CloudHappening.BOUND, ""),
        (1001, "deviceUnbindSpace", {}, CloudHappening.UNBOUND, ""),
        (1002, "deviceOtaProgress", {"upgradeStatus": 2, "progress": 40}, CloudHappening.UPGRADE, "running, 40 %"),
        (20, "online", {"time": T}, CloudHappening.ONLINE, ""),
        (20, "offline", {"time": T}, CloudHappening.OFFLINE, ""),
        (20, "nameUpdate", {"name": "Küche"}, CloudHappening.RENAMED, "Küche"),
        (20, "bindUser", {"uid": "u"}, CloudHappening.BOUND, ""),
        (20, "delete", {"uid": "u"}, CloudHappening.UNBOUND, ""),
        (20, "reset", {}, CloudHappening.UNBOUND, ""),
        (20, "upgradeStatus", {"upgradeStatus": "4", "description": "main"}, CloudHappening.UPGRADE, "failed, main"),
    ],
)
def test_a_happening_is_told_in_our_words(protocol, biz_code, data, happening, text):
    body = {"bizCode": biz_code, "bizData": {"devId": "d1"} | data, "ts": T}
    assert news(protocol, body) == CloudNews("d1", happening, AT, text)


def test_the_older_family_names_the_device_outside_its_data():
    body = {"devId": "d9", "bizCode": "offline", "bizData": {"time": T}}
    assert news(20, body) == CloudNews("d9", CloudHappening.OFFLINE, AT)


def test_the_newest_signal_strength_is_told():
    reports = [{"rssi": -70, "t": T - 9000}, {"rssi": "-58", "t": T}, {"memory": 12, "t": T}]
    body = {"devId": "d1", "bizCode": "deviceSignal", "bizData": {"reportData": reports}}
    assert news(20, body) == CloudNews("d1", CloudHappening.SIGNAL, AT, number=-58.0)


@pytest.mark.parametrize(
    ("protocol", "biz_code"),
    [(25, "sceneExecute"), (1010, "spaceCreate"), (20, "homeCreate"), (1000, "deviceEventMessage")],
)
def test_a_known_kind_with_nothing_for_the_console_is_passed_over(protocol, biz_code):
    content = decoded(frame("m1", protocol, {"bizCode": biz_code, "bizData": {}})).content
    assert (content.events, content.passed, content.unknown) == ((), f"{protocol} {biz_code}", "")


@pytest.mark.parametrize(("protocol", "biz_code"), [(77, "x"), (1001, "deviceSings"), (1000, ""), (-4, "online")])
def test_an_unknown_kind_is_named_as_such(protocol, biz_code):
    content = decoded(frame("m1", protocol, {"bizCode": biz_code, "bizData": {"devId": "d1"}})).content
    assert (content.events, content.unknown) == ((), f"{protocol} {biz_code}")


@pytest.mark.parametrize("text", ["", "[]", "{", "\x00", "{}", '{"messageId": ""}', '{"messageId": 5}', "[" * 9999])
def test_a_frame_without_an_id_has_no_envelope(text):
    with pytest.raises(NoEnvelope):
        decoded(text)


@pytest.mark.parametrize(
    ("packed", "em"),
    [
        ("not base64!", "aes_gcm"),
        (base64.b64encode(b"[]").decode(), "aes_gcm"),
        (payload(4, "?"), "aes_ecb"),
        (payload(4, base64.b64encode(b"short").decode()), "aes_ecb"),
        (payload(4, base64.b64encode(b"short").decode()), "aes_gcm"),
        (payload(4, gcm(b"{}")[:-4] + "AAA="), "aes_gcm"),
        (payload(4, ecb(b"{}", "x" * 32)), "aes_ecb"),
        (payload(4, gcm(b"{}", "x" * 32)), "aes_gcm"),
        (payload(4, gcm(b"{}")), "aes_cbc"),
        (payload(4, None), "aes_gcm"),
    ],
)
def test_what_cannot_be_opened_is_unreadable_and_keeps_its_id(packed, em):
    with pytest.raises(ContentUnreadable) as caught:
        decoded(envelope("m7", packed, em, redeliveries=2))
    assert (caught.value.message_id, caught.value.deliveries) == ("m7", 3)


@pytest.mark.parametrize(
    ("protocol", "body"),
    [
        (4, {"status": []}),
        (4, {"devId": "d1", "status": {}}),
        (1000, {"bizCode": "devicePropertyMessage", "bizData": "none"}),
        (1001, {"bizCode": "deviceOnline", "bizData": {}}),
        (1001, {"bizCode": "deviceNameUpdate", "bizData": {"devId": "d1"}}),
        (4, {"devId": 7, "status": []}),
        (None, {"devId": "d1", "status": []}),
        ("four", {"devId": "d1", "status": []}),
    ],
)
def test_clear_content_of_another_shape_is_not_known(protocol, body):
    with pytest.raises(ContentNotKnown):
        decoded(frame("m1", protocol, body))


def test_a_fault_repeats_nothing_of_what_it_read():
    with pytest.raises(ContentUnreadable) as caught:
        decoded(envelope("m1", payload(4, "my very own words"), "aes_gcm"))
    assert "very own" not in caught.value.text
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("secret", ["", "short", "ä" * 32])
def test_a_secret_that_is_none_is_refused_without_repeating_it(secret):
    with pytest.raises(InvalidInput) as caught:
        Decoder(secret)
    assert not secret or secret not in caught.value.text
