"""One WebSocket to one topic, kept for as long as it is wanted."""

import asyncio
import logging
import ssl
from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol

import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, WebSocketException

from heyzack_console.tuya.lan.backoff import Backoff
from heyzack_console.tuya.queue.address import QueueAddress
from heyzack_console.tuya.queue.timing import QueueWorld
from heyzack_console.tuya.queue.troubles import Kind, Trouble, trouble_after, trouble_connecting

FRAMES_WAITING = 1000
FRAMES_AT_ONCE = 200
LARGEST_FRAME = 4 * 1024 * 1024

# The library's own log would show the request's headers, and with them the password.
_wire_log = logging.getLogger(f"{__name__}.wire")
_wire_log.setLevel(logging.WARNING)

Frame = bytes | str


class LinkEars(Protocol):
    """Hears how the connection stands."""

    def opened(self) -> None:
        """It is up."""

    def lasted(self) -> None:
        """It has been up for a good while."""

    def lost(self, trouble: Trouble) -> None:
        """It ended, or could not be made; another attempt follows."""


class _Straight(connect):
    """Follows no redirection: the password is for the address that was configured."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        return exc


class QueueLink:
    """Connects again and again with growing, jittered pauses, until ``run`` is cancelled.

    *take* gets what arrived, several frames at once where they came faster than it returns, and returns the ids to
    acknowledge; it is never interrupted by the end of a connection. What it raises ends ``run``.
    """

    def __init__(
        self,
        address: QueueAddress,
        take: Callable[[Sequence[Frame]], Awaitable[Sequence[str]]],
        ears: LinkEars,
        world: QueueWorld,
    ) -> None:
        self._address = address
        self._take = take
        self._ears = ears
        self._world = world
        timings = world.timings
        # The default context verifies certificate and host name.
        self._tls = (world.tls or ssl.create_default_context()) if address.url.startswith("wss:") else None
        self._backoff = Backoff(world.chance, timings.first_pause, timings.longest_pause)
        self._nap: asyncio.Task[None] | None = None

    async def run(self) -> None:
        """Read for ever."""
        while True:
            trouble = await self._once()
            pause = self._backoff.failed()
            if trouble.kind is Kind.REFUSED:
                pause = self._world.chance.uniform(0.5, 1.0) * self._world.timings.refused_pause
            self._ears.lost(trouble)
            await self._rest(pause)

    def try_now(self) -> None:
        """What stood in the way is probably gone: end a pause."""
        if self._nap is not None:
            self._nap.cancel()

    async def _rest(self, seconds: float) -> None:
        try:
            async with asyncio.TaskGroup() as group:
                self._nap = group.create_task(_sleep(self._world, seconds), name="queue pause")
        finally:
            self._nap = None

    async def _once(self) -> Trouble:
        """Connect, read to the connection's end, and tell why it ended."""
        try:
            socket = await self._connect()
        # UnicodeError: a host name that cannot be encoded for the search.
        except (OSError, WebSocketException, UnicodeError) as error:
            return trouble_connecting(error)
        loop = asyncio.get_running_loop()
        began = loop.time()
        stable = loop.call_later(self._world.timings.stable, self._is_stable)
        try:
            self._ears.opened()
            ended = await self._serve(socket)
        finally:
            stable.cancel()
            # The library's own context would tell the server of an internal error where the program just ends.
            await socket.close()
        return trouble_after(ended, soon=loop.time() - began < self._world.timings.bounce)

    async def _connect(self) -> ClientConnection:
        timings = self._world.timings
        return await _Straight(
            self._address.url,
            additional_headers={"username": self._address.username, "password": self._address.password},
            proxy=None,
            compression=None,
            open_timeout=timings.connect,
            ping_interval=timings.ping,
            ping_timeout=timings.pong,
            close_timeout=timings.close,
            max_size=LARGEST_FRAME,
            user_agent_header=None,
            logger=_wire_log,
            ssl=self._tls,
        )

    async def _serve(self, socket: ClientConnection) -> ConnectionClosed | None:
        frames: asyncio.Queue[Frame | None] = asyncio.Queue(FRAMES_WAITING)
        ended: ConnectionClosed | None = None
        async with asyncio.TaskGroup() as group:
            group.create_task(self._work(socket, frames), name="queue messages")
            try:
                while True:
                    await frames.put(await socket.recv())
            except ConnectionClosed as closed:
                ended = closed
            await frames.put(None)
        return ended

    async def _work(self, socket: ClientConnection, frames: asyncio.Queue[Frame | None]) -> None:
        """Hand on what came, also what came before the end; acknowledge only what *take* says."""
        while True:
            batch = await _waiting(frames)
            there = [frame for frame in batch if frame is not None]
            if there:
                await _acknowledge(socket, await self._take(there))
            if len(there) < len(batch):
                return

    def _is_stable(self) -> None:
        self._backoff.succeeded()
        self._ears.lasted()


async def _sleep(world: QueueWorld, seconds: float) -> None:
    await world.sleep(seconds)


async def _waiting(frames: asyncio.Queue[Frame | None]) -> list[Frame | None]:
    """Wait for one frame and take all that is there."""
    batch = [await frames.get()]
    while len(batch) < FRAMES_AT_ONCE and not frames.empty():
        batch.append(frames.get_nowait())
    return batch


async def _acknowledge(socket: ClientConnection, ids: Sequence[str]) -> None:
    try:
        for message_id in ids:
            await socket.send(msgspec.json.encode({"messageId": message_id}).decode())
    except ConnectionClosed:
        # They come again, are known, and are acknowledged then.
        return
