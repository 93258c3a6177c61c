"""Keeps a window attached to the engine of its home: finds it or starts it, and starts it again when it dies."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar

from heyzack_console.domain.errors import EngineLost, PermissionDenied
from heyzack_console.link.client import LOST, LinkClient
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.port import Command, Query, Receipt

log = logging.getLogger(__name__)

A = TypeVar("A")

# A new engine needs about 0.3 s to listen (performance.md, section 1); nothing tells of it but its socket.
LOOK_EVERY_S = 0.05


class AttachmentState(StrEnum):
    """What the window says about its engine."""

    STARTING = "starting"
    ATTACHED = "attached"
    LOST = "lost"
    GIVEN_UP = "given up"


class StartedEngine(Protocol):
    """An engine process that was started here."""

    @property
    def ended(self) -> bool:
        """Whether it has ended already."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How often and how long to try.

    Attributes:
        waits_s: the pause before each start in a row; when they are used up, it is given up.
        start_s: how long a started engine may take to listen.
        steady_s: an engine that answered for so long counts as healthy, and counting begins anew.
    """

    waits_s: tuple[float, ...] = (0.0, 0.5, 1.0, 2.0, 4.0)
    start_s: float = 60.0
    steady_s: float = 60.0


class EngineAttachment:
    """An EnginePort that outlives its engine: between two engines it raises EngineLost at once."""

    def __init__(
        self,
        find: Callable[[], Endpoint | None],
        start: Callable[[], StartedEngine],
        tell: Callable[[AttachmentState, str], None],
        patience: Patience | None = None,
    ) -> None:
        """Nothing happens before ``run``.

        Args:
            find: where the home's engine listens or last listened; None where none ever did.
            start: start an engine for the home; raises OSError when there is none to start.
            tell: hears each new state on the loop, with a sentence for the operator (empty when attached).
        """
        self._find = find
        self._start = start
        self._tell = tell
        self._patience = patience or Patience()
        self._client: LinkClient | None = None
        self._attached = asyncio.Event()
        self._wanted = asyncio.Event()
        self._starts = 0
        self._trouble = ""

    async def run(self) -> None:
        """Stay attached until cancelled; the engine goes on then."""
        clock = asyncio.get_running_loop().time
        while True:
            client = await self._reach()
            if client is None:
                await self._give_up()
                continue
            began = clock()
            await self._stay_with(client)
            if clock() - began >= self._patience.steady_s:
                self._starts = 0

    def retry(self) -> None:
        """Try again after it was given up; harmless otherwise."""
        self._wanted.set()

    async def do(self, command: Command) -> Receipt:
        """As in EnginePort; EngineLost at once while no engine is attached."""
        return await self._present().do(command)

    async def ask(self, query: Query[A]) -> A:
        """As in EnginePort; EngineLost at once while no engine is attached."""
        return await self._present().ask(query)

    async def changes(self) -> AsyncIterator[Batch]:
        """As in EnginePort, beginning when an engine is attached; so after EngineLost call it again."""
        await self._attached.wait()
        async for batch in self._present().changes():
            yield batch

    def _present(self) -> LinkClient:
        if self._client is None:
            raise EngineLost(LOST)
        return self._client

    async def _stay_with(self, client: LinkClient) -> None:
        self._client = client
        self._attached.set()
        self._tell(AttachmentState.ATTACHED, "")
        log.info("attached to the engine")
        try:
            await client.lost()
        finally:
            self._client = None
            self._attached.clear()
            await client.aclose()
        log.warning("the engine is gone")
        self._tell(AttachmentState.LOST, LOST)

    async def _give_up(self) -> None:
        log.error("the engine did not stay up after %d starts", self._starts)
        self._wanted.clear()
        self._tell(AttachmentState.GIVEN_UP, f"{LOST} {self._trouble} Its log tells more; then try again.")
        await self._wanted.wait()
        self._starts = 0

    async def _reach(self) -> LinkClient | None:
        client = await self._attach_to_running()
        while client is None and self._starts < len(self._patience.waits_s):
            await asyncio.sleep(self._patience.waits_s[self._starts])
            self._starts += 1
            client = await self._attach_to_running() or await self._attach_to_new()
        return client

    async def _attach_to_running(self) -> LinkClient | None:
        endpoint = self._find()
        if endpoint is None:
            return None
        try:
            return await LinkClient.attach(endpoint)
        except (EngineLost, PermissionDenied) as error:
            log.debug("no engine at %s: %s", endpoint, error)
            self._trouble = error.text
            return None

    async def _attach_to_new(self) -> LinkClient | None:
        self._tell(AttachmentState.STARTING, "The engine is being started.")
        try:
            engine = self._start()
        except OSError as error:
            log.error("the engine could not be started: %s", error)
            self._trouble = f"It could not be started ({error.strerror})."
            return None
        try:
            async with asyncio.timeout(self._patience.start_s):
                while not engine.ended:
                    if client := await self._attach_to_running():
                        return client
                    await asyncio.sleep(LOOK_EVERY_S)
        except TimeoutError:
            log.error("the engine was started but does not listen")
            self._trouble = "It was started but does not listen."
        # It may have ended because another engine owns the home by now.
        return await self._attach_to_running()
