"""The engine's end of the link: listens, and serves every window that has the token."""

import asyncio
import logging
import socket
from types import TracebackType
from typing import Self

from heyzack_console.link.connection import Connection
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.ports.engine.port import EnginePort

log = logging.getLogger(__name__)

FINISH_S = 5.0


class LinkServer:
    """Offers *port* at *endpoint*; an async context manager that listens inside its block."""

    def __init__(self, port: EnginePort, endpoint: Endpoint) -> None:
        self._port = port
        self._endpoint = endpoint
        self._listener: asyncio.Server | None = None
        self._windows: dict[asyncio.Task[None], Connection] = {}

    @property
    def endpoint(self) -> Endpoint:
        """Where windows attach; known once it listens."""
        return self._endpoint

    async def __aenter__(self) -> Self:
        """Listen.

        Raises:
            OSError: the address cannot be had.
        """
        bound, self._endpoint = self._endpoint.bound()
        if bound.family == socket.AF_INET:
            self._listener = await asyncio.start_server(self._welcome, sock=bound)
        else:
            self._listener = await asyncio.start_unix_server(self._welcome, sock=bound)
        log.info("the engine listens at %s", self._endpoint)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Let all windows go; commands that have begun get a few seconds to finish."""
        if self._listener is not None:
            self._listener.close()
        for connection in self._windows.values():
            connection.close()
        if self._windows:
            _, unfinished = await asyncio.wait(self._windows, timeout=FINISH_S)
            for task in unfinished:
                task.cancel()
            await asyncio.gather(*unfinished, return_exceptions=True)
        if self._endpoint.path is not None:
            self._endpoint.path.unlink(missing_ok=True)

    async def _welcome(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = Connection(self._port, self._endpoint.token, reader, writer)
        task = asyncio.current_task()
        assert task is not None
        self._windows[task] = connection
        try:
            await connection.serve()
        finally:
            del self._windows[task]
