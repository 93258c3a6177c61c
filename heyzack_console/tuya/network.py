"""The site's LAN: the sessions of `tuya/lan` joined with the words of `tuya/normalise`."""

import asyncio
import os
import random
from collections.abc import Awaitable, Callable, Mapping

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import FoundDevice, FrameRecord
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.visits import Dial, Visit
from heyzack_console.domain.errors import DeviceError, InvalidInput
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.lan import LanListener
from heyzack_console.tuya.lan.announce import Announce
from heyzack_console.tuya.lan.discovery import Discovery, DiscoveryPorts
from heyzack_console.tuya.lan.fleet import Fleet
from heyzack_console.tuya.lan.gate import ConnectGate
from heyzack_console.tuya.lan.link import SCRATCH_BYTES
from heyzack_console.tuya.lan.range_probe import addresses_of, open_hosts
from heyzack_console.tuya.lan.timings import Timings
from heyzack_console.tuya.lan.world import World
from heyzack_console.tuya.network_ears import DeviceEars
from heyzack_console.tuya.network_members import Member
from heyzack_console.tuya.network_visits import dialled, visited

LAN_PORT = 6668
_SECONDS_TO_ANSWER = 1.5
"""So long a device that accepted a connection may take to say who it is."""
_LOOK_WHETHER_WANTED_S = 1.0


def lan_network(
    clock: Clock, listener: LanListener, ports: DiscoveryPorts | None = None, timings: Timings | None = None
) -> "TuyaNetwork":
    """Make the network of one engine, with the usual ports and patience unless told otherwise."""
    scratch = memoryview(bytearray(SCRATCH_BYTES))
    # Chance only spreads reconnects over time; nothing secret is drawn from it.
    world = World(clock, ConnectGate(), scratch, random.Random(), os.urandom, timings or Timings())
    return TuyaNetwork(world, listener, Discovery(ports or DiscoveryPorts()))


