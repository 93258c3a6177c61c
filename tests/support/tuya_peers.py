"""Small devices on loopback for the LAN client's tests, each good at being difficult in one way."""

import asyncio
import hmac
import json
import struct
from contextlib import suppress
from dataclasses import dataclass, field
from socket import SO_LINGER, SOL_SOCKET

from tinytuya.core.crypto_helper import AESCipher

from tests.support.tuya_frames import HEAD_BYTES, device_frame, frame_length, opened

KEY = b"0123456789abcdef"


@dataclass
class Manners:
    """How a peer behaves; the defaults are those of a friendly device."""

    slots: int = 3
    silent: frozenset[int] = frozenset()
    """Commands that it hears and does not answer."""
    words: dict[int, bytes] = field(default_factory=dict)
    """Refusals by command."""
    pushes_after_set: bool = True
    empty_ack_before_reply: bool = False
    set_retcode: int = 0
    names_children: bool = True
    """Replies about sub-devices carry their cid."""
    pieces: int = 0
    """Write in pieces of so many bytes; 0: as it comes."""
    junk: bytes = b""
    """Sent before every frame."""
    resets: bool = False
    """Accepts and resets at once."""
    device_nonce: bytes = b"fedcba9876543210"


class FakeDevice:
    """A device that listens on 127.0.0.1; use it as an async context manager."""

    def __init__(self, version="3.3", key=KEY, device_id="D", dps=None, manners=None):
        self.version, self.key, self.id = str(version), key, device_id
        self.dps = {"1": False, "2": 21} if dps is None else dps
        self.children: dict[str, dict] = {}
        self.online: list[str] = []
        self.offline: list[str] = []
        self.manners = manners or Manners()
        if self.version == "3.2":
            self.manners.words.setdefault(0x0A, b"json obj data unvalid")
        self.asked: list[tuple[int, dict]] = []
        """Every request that was understood, as command and JSON."""
        self.sequences: list[int] = []
        self.connects = 0
        self.most_at_once = 0
        self.port = 0
        self._open: list[Conversation] = []
        self._changed = asyncio.Event()
        self._server = None

    async def __aenter__(self):
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        await self.stop()

    async def stop(self):
        """Stop listening and close what is open."""
        self._server.close()
        self.drop()
        await self.until(lambda: not self._open)
        await self._server.wait_closed()

    async def until(self, condition):
        """Wait until *condition* holds; it is looked at whenever something happened here."""
        async with asyncio.timeout(10):
            while not condition():
                self._changed.clear()
                await self._changed.wait()

    def drop(self):
        """Close every connection."""
        for conversation in self._open:
            conversation.writer.close()

    def push(self, dps, cid=None):
        """Report *dps* unasked to everyone who is connected."""
        for conversation in self._open:
            conversation.push(dps, cid)

    def send_raw(self, data):
        """Send bytes as they are."""
        for conversation in self._open:
            conversation.writer.write(data)

    def reply_key(self):
        """The key of the first conversation."""
        return self._open[0].key

    def count(self, command):
        """How often *command* was asked."""
        return sum(1 for asked, _ in self.asked if asked == command)

    @property
    def connections(self):
        """How many connections stand."""
        return len(self._open)

    def happened(self):
        """Wake those who wait for a condition."""
        self._changed.set()

    async def _accept(self, reader, writer):
        self.connects += 1
        self.most_at_once = max(self.most_at_once, len(self._open) + 1)
        if self.manners.resets or len(self._open) >= self.manners.slots:
            if self.manners.resets:
                writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
            self.happened()
            return
        conversation = Conversation(self, reader, writer)
        self._open.append(conversation)
        self.happened()
        try:
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                await conversation.run()
        finally:
            writer.close()
            self._open.remove(conversation)
            self.happened()


