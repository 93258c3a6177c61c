"""The demo: a simulated building, an engine on it and a window, each a process of its own."""

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

from heyzack_console.composition.console import Console
from heyzack_console.composition.demo_leftovers import end_leftovers, only_demo
from heyzack_console.composition.options import DemoOptions
from heyzack_console.composition.shots import take_shots
from heyzack_console.composition.window import During, Run, show_window
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.host.home import Home, open_home
from heyzack_console.host.processes import ChildProcess
from heyzack_console.host.programs import own_command
from heyzack_console.presentation.picture_in_words import picture_in_words
from heyzack_console.simulator.description import DemoDescription, read_description
from heyzack_console.simulator.scenarios.player import known

BUILDING_STARTS_WITHIN_S = 60.0
LOOK_EVERY_S = 0.05


def run_demo(options: DemoOptions, say: Callable[[str], None]) -> int:
    """Run the demo until its window closes or its time is over; returns the exit code.

    Args:
        say: takes the last picture in words, when the demo ends by itself.

    Raises:
        NotFound: there is no such scenario.
        HomeInUse: another demo runs in this home.
        StoreUnavailable: the home folder cannot be written.
        ConsoleError: the building could not be started.
    """
    known(options.scenario, cloud=True)
    home = _home(options.home)
    file = home.root / "demo-building.json"
    with only_demo(home):
        asyncio.run(end_leftovers(home, file))
        return _run_in(home, file, options, say)


def _run_in(home: Home, file: Path, options: DemoOptions, say: Callable[[str], None]) -> int:
    building = _start_building(options, home, file)
    try:
        description = _described(building, file)
        run = Run(
            home,
            engine_arguments=("--demo-site", str(file)),
            scenarios=description.scenarios,
            during=_during(options, say),
        )
        return show_window(run)
    finally:
        asyncio.run(building.stop())
        file.unlink(missing_ok=True)


def _home(chosen: Path | None) -> Home:
    """The demo keeps its state apart: a real building's home is never touched."""
    if chosen is not None or os.environ.get("HEYZACK_HOME"):
        return open_home(chosen, os.environ)
    usual = open_home(None, os.environ)
    return open_home(usual.root.with_name(f"{usual.root.name}-demo"), os.environ)


def _start_building(options: DemoOptions, home: Home, file: Path) -> ChildProcess:
    file.unlink(missing_ok=True)
    arguments = {
        "--devices": options.devices,
        "--seed": options.seed,
        "--scenario": options.scenario,
        "--speed": options.speed,
        "--description": file,
    }
    words = [word for option, value in arguments.items() for word in (option, str(value))]
    command = own_command("--home", str(home.root), "simulator", "--cloud", *words)
    try:
        return ChildProcess.start("simulator", command, home.logs / "simulator.out", os.environ)
    except OSError as error:
        raise ConsoleError(f"The demo building could not be started ({error.strerror}).") from error


def _described(building: ChildProcess, file: Path) -> DemoDescription:
    """Wait until the building has described itself; nothing else runs in this process yet."""
    give_up = time.monotonic() + BUILDING_STARTS_WITHIN_S
    while not file.exists() and not building.ended and time.monotonic() < give_up:
        time.sleep(LOOK_EVERY_S)
    try:
        return read_description(file.read_bytes())
    except OSError as error:
        raise ConsoleError("The demo building did not start. Its log in the home folder tells more.") from error


def _during(options: DemoOptions, say: Callable[[str], None]) -> During | None:
    if not options.seconds and options.shots is None:
        return None

    async def act(console: Console) -> None:
        await console.feed.ready()
        await asyncio.sleep(options.seconds)
        if options.shots is not None:
            await take_shots(console, options.shots)
        say(picture_in_words(console.mirror, console.desktop.times))

    return act
