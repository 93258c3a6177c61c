"""Finding devices: listens to their announces and asks for them, on every interface."""

import asyncio
import logging
import socket
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import cast

from heyzack_console.tuya.lan.announce import Announce, heard, is_private, question
from heyzack_console.tuya.lan.faults import LanFault
from heyzack_console.tuya.lan.interfaces import Interface, lan_interfaces

log = logging.getLogger(__name__)

# tinytuya asks every 6 s; newer devices announce nothing unless asked (tuya-local #5526).
ASK_EVERY_S = 6.0
_ASKS_PER_SCAN_S = 3.0
_BIND_AGAIN_S = 30.0


@dataclass(frozen=True, slots=True)
class DiscoveryPorts:
    """UDP ports: those listened to, and the one on which devices are asked."""

    plain: int = 6666
    sealed: int = 6667
    answers: int = 7000
    questions: int = 7000

    @property
    def listened(self) -> tuple[int, ...]:
        """The ports to bind, each once."""
        return tuple(dict.fromkeys((self.plain, self.sealed, self.answers)))


Hear = Callable[[Announce], None]


class Discovery:
    """Tells every listener of every announce.

    A port that another program holds is left out, named in ``troubles``, and tried again now and then.
    *interfaces* is asked anew before each question, since networks come and go.
    """

    def __init__(
        self,
        ports: DiscoveryPorts,
        interfaces: Callable[[], Iterable[Interface]] = lan_interfaces,
        listen_on: str = "0.0.0.0",
    ) -> None:
        self.ports = ports
        self._interfaces = interfaces
        self._listen_on = listen_on
        self._listeners: list[Hear] = []
        self._bound: dict[int, asyncio.DatagramTransport] = {}
        self._users = 0
        self._ask_now = asyncio.Event()
        self._binding = asyncio.Lock()
        self._bind_at = 0.0

    @property
    def troubles(self) -> tuple[str, ...]:
        """Sentences about what cannot be heard; empty while it does not listen at all."""
        missing = [port for port in self.ports.listened if port not in self._bound]
        if not self._users or not missing:
            return ()
        ports = " and ".join(map(str, missing))
        what = f"UDP {ports} is in use by another program, so some devices are not found by themselves."
        return (f"{what} Close other Tuya programs on this computer, or enter addresses by hand.",)

    def subscribe(self, hear: Hear) -> Callable[[], None]:
        """Call *hear* with every announce from now on; returns what ends it."""
        self._listeners.append(hear)
        return lambda: self._listeners.remove(hear)

    async def run(self, needed: Callable[[], bool]) -> None:
        """Listen until cancelled, and ask every few seconds while *needed* says that something is missing."""
        self._open()
        try:
            await self._bind()
            while True:
                if needed():
                    self.ask()
                await self._bind()
                self._ask_now.clear()
                await _set_or_after(self._ask_now, ASK_EVERY_S)
        finally:
            await self._close()

    def look_now(self) -> None:
        """Ask without waiting for the next turn."""
        self._ask_now.set()

    async def scan(self, seconds: float, hosts: Iterable[str] = ()) -> tuple[Announce, ...]:
        """Listen and ask for *seconds*, also directly at *hosts*; the last announce of each device, sorted by id."""
        found: dict[str, Announce] = {}
        end = self.subscribe(lambda announce: found.update({announce.id: announce}))
        self._open()
        try:
            await self._bind()
            left = seconds
            while left > 0:
                self.ask(hosts)
                await asyncio.sleep(min(_ASKS_PER_SCAN_S, left))
                left -= _ASKS_PER_SCAN_S
        finally:
            await self._close()
            end()
        return tuple(found[device_id] for device_id in sorted(found))

    def ask(self, hosts: Iterable[str] = ()) -> None:
        """Ask once, on every interface, everyone and each of *hosts*."""
        hosts = tuple(hosts)
        for interface in self._interfaces():
            self._ask_on(interface, hosts)

    def _ask_on(self, interface: Interface, hosts: tuple[str, ...]) -> None:
        """A device answers to the address written in the question, so that must be the interface's own."""
        asking = question(interface.address)
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as asker:
            asker.setblocking(False)
            try:
                asker.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
                asker.bind((interface.address, 0))
                for host in (interface.broadcast, *hosts):
                    asker.sendto(asking, (host, self.ports.questions))
            except OSError as error:
                log.debug("cannot ask for devices on %s: %s", interface.name, error.strerror)

    def _open(self) -> None:
        self._users += 1
        self._bind_at = 0.0

    async def _close(self) -> None:
        self._users -= 1
        if not self._users:
            for transport in self._bound.values():
                transport.close()
            self._bound.clear()
            # The loop closes the sockets in its next turn.
            await asyncio.sleep(0)

    async def _bind(self) -> None:
        # A scan may begin while the constant listening is still binding.
        async with self._binding:
            await self._bind_missing()

    async def _bind_missing(self) -> None:
        loop = asyncio.get_running_loop()
        missing = [port for port in self.ports.listened if port not in self._bound]
        if not missing or loop.time() < self._bind_at:
            return
        self._bind_at = loop.time() + _BIND_AGAIN_S
        for port in missing:
            try:
                listening = _listener(self._listen_on, port)
            except OSError as error:
                log.info("cannot listen on UDP %d: %s", port, error.strerror)
                continue
            transport, _ = await loop.create_datagram_endpoint(lambda: _Ear(self._hear), sock=listening)
            self._bound[port] = transport

    def _hear(self, datagram: bytes, host: str) -> None:
        if not is_private(host):
            return
        try:
            announce = heard(datagram, host)
        except LanFault:
            return
        if announce:
            for hear in tuple(self._listeners):
                hear(announce)


class _Ear(asyncio.DatagramProtocol):
    def __init__(self, hear: Callable[[bytes, str], None]) -> None:
        self._hear = hear

    def datagram_received(self, data: bytes, addr: tuple[object, ...]) -> None:
        self._hear(data, cast("str", addr[0]))


def _listener(address: str, port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "SO_REUSEPORT"):
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_BROADCAST, 1)
        listening.setblocking(False)
        listening.bind((address, port))
    except OSError:
        listening.close()
        raise
    return listening


async def _set_or_after(event: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return
