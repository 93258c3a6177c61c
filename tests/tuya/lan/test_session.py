"""The session by itself: bytes in, events out."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.tuya.lan.events import Answered, Broken, Dropped, HeartbeatHeard, Pushed, Ready
from heyzack_console.tuya.lan.faults import FrameRefused, PayloadUnreadable, RequestTooLong, SessionBusy
from heyzack_console.tuya.lan.requests import Heartbeat, Query, Refresh, SetPoints
from heyzack_console.tuya.lan.session import Peer, Session
from heyzack_console.tuya.lan.wire import Version
from tests.support.tuya_frames import device_frame, opened
from tests.tuya.lan import vectors as v

NOW_S = 1700000000


def a_session(version=Version.V33, children=frozenset()):
    return Session(Peer("D", v.KEY, version, children), v.CLIENT_NONCE)


def said(content, command=0x08, sequence=0, version=Version.V33, key=v.KEY, retcode=0):
    payload = content if isinstance(content, bytes) else json.dumps(content).encode()
    return device_frame(version, key, sequence, command, retcode, payload)


def negotiated(children=frozenset()):
    session = a_session(Version.V35, children)
    session.start()
    session.receive(v.ANSWER_35)
    return session


def test_versions_without_key_exchange_are_ready_at_once_and_begin_with_silence():
    session = a_session()
    assert session.ready
    assert session.start() == b""


def test_nothing_can_be_asked_before_the_key_exchange_is_over():
    session = a_session(Version.V34)
    assert session.start() == v.START_34
    with pytest.raises(SessionBusy):
        session.ask(Query(), NOW_S)
    assert session.receive(v.ANSWER_34) == [Ready(v.FINISH_34)]
    assert session.ask(Query(), NOW_S) == v.QUERY_34


def test_only_one_request_is_outstanding_and_heartbeats_do_not_count():
    session = a_session()
    session.ask(Query(), NOW_S)
    session.ask(Heartbeat(), NOW_S)
    session.ask(Refresh((18, 19)), NOW_S)
    with pytest.raises(SessionBusy):
        session.ask(SetPoints({"1": True}), NOW_S)
    session.receive(said({"dps": {}}, 0x0A, 1))
    assert opened("3.3", v.KEY, session.ask(SetPoints({"1": True}), NOW_S)).sequence == 4


def test_a_request_that_is_too_long_leaves_no_gap_in_the_sequence():
    session = a_session()
    with pytest.raises(RequestTooLong):
        session.ask(SetPoints({"1": "x" * 5000}), NOW_S)
    assert opened("3.3", v.KEY, session.ask(Query(), NOW_S)).sequence == 1


def test_a_push_between_question_and_answer_is_a_push():
    session = a_session()
    session.ask(Query(), NOW_S)
    events = session.receive(said({"dps": {"2": 5}}) + said({"dps": {"1": True}}, 0x0A, 1))
    assert [type(event) for event in events] == [Pushed, Answered]
    assert events[0].message.dps == {"2": 5}
    assert events[1].message.dps == {"1": True}


def test_answers_are_matched_by_command_whatever_their_sequence():
    session = negotiated()
    session.ask(Query(), NOW_S)
    frame = device_frame(Version.V35, v.SESSION_KEY_35, 9000, 0x10, 0, b'{"dps":{"1":true}}', header=False)
    assert [type(event) for event in session.receive(frame)] == [Answered]


def test_an_order_answered_with_the_values_is_both_taken_and_reported():
    session = a_session()
    session.ask(SetPoints({"1": True}), NOW_S)
    events = session.receive(said({"dps": {"1": True}}, 0x07, 1))
    assert [type(event) for event in events] == [Answered, Pushed]


def test_a_late_answer_about_an_unnamed_sub_device_is_not_taken_for_the_gateways():
    session = negotiated(frozenset({"c1", "c2"}))
    reply = device_frame(Version.V35, v.SESSION_KEY_35, 9, 0x10, 0, b'{"dps":{"1":99}}', header=False)
    session.ask(Query("c1"), NOW_S)
    session.give_up()
    assert [type(event) for event in session.receive(reply)] == [Dropped]
    session.ask(Query("c2"), NOW_S)
    assert [type(event) for event in session.receive(reply)] == [Dropped]


def test_an_answer_about_another_sub_device_does_not_answer_the_question():
    session = a_session(children=frozenset({"c1", "c2"}))
    session.ask(Query("c1"), NOW_S)
    other = session.receive(said({"dps": {"1": 2}, "cid": "c2"}, 0x0A, 1))
    assert [type(event) for event in other] == [Pushed]
    asked = session.receive(said({"dps": {"1": 1}, "cid": "c1"}, 0x0A, 1))
    assert [type(event) for event in asked] == [Answered]


def test_the_gateways_own_id_as_cid_means_the_gateway():
    session = a_session(children=frozenset({"c1"}))
    (event,) = session.receive(said({"dps": {"1": 2}, "cid": "D"}))
    assert event.message.cid is None


def test_an_unknown_cid_is_dropped_and_counted():
    session = a_session(children=frozenset({"c1"}))
    assert session.receive(said({"dps": {"1": 2}, "cid": "c9"})) == [Dropped("an unknown sub-device", "c9")]
    assert session.receive(said({"protocol": 4, "data": {"dps": {"1": 2}, "cid": "c9"}}))[0].cid == "c9"
    assert session.dropped == 2


def test_a_sub_device_that_is_watched_from_now_on_is_heard():
    session = a_session()
    session.watch_children(frozenset({"c9"}))
    assert [type(event) for event in session.receive(said({"dps": {"1": 2}, "cid": "c9"}))] == [Pushed]


def test_a_few_frames_with_a_wrong_check_are_dropped_more_break_the_connection():
    bad = bytearray(said({"dps": {"1": 2}}))
    bad[-6] ^= 1
    session = a_session()
    session.receive(v.REPLY_33)
    assert [type(event) for event in session.receive(bytes(bad) * 2)] == [Dropped, Dropped]
    (event,) = session.receive(bytes(bad))
    assert isinstance(event, Broken)
    assert isinstance(event.fault, FrameRefused)


def test_an_unreadable_payload_breaks_the_connection_until_the_key_has_proved_itself():
    foreign = said({"dps": {"1": 2}}, key=b"another key here")
    (event,) = a_session().receive(foreign)
    assert isinstance(event, Broken)
    assert isinstance(event.fault, PayloadUnreadable)
    session = a_session()
    session.receive(v.PUSH_33)
    assert session.proved
    assert [type(event) for event in session.receive(foreign)] == [Dropped]


def test_a_heartbeat_reply_does_not_prove_the_key():
    session = a_session()
    assert session.receive(v.HEARTBEAT_REPLY) == [HeartbeatHeard()]
    assert not session.proved


def test_invalid_utf_8_inside_json_is_read_with_replacements():
    (event,) = a_session().receive(said(b'{"dps":{"1":"caf\xe9"}}'))
    assert event.message.dps == {"1": "caf\ufffd"}


def test_the_devices_own_time_is_read_from_text_and_number():
    for stamp in (NOW_S, str(NOW_S), float(NOW_S)):
        (event,) = a_session().receive(said({"dps": {"1": 1}, "t": stamp}))
        assert event.message.unix_s == NOW_S


@pytest.mark.parametrize("stamp", [0, -1, 1e18, "soon", True, None, {}, "9" * 400])
def test_a_time_that_can_be_none_is_left_out(stamp):
    (event,) = a_session().receive(said({"dps": {"1": 1}, "t": stamp}))
    assert event.message.unix_s is None


@settings(max_examples=200)
@given(
    st.sampled_from([Version.V31, Version.V33]),
    st.lists(
        st.one_of(
            st.binary(max_size=60),
            st.sampled_from([v.PUSH_33, v.REPLY_33, v.HEARTBEAT_REPLY, v.ANSWER_34, v.REPLY_35, v.CONTROL_31]),
            st.binary(max_size=40).map(lambda payload: said(payload or b"{}")),
            st.recursive(st.none() | st.integers() | st.text(max_size=5), st.lists, max_leaves=5).map(
                lambda content: said({"dps": content, "data": content, "cid": content})
            ),
        ),
        max_size=6,
    ),
)
def test_whatever_arrives_becomes_events_and_nothing_is_raised(version, pieces):
    session = a_session(version)
    session.ask(Query(), NOW_S)
    for piece in pieces:
        events = session.receive(piece)
        if events and isinstance(events[-1], Broken):
            break


def test_json_nested_too_deeply_is_a_fault_and_no_crash():
    deep = b'{"dps":{"1":' + b"[" * 3000 + b"]" * 3000 + b"}}"
    events = a_session().receive(said(deep))
    assert all(isinstance(event, (Broken, Dropped, Pushed)) for event in events)


def test_keys_do_not_show_in_the_peers_description():
    assert "0123456789abcdef" not in repr(Peer("D", v.KEY, Version.V33))
