"""What a failed attempt tells: how far it came, the likely cause, and what to do about it (tuya-lan section 8)."""

from dataclasses import dataclass
from enum import StrEnum

from heyzack_console.domain.devices.health import Stage
from heyzack_console.domain.errors import DeviceError
from heyzack_console.tuya.lan.faults import (
    ConnectFailed,
    ConnectionClosed,
    FrameRefused,
    KeyMismatch,
    LanFault,
    NegotiationRefused,
    NotTuya,
    OtherVersion,
    PayloadUnreadable,
    SessionKeyUnusable,
    Unanswered,
)


class Cause(StrEnum):
    """Why a device cannot be used over the LAN just now."""

    NONE = "none"
    NO_ADDRESS = "no_address"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    NO_ROUTE = "no_route"
    NOT_TUYA = "not_tuya"
    SLOT_TAKEN = "slot_taken"
    NEGOTIATION_ENDED = "negotiation_ended"
    SESSION_KEY = "session_key"
    OTHER_VERSION = "other_version"
    KEY_MISMATCH = "key_mismatch"
    UNREADABLE = "unreadable"
    QUERY_SILENT = "query_silent"
    QUERY_REFUSED = "query_refused"
    CONNECTION_LOST = "connection_lost"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One finding in words for the operator."""

    stage: Stage
    cause: Cause
    words: str
    advice: str


_TABLE: dict[Cause, tuple[Stage, str, str]] = {
    Cause.NONE: (Stage.OK, "", ""),
    Cause.NO_ADDRESS: (
        Stage.CONNECT,
        "Its address is not known",
        "Scan the LAN, or enter its address. Devices of another subnet are never found by scanning.",
    ),
    Cause.REFUSED: (
        Stage.CONNECT,
        "The address refuses connections",
        "Check the address: it may belong to another device, or the device is still starting.",
    ),
    Cause.TIMEOUT: (
        Stage.CONNECT,
        "Nothing answers at the address",
        "Check its power and network. If its address has changed, scan the LAN to find it again.",
    ),
    Cause.NO_ROUTE: (
        Stage.CONNECT,
        "The address cannot be reached from here",
        "Check this computer's network and whether the device sits in another subnet.",
    ),
    Cause.NOT_TUYA: (
        Stage.CONNECT,
        "What answers there is no Tuya device",
        "Check the address and port; scan the LAN to find the device by its id.",
    ),
    Cause.SLOT_TAKEN: (
        Stage.SLOT,
        "The device closed the connection at once",
        "Most devices take one connection: close phone apps and other programs. If that does not help, power-cycle it.",
    ),
    Cause.NEGOTIATION_ENDED: (
        Stage.NEGOTIATE,
        "The device did not take part in the key exchange",
        "Check its protocol version and fetch its local key again; another program may hold its connection.",
    ),
    Cause.SESSION_KEY: (
        Stage.NEGOTIATE,
        "The key exchange gave a key that some devices ignore",
        "Nothing to do: the next connection agrees on another one.",
    ),
    Cause.OTHER_VERSION: (
        Stage.NEGOTIATE,
        "The device speaks another protocol version",
        "Leave the version empty or set the one the device announces.",
    ),
    Cause.KEY_MISMATCH: (
        Stage.KEY,
        "The device holds another local key",
        "Fetch the key again: pairing a device anew changes it. Also check that this address belongs to this device.",
    ),
    Cause.UNREADABLE: (
        Stage.KEY,
        "The device's data cannot be decrypted",
        "Fetch the local key again; if it is right, check the protocol version.",
    ),
    Cause.QUERY_SILENT: (
        Stage.QUERY,
        "The device is there but does not answer questions",
        "Wait for the next connection. If it stays so, fetch the local key again and power-cycle the device.",
    ),
    Cause.QUERY_REFUSED: (
        Stage.QUERY,
        "The device refused the request",
        "Check that the device has this function; for a sub-device check its id at the gateway.",
    ),
    Cause.CONNECTION_LOST: (
        Stage.QUERY,
        "The connection broke",
        "It is being set up again. If this repeats, check the Wi-Fi at the device and other programs that use it.",
    ),
}

_BY_FAULT: tuple[tuple[type[LanFault], Cause], ...] = (
    (NotTuya, Cause.NOT_TUYA),
    (NegotiationRefused, Cause.NEGOTIATION_ENDED),
    (SessionKeyUnusable, Cause.SESSION_KEY),
    (OtherVersion, Cause.OTHER_VERSION),
    (KeyMismatch, Cause.KEY_MISMATCH),
    (FrameRefused, Cause.UNREADABLE),
    (PayloadUnreadable, Cause.UNREADABLE),
    (Unanswered, Cause.QUERY_SILENT),
)

HEALTHY = Diagnosis(Stage.OK, Cause.NONE, "", "")


def finding(cause: Cause, detail: str = "") -> Diagnosis:
    """The finding for *cause*, with *detail* in the words where the attempt gave one."""
    stage, words, advice = _TABLE[cause]
    return Diagnosis(stage, cause, f"{words} ({detail})" if detail else words, advice)


def diagnosed(fault: LanFault, *, negotiates: bool, ready: bool, heard: bool) -> Diagnosis:
    """What *fault* means at the point where the attempt stood.

    Args:
        negotiates: the version in use begins with a key exchange, and its opening had been sent.
        ready: the session was ready for requests.
        heard: at least one frame of the device had been accepted.
    """
    if isinstance(fault, ConnectFailed):
        return finding(Cause(fault.reason))
    if isinstance(fault, ConnectionClosed):
        if heard:
            return finding(Cause.CONNECTION_LOST)
        return finding(Cause.NEGOTIATION_ENDED if negotiates and not ready else Cause.SLOT_TAKEN)
    if isinstance(fault, Unanswered) and not ready:
        return finding(Cause.NEGOTIATION_ENDED)
    if isinstance(fault, OtherVersion):
        return finding(Cause.OTHER_VERSION, fault.text)
    cause = next((cause for kind, cause in _BY_FAULT if isinstance(fault, kind)), Cause.QUERY_REFUSED)
    return finding(cause)


def unsendable(diagnosis: Diagnosis, *, released: bool) -> DeviceError:
    """The refusal of an order to a device that is not connected, because of *diagnosis* or since it is *released*."""
    if released:
        return DeviceError("The local session is released. Nothing was sent; take it back first.", Stage.CONNECT)
    words = diagnosis.words or "It is not connected yet"
    # To whoever gave the order, 'query' means that it may have arrived, and this one was not sent.
    stage = Stage.CONNECT if diagnosis.stage in {Stage.OK, Stage.QUERY} else diagnosis.stage
    return DeviceError(f"{words}. Nothing was sent. {diagnosis.advice}".rstrip(), stage)
