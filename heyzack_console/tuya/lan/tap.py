"""The newest frames of one device in clear, for people who look into the protocol."""

import json
from datetime import datetime
from typing import Any, NamedTuple

from heyzack_console.domain.devices.health import FrameRecord
from heyzack_console.ports.clock import Clock
from heyzack_console.tuya.lan.commands import Command, command_name
from heyzack_console.tuya.lan.wire import Frame

FRAMES_KEPT = 40
_BYTES_KEPT = 600

_KEY_EXCHANGE = frozenset({Command.SESSION_START, Command.SESSION_ANSWER, Command.SESSION_FINISH})
_SECRET_NAMES = ("key", "secret", "token", "passw", "pwd", "auth", "pin", "psk")


class _Kept(NamedTuple):
    """One frame, in one piece to save memory: every idle session holds some."""

    at: datetime
    sent: bool
    command: int
    sequence: int
    retcode: int | None
    payload: bytes


class FrameTap:
    """Keeps the last frames of one device, both directions; a heartbeat replaces the one before it.

    Called for every frame, so it only stores; hiding secrets and writing words is left to the reader's turn.
    """

    __slots__ = ("_clock", "_frames")

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._frames: list[_Kept] = []

    def note(self, sent: bool, frame: Frame) -> None:
        """Store one frame that went out (*sent*) or came in."""
        payload = b"" if frame.command in _KEY_EXCHANGE else frame.payload[:_BYTES_KEPT]
        if frame.command == Command.HEARTBEAT:
            self._forget_heartbeat(sent)
        if len(self._frames) == FRAMES_KEPT:
            del self._frames[0]
        self._frames.append(_Kept(self._clock.now(), sent, frame.command, frame.sequence, frame.retcode, payload))

    def _forget_heartbeat(self, sent: bool) -> None:
        for place in range(len(self._frames) - 1, max(-1, len(self._frames) - 3), -1):
            kept = self._frames[place]
            if kept.command != Command.HEARTBEAT:
                return
            if kept.sent == sent:
                del self._frames[place]
                return

    def records(self) -> tuple[FrameRecord, ...]:
        """The kept frames, oldest first; keys, nonces and whatever is named like a secret are hidden."""
        return tuple(
            FrameRecord(kept.at, kept.sent, command_name(kept.command), kept.sequence, _in_words(kept))
            for kept in self._frames
        )


def _in_words(kept: _Kept) -> str:
    if kept.command in _KEY_EXCHANGE:
        return "(key exchange, hidden)"
    text = without_secrets(kept.payload)
    return f"retcode {kept.retcode} {text}".rstrip() if kept.retcode else text


def without_secrets(payload: bytes) -> str:
    """The JSON of *payload* with secrets replaced; text that is no JSON is cut where a secret might begin."""
    try:
        content = json.loads(payload)
    except (ValueError, RecursionError):
        text = payload.decode("utf-8", "replace")
        places = [at for name in _SECRET_NAMES if (at := text.lower().find(name)) >= 0]
        return f"{text[: min(places)]}…" if places else text
    return json.dumps(_hidden(content), ensure_ascii=False, separators=(",", ":"))


def _hidden(content: Any) -> Any:
    if isinstance(content, dict):
        return {
            name: "•••" if any(secret in str(name).lower() for secret in _SECRET_NAMES) else _hidden(value)
            for name, value in content.items()
        }
    if isinstance(content, list):
        return [_hidden(value) for value in content]
    return content
