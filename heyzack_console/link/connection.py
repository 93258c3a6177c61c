"""The engine's end of the link to one window."""

import asyncio
import hmac
import logging
from collections.abc import Callable, Coroutine
from functools import partial
from typing import Any

from heyzack_console import __version__
from heyzack_console.domain.errors import ConsoleError, EngineLost, InvalidInput, PermissionDenied
from heyzack_console.link.frames import GREETING_BYTES, HEADER, REQUEST_BYTES, BadFrame, Frame, Kind, read_header
from heyzack_console.link.outbox import Outbox
from heyzack_console.link.pending import Pending
from heyzack_console.link.values import BadValue, decode, decode_request, encode, encode_error
from heyzack_console.ports.engine.port import Command, EnginePort, Query

log = logging.getLogger(__name__)

GREETING_S = 5.0
# Two display frames of 60 Hz (performance.md, "engine against GUI"): a batch more often could not be seen.
FRAME_S = 0.033


class Connection:
    """Serves one window: answers in any order, one batch of changes at a time and at most one per display frame."""

    def __init__(
        self, port: EnginePort, token: str, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self._port = port
        self._token = token
        self._reader = reader
        self._writer = writer
        self._outbox = Outbox()
        self._calls: dict[int, asyncio.Task[None]] = {}
        self._ready: dict[int, asyncio.Event] = {}

    async def serve(self) -> None:
        """Serve until the window goes; commands that have begun are then still carried out."""
        try:
            if await self._greeted():
                await self._serve_calls()
        except BadFrame as error:
            log.warning("a window broke the protocol: %s", error)
        finally:
            self._writer.close()

    def close(self) -> None:
        """Let the window go."""
        self._writer.close()

    async def _greeted(self) -> bool:
        try:
            async with asyncio.timeout(GREETING_S):
                hello = await self._next_frame(GREETING_BYTES)
        except TimeoutError:
            hello = None
        if hello is None or hello.kind is not Kind.HELLO:
            log.warning("a connection without a greeting was closed")
            return False
        refusal = self._refusal(hello.body)
        answer = encode_error(refusal) if refusal else encode(__version__)
        kind = Kind.FAILED if refusal else Kind.ANSWER
        self._writer.write(Frame(kind, hello.call, answer).encode())
        return refusal is None

    def _refusal(self, body: bytes) -> ConsoleError | None:
        try:
            version, token = decode(tuple[str, str], body)
        except BadValue:
            version, token = "", ""
        if not hmac.compare_digest(token.encode(), self._token.encode()):
            log.warning("a window with a wrong token was refused")
            return PermissionDenied("The engine did not accept this window. Nothing was done. Start the console again.")
        if version != __version__:
            return EngineLost(
                f"The running engine is version {__version__}, this window is {version or 'unknown'}. "
                "The engine goes on. End it and start the console again to run one version."
            )
        return None

    async def _serve_calls(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            sender = tasks.create_task(self._outbox.send_to(self._writer), name="link sender")
            try:
                while frame := await self._next_frame(REQUEST_BYTES):
                    self._take(frame, tasks)
            finally:
                sender.cancel()
                for task in self._calls.values():
                    task.cancel()

    async def _next_frame(self, limit: int) -> Frame | None:
        try:
            length, kind, call, last = read_header(await self._reader.readexactly(HEADER.size), limit)
            return Frame(kind, call, await self._reader.readexactly(length), last)
        except (asyncio.IncompleteReadError, ConnectionError):
            return None

    def _take(self, frame: Frame, tasks: asyncio.TaskGroup) -> None:
        call = frame.call
        match frame.kind:
            case Kind.DO:
                # Not among the calls that end with the window: what was begun is finished.
                tasks.create_task(self._answer(call, partial(self._done, frame.body)), name="link command")
            case Kind.ASK:
                self._begin(call, tasks, self._answer(call, partial(self._asked, frame.body)))
            case Kind.LISTEN:
                self._ready[call] = asyncio.Event()
                self._ready[call].set()
                self._begin(call, tasks, self._tell_changes(call, self._ready[call]))
            case Kind.READY if call in self._ready:
                self._ready[call].set()
            case Kind.CANCEL if call in self._calls:
                self._calls[call].cancel()

    def _begin(self, call: int, tasks: asyncio.TaskGroup, work: Coroutine[Any, Any, None]) -> None:
        task = tasks.create_task(work, name=f"link call {call}")
        self._calls[call] = task
        task.add_done_callback(lambda _: self._calls.pop(call, None))

    async def _done(self, body: bytes) -> bytes:
        command = decode_request(body)
        if not isinstance(command, Command):
            raise InvalidInput("This is a question, not a command. Nothing was done.")
        return encode(await self._port.do(command))

    async def _asked(self, body: bytes) -> bytes:
        query = decode_request(body)
        if not isinstance(query, Query):
            raise InvalidInput("This is a command, not a question. Nothing was done.")
        return encode(await self._port.ask(query))

    async def _answer(self, call: int, work: Callable[[], Coroutine[Any, Any, bytes]]) -> None:
        # A bug in one use case is that call's failure; it must not end the other calls, nor the engine. The work is
        # begun only here: a call that is cancelled before leaves nothing unawaited.
        outcome = (await asyncio.gather(work(), return_exceptions=True))[0]
        match outcome:
            case bytes():
                self._outbox.put(Kind.ANSWER, call, outcome)
            case ConsoleError():
                self._outbox.put(Kind.FAILED, call, encode_error(outcome))
            case BadValue():
                log.warning("a request could not be read: %s", outcome)
                refusal = InvalidInput("The engine could not read this request. Nothing was done.")
                self._outbox.put(Kind.FAILED, call, encode_error(refusal))
            case asyncio.CancelledError():
                self._outbox.put(Kind.FAILED, call, encode_error(EngineLost("The engine is closing.")))
            case _:
                log.error("a request failed", exc_info=outcome)
                failure = ConsoleError(
                    "The engine failed at this; its log tells more. It goes on with everything else."
                )
                self._outbox.put(Kind.FAILED, call, encode_error(failure))

    async def _tell_changes(self, call: int, ready: asyncio.Event) -> None:
        pending, filled = Pending(), asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            collecting = tasks.create_task(self._collect(call, pending, filled), name=f"link feed {call}")
            try:
                await self._send_batches(call, ready, pending, filled)
            finally:
                collecting.cancel()
                self._ready.pop(call, None)
                log.info("a window's feed ended; %d values were replaced by newer ones on the way", pending.replaced)

    async def _collect(self, call: int, pending: Pending, filled: asyncio.Event) -> None:
        try:
            async for batch in self._port.changes():
                pending.add(batch)
                filled.set()
            end: ConsoleError = EngineLost("The engine has closed its feed.")
        except ConsoleError as error:
            end = error
        self._outbox.put(Kind.FAILED, call, encode_error(end))

    async def _send_batches(self, call: int, ready: asyncio.Event, pending: Pending, filled: asyncio.Event) -> None:
        clock = asyncio.get_running_loop().time
        next_at = clock()
        while True:
            await ready.wait()
            await filled.wait()
            await asyncio.sleep(max(0.0, next_at - clock()))
            ready.clear()
            filled.clear()
            next_at = clock() + FRAME_S
            self._outbox.put(Kind.BATCH, call, encode(pending.take()), urgent=True)
