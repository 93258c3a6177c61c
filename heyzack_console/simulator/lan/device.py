"""One simulated device that listens on a port of its own, alone or as the gateway of sub-devices."""

import asyncio
import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from random import Random

from heyzack_console.simulator.lan.connection import Connection
from heyzack_console.simulator.lan.identity import Identity, LanValue, Obey, Points, Stamp
from heyzack_console.simulator.lan.speech import Speech
from heyzack_console.simulator.lan.temper import SlotRule, Temper

log = logging.getLogger(__name__)

HOST = "127.0.0.1"
GOOD = Temper()


def _obey_all(cid: str | None, values: Mapping[str, LanValue]) -> Mapping[str, LanValue]:
    return values


class SimulatedDevice:
    """A device with its data points, its clients and its temper; sub-devices are points under a cid.

    *obey* decides what an order changes; without it every order is followed to the letter.
    """

    def __init__(self, identity: Identity, stamp: Stamp, temper: Temper = GOOD, seed: int = 0) -> None:
        self.identity = identity
        self.temper = temper
        self.obey: Obey = _obey_all
        self.port = 0
        self.points: dict[str | None, Points] = {None: {}}
        self.offline: set[str] = set()
        self.awakened: Callable[[], None] = lambda: None
        self.stamp = stamp
        self.rng = Random(f"{seed}/{identity.id}")
        self._server: asyncio.Server | None = None
        self._clients: list[Connection] = []

    @property
    def listening(self) -> bool:
        """It can be reached."""
        return self._server is not None

    @property
    def clients(self) -> int:
        """How many connections it holds."""
        return len(self._clients)

    @property
    def cids(self) -> tuple[str, ...]:
        """The sub-devices behind it."""
        return tuple(cid for cid in self.points if cid is not None)

    async def plug_in(self, port: int | None = None) -> int:
        """Listen, on the port it had if that is still free, and return the port."""
        if self._server is not None:
            return self.port
        loop = asyncio.get_running_loop()
        wanted = self.port if port is None else port
        try:
            self._server = await loop.create_server(self._connection, HOST, wanted)
        except OSError:
            log.info("Port %d of %s is taken; it moves to another one", wanted, self.identity.id)
            self._server = await loop.create_server(self._connection, HOST, 0)
        self.port = self._server.sockets[0].getsockname()[1]
        self.awakened()
        return self.port

    def unplug(self) -> None:
        """Vanish: listen no more and reset every connection, as after a loss of power."""
        if self._server is not None:
            self._server.close()
            self._server = None
        for client in tuple(self._clients):
            client.reset()

    async def move(self, port: int = 0) -> int:
        """Go to another address, as after a new lease."""
        self.unplug()
        return await self.plug_in(port)

    def change_key(self, key: str) -> None:
        """Take another local key, as after pairing anew; connections end."""
        self.identity = replace(self.identity, key=key)
        for client in tuple(self._clients):
            client.reset()

    def set_online(self, cid: str, *, online: bool) -> None:
        """Lose or find the radio link of a sub-device and tell clients that understand it."""
        if online is (cid not in self.offline):
            return
        (self.offline.discard if online else self.offline.add)(cid)
        for client in self._clients:
            client.report_online((cid,) if online else (), () if online else (cid,))

    def report(self, values: Mapping[str, LanValue], cid: str | None = None) -> None:
        """Take new values and push those that differ; a gateway stays silent about a sub-device that it lost."""
        known = self.points[cid]
        changed = {dp: value for dp, value in values.items() if known.get(dp) != value}
        if not changed:
            return
        known.update(changed)
        if cid not in self.offline:
            self.push(changed, cid)

    def push(self, values: Mapping[str, LanValue], cid: str | None = None) -> None:
        """Send 0x08 to every client."""
        for client in self._clients:
            client.push(values, cid)

    def order(self, cid: str | None, values: Mapping[str, LanValue]) -> Points:
        """Follow an order and return what changed."""
        known = self.points[cid]
        obeyed = self.obey(cid, {dp: value for dp, value in values.items() if dp in known})
        known.update(obeyed)
        return dict(obeyed)

    def asked(self, cid: str | None, dps: Iterable[str] | None = None) -> Points:
        """The values that a query is answered with: all, or those of *dps* that exist."""
        known = self.points[cid]
        return known.copy() if dps is None else {dp: known[dp] for dp in dps if dp in known}

    def knows(self, cid: str | None) -> bool:
        """There is such a sub-device, or it is the device itself."""
        return cid in self.points

    def joined(self, client: Connection) -> bool:
        """Give a new connection a slot; False: it has to go."""
        if self.temper.locked_up:
            return False
        while len(self._clients) >= self.temper.slots:
            if self.temper.slot_rule is SlotRule.REFUSE_NEWEST:
                return False
            self._clients[0].reset()
        self._clients.append(client)
        return True

    def left(self, client: Connection) -> None:
        """Forget a connection."""
        if client in self._clients:
            self._clients.remove(client)

    def _connection(self) -> Connection:
        return Connection(self, Speech(self.identity.version, self.identity.key.encode("latin-1")))
