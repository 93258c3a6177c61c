"""The client for a running demo building's control socket, which the engine uses."""

import asyncio

import msgspec

from heyzack_console.domain.errors import ConsoleError, NotFound
from heyzack_console.simulator.cloud.temper import CloudTemper
from heyzack_console.simulator.description import ControlAddress

TIMEOUT_S = 10.0
LONGEST_LINE = 65536
NOT_FOUND = "not_found"


class Request(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line to the building."""

    token: str
    command: str
    scenario: str = ""
    temper: CloudTemper | None = None


class Reply(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line from the building; *error* is empty if the command was done."""

    error: str = ""
    kind: str = ""
    playing: str = ""
    scenarios: tuple[str, ...] = ()
    devices: int = 0
    connected: int = 0
    temper: CloudTemper | None = None
    """How the cloud behaves, where there is one."""


class DemoControl:
    """Implements ports.demo.DemoBuilding over the control socket."""

    def __init__(self, address: ControlAddress, scenarios: tuple[str, ...]) -> None:
        self._address = address
        self._scenarios = scenarios

    @property
    def scenarios(self) -> tuple[str, ...]:
        """Their names."""
        return self._scenarios

    async def play(self, scenario: str) -> None:
        """Begin a scenario; 'normal' ends the running one.

        Raises:
            NotFound: there is no such scenario.
            ConsoleError: the building does not answer; what it plays is not known.
        """
        await self._ask("play", scenario)

    async def status(self) -> Reply:
        """What is playing, and how many of the devices have a client.

        Raises:
            ConsoleError: the building does not answer.
        """
        return await self._ask("status")

    async def change_cloud(self, temper: CloudTemper) -> None:
        """Let the building's cloud behave otherwise, until it is told again.

        Raises:
            ConsoleError: the building does not answer or has no cloud.
        """
        await self._ask("cloud", temper=temper)

    async def stop(self) -> None:
        """End the building.

        Raises:
            ConsoleError: it does not answer; perhaps it has already ended.
        """
        await self._ask("stop")

    async def _ask(self, command: str, scenario: str = "", temper: CloudTemper | None = None) -> Reply:
        request = Request(self._address.token, command, scenario, temper)
        try:
            async with asyncio.timeout(TIMEOUT_S):
                line = await self._exchange(msgspec.json.encode(request) + b"\n")
            reply = msgspec.json.decode(line, type=Reply)
        except (OSError, TimeoutError, ValueError, msgspec.DecodeError) as error:
            text = "The demo building does not answer. Its devices may be gone; start the demo again."
            raise ConsoleError(text) from error
        if reply.error:
            raise (NotFound if reply.kind == NOT_FOUND else ConsoleError)(reply.error)
        return reply

    async def _exchange(self, line: bytes) -> bytes:
        reader, writer = await asyncio.open_connection(self._address.host, self._address.port, limit=LONGEST_LINE)
        try:
            writer.write(line)
            await writer.drain()
            return await reader.readline()
        finally:
            writer.close()
            await writer.wait_closed()
