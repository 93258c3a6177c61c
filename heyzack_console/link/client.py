"""The window's end of the link: the engine's port over a socket."""

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator
from typing import Any, Self, TypeVar, cast

from heyzack_console import __version__
from heyzack_console.domain.errors import ConsoleError, EngineLost
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.link.frames import BadFrame, Frame, FrameReader, Kind
from heyzack_console.link.values import BadValue, decode, decode_error, encode, encode_request
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.port import Command, Query, Receipt

log = logging.getLogger(__name__)

A = TypeVar("A")

GREETING_S = 5.0
LOST = "The engine does not answer. What is shown is the last picture; what was confirmed is not lost."
NOT_REACHED = "No engine answers there."


class LinkClient(asyncio.Protocol):
    """An EnginePort whose engine is another process. Needs no task of its own: frames arrive by callback."""

    def __init__(self) -> None:
        self._transport: asyncio.Transport | None = None
        self._reader = FrameReader()
        self._numbers = itertools.count()
        self._parts: dict[int, list[bytes]] = {}
        self._answers: dict[int, asyncio.Future[bytes]] = {}
        self._feeds: dict[int, asyncio.Queue[bytes | ConsoleError]] = {}
        self._gone: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @classmethod
    async def attach(cls, endpoint: Endpoint) -> Self:
        """Connect to the engine at *endpoint*.

        Raises:
            EngineLost: nobody answers there, or it is of another version.
            PermissionDenied: it wants another token.
        """
        try:
            async with asyncio.timeout(GREETING_S):
                _, client = await endpoint.connect(cls)
                await client._greet(endpoint.token)
        except (OSError, TimeoutError) as error:
            raise EngineLost(NOT_REACHED) from error
        return client

    async def do(self, command: Command) -> Receipt:
        """Carry out *command*; when the caller is cancelled it is carried out all the same."""
        return cast(Receipt, self._decoded(Receipt, await self._call(Kind.DO, encode_request(command))))

    async def ask(self, query: Query[A]) -> A:
        """Answer *query*; when the caller is cancelled the engine stops working on it."""
        return cast(A, self._decoded(type(query).answer, await self._call(Kind.ASK, encode_request(query))))

    def changes(self) -> AsyncIterator[Batch]:
        """As in EnginePort. The next batch is only sent when it is asked for; meanwhile the engine coalesces."""
        return self._changes()

    async def lost(self) -> None:
        """Return when the connection is gone."""
        await asyncio.shield(self._gone)

    async def aclose(self) -> None:
        """End the connection; harmless when it is gone."""
        if self._transport is not None:
            self._transport.close()
            await asyncio.shield(self._gone)

    # What the loop calls.

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Remember where to write."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Hand every complete body to the call that waits for it."""
        try:
            for frame in self._reader.feed(data):
                parts = self._parts.setdefault(frame.call, [])
                parts.append(frame.body)
                if frame.last:
                    del self._parts[frame.call]
                    self._hear(frame.kind, frame.call, parts[0] if len(parts) == 1 else b"".join(parts))
        except (BadFrame, BadValue) as error:
            log.warning("the engine broke the protocol: %s", error)
            if self._transport is not None:
                self._transport.abort()

    def connection_lost(self, error: Exception | None) -> None:
        """Fail every call that waits."""
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(EngineLost(LOST))
        for feed in self._feeds.values():
            feed.put_nowait(EngineLost(LOST))
        if not self._gone.done():
            self._gone.set_result(None)

    def _hear(self, kind: Kind, call: int, body: bytes) -> None:
        failure = decode_error(body) if kind is Kind.FAILED else None
        if call in self._feeds:
            self._feeds[call].put_nowait(failure or body)
        answer = self._answers.get(call)  # None: the caller was cancelled meanwhile
        if answer is None or answer.done():
            return
        if failure is not None:
            answer.set_exception(failure)
        else:
            answer.set_result(body)

    async def _greet(self, token: str) -> None:
        accepted = False
        try:
            await self._call(Kind.HELLO, encode((__version__, token)))
            accepted = True
        finally:
            if not accepted:
                await self.aclose()

    async def _call(self, kind: Kind, body: bytes) -> bytes:
        call = next(self._numbers)
        self._send(Frame(kind, call, body))
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self._answers[call] = answer
        try:
            return await answer
        except asyncio.CancelledError:
            if kind is Kind.ASK and not self._gone.done():
                self._send(Frame(Kind.CANCEL, call, b""))
            raise
        finally:
            del self._answers[call]

    async def _changes(self) -> AsyncIterator[Batch]:
        call = next(self._numbers)
        self._send(Frame(Kind.LISTEN, call, b""))
        feed = self._feeds[call] = asyncio.Queue()
        try:
            while True:
                heard = await feed.get()
                if isinstance(heard, ConsoleError):
                    raise heard
                yield self._decoded(Batch, heard)
                self._send(Frame(Kind.READY, call, b""))
        finally:
            del self._feeds[call]
            if not self._gone.done():
                self._send(Frame(Kind.CANCEL, call, b""))

    def _send(self, frame: Frame) -> None:
        if self._transport is None or self._gone.done():
            raise EngineLost(LOST)
        self._transport.write(frame.encode())

    def _decoded(self, kind: Any, body: bytes) -> Any:
        try:
            return decode(kind, body)
        except BadValue as error:
            raise EngineLost(f"The engine's answer could not be read ({error}). Start the console again.") from error
