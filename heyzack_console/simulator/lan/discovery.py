"""Announces simulated devices over UDP and answers those who ask for them."""

import asyncio
import json
import logging
import os
import struct
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import md5
from typing import cast

from tinytuya.core import command_types as ct
from tinytuya.core import header as th
from tinytuya.core.crypto_helper import AESCipher
from tinytuya.core.exceptions import DecodeError
from tinytuya.core.message_helper import TuyaMessage, pack_message, unpack_message

from heyzack_console.simulator.lan.answers import compact
from heyzack_console.simulator.lan.device import HOST, SimulatedDevice

log = logging.getLogger(__name__)

# The key of all announcements (tinytuya, udp_helper).
UDP_KEY = md5(b"yGAdlopoPVldABfn", usedforsecurity=False).digest()
NEVER = 0
"""In the place of a port: this is not done."""


@dataclass(frozen=True, slots=True)
class DiscoveryPorts:
    """Where announcements go and where questions come in; NEVER switches a part off.

    Real devices announce to 6666 (3.1) and 6667, take questions on 7000 and answer to 7000 of the asker. On one machine
    the asker holds 7000 itself, so the simulator answers to *answer*, or to where the question came from.
    """

    plain: int = NEVER
    encrypted: int = NEVER
    ask: int = NEVER
    answer: int = NEVER


def announcement(device: SimulatedDevice) -> bytes:
    """The packet by which *device* makes itself known.

    'port' is ours: real devices always listen on 6668 and do not say so.
    """
    identity = device.identity
    content = compact(
        {
            "ip": HOST,
            "gwId": identity.id,
            "active": 2,
            "ablilty": 0,
            "encrypt": True,
            "productKey": identity.product,
            "version": identity.version,
            "port": device.port,
        }
    )
    retcode = struct.pack(">I", 0)
    if identity.version == "3.5":
        message = TuyaMessage(0, ct.UDP_NEW, 0, content, 0, True, th.PREFIX_6699_VALUE, os.urandom(12))
        return bytes(pack_message(message, hmac_key=UDP_KEY))
    if identity.version == "3.1":
        body, command = retcode + content, 0
    else:
        body, command = retcode + bytes(AESCipher(UDP_KEY).encrypt(content, use_base64=False)), ct.UDP_NEW
    return bytes(pack_message(TuyaMessage(0, command, None, body, 0, True, th.PREFIX_55AA_VALUE, None)))


def is_question(packet: bytes) -> bool:
    """Tell whether *packet* is an application asking for devices (0x25)."""
    try:
        message = unpack_message(packet, hmac_key=UDP_KEY, no_retcode=None)
        body = json.loads(message.payload) if message.crc_good else None
    except (DecodeError, ValueError, TypeError, struct.error):
        return False
    return message.cmd == ct.REQ_DEVINFO and isinstance(body, dict) and body.get("from") == "app"


class Discovery(asyncio.DatagramProtocol):
    """Speaks for all devices of a simulated network."""

    def __init__(self, devices: Callable[[], Iterable[SimulatedDevice]], ports: DiscoveryPorts, period_s: float = 5.0):
        self._devices = devices
        self._ports = ports
        self._period_s = period_s
        self._transport: asyncio.DatagramTransport | None = None
        self._timer: asyncio.TimerHandle | None = None

    async def open(self) -> int:
        """Begin; returns the port on which questions are heard, or NEVER."""
        if not any((self._ports.plain, self._ports.encrypted, self._ports.ask)):
            return NEVER
        loop = asyncio.get_running_loop()
        await loop.create_datagram_endpoint(lambda: self, local_addr=(HOST, self._ports.ask))
        self._announce_all()
        return int(self._transport.get_extra_info("sockname")[1]) if self._transport else NEVER

    def close(self) -> None:
        """End."""
        if self._timer is not None:
            self._timer.cancel()
        if self._transport is not None:
            self._transport.close()

    def announce(self, device: SimulatedDevice) -> None:
        """Make *device* known now, as one does that has just woken up."""
        port = self._ports.plain if device.identity.version == "3.1" else self._ports.encrypted
        if self._transport is not None and port != NEVER:
            self._transport.sendto(announcement(device), (HOST, port))

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the way out."""
        self._transport = cast(asyncio.DatagramTransport, transport)

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        """Answer a question on behalf of everyone who can be reached."""
        if self._transport is None or not is_question(data):
            return
        to = (HOST, self._ports.answer) if self._ports.answer != NEVER else addr
        for device in self._devices():
            if device.listening:
                self._transport.sendto(announcement(device), to)

    def error_received(self, exc: Exception) -> None:
        """Nobody listens for announcements just now, which is no fault."""
        log.debug("An announcement was not heard: %s", exc)

    def _announce_all(self) -> None:
        for device in self._devices():
            if device.listening and device.clients == 0 and device.temper.announces:
                self.announce(device)
        self._timer = asyncio.get_running_loop().call_later(self._period_s, self._announce_all)
