"""What a session makes of received bytes."""

from dataclasses import dataclass

from heyzack_console.tuya.lan.faults import LanFault
from heyzack_console.tuya.lan.messages import ChildrenSeen, Message
from heyzack_console.tuya.lan.requests import Request


@dataclass(frozen=True, slots=True)
class Ready:
    """The session key is agreed; *send* must go out before any request, and a few milliseconds ahead of it."""

    send: bytes


@dataclass(frozen=True, slots=True)
class Pushed:
    """Values that changed, to be merged into what is known of the device or of its sub-device ``message.cid``."""

    message: Message


@dataclass(frozen=True, slots=True)
class Answered:
    """The outstanding request is done; bare ``message.words`` are the device's refusal."""

    request: Request
    message: Message
    retcode: int | None = None


@dataclass(frozen=True, slots=True)
class ChildrenReported:
    """A gateway told which sub-devices are online."""

    seen: ChildrenSeen


@dataclass(frozen=True, slots=True)
class HeartbeatHeard:
    """The device answered a heartbeat, which proves that it lives, not that the key is right."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A frame that was not used; *cid* names a sub-device that nobody watches."""

    reason: str
    cid: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """The connection is of no more use and must be closed."""

    fault: LanFault


Event = Ready | Pushed | Answered | ChildrenReported | HeartbeatHeard | Dropped | Broken
