"""One conversation with one device, without input or output of its own: bytes and requests in, events and bytes out."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from heyzack_console.tuya.lan.commands import Command
from heyzack_console.tuya.lan.events import (
    Answered,
    Broken,
    ChildrenReported,
    Dropped,
    Event,
    HeartbeatHeard,
    Pushed,
    Ready,
)
from heyzack_console.tuya.lan.faults import (
    FrameRefused,
    LanFault,
    NotUnderstood,
    OtherVersion,
    PayloadUnreadable,
    SessionBusy,
)
from heyzack_console.tuya.lan.messages import Message, read
from heyzack_console.tuya.lan.negotiation import Negotiation
from heyzack_console.tuya.lan.requests import ChildrenQuery, Heartbeat, Refresh, Request, SetPoints, written
from heyzack_console.tuya.lan.stream import FrameStream
from heyzack_console.tuya.lan.wire import Frame, Version
from heyzack_console.tuya.lan.wires import families_of, wire_for

TOLERATED_BAD_FRAMES = 2
"""So many frames in a row with a wrong check are dropped; one more breaks the connection."""

_PUSHES = frozenset({Command.STATUS, Command.REFRESH})
_NOT_AWAITED = (Heartbeat, Refresh, ChildrenQuery)
"""Their answers, if any, come as events of their own."""

Witness = Callable[[bool, Frame], None]
"""Is shown every frame in clear: whether we sent it, and the frame."""


@dataclass(frozen=True, slots=True)
class Peer:
    """The other side: a device, or a gateway with the cids of those *children* that are watched."""

    device_id: str
    key: bytes = field(repr=False)
    version: Version
    children: frozenset[str] = frozenset()


class Session:
    """The state of one TCP connection; a new connection needs a new session.

    *nonce*: 16 fresh random bytes for the key exchange. At most one request is outstanding; heartbeats do not count.
    """

    __slots__ = (
        "_bad_in_row",
        "_child_unanswered",
        "_negotiation",
        "_outstanding",
        "_peer",
        "_proved",
        "_sequence",
        "_stream",
        "_wire",
        "_witness",
        "dropped",
        "ready",
    )

    def __init__(self, peer: Peer, nonce: bytes, witness: Witness | None = None) -> None:
        self._peer = peer
        self._wire = wire_for(peer.version, peer.key)
        self._negotiation = Negotiation(peer.version, peer.key, nonce) if peer.version.negotiates else None
        self._witness = witness
        self._stream = FrameStream()
        self._sequence = 0
        self._outstanding: tuple[Request, Command, int] | None = None
        self._child_unanswered = False
        self._proved = False
        self._bad_in_row = 0
        self.ready = self._negotiation is None
        self.dropped = 0

    @property
    def negotiates(self) -> bool:
        """The conversation begins with a key exchange."""
        return self._peer.version.negotiates

    @property
    def proved(self) -> bool:
        """Something that the device encrypted has been read, so the key is right."""
        return self._proved

    def watch_children(self, cids: frozenset[str]) -> None:
        """Take the sub-devices *cids*, and no others, for known from now on."""
        self._peer = replace(self._peer, children=cids)

    def start(self) -> bytes:
        """What to send as soon as the connection stands; empty for versions without key exchange."""
        return self._sealed(Command.SESSION_START, self._negotiation.nonce) if self._negotiation else b""

    def ask(self, request: Request, unix_s: int) -> bytes:
        """The bytes of *request*; it is outstanding until its answer comes or ``give_up`` is called.

        Raises:
            SessionBusy: another request is outstanding, or the session key is not agreed yet.
            RequestTooLong: it does not fit into one frame.
        """
        waits = not isinstance(request, _NOT_AWAITED)
        if not self.ready or (waits and self._outstanding):
            raise SessionBusy("The device has not answered the previous request yet. Nothing was sent.")
        command, payload = written(request, self._peer.version, self._peer.device_id, unix_s)
        sealed = self._sealed(command, payload)
        if waits:
            self._outstanding = (request, command, self._sequence)
        return sealed

    def give_up(self) -> None:
        """Stop waiting for the outstanding request; a late answer is at most a push."""
        if self._outstanding and getattr(self._outstanding[0], "cid", None):
            self._child_unanswered = True
        self._outstanding = None

    def receive(self, data: bytes) -> list[Event]:
        """What *data* brings; after a ``Broken`` nothing more is to be fed."""
        events: list[Event] = []
        try:
            for raw in self._stream.feed(data):
                self._take(raw, events)
        except LanFault as fault:
            events.append(Broken(fault))
        return events

    def _sealed(self, command: Command, payload: bytes) -> bytes:
        # Devices close the connection on a sequence number that does not grow (TuyaOpen tuya_lan.c).
        sealed = self._wire.seal(self._sequence + 1, command, payload)
        self._sequence += 1
        if self._witness:
            self._witness(True, Frame(self._sequence, command, None, payload))
        return sealed

    def _take(self, raw: bytes, events: list[Event]) -> None:
        try:
            frame = self._wire.open(raw)
            if self._witness:
                self._witness(False, frame)
            self._bad_in_row = 0
            if self._negotiation:
                self._negotiate(self._negotiation, frame, events)
            else:
                self._understand(frame, events)
        except FrameRefused as fault:
            self._refuse(raw, fault, events)
        except PayloadUnreadable as fault:
            hopeless = self._peer.version is not Version.V31 or not isinstance(fault, NotUnderstood)
            if not self._proved and hopeless:
                raise
            self._drop(fault.text, events)

    def _refuse(self, raw: bytes, fault: FrameRefused, events: list[Event]) -> None:
        families = families_of(raw)
        if not self._proved and self._peer.version not in families:
            spoken = " or ".join(sorted(families))
            raise OtherVersion(f"The device speaks {spoken}, not {self._peer.version}.", families) from fault
        self._bad_in_row += 1
        if self._negotiation or self._bad_in_row > TOLERATED_BAD_FRAMES:
            raise fault
        self._drop(fault.text, events)

    def _negotiate(self, negotiation: Negotiation, frame: Frame, events: list[Event]) -> None:
        if frame.command != Command.SESSION_ANSWER:
            self._drop("a frame before the key exchange was over", events)
            return
        proof, key = negotiation.finish(frame.payload)
        finish = self._sealed(Command.SESSION_FINISH, proof)
        self._wire = wire_for(self._peer.version, key)
        self._negotiation = None
        self._proved = self.ready = True
        events.append(Ready(finish))

    def _understand(self, frame: Frame, events: list[Event]) -> None:
        outstanding = self._outstanding
        expected = outstanding is not None and outstanding[1] == frame.command
        if frame.command == Command.HEARTBEAT:
            events.append(HeartbeatHeard())
        elif not frame.payload:
            # An empty frame acknowledges, whatever its return code: TuyaOpen sends 1 on success too.
            if expected and outstanding and isinstance(outstanding[0], SetPoints):
                self._answer(outstanding[0], Message(), frame, events)
        else:
            message = read(frame.payload)
            if self._peer.version is not Version.V31 and (message.dps is not None or message.children):
                self._proved = True
            if expected and outstanding and self._belongs(outstanding, message, frame):
                self._answer(outstanding[0], message, frame, events)
            else:
                self._unasked(message, frame, events)

    def _belongs(self, outstanding: tuple[Request, Command, int], message: Message, frame: Frame) -> bool:
        """Whether *message* answers the request: of the right sub-device, or unnamed and beyond doubt."""
        asked = getattr(outstanding[0], "cid", None)
        told = self._child_of(message)
        if told == asked or message.words or message.dps is None:
            return True
        if told is not None:
            return False
        echoed = self._peer.version is Version.V35 or frame.sequence in {0, outstanding[2]}
        return echoed and not self._child_unanswered

    def _answer(self, request: Request, message: Message, frame: Frame, events: list[Event]) -> None:
        self._outstanding = None
        events.append(Answered(request, message, frame.retcode))
        if isinstance(request, SetPoints) and message.dps:
            self._push(Message(message.dps, message.cid or request.cid, message.unix_s), events)

    def _unasked(self, message: Message, frame: Frame, events: list[Event]) -> None:
        if message.children:
            events.append(ChildrenReported(message.children))
        elif message.dps is None:
            self._drop("an answer to no request", events)
        elif self._peer.children and frame.command not in _PUSHES and self._child_of(message) is None:
            # A late answer about a sub-device may come without its name; it must not land on the gateway.
            self._drop("a late answer that names no sub-device", events)
        else:
            self._push(message, events)

    def _push(self, message: Message, events: list[Event]) -> None:
        cid = self._child_of(message)
        if cid is not None and cid not in self._peer.children:
            self.dropped += 1
            events.append(Dropped("an unknown sub-device", cid))
            return
        events.append(Pushed(message if cid is message.cid else Message(message.dps, cid, message.unix_s)))

    def _child_of(self, message: Message) -> str | None:
        return None if message.cid == self._peer.device_id else message.cid

    def _drop(self, reason: str, events: list[Event]) -> None:
        self.dropped += 1
        events.append(Dropped(reason))
