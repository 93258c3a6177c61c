"""What can be wrong with a frame, a key or a peer; every way in which the LAN codec refuses is one of these.

DeviceError
└── LanFault
    ├── NotTuya              the byte stream holds no frames
    ├── FrameRefused         CRC, HMAC or tag does not fit, or the frame is cut
    ├── PayloadUnreadable    the frame is whole, its content is not: mostly a wrong key
    │   └── NotUnderstood    it is in clear and still no JSON of a known shape
    ├── NegotiationRefused   the answer to our nonce is no answer
    ├── OtherVersion         the device speaks another protocol version than we do
    ├── KeyMismatch          the device proved that it holds another key
    ├── SessionKeyUnusable   a derived key that some firmware takes for "none"; a new nonce heals it
    ├── CommandForbidden     a command that a console never sends
    ├── RequestTooLong       more than a device takes in one frame
    ├── ConnectFailed        no connection came about
    ├── ConnectionClosed     the device, or the network, ended the connection
    ├── Unanswered           no answer came in time
    ├── RequestRefused       the device said no
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


class NotUnderstood(PayloadUnreadable):
    """The content is in clear, but neither JSON of a known shape nor words."""


class NegotiationRefused(LanFault):
    """The device answered our nonce with something that is no answer."""

    stage_reached = Stage.NEGOTIATE


class OtherVersion(LanFault):
    """The device's frames belong to one of the versions *spoken*, and not to the one we speak."""

    stage_reached = Stage.NEGOTIATE

    def __init__(self, text: str, spoken: frozenset[str]) -> None:
        super().__init__(text)
        self.spoken = spoken


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


class ConnectFailed(LanFault):
    """No connection came about; *reason* tells in one word how the attempt ended."""

    def __init__(self, text: str, reason: str) -> None:
        super().__init__(text)
        self.reason = reason


class ConnectionClosed(LanFault):
    """The device closed the connection, or it broke; whether an outstanding request arrived is not known."""

    stage_reached = Stage.QUERY


class Unanswered(LanFault):
    """The device did not answer in time; whether the request arrived is not known."""

    stage_reached = Stage.QUERY


class RequestRefused(LanFault):
    """The device answered with words of refusal; it did nothing."""

    stage_reached = Stage.QUERY


class SessionBusy(LanFault):
    """Another request to this device is still unanswered; nothing was sent."""

    stage_reached = Stage.QUERY
