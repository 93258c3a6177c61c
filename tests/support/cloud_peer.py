"""A small strict cloud on 127.0.0.1: it verifies every signature by itself and answers what a test tells it to."""

import asyncio
import hashlib
import hmac
import json
import re
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ssl import SSLContext
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import h11

ACCESS_ID = "heldoutclientid00001"
SECRET = "f00dfacecafebeef0123456789abcdef"
_FIVE_MINUTES_MS = 300_000


@dataclass(frozen=True)
class Asked:
    """One request as it came over the wire."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body, read."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Refuse:
    """Answer with one of the API's own errors."""

    code: int
    msg: str = "refused"


@dataclass(frozen=True)
class Raw:
    """Answer with something that is no envelope."""

    status: int
    body: bytes = b"<html>Bad gateway</html>"


@dataclass(frozen=True)
class Cut:
    """Close the connection without an answer, after the request was read and acted upon."""


Answer = Any | Refuse | Raw | Cut
Route = Callable[[Asked], Answer]


def verified(asked: Asked, target: str, token: str) -> bool:
    """Check the signature as the vendor's documentation words it, from the raw request."""
    raw = urlsplit(target)
    pairs = sorted(parse_qsl(raw.query, keep_blank_values=True, strict_parsing=bool(raw.query)))
    url = raw.path + ("?" + "&".join(f"{k}={v}" for k, v in pairs) if pairs else "")
    head = asked.headers
    lines = [asked.method, hashlib.sha256(asked.body).hexdigest(), "", url]
    message = head["client_id"] + token + head["t"] + head.get("nonce", "") + "\n".join(lines)
    expected = hmac.new(SECRET.encode(), message.encode(), hashlib.sha256).hexdigest().upper()
    return head["sign_method"] == "HMAC-SHA256" and hmac.compare_digest(expected, head["sign"])


@dataclass
class CloudPeer:
    """One project's cloud; routes by method and path pattern, faults for the calls to come."""

    now_ms: Callable[[], int]
    routes: list[tuple[str, re.Pattern[str], Route]] = field(default_factory=list)
    faults: deque[Answer | None] = field(default_factory=deque)
    login_faults: deque[Answer | None] = field(default_factory=deque)
    asked: list[Asked] = field(default_factory=list)
    skew_ms: int = 0
    token_life_s: int = 7200
    secret_accepted: bool = True
    login_gate: asyncio.Event | None = None
    login_seen: asyncio.Event = field(default_factory=asyncio.Event)
    tokens: list[str] = field(default_factory=list)
    base_url: str = ""
    _nonces: set[str] = field(default_factory=set)

    def on(self, method: str, pattern: str, answer: Answer | Route) -> None:
        """Answer *method* on paths that match *pattern* whole; the newest route wins."""
        route = answer if callable(answer) else lambda _asked: answer
        self.routes.insert(0, (method, re.compile(pattern), route))

    @property
    def logins(self) -> int:
        """Grants that were asked for."""
        return sum(one.path == "/v1.0/token" for one in self.asked)

    @property
    def calls(self) -> list[Asked]:
        """Everything that was asked but the grants."""
        return [one for one in self.asked if one.path != "/v1.0/token"]

    def end_tokens(self) -> None:
        """Log everybody out."""
        self.tokens.append("")

    async def answer(self, asked: Asked, target: str) -> Answer:
        """Decide one request: signature, time, token, fault, route, in this order."""
        self.asked.append(asked)
        login = asked.path == "/v1.0/token"
        token = "" if login else asked.headers.get("access_token", "")
        if not self.secret_accepted or not verified(asked, target, token):
            return Refuse(1004, "sign invalid")
        if abs(int(asked.headers["t"]) - self.now_ms() - self.skew_ms) > _FIVE_MINUTES_MS:
            return Refuse(1013, "request time is invalid")
        if asked.headers["nonce"] in self._nonces:
            return Refuse(1004, "nonce used twice")
        self._nonces.add(asked.headers["nonce"])
        if login:
            self.login_seen.set()
            if self.login_gate:
                await self.login_gate.wait()
            fault = self.login_faults.popleft() if self.login_faults else None
            return self._grant() if fault is None else fault
        if not self.tokens or token != self.tokens[-1]:
            return Refuse(1010, "token invalid")
        fault = self.faults.popleft() if self.faults else None
        if fault is not None and not isinstance(fault, Cut):
            return fault
        done = self._routed(asked)
        return done if fault is None else fault

    def _routed(self, asked: Asked) -> Answer:
        for method, pattern, route in self.routes:
            if method == asked.method and pattern.fullmatch(asked.path):
                return route(asked)
        return Refuse(1108, "uri path invalid")

    def _grant(self) -> Answer:
        self.tokens.append(f"tok-{len(self.tokens):04d}-deadbeefcafe")
        return {"access_token": self.tokens[-1], "refresh_token": "r", "expire_time": self.token_life_s, "uid": "u"}

    def envelope(self, answer: Answer) -> bytes:
        """Wrap an answer as the API does."""
        common = {"t": self.now_ms() + self.skew_ms, "tid": f"{len(self.asked):032x}"}
        if isinstance(answer, Refuse):
            return json.dumps({"success": False, "code": answer.code, "msg": answer.msg, **common}).encode()
        return json.dumps({"success": True, "result": answer, **common}).encode()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one connection until it ends."""
        connection = h11.Connection(h11.SERVER)
        try:
            while (read := await _request(connection, reader)) is not None:
                asked, target = read
                answer = await self.answer(asked, target)
                if isinstance(answer, Cut):
                    break
                status = answer.status if isinstance(answer, Raw) else 200
                body = answer.body if isinstance(answer, Raw) else self.envelope(answer)
                headers = [("content-length", str(len(body))), ("content-type", "application/json")]
                for event in (h11.Response(status_code=status, headers=headers), h11.Data(body), h11.EndOfMessage()):
                    writer.write(connection.send(event) or b"")
                await writer.drain()
                connection.start_next_cycle()
        except (ConnectionError, h11.RemoteProtocolError):
            pass
        finally:
            writer.close()


async def _request(connection: h11.Connection, reader: asyncio.StreamReader) -> tuple[Asked, str] | None:
    head: h11.Request | None = None
    body = b""
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(65536))
        elif isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            body += bytes(event.data)
        elif isinstance(event, h11.EndOfMessage) and head is not None:
            target = head.target.decode()
            parts = urlsplit(target)
            headers = {name.decode(): value.decode() for name, value in head.headers}
            query = dict(parse_qsl(parts.query, keep_blank_values=True))
            return Asked(head.method.decode(), parts.path, query, headers, body), target
        else:
            return None


@asynccontextmanager
async def cloud_peer(now_ms: Callable[[], int], tls: SSLContext | None = None) -> AsyncIterator[CloudPeer]:
    """Run a peer, behind TLS where a context is given; it is gone when the block ends."""
    peer = CloudPeer(now_ms)
    server = await asyncio.start_server(peer.serve, "127.0.0.1", 0, ssl=tls)
    peer.base_url = f"{'https' if tls else 'http'}://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    try:
        yield peer
    finally:
        server.close()
