"""How devices make themselves known on the LAN, and how to ask them to."""

import hashlib
import ipaddress
from typing import Any, NamedTuple

import msgspec

from heyzack_console.tuya.lan.ciphers import Ecb
from heyzack_console.tuya.lan.commands import Command
from heyzack_console.tuya.lan.faults import NotUnderstood
from heyzack_console.tuya.lan.stream import PREFIX_55AA, PREFIX_6699
from heyzack_console.tuya.lan.wire import Version
from heyzack_console.tuya.lan.wire_classic import parted_55aa
from heyzack_console.tuya.lan.wire_session import GcmWire

# tuya-convert, tinytuya udp_helper: one published key for all announces; it hides nothing.
UDP_KEY = hashlib.md5(b"yGAdlopoPVldABfn", usedforsecurity=False).digest()

_LONGEST_DATAGRAM = 2048
_ecb = Ecb(UDP_KEY)
_gcm = GcmWire(UDP_KEY)


class Announce(NamedTuple):
    """A device that is there, at the *host* the datagram came from; *port* is 0 where it does not tell one."""

    id: str
    host: str
    version: Version | None
    product: str
    port: int = 0


class _Told(msgspec.Struct):
    gwId: str = ""
    version: Any = ""
    productKey: str = ""
    port: Any = 0
    sender: str = msgspec.field(default="", name="from")


_decode = msgspec.json.Decoder(_Told).decode


def heard(datagram: bytes, host: str) -> Announce | None:
    """The announce in *datagram*; None where a phone or a console asked, ourselves included.

    Raises:
        LanFault: it is nothing of Tuya's.
    """
    text = _clear(datagram[:_LONGEST_DATAGRAM]).rstrip(b"\0")
    try:
        told = _decode(text)
    except (ValueError, RecursionError) as error:
        raise NotUnderstood("A datagram holds no announce.") from error
    if told.sender == "app":
        return None
    if not told.gwId or len(told.gwId) > 64 or not told.gwId.isascii() or not told.gwId.isprintable():
        raise NotUnderstood("An announce names no device.")
    port = told.port if isinstance(told.port, int) and 0 < told.port < 65536 else 0
    return Announce(told.gwId, host, _version(told.version), told.productKey[:64], port)


def question(own_address: str) -> bytes:
    """The request that makes newer devices announce themselves to *own_address*, which must be the interface's own."""
    return _gcm.seal(0, Command.ASK_DEVICES, msgspec.json.encode({"from": "app", "ip": own_address}))


def is_private(host: str) -> bool:
    """Whether *host* can be a device of a building: announces from elsewhere are forged."""
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return False


def _version(told: object) -> Version | None:
    try:
        return Version(str(told))
    except ValueError:
        return None


def _clear(datagram: bytes) -> bytes:
    if datagram.startswith(PREFIX_6699):
        return _gcm.open(datagram).payload
    if datagram.startswith(PREFIX_55AA):
        payload = parted_55aa(datagram)[3]
        return payload if payload.startswith(b"{") else _ecb.open(payload)
    if datagram.startswith(b"{"):
        return datagram
    return _ecb.open(datagram)
