"""A simulated building, an engine on it and a window on that, in one process: where stories are told."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.host.home import open_home
from heyzack_console.services.engine import Engine
from heyzack_console.tuya.lan.timings import Timings
from tests.support.harbour_house import ForwardClock
from tests.support.open_house import OpenHouse, open_house
from tests.support.story import Story, window_on

# A device that was lost is tried again soon, so that stories about its return stay short.
BRISK = Timings(first_pause=0.2, longest_pause=0.5, reconnect_pause=0.1, doubtful_start=0.05)


@dataclass(frozen=True)
class Stage:
    """What a test can turn to: building, engine, window, time."""

    house: OpenHouse
    engine: Engine
    story: Story
    clock: ForwardClock


@asynccontextmanager
async def stage(folder: Path, devices: int = 20) -> AsyncIterator[Stage]:
    """Everything from the building to the window, on the home *folder*, for the length of the block."""
    async with open_house(devices) as house, attended(folder, house) as everything:
        yield everything


@asynccontextmanager
async def attended(folder: Path, house: OpenHouse) -> AsyncIterator[Stage]:
    """An engine and a window on a building that runs already."""
    clock = ForwardClock()
    world = EngineWorld(clock, demo=house.description, listens=False, timings=BRISK)
    async with (
        open_engine(open_home(folder, {}), world) as services,
        window_on(services.engine, clock, folder) as story,
    ):
        yield Stage(house, services.engine, story, clock)