class TuyaNetwork:
    """Implements `ports.lan.LanNetwork`; ``run`` must be running for anything to happen on the wire."""

    def __init__(self, world: World, listener: LanListener, discovery: Discovery) -> None:
        self._clock = world.clock
        self._listener = listener
        self._ears = DeviceEars(world.clock, listener)
        self._fleet = Fleet(world, self._ears)
        self._discovery = discovery

    async def run(self, listens: Callable[[], bool] = lambda: True) -> None:
        """Keep sessions until cancelled; then every connection is closed.

        Args:
            listens: whether to hear and ask for announces all the time, asked every second; without it only a scan
                does.
        """
        end = self._discovery.subscribe(self._announced)
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(self._fleet.run(), name="lan sessions")
                group.create_task(self._listen_while(listens), name="lan discovery")
        finally:
            end()
            self._ears.close()

    @property
    def troubles(self) -> tuple[str, ...]:
        """Sentences about what the LAN side cannot do just now."""
        return self._discovery.troubles

    def watch(self, device: Device, key: str) -> None:
        """Keep a session with *device*, or read it through its gateway; see the port."""
        was = self._ears.members.get(device.id)
        member = self._ears.members.take(device, key)
        if was is not None and self._leader(was.device) != self._leader(device):
            self._left(was.device)
        self._keep_session(self._ears.members.get(self._leader(device)))
        self._ears.tell_path(member)
        for child in self._ears.members.children(device.id):
            self._ears.tell_path(child)

    def forget(self, device: DeviceId) -> None:
        """End the session of *device*; its gateway's session, if any, goes on without it."""
        member = self._ears.members.get(device)
        self._ears.forget(device)
        if member is not None:
            self._left(member.device)

    def release(self, device: DeviceId) -> None:
        """Close the session that leads to *device*."""
        self._fleet.release(self._session_of(device))

    def resume(self, device: DeviceId) -> None:
        """Take a released session back."""
        self._fleet.resume(self._session_of(device))

    async def send(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Send new values; see the port.

        Raises:
            DeviceError: with the stage; only at stage 'query' may the order have arrived.
            InvalidInput: the device's words have nothing for it; nothing was sent, and no later try can change that.
        """
        member = self._ears.members.get(device)
        if member is None:
            raise DeviceError("This console does not watch the device. Nothing was sent.", "connect")
        raw = member.normaliser.raw(values)
        points = {str(dp): value for dp, value in raw.items()}
        await self._fleet.set_points(self._session_of(device), points, member.device.cid if member.is_child else None)

    def frames(self, device: DeviceId) -> tuple[FrameRecord, ...]:
        """The newest frames of the session that leads to *device*."""
        return self._fleet.frames(self._session_of(device))

    async def dial(self, device: DeviceId) -> Dial:
        """Try the address that leads to *device*; see the port."""
        return await dialled(self._ears.members, self._session_of(device))

    async def visit(self, device: DeviceId) -> Visit:
        """Visit *device* once; see the port."""
        member = self._ears.members.get(device)
        if member is None:
            raise DeviceError("This console does not watch the device.", "connect")
        return await visited(self._ears.members, member, self._session_of(device), self._clock)

    async def scan(self, seconds: float) -> tuple[FoundDevice, ...]:
        """Listen and ask for *seconds*."""
        return tuple(map(self._found, await self._discovery.scan(seconds)))

    async def probe_range(
        self, network: str, port: int, progress: Callable[[int, int], Awaitable[None] | None] | None = None
    ) -> tuple[FoundDevice, ...]:
        """Try every address of *network*; what accepts but does not tell who it is is found without an id.

        Addresses with a session of ours are left out: most devices would close that session for the try.

        Raises:
            InvalidInput: no network, or more than 4,096 addresses.
        """
        in_use = self._fleet.hosts(port)
        free = tuple(address for address in addresses_of(network) if address not in in_use)
        hosts = await open_hosts(free, port, progress)
        told = await self._discovery.scan(_SECONDS_TO_ANSWER, hosts) if hosts else ()
        names = {(announce.host, announce.port or port): announce for announce in told}
        now = self._clock.now()
        return tuple(
            self._found(names[host, port])
            if (host, port) in names
            else FoundDevice(DeviceId(""), host, port, "", "", now)
            for host in hosts
        )

    async def _listen_while(self, wanted: Callable[[], bool]) -> None:
        async with asyncio.TaskGroup() as group:
            listening: asyncio.Task[None] | None = None
            while True:
                if wanted() and listening is None:
                    listening = group.create_task(self._discovery.run(lambda: self._fleet.missing))
                elif not wanted() and listening is not None:
                    listening.cancel()
                    await asyncio.wait([listening])
                    listening = None
                await asyncio.sleep(_LOOK_WHETHER_WANTED_S)

    def _announced(self, announce: Announce) -> None:
        self._fleet.announced(announce)
        self._listener.found(self._found(announce))

    def _found(self, announce: Announce) -> FoundDevice:
        return FoundDevice(
            id=DeviceId(announce.id),
            host=announce.host,
            port=announce.port or LAN_PORT,
            version=announce.version or "",
            product=announce.product,
            seen_at=self._clock.now(),
            known=DeviceId(announce.id) in self._ears.members,
        )

    def _keep_session(self, member: Member | None) -> None:
        """Let the fleet know how *member* is described now; without a usable key it has no session."""
        if member is None:
            return
        if not member.key:
            self._fleet.forget(member.device.id)
            self._ears.session_ended(member.device.id)
            return
        try:
            self._fleet.watch(self._ears.members.lan_device(member))
            self._discovery.look_now()
        except InvalidInput as refused:
            self._fleet.forget(member.device.id)
            self._ears.session_ended(member.device.id, refused.text)

    def _left(self, device: Device) -> None:
        """End the session of a device, or let its gateway's session go on without it."""
        leader = self._leader(device)
        if leader == device.id:
            self._fleet.forget(device.id)
            self._ears.session_ended(device.id)
        else:
            self._keep_session(self._ears.members.get(leader))

    def _session_of(self, device: DeviceId) -> DeviceId:
        member = self._ears.members.get(device)
        return device if member is None else self._leader(member.device)

    @staticmethod
    def _leader(device: Device) -> DeviceId:
        """The device whose session leads to *device*."""
        return device.gateway if device.gateway is not None and device.cid is not None else device.id
