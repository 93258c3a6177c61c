"""The newest frames in clear."""

from heyzack_console.tuya.lan.commands import Command
from heyzack_console.tuya.lan.tap import FRAMES_KEPT, FrameTap, without_secrets
from heyzack_console.tuya.lan.wire import Frame
from tests.support.lan_listener import FixedClock


def frame(command, payload=b"", sequence=1, retcode=None):
    return Frame(sequence, command, retcode, payload)


def test_a_record_tells_time_direction_command_sequence_and_json():
    clock = FixedClock()
    tap = FrameTap(clock)
    tap.note(True, frame(Command.QUERY, b'{"gwId":"D"}', 7))
    (record,) = tap.records()
    assert (record.at, record.sent, record.command, record.sequence, record.text) == (
        clock.at,
        True,
        "query",
        7,
        '{"gwId":"D"}',
    )


def test_only_the_newest_frames_are_kept():
    tap = FrameTap(FixedClock())
    for sequence in range(FRAMES_KEPT + 5):
        tap.note(False, frame(Command.STATUS, b"{}", sequence))
    assert [record.sequence for record in tap.records()] == list(range(5, FRAMES_KEPT + 5))


def test_heartbeats_replace_the_pair_before_them():
    tap = FrameTap(FixedClock())
    tap.note(False, frame(Command.STATUS, b"{}"))
    for sequence in range(10):
        tap.note(True, frame(Command.HEARTBEAT, b"{}", sequence))
        tap.note(False, frame(Command.HEARTBEAT, b"", sequence))
    assert [(record.command, record.sent, record.sequence) for record in tap.records()] == [
        ("status", False, 1),
        ("heartbeat", True, 9),
        ("heartbeat", False, 9),
    ]


def test_the_key_exchange_is_not_even_kept():
    tap = FrameTap(FixedClock())
    tap.note(False, frame(Command.SESSION_ANSWER, b"nonce and proof"))
    (record,) = tap.records()
    assert record.text == "(key exchange, hidden)"


def test_members_named_like_secrets_are_hidden_at_any_depth():
    text = without_secrets(b'{"dps":{"1":true},"data":[{"localKey":"0123456789abcdef","token":{"a":1}}]}')
    assert text == '{"dps":{"1":true},"data":[{"localKey":"•••","token":"•••"}]}'


def test_text_that_is_no_json_is_cut_before_a_secret():
    assert without_secrets(b"wifi passwd=hunter2") == "wifi …"
    assert without_secrets(b"data format error") == "data format error"


def test_a_return_code_of_failure_is_told():
    tap = FrameTap(FixedClock())
    tap.note(False, frame(Command.QUERY, b"json obj data unvalid", retcode=1))
    assert tap.records()[0].text == "retcode 1 json obj data unvalid"


def test_an_unknown_command_is_told_by_its_number():
    tap = FrameTap(FixedClock())
    tap.note(False, frame(0x42, b"{}"))
    assert tap.records()[0].command == "command 0x42"
