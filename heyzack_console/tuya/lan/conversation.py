"""What happens on one connection once it stands: status, pushes, orders, heartbeats."""

import asyncio
import logging
from contextlib import suppress

from heyzack_console.domain.errors import DeviceError
from heyzack_console.tuya.lan.device import DeviceListener, LanDevice
from heyzack_console.tuya.lan.events import Answered, ChildrenReported, Dropped, Event, Pushed
from heyzack_console.tuya.lan.expectations import Expectations
from heyzack_console.tuya.lan.faults import ConnectionClosed, LanFault, RequestRefused, RequestTooLong, Unanswered
from heyzack_console.tuya.lan.link import Link
from heyzack_console.tuya.lan.orders import Batch
from heyzack_console.tuya.lan.pulse import Pulse
from heyzack_console.tuya.lan.requests import ChildrenQuery, Heartbeat, Query, Refresh, Request, SetPoints
from heyzack_console.tuya.lan.session import Peer, Session
from heyzack_console.tuya.lan.status import read_status
from heyzack_console.tuya.lan.wire import Version
from heyzack_console.tuya.lan.world import Memory, World

log = logging.getLogger(__name__)


class Conversation:
    """One connection to one device, from its first byte to its end; only its owner's task may send."""

    __slots__ = (
        "_device",
        "_expectations",
        "_listener",
        "_loop",
        "_memory",
        "_next_full_query",
        "_pulse",
        "_sent_at",
        "_todo",
        "_version",
        "_world",
        "latency_ms",
        "link",
    )

    def __init__(
        self, device: LanDevice, version: Version, world: World, memory: Memory, listener: DeviceListener
    ) -> None:
        session = Session(Peer(device.id, device.key, version, device.children), world.entropy(16), memory.tap.note)
        self.link = Link(session, self._hear, memory.wake.ring, world.scratch)
        self.latency_ms: float | None = None
        self._loop = asyncio.get_running_loop()
        self._device = device
        self._version = version
        self._world = world
        self._memory = memory
        self._listener = listener
        self._todo: list[str | None] = []
        self._expectations = Expectations()
        self._pulse = Pulse(world.timings.heartbeat, self._loop.time())
        self._sent_at = 0.0
        self._next_full_query = 0.0

    def watch(self, device: LanDevice) -> None:
        """Treat the device as described from now on; new sub-devices are asked for their values."""
        self._todo.extend(sorted(device.children - self._device.children))
        self._device = device
        self.link.session.watch_children(device.children)
        self._memory.wake.ring()

    def refresh(self, points: tuple[int, ...]) -> None:
        """Ask the device to measure *points* anew, and for its status a moment later."""
        self._tell(Refresh(points))
        self._expectations.expect(None, map(str, points), self._loop.time() + self._world.timings.confirmation)
        self._memory.wake.ring()

    async def open(self, hold_back_s: float) -> None:
        """Agree on a key and read the first status, which proves that everything is right.

        Raises:
            LanFault: this connection cannot be used.
        """
        if hold_back_s:
            await asyncio.sleep(hold_back_s)
        await self.link.negotiate(self._world.timings.negotiate)
        if self._version.negotiates:
            await asyncio.sleep(self._world.timings.after_negotiation)
        self._next_full_query = self._loop.time() + self._world.timings.full_query
        if self._asks_for_children:
            self._tell(ChildrenQuery())
        await self._read_own_status()
        if not self.link.heard:
            raise Unanswered("The gateway did not answer.")
        self._todo.extend(sorted(self._device.children))

    async def serve(self) -> None:
        """Carry out orders, keep the values fresh and the connection alive, until it ends.

        Raises:
            LanFault: why it ended.
        """
        while True:
            if self.link.fault:
                raise self.link.fault
            if self._memory.desk:
                await self._free_to_send()
                if batch := self._memory.desk.take():
                    await self._carry_out(batch)
            elif self._todo:
                await self._free_to_send()
                await self._read_status_of(self._todo.pop(0))
            elif not self._do_what_is_due():
                until = min(self._pulse.due_at, self._next_full_query, self._expectations.next_at)
                await self._memory.wake.rest(until)

    @property
    def _asks_for_children(self) -> bool:
        """Gateways before 3.4 do not answer the question which sub-devices are online."""
        return self._device.is_gateway and self._version.negotiates

    def _do_what_is_due(self) -> bool:
        """Whether anything was due."""
        now = self._loop.time()
        self._todo.extend(self._expectations.take_overdue(now))
        if self._next_full_query <= now:
            self._next_full_query = now + self._world.timings.full_query
            self._todo.extend([None, *sorted(self._device.children)])
        if self._pulse.due_at <= now:
            if self._pulse.dead:
                raise ConnectionClosed("The device has answered no heartbeat.")
            self._tell(ChildrenQuery() if self._asks_for_children else Heartbeat())
            self._pulse.beat(now)
            return True
        return bool(self._todo)

    async def _free_to_send(self) -> None:
        pause = self._sent_at + self._world.timings.between_commands - self._loop.time()
        if pause > 0:
            await asyncio.sleep(pause)

    async def _ask(self, request: Request) -> Answered:
        started = self._sent_at = self._loop.time()
        self._pulse.sent(started)
        answer = await self.link.ask(request, self._unix_s(), self._world.timings.answer)
        self._pulse.heard()
        self.latency_ms = (self._loop.time() - started) * 1000
        return answer

    def _tell(self, request: Request) -> None:
        self._sent_at = self._loop.time()
        self._pulse.sent(self._sent_at)
        self.link.tell(request, self._unix_s())

    def _unix_s(self) -> int:
        return int(self._world.clock.now().timestamp())

    async def _read_own_status(self) -> None:
        habit = self._memory.habit
        values = await read_status(self._ask, self._device, self._version, habit, guessing=self._world.guessing)
        if values is not None:
            self._listener.values(self._device.id, None, values, None, whole=True)

    async def _read_status_of(self, cid: str | None) -> None:
        if cid is None:
            await self._read_own_status()
            return
        # A sub-device that is asleep or away keeps its gateway silent, which says nothing about the gateway.
        with suppress(Unanswered):
            message = (await self._ask(Query(cid))).message
            if message.dps is not None:
                self._listener.values(self._device.id, cid, message.dps, message.unix_s, whole=True)

    async def _carry_out(self, batch: Batch) -> None:
        self._expectations.expect(batch.cid, batch.points, self._loop.time() + self._world.timings.confirmation)
        try:
            answer = await self._ask(SetPoints(batch.points, batch.cid))
        except (Unanswered, RequestTooLong) as fault:
            batch.done(fault)
        except LanFault as fault:
            batch.done(fault)
            raise
        except asyncio.CancelledError:
            batch.done(DeviceError("The session ended; whether the order arrived is not known.", "query"))
            raise
        else:
            words = answer.message.words
            batch.done(RequestRefused(f"The device refused the order: {words}") if words else None)

    def _hear(self, event: Event) -> None:
        self._pulse.heard()
        if isinstance(event, Pushed):
            message = event.message
            dps = message.dps or {}
            self._expectations.heard(message.cid, dps)
            if message.cid is not None and self._memory.presence.heard_from(message.cid):
                self._listener.children_changed(self._device.id, {message.cid: True})
            self._listener.values(self._device.id, message.cid, dps, message.unix_s, whole=False)
        elif isinstance(event, Dropped):
            log.debug("device %s: a frame was dropped: %s %s", self._device.id, event.reason, event.cid)
        elif isinstance(event, ChildrenReported):
            changed = self._memory.presence.note(event.seen, self._device.children, self._loop.time())
            if changed:
                self._listener.children_changed(self._device.id, changed)
