"""A message queue on 127.0.0.1 that does what a test tells it: a real WebSocket server, nothing decided by itself."""

import asyncio
import json
from dataclasses import replace
from datetime import UTC, datetime
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

from websockets.asyncio.server import serve

from heyzack_console.domain.cloud import CloudProject, ProjectId
from tests.support.queue_messages import ACCESS_ID, PASSWORD


class QueueServer:
    """Takes every consumer of the topic; ``connected`` yields one ``Consumer`` per connection, refusals come first."""

    def __init__(self, topic="event", tls=None):
        self.topic = topic
        self.connected = asyncio.Queue()
        self.asked = asyncio.Queue()
        """(path, query, headers) of every request for *topic*."""
        self.refusals = []
        """HTTP statuses for the next requests for *topic*."""
        self._tls = tls

    async def __aenter__(self):
        self._server = await serve(
            self._met, "127.0.0.1", 0, process_request=self._judge, ssl=self._tls, ping_interval=None
        )
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_):
        self._server.close()
        await self._server.wait_closed()

    def project(self, **changes):
        scheme = "wss" if self._tls else "ws"
        project = CloudProject(
            ProjectId(f"{ACCESS_ID}@eu"), ACCESS_ID, "eu", "http://127.0.0.1:1", f"{scheme}://127.0.0.1:{self.port}"
        )
        return replace(project, **changes)

    def _judge(self, connection, request):
        parts = urlsplit(request.path)
        if parts.path.split("/")[-2] != self.topic:
            return connection.respond(HTTPStatus.NOT_FOUND, "")
        self.asked.put_nowait((parts.path, parse_qs(parts.query), request.headers))
        if self.refusals:
            status = self.refusals.pop(0)
            answer = connection.respond(status, "")
            if 300 <= status < 400:
                answer.headers["Location"] = f"ws://localhost:{self.port}/elsewhere/{self.topic}/x"
            return answer
        if request.headers.get("username") != ACCESS_ID or request.headers.get("password") != PASSWORD:
            return connection.respond(HTTPStatus.UNAUTHORIZED, "")
        return None

    async def _met(self, socket):
        consumer = Consumer(socket)
        self.connected.put_nowait(consumer)
        async for text in socket:
            consumer.acknowledged.put_nowait(json.loads(text)["messageId"])


class Consumer:
    """One connection as the server sees it."""

    def __init__(self, socket):
        self._socket = socket
        self.acknowledged = asyncio.Queue()

    async def send(self, *frames):
        for frame in frames:
            await self._socket.send(frame)

    async def acks(self, count):
        """The next *count* acknowledged ids."""
        async with asyncio.timeout(20):
            return [await self.acknowledged.get() for _ in range(count)]

    async def pinged(self):
        """Wait until the other side has received everything that was sent."""
        async with asyncio.timeout(20):
            await (await self._socket.ping())

    async def close(self, code=1001):
        await self._socket.close(code)

    def cut(self):
        self._socket.transport.abort()

    async def closed(self):
        """Wait for the end and return its code."""
        async with asyncio.timeout(20):
            await self._socket.wait_closed()
        return self._socket.close_code


class Store:
    """A sink that keeps what it gets; *refusals* holds errors that it raises first, *gate* holds it back."""

    def __init__(self):
        self.batches = []
        self.refusals = []
        self.gate = asyncio.Event()
        self.gate.set()
        self.called = asyncio.Queue()

    async def __call__(self, events):
        self.called.put_nowait(tuple(events))
        await self.gate.wait()
        if self.refusals:
            raise self.refusals.pop(0)
        self.batches.append(tuple(events))

    @property
    def events(self):
        return [event for batch in self.batches for event in batch]

    async def next(self):
        async with asyncio.timeout(20):
            return await self.called.get()


class States:
    """Hears how the queue stands."""

    def __init__(self):
        self.all = []
        self._changed = asyncio.Event()

    def __call__(self, state, text):
        self.all.append((state, text))
        self._changed.set()

    async def until(self, state, words="", *, plain=False):
        """Wait until the newest state is *state* with *words* in its text (*plain*: without text); return the text."""
        async with asyncio.timeout(20):
            while (
                not self.all
                or self.all[-1][0] is not state
                or words not in self.all[-1][1]
                or plain > (not self.all[-1][1])
            ):
                self._changed.clear()
                await self._changed.wait()
        return self.all[-1][1]


WHEN = datetime(2023, 11, 14, 22, 13, 30, tzinfo=UTC)
"""Ten seconds after the time in the messages of queue_messages."""
