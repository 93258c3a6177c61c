"""Serves the simulated cloud on loopback: the API over HTTP and the queue over WebSocket, on one port."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator

from starlette.applications import Starlette
from starlette.requests import Request as WebRequest
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from heyzack_console.simulator.cloud.account import CloudAccess
from heyzack_console.simulator.cloud.front import Front
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.queue_door import QUEUE_PATH, QueueDoor
from heyzack_console.simulator.cloud.signing import Request

HOST = "127.0.0.1"
_METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH")
_LAST_WORDS_S = 1


class _Cuttable(H11Protocol):
    """Lets an answer reset its connection: puts the transport into the request's state."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class _Quiet(Server):
    """Leaves the process's signals alone and waits to be told instead of looking ten times a second."""

    def __init__(self, config: Config) -> None:
        super().__init__(config)
        self.ended = asyncio.Event()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def main_loop(self) -> None:
        await self.ended.wait()


class CloudServer:
    """Serves one project between *open* and *close*."""

    def __init__(self, project: CloudProject) -> None:
        self._project = project
        self._server = _Quiet(_config(project))
        self._listener: socket.socket | None = None

    def open(self, port: int = 0) -> CloudAccess:
        """Listen on *port* or any free one (0); what connects before *run* waits."""
        self._listener = socket.create_server((HOST, port))
        # Accepted sockets inherit it; asyncio sets it itself only where the listener names its protocol.
        self._listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        place, account = f"{HOST}:{self._listener.getsockname()[1]}", self._project.account
        return CloudAccess(f"http://{place}", f"ws://{place}/", account.access_id, account.secret)

    async def run(self) -> None:
        """Answer until *end*; needs *open* before."""
        assert self._listener is not None
        await self._server.serve(sockets=[self._listener])

    def end(self) -> None:
        """Hang up on everybody and let *run* return."""
        self._server.ended.set()

    def close(self) -> None:
        """Let go of the port, also after a *run* that was cancelled or never began."""
        for opened in self._server.servers if self._server.started else ():
            opened.close()
        if self._listener is not None:
            self._listener.close()


@contextlib.asynccontextmanager
async def serving(project: CloudProject, port: int = 0) -> AsyncIterator[CloudAccess]:
    """Serve for the length of the block."""
    server = CloudServer(project)
    access = server.open(port)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(server.run(), name="simulated cloud")
            try:
                yield access
            finally:
                server.end()
    finally:
        server.close()


def _config(project: CloudProject) -> Config:
    front, door = Front(project), QueueDoor(project)

    async def answer(web: WebRequest) -> Response:
        reply = await front.answer(await _request(web))
        if reply is None:
            web.state.transport.abort()
            await asyncio.sleep(0)
            return Response()  # goes nowhere
        return Response(reply.body, reply.status, media_type=reply.media_type)

    routes = [WebSocketRoute(QUEUE_PATH, door.serve), Route("/{path:path}", answer, methods=list(_METHODS))]
    return Config(
        Starlette(routes=routes),
        http=_Cuttable,
        ws="websockets-sansio",
        lifespan="off",
        log_config=None,
        log_level="warning",
        access_log=False,
        date_header=False,
        ws_per_message_deflate=False,
        timeout_graceful_shutdown=_LAST_WORDS_S,
    )


async def _request(web: WebRequest) -> Request:
    return Request(
        method=web.method,
        path=web.scope["raw_path"].decode("ascii"),
        query=web.scope["query_string"].decode("ascii", "replace"),
        headers={name.lower(): value for name, value in web.headers.items()},
        body=await web.body(),
    )
