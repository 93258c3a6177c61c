"""The demo building as a process of its own: starts, describes itself on one line, runs until it is told to stop."""

import asyncio
import contextlib
import signal
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from heyzack_console.simulator.cloud.account import CloudAccess
from heyzack_console.simulator.cloud.server import CloudServer
from heyzack_console.simulator.control_desk import ControlDesk
from heyzack_console.simulator.description import (
    ControlAddress,
    DemoDescription,
    Tell,
    to_file,
    to_standard_output,
    written,
)
from heyzack_console.simulator.live_house import HouseOptions, LiveHouse
from heyzack_console.simulator.scenarios.player import known
from heyzack_console.simulator.scenarios.scripts import NORMAL

if sys.platform != "win32":
    import resource

SCENARIO_DELAY_S = 12.0
"""A scenario of the command line waits so long, so that the console has seen the building in order before."""
# Each device listens and may have a client, and the announcer, the desk and the standard streams need a few more.
_FILES_PER_DEVICE, _FILES_BESIDES = 2, 64


@dataclass(frozen=True, slots=True)
class DemoOptions:
    """How the process is started; without *description* the description goes to standard output."""

    house: HouseOptions = field(default_factory=HouseOptions)
    scenario: str = NORMAL
    scenario_delay_s: float = SCENARIO_DELAY_S
    description: Path | None = None

    @property
    def tell(self) -> Tell:
        """Where the description goes."""
        return to_standard_output if self.description is None else to_file(self.description)


def run(options: DemoOptions, now: datetime) -> None:
    """Run the building until SIGTERM, SIGINT or the stop command; its time begins at *now*, aware UTC.

    Raises:
        NotFound: there is no such scenario; nothing was started.
        InvalidInput: the building cannot have so many devices; nothing was started.
    """
    asyncio.run(serve(options, now, options.tell))


async def serve(options: DemoOptions, now: datetime, tell: Tell) -> None:
    """The same as a coroutine; *tell* takes the description as one line, once all devices listen.

    Raises:
        NotFound: there is no such scenario; nothing was started.
        InvalidInput: the building cannot have so many devices; nothing was started.
    """
    began = asyncio.get_running_loop().time()
    known(options.scenario, cloud=options.house.cloud)
    _allow_open_files(options.house.devices * _FILES_PER_DEVICE + _FILES_BESIDES)
    stopped = asyncio.Event()
    house = LiveHouse(options.house, now)
    desk = ControlDesk(house, stopped)
    cloud = None if house.cloud is None else CloudServer(house.cloud.project)
    with _signals(stopped):
        try:
            await house.open()
            control = await desk.open()
            access = None if cloud is None else cloud.open(options.house.cloud_port)
            tell(written(_described(house, control, access)))
            if options.scenario != NORMAL:
                await house.play(options.scenario, options.scenario_delay_s)
            async with asyncio.TaskGroup() as group:
                running = group.create_task(house.run(began), name="demo building")
                if cloud is not None:
                    group.create_task(cloud.run(), name="simulated cloud")
                await stopped.wait()
                running.cancel()
                if cloud is not None:
                    cloud.end()
        finally:
            desk.close()
            house.close()
            if cloud is not None:
                cloud.close()
            await asyncio.sleep(0)  # lets the transports close


def _described(house: LiveHouse, control: ControlAddress, access: CloudAccess | None) -> DemoDescription:
    book = house.site.book
    return DemoDescription(
        book=book,
        keys={device.id: house.site.keys[device.id] for device in book.devices if device.address},
        control=control,
        scenarios=house.player.scenarios,
        cloud=access,
        roads={} if house.cloud is None else dict(house.cloud.roads),
    )


@contextlib.contextmanager
def _signals(stopped: asyncio.Event) -> Iterator[None]:
    """SIGTERM and SIGINT set *stopped* where the loop can take signals (not on Windows or beside the main thread)."""
    loop, taken = asyncio.get_running_loop(), []
    for number in (signal.SIGTERM, signal.SIGINT):
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(number, stopped.set)
            taken.append(number)
    try:
        yield
    finally:
        for number in taken:
            loop.remove_signal_handler(number)


def _allow_open_files(count: int) -> None:
    """Raise this process's own limit where the system lets us; many systems begin with 1,024."""
    if sys.platform != "win32":
        soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        wanted = count if hard == resource.RLIM_INFINITY else min(count, hard)
        if soft != resource.RLIM_INFINITY and wanted > soft:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
