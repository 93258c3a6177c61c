"""Whatever arrives, the decoder answers with a message or one of its faults."""

import base64
import json
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.tuya.queue.decoder import Decoder
from heyzack_console.tuya.queue.events import Message, PointValues
from heyzack_console.tuya.queue.faults import MessageFault
from tests.support.queue_messages import SECRET, ecb, envelope, frame, gcm, payload, properties

NOW = datetime(2024, 1, 1, tzinfo=UTC)
DECODER = Decoder(SECRET)
NAMES = (
    *("devId", "dev_id", "status", "properties", "bizCode", "bizData", "code", "value", "t", "time", "ts", "name"),
    *("reportData", "rssi", "dataId", "dpId", "1", "101", "upgradeStatus", "progress", "online"),
    *("devicePropertyMessage", "deviceOnline", "deviceNameUpdate", "deviceSignal"),
)
WORDS = st.sampled_from(NAMES)
SCALARS = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=12) | WORDS
ANYTHING = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS | st.text(max_size=5), inner, max_size=6)
)
PROTOCOLS = st.sampled_from([4, 20, 25, 1000, 1001, 1002, 1010, 7, "4", None])


def outcome(text):
    try:
        return DECODER.decode(text, NOW)
    except MessageFault as fault:
        return fault


@given(st.binary(max_size=200) | st.text(max_size=200))
@settings(max_examples=200)
def test_any_frame_ends_as_message_or_fault(text):
    assert isinstance(outcome(text), Message | MessageFault)


@given(PROTOCOLS, st.dictionaries(WORDS, ANYTHING, max_size=8), st.sampled_from(["aes_ecb", "aes_gcm"]))
@settings(max_examples=400)
def test_any_content_ends_as_message_or_fault_and_no_time_is_ahead_of_now(protocol, body, em):
    clear = json.dumps(body).encode("utf-8", "replace")
    told = outcome(envelope("m", payload(protocol, (gcm if em == "aes_gcm" else ecb)(clear)), em))
    assert isinstance(told, Message | MessageFault)
    for event in told.content.events if isinstance(told, Message) else ():
        times = [value.at for value in event.values] if isinstance(event, PointValues) else [event.at]
        assert all(at <= NOW for at in times)


@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
@settings(max_examples=200)
def test_any_members_of_the_envelope_end_as_message_or_fault(packed, others, published, count):
    odd = {"messageId": "m", "payload": packed, "properties": others, "publishTime": published}
    assert isinstance(outcome(json.dumps(odd | {"redeliveryCount": count})), Message | MessageFault)


@given(st.data())
@settings(max_examples=200)
def test_a_changed_byte_of_a_gcm_content_is_never_taken_for_the_truth(data):
    sealed = bytearray(base64.b64decode(gcm(json.dumps(properties("d1", ("a", 1, 5, 1))).encode())))
    place = data.draw(st.integers(0, len(sealed) - 1))
    sealed[place] ^= data.draw(st.integers(1, 255))
    told = outcome(envelope("m", payload(1000, base64.b64encode(sealed).decode())))
    assert isinstance(told, MessageFault)


@given(st.lists(st.tuples(st.text("abc_", min_size=1, max_size=8), st.integers(1, 255), SCALARS), max_size=5))
@settings(max_examples=200)
def test_what_was_sealed_comes_out_again(points):
    items = [(code, dp, value, 1_700_000_000_000) for code, dp, value in points]
    told = outcome(frame("m", 1000, properties("d1", *items)))
    if isinstance(told, Message):
        read = [(v.code, v.dp, v.value) for event in told.content.events for v in event.values]
        assert read == points
    else:
        # Whole numbers beyond 4,300 digits and the like are refused as a whole.
        assert not all(isinstance(value, int | str) for *_, value in points)
