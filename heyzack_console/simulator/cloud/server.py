"""Serves the simulated cloud on loopback: the API over HTTP and the queue over WebSocket, on one port."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

from starlette.applications import Starlette
from starlette.requests import Request as WebRequest
from starlette.responses import Response
from starlette.routing import Route, WebSocketRoute
from uvicorn import Config, Server
from uvicorn.protocols.http.h11_impl import H11Protocol

from heyzack_console.simulator.cloud.front import Front
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.queue_door import QUEUE_PATH, QueueDoor
from heyzack_console.simulator.cloud.signing import Request

HOST = "127.0.0.1"
_METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH")
_LAST_WORDS_S = 1


@dataclass(frozen=True, slots=True)
class CloudAccess:
    """Where a simulated cloud is and how to get in."""

    base_url: str
    queue_url: str
    access_id: str
    secret: str = field(repr=False)


class _Cuttable(H11Protocol):
    """Lets an answer reset its connection: puts the transport into the request's state."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "transport": transport}


class _Quiet(Server):
    """Leaves the process's signals alone."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@contextlib.asynccontextmanager
async def serving(project: CloudProject, port: int = 0) -> AsyncIterator[CloudAccess]:
    """Serve for the length of the block, on *port* or any free one (0)."""
    listener = socket.create_server((HOST, port))
    place = f"{HOST}:{listener.getsockname()[1]}"
    server = _Quiet(_config(project))
    access = CloudAccess(f"http://{place}", f"ws://{place}/", project.account.access_id, project.account.secret)
    try:
        async with asyncio.TaskGroup() as group:
            # What connects before the server runs waits in the listener.
            group.create_task(server.serve(sockets=[listener]), name="simulated cloud")
            try:
                yield access
            finally:
                server.should_exit = True
    finally:
        # A server that was cancelled has not closed anything.
        for opened in server.servers if server.started else ():
            opened.close()
        listener.close()


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
        lifespan="off",
        log_config=None,
        log_level="warning",
        access_log=False,
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
