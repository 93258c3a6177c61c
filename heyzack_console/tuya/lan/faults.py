"""What can be wrong with a frame, a key or a peer; every way in which the LAN codec refuses is one of these.

DeviceError
└── LanFault
    ├── NotTuya              the byte stream holds no frames
    ├── FrameRefused         CRC, HMAC or tag does not fit, or the frame is cut
    ├── PayloadUnreadable    the frame is whole, its content is not: mostly a wrong key
    ├── NegotiationRefused   the answer to our nonce is no answer
    ├── KeyMismatch          the device proved that it holds another key
    ├── SessionKeyUnusable   a derived key that some firmware takes for "none"; a new nonce heals it
    ├── CommandForbidden     a command that a console never sends
    ├── RequestTooLong       more than a device takes in one frame
    └── SessionBusy          a second request while one is unanswered
"""

from heyzack_console.domain.devices.health import Stage
from heyzack_console.domain.errors import DeviceError


class LanFault(DeviceError):
    """Something on the LAN is not as the protocol has it; the connection cannot be trusted further."""

    stage_reached = Stage.CONNECT

    def __init__(self, text: str) -> None:
        super().__init__(text, self.stage_reached)


class NotTuya(LanFault):
    """The peer sends bytes, but no Tuya frames."""


class FrameRefused(LanFault):
    """The frame's check value is wrong or the frame is cut; its content was not looked at."""

    stage_reached = Stage.KEY


class PayloadUnreadable(LanFault):
    """The frame arrived whole, but its content cannot be decrypted or is no JSON."""

    stage_reached = Stage.KEY


class NegotiationRefused(LanFault):
    """The device answered our nonce with something that is no answer."""

    stage_reached = Stage.NEGOTIATE


class KeyMismatch(LanFault):
    """The device holds a key different from ours."""

    stage_reached = Stage.KEY


class SessionKeyUnusable(LanFault):
    """The derived session key begins with a zero byte, which some firmware takes for "not negotiated"."""

    stage_reached = Stage.NEGOTIATE


class CommandForbidden(LanFault):
    """Commands that unpair, reset or reflash a device are never sent; nothing was sent."""


class RequestTooLong(LanFault):
    """The request does not fit into the receive buffer of a device; nothing was sent."""

    stage_reached = Stage.QUERY


class SessionBusy(LanFault):
    """Another request to this device is still unanswered; nothing was sent."""

    stage_reached = Stage.QUERY