class Conversation:
    """One client at a fake device."""

    def __init__(self, device, reader, writer):
        self.device, self.reader, self.writer = device, reader, writer
        self.key = device.key
        self.negotiated = device.version not in {"3.4", "3.5"}
        self._client_nonce = b""
        self._sequence = 100

    async def run(self):
        """Answer until the client leaves."""
        while True:
            head = await self.reader.readexactly(HEAD_BYTES)
            raw = head + await self.reader.readexactly(frame_length(head) - HEAD_BYTES)
            asked = opened(self.device.version, self.key, raw)
            if asked is None:
                continue
            self.device.sequences.append(asked.sequence)
            if asked.command in {0x03, 0x05}:
                self._negotiate(asked)
            elif self.negotiated:
                content = json.loads(asked.payload)
                self.device.asked.append((asked.command, content))
                self._answer(asked, content)
            self.device.happened()
            await self.writer.drain()

    def _negotiate(self, asked):
        if asked.command in self.device.manners.silent:
            return
        if asked.command == 0x03:
            self._client_nonce = asked.payload[:16]
            proof = hmac.digest(self.device.key, self._client_nonce, "sha256")
            self._send(0x04, self.device.manners.device_nonce + proof, asked.sequence, header=False)
            return
        mixed = bytes(a ^ b for a, b in zip(self._client_nonce, self.device.manners.device_nonce, strict=True))
        cipher = AESCipher(self.device.key)
        if self.device.version == "3.4":
            self.key = cipher.encrypt(mixed, False, pad=False)
        else:
            self.key = cipher.encrypt(mixed, use_base64=False, pad=False, iv=self._client_nonce[:12])[12:28]
        self.negotiated = True

    def _answer(self, asked, content):
        manners = self.device.manners
        if asked.command in manners.silent:
            return
        if asked.command in manners.words:
            self._send(asked.command, manners.words[asked.command], asked.sequence, 1, header=False)
        elif asked.command == 0x09:
            self._send(0x09, b"", 0, header=False)
        elif asked.command == 0x40:
            told = {"online": self.device.online, "offline": self.device.offline}
            self._say(0x40, {"reqType": "subdev_online_stat_query", "data": told}, asked.sequence)
        elif asked.command in {0x07, 0x0D} and self._is_set(content):
            self._set(asked, content)
        elif asked.command in {0x0A, 0x10, 0x0D}:
            self._report(asked, content)

    def _is_set(self, content):
        dps = content.get("dps", content.get("data", {}).get("dps", {}))
        return any(value is not None for value in dps.values())

    def _set(self, asked, content):
        body = content.get("data", content)
        cid = body.get("cid")
        (self.device.children[cid] if cid else self.device.dps).update(body["dps"])
        self._send(asked.command, b"", asked.sequence, self.device.manners.set_retcode, header=False)
        if self.device.manners.pushes_after_set:
            self.push(body["dps"], cid)

    def _report(self, asked, content):
        cid = content.get("cid")
        dps = self.device.children.get(cid) if cid else self.device.dps
        if dps is None:
            return
        if "dps" in content:
            dps = {point: dps[point] for point in content["dps"] if point in dps}
        if self.device.manners.empty_ack_before_reply:
            self._send(asked.command, b"", asked.sequence, header=False)
        named = {"cid": cid} if cid and self.device.manners.names_children else {}
        self._say(asked.command, {"dps": dps, **named}, asked.sequence)

    def push(self, dps, cid=None):
        """Report *dps* unasked."""
        child = {"cid": cid} if cid else {}
        if self.device.version in {"3.4", "3.5"}:
            self._say(0x08, {"protocol": 4, "t": 1700000000, "data": {**child, "dps": dps}}, 0)
        else:
            self._say(0x08, {"devId": self.device.id, "dps": dps, "t": 1700000000, **child}, 0)

    def _say(self, command, content, sequence):
        self._send(command, json.dumps(content, separators=(",", ":")).encode(), sequence, header=command == 0x08)

    def _send(self, command, payload, sequence, retcode=0, header=True):
        if self.device.version == "3.5":
            self._sequence += 1
            sequence = self._sequence
        frame = device_frame(self.device.version, self.key, sequence, command, retcode, payload, header)
        data = self.device.manners.junk + frame
        step = self.device.manners.pieces or len(data)
        for at in range(0, len(data), step):
            self.writer.write(data[at : at + step])
