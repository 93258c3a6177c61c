"""A small engine behind the engine's port: it answers what the test laid down and tells what the test announces."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

from heyzack_console.domain.errors import ConsoleError, NotFound
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.port import Command, Query, Receipt


class SmallEngine:
    """An EnginePort without a building. Every feed begins with *picture* and goes on with what is announced."""

    def __init__(self, picture: Batch | None = None) -> None:
        self.picture = picture
        self.done: list[Command] = []
        self.asked: list[Query[Any]] = []
        self.answers: dict[type, Callable[[Any], Any]] = {}
        self.feeds: list[asyncio.Queue[Batch | ConsoleError]] = []
        self.listening = asyncio.Event()

    async def do(self, command: Command) -> Receipt:
        """Remember it; a receipt that tells how many were done, or what was laid down for its type."""
        self.done.append(command)
        if type(command) in self.answers:
            return await self._laid_down(command)
        return Receipt(count=len(self.done), text=type(command).__name__)

    async def ask(self, query: Query[Any]) -> Any:
        """What was laid down for the query's type; NotFound otherwise."""
        self.asked.append(query)
        if type(query) not in self.answers:
            raise NotFound(f"Nothing is laid down for {type(query).__name__}.")
        return await self._laid_down(query)

    async def _laid_down(self, request: Any) -> Any:
        answer = self.answers[type(request)](request)
        return await answer if asyncio.iscoroutine(answer) else answer

    async def changes(self) -> AsyncIterator[Batch]:
        """The picture, then every announcement."""
        feed: asyncio.Queue[Batch | ConsoleError] = asyncio.Queue()
        self.feeds.append(feed)
        self.listening.set()
        try:
            if self.picture is not None:
                yield self.picture
            while True:
                heard = await feed.get()
                if isinstance(heard, ConsoleError):
                    raise heard
                yield heard
        finally:
            self.feeds.remove(feed)

    def announce(self, batch: Batch | ConsoleError) -> None:
        """Tell every feed; an error ends it."""
        for feed in self.feeds:
            feed.put_nowait(batch)
