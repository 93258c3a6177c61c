"""The building's side of the control socket: JSON lines over loopback, each with the token."""

import asyncio
import hmac
import secrets

import msgspec

from heyzack_console.domain.errors import ConsoleError, NotFound
from heyzack_console.simulator.control import LONGEST_LINE, NOT_FOUND, Reply, Request
from heyzack_console.simulator.description import ControlAddress
from heyzack_console.simulator.live_house import LiveHouse

HOST = "127.0.0.1"


class ControlDesk:
    """Takes commands for one house: play, list, status, cloud, stop; *stopped* is set by the last."""

    def __init__(self, house: LiveHouse, stopped: asyncio.Event) -> None:
        self._house = house
        self._stopped = stopped
        self._token = secrets.token_urlsafe(24)
        self._server: asyncio.Server | None = None
        self._writers: set[asyncio.StreamWriter] = set()

    async def open(self) -> ControlAddress:
        """Begin to listen on a free port."""
        self._server = await asyncio.start_server(self._serve, HOST, 0, limit=LONGEST_LINE)
        return ControlAddress(HOST, self._server.sockets[0].getsockname()[1], self._token)

    def close(self) -> None:
        """Listen no more and hang up."""
        if self._server is not None:
            self._server.close()
        for writer in self._writers:
            writer.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._writers.add(writer)
        try:
            while line := await reader.readline():
                reply = await self._answer(line)
                writer.write(msgspec.json.encode(reply) + b"\n")
                await writer.drain()
                if reply.error:
                    break
        except (ConnectionError, ValueError):
            pass  # the client is gone, or its line was endless
        finally:
            self._writers.discard(writer)
            writer.close()

    async def _answer(self, line: bytes) -> Reply:
        try:
            request = msgspec.json.decode(line, type=Request)
        except msgspec.DecodeError:
            return Reply(error="This is no command for the demo building.")
        if not hmac.compare_digest(request.token.encode(), self._token.encode()):
            return Reply(error="The token is wrong; nothing was done.")
        try:
            return await self._done(request)
        except NotFound as error:
            return Reply(error=error.text, kind=NOT_FOUND)
        except ConsoleError as error:
            return Reply(error=error.text)

    async def _done(self, request: Request) -> Reply:
        match request.command:
            case "play":
                await self._house.play(request.scenario)
            case "list" | "status":
                pass
            case "cloud":
                if self._house.cloud is None or request.temper is None:
                    return Reply(error="This demo building has no cloud; start it with one.")
                self._house.cloud.project.temper = request.temper
            case "stop":
                self._stopped.set()
            case _:
                return Reply(error=f"The demo building knows no command “{request.command}”.")
        devices = self._house.lan.devices.values()
        return Reply(
            playing=self._house.player.playing,
            scenarios=self._house.player.scenarios,
            devices=len(self._house.site.book.devices),
            connected=sum(device.clients > 0 for device in devices),
            temper=None if self._house.cloud is None else self._house.cloud.project.temper,
        )
