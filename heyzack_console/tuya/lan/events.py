"""What a session makes of received bytes; structs, as these are made for every frame."""

import msgspec

from heyzack_console.tuya.lan.faults import LanFault
from heyzack_console.tuya.lan.messages import ChildrenSeen, Message
from heyzack_console.tuya.lan.requests import Request


class Ready(msgspec.Struct, frozen=True):
    """The session key is agreed; *send* must go out before any request, and a few milliseconds ahead of it."""

    send: bytes


class Pushed(msgspec.Struct, frozen=True):
    """Values that changed, to be merged into what is known of the device or of its sub-device ``message.cid``."""

    message: Message


class Answered(msgspec.Struct, frozen=True):
    """The outstanding request is done; bare ``message.words`` are the device's refusal."""

    request: Request
    message: Message
    retcode: int | None = None


class ChildrenReported(msgspec.Struct, frozen=True):
    """A gateway told which sub-devices are online."""

    seen: ChildrenSeen


class HeartbeatHeard(msgspec.Struct, frozen=True):
    """The device answered a heartbeat, which proves that it lives, not that the key is right."""


class Dropped(msgspec.Struct, frozen=True):
    """A frame that was not used; *cid* names a sub-device that nobody watches."""

    reason: str
    cid: str = ""


class Broken(msgspec.Struct, frozen=True):
    """The connection is of no more use and must be closed."""

    fault: LanFault


Event = Ready | Pushed | Answered | ChildrenReported | HeartbeatHeard | Dropped | Broken
