"""A web server that keeps what is posted to it, over a real socket."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any


class HookServer:
    """Bodies in the order in which they came. *status* is what it answers; *hangs*: it never answers."""

    def __init__(self) -> None:
        self.posted: list[dict[str, Any]] = []
        self.status = "200 OK"
        self.headers = ""
        self.hangs: asyncio.Event | None = None
        self.port = 0
        self.came = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One request."""
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            lengths = [line for line in head.lower().split("\r\n") if line.startswith("content-length:")]
            body = await reader.readexactly(int(lengths[0].partition(":")[2])) if lengths else b"{}"
            if self.hangs is not None:
                self.came.set()
                await self.hangs.wait()
                return
            self.posted.append(json.loads(body or b"{}"))
            self.came.set()
            writer.write(
                f"HTTP/1.1 {self.status}\r\n{self.headers}Content-Length: 0\r\nConnection: close\r\n\r\n".encode()
            )
            await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    def address(self, token: str = "") -> str:
        """Its address as a channel's."""
        return f"json://127.0.0.1:{self.port}/{token}"


@asynccontextmanager
async def hook_server() -> AsyncIterator[HookServer]:
    """A server on a free port of 127.0.0.1 for the length of the block."""
    hook = HookServer()
    server = await asyncio.start_server(hook.serve, "127.0.0.1", 0)
    hook.port = server.sockets[0].getsockname()[1]
    try:
        yield hook
    finally:
        server.close()
        await server.wait_closed()
        await asyncio.sleep(0)
