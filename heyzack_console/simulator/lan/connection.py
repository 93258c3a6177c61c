"""A client's connection to a simulated device: frames, sequence numbers, negotiation, idleness."""

import asyncio
import secrets
import socket
import string
import struct
from collections.abc import Mapping, Sequence
from typing import Protocol, cast

from tinytuya.core import command_types as ct

from heyzack_console.simulator.lan.answers import Answer, Answers
from heyzack_console.simulator.lan.identity import LanValue, Owner
from heyzack_console.simulator.lan.outlet import Outlet
from heyzack_console.simulator.lan.speech import Heard, Speech, Unreadable, split_frames

# Frames before negotiation that are ignored until the connection is closed (TuyaOpen, tuya_lan.c).
_PATIENCE = 3
_NO_LINGER = struct.pack("ii", 1, 0)
_NONCE_LETTERS = string.ascii_lowercase + string.digits


class Host(Owner, Protocol):
    """The device as it lets connections in."""

    def joined(self, client: "Connection") -> bool:
        """Give a new connection a slot; False: it has to go."""

    def left(self, client: "Connection") -> None:
        """Forget a connection."""


class Connection(asyncio.Protocol):
    """One accepted connection; whatever breaks the protocol closes it, as devices do."""

    def __init__(self, host: Host, speech: Speech) -> None:
        self._host = host
        self._speech = speech
        self._answers = Answers(host)
        self._buffer = bytearray()
        self._last_sequence = 0
        self._own_sequence = 100
        self._ignored = 0
        self._nonces: tuple[bytes, bytes] | None = None
        self._transport: asyncio.Transport | None = None
        self._outlet: Outlet | None = None
        self._heard_at = 0.0
        self._idle_timer: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a slot, or be reset."""
        self._transport = cast(asyncio.Transport, transport)
        if not self._host.joined(self):
            self.reset() if self._host.temper.locked_up else self.close()
            return
        self._outlet = Outlet(self._transport, self._host.rng)
        self._heard_at = asyncio.get_running_loop().time()
        self._watch_idleness()
        self._greet()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the slot back."""
        self._stop()
        self._host.left(self)

    def data_received(self, data: bytes) -> None:
        """Read what has come, frame by frame."""
        self._buffer += data
        try:
            for frame in split_frames(self._buffer):
                self._receive(self._speech.read(frame))
        except Unreadable:
            self.close()

    def push(self, values: Mapping[str, LanValue], cid: str | None) -> None:
        """Send new values, once the client could read them."""
        if self._ready:
            self._send(self._answers.pushed(values, cid), self._next_sequence())

    def report_online(self, online: Sequence[str], offline: Sequence[str]) -> None:
        """Tell that sub-devices came or went."""
        if self._ready and self._host.identity.modern:
            self._send(self._answers.online_report(online, offline), self._next_sequence())

    def reset(self) -> None:
        """Break off at once."""
        self._stop()
        self._host.left(self)
        if self._transport is not None and not self._transport.is_closing():
            # Without lingering the peer is told by a reset, not by an orderly end.
            self._transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            self._transport.abort()

    def close(self) -> None:
        """End orderly, after what was already sent."""
        self._stop()
        self._host.left(self)
        if self._transport is not None:
            self._transport.close()

    @property
    def _ready(self) -> bool:
        return self._outlet is not None and (not self._speech.negotiates or self._speech.session is not None)

    def _receive(self, heard: Heard) -> None:
        if self._transport is None or self._transport.is_closing():
            return
        if self._host.temper.strict_sequence and heard.sequence <= self._last_sequence:
            self.close()
            return
        self._last_sequence = heard.sequence
        self._heard_at = asyncio.get_running_loop().time()
        if self._host.temper.silent:
            return
        if self._speech.negotiates and (heard.command in {ct.SESS_KEY_NEG_START, ct.SESS_KEY_NEG_FINISH}):
            self._negotiate(heard)
        elif not self._ready:
            self._ignore()
        else:
            for answer in self._answers.to(heard):
                self._send(answer, self._sequence_for(answer, heard))

    def _negotiate(self, heard: Heard) -> None:
        if self._speech.session is not None:
            self.close()  # a session is negotiated once per connection
        elif heard.payload is None:
            self._ignore()  # on 3.4 a client with another key comes no further
        elif heard.command == ct.SESS_KEY_NEG_START and len(heard.payload) == 16:
            device_nonce = "".join(secrets.choice(_NONCE_LETTERS) for _ in range(16)).encode()
            self._nonces = (heard.payload, device_nonce)
            reply = self._speech.nonce_reply(heard.payload, device_nonce)
            self._send(Answer(ct.SESS_KEY_NEG_RESP, reply), self._reply_sequence(heard))
        elif self._nonces is not None and self._speech.finish_is_right(heard.payload, self._nonces[1]):
            key = self._speech.session_key(*self._nonces)
            if key[0] or not self._host.temper.zero_key_blind:
                self._speech.begin_session(key)
                self._greet()
        else:
            self.close()

    def _greet(self) -> None:
        if self._host.temper.greets and self._ready:
            for cid in (None, *self._host.cids):
                self.push(self._host.asked(cid), cid)

    def _ignore(self) -> None:
        self._ignored += 1
        if self._ignored >= _PATIENCE:
            self.close()

    def _sequence_for(self, answer: Answer, heard: Heard) -> int:
        if answer.command == ct.HEART_BEAT and not self._speech.negotiates:
            return 0
        return self._next_sequence() if answer.push else self._reply_sequence(heard)

    def _reply_sequence(self, heard: Heard) -> int:
        return self._next_sequence() if self._speech.version == "3.5" else heard.sequence

    def _next_sequence(self) -> int:
        self._own_sequence += 1
        return self._own_sequence

    def _send(self, answer: Answer, sequence: int) -> None:
        temper = self._host.temper
        if self._outlet is None or temper.silent:
            return
        retcode = None if temper.no_retcode else answer.retcode
        if self._speech.version == "3.5":
            retcode = answer.retcode
        frame = self._speech.write(answer.command, sequence, answer.payload, retcode, push=answer.push)
        self._outlet.send(frame, temper)

    def _watch_idleness(self) -> None:
        """One timer that looks again when the limit could be reached, instead of one per frame."""
        loop = asyncio.get_running_loop()
        left = self._heard_at + self._host.temper.idle_close_s - loop.time()
        if left <= 0:
            self.close()
        else:
            self._idle_timer = loop.call_later(left, self._watch_idleness)

    def _stop(self) -> None:
        if self._idle_timer is not None:
            self._idle_timer.cancel()
            self._idle_timer = None
        if self._outlet is not None:
            self._outlet.close()
            self._outlet = None
