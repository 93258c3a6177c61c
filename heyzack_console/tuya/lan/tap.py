"""The newest frames of one device in clear, for people who look into the protocol."""

import json
from collections import deque
from datetime import datetime
from typing import Any

from heyzack_console.domain.devices.health import FrameRecord
from heyzack_console.ports.clock import Clock
from heyzack_console.tuya.lan.commands import Command, command_name
from heyzack_console.tuya.lan.wire import Frame

FRAMES_KEPT = 40
_BYTES_KEPT = 600

_KEY_EXCHANGE = frozenset({Command.SESSION_START, Command.SESSION_ANSWER, Command.SESSION_FINISH})
_SECRET_NAMES = ("key", "secret", "token", "passw", "pwd", "auth", "pin", "psk")


class FrameTap:
    """Keeps the last frames of one device, both directions; a heartbeat replaces the one before it.

    Called for every frame, so it only stores; hiding secrets and writing words is left to the reader's turn.
    """

    __slots__ = ("_clock", "_frames")

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._frames: deque[tuple[datetime, bool, Frame]] = deque(maxlen=FRAMES_KEPT)

    def note(self, sent: bool, frame: Frame) -> None:
        """Store one frame that went out (*sent*) or came in."""
        if frame.command in _KEY_EXCHANGE:
            frame = frame._replace(payload=b"")
        elif frame.command == Command.HEARTBEAT:
            self._forget_heartbeat(sent)
        elif len(frame.payload) > _BYTES_KEPT:
            frame = frame._replace(payload=frame.payload[:_BYTES_KEPT])
        self._frames.append((self._clock.now(), sent, frame))

    def _forget_heartbeat(self, sent: bool) -> None:
        for place in range(len(self._frames) - 1, max(-1, len(self._frames) - 3), -1):
            _, was_sent, frame = self._frames[place]
            if frame.command != Command.HEARTBEAT:
                return
            if was_sent == sent:
                del self._frames[place]
                return

    def records(self) -> tuple[FrameRecord, ...]:
        """The kept frames, oldest first; keys, nonces and whatever is named like a secret are hidden."""
        return tuple(
            FrameRecord(at, sent, command_name(frame.command), frame.sequence, _in_words(frame))
            for at, sent, frame in self._frames
        )


def _in_words(frame: Frame) -> str:
    if frame.command in _KEY_EXCHANGE:
        return "(key exchange, hidden)"
    text = without_secrets(frame.payload)
    return f"retcode {frame.retcode} {text}".rstrip() if frame.retcode else text


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
