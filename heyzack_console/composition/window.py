"""Runs the window: attaches to the engine of a home or starts it, and ends both in order."""

import asyncio
import os
import signal
import sys
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from heyzack_console.composition.console import Console, Surroundings
from heyzack_console.composition.first_run import open_demo_beside
from heyzack_console.composition.options import WindowOptions
from heyzack_console.host.clock import WallClock
from heyzack_console.host.home import Home, open_home
from heyzack_console.host.lock import read_owner
from heyzack_console.host.logs import set_up_logging
from heyzack_console.host.processes import ChildProcess
from heyzack_console.host.programs import own_command
from heyzack_console.host.redaction import Redactor
from heyzack_console.host.zone_data import zone_data
from heyzack_console.link.attachment import AttachmentState, EngineAttachment
from heyzack_console.link.endpoint import Endpoint

PROGRAM = "HeyZack Console"

During = Callable[[Console], Awaitable[None]]
"""What a run does while the window is open; the window closes when it returns."""
NoEngine = Callable[[str], Coroutine[Any, Any, None]]
"""Says why there is no engine and offers to try again; takes the sentence for the case that nothing else is known."""
LONGEST_WORDS = 2000


@dataclass(frozen=True, slots=True)
class Run:
    """One run of the window.

    *engine_arguments* come after ``engine`` on the command line of an engine that has to be started; *during* None
    means: until a person closes the window.
    """

    home: Home
    engine_arguments: Sequence[str] = ()
    scenarios: tuple[str, ...] = ()
    during: During | None = None
    environment: dict[str, str] = field(default_factory=lambda: dict(os.environ))


def run_window(options: WindowOptions) -> int:
    """Open the window on a home until it is closed; returns the exit code.

    Raises:
        StoreUnavailable: the home folder cannot be written.
    """
    return show_window(Run(open_home(options.home, os.environ)))


def show_window(run: Run) -> int:
    """Run Qt and the loop in one; returns the exit code."""
    redactor = Redactor()
    with set_up_logging(run.home.logs, "window", redactor):
        app = QApplication.instance() or QApplication(sys.argv[:1])
        if not isinstance(app, QApplication):
            raise RuntimeError("another kind of Qt application runs in this process")
        app.setApplicationName(PROGRAM)
        app.setDesktopFileName("heyzack-console")
        app.setQuitOnLastWindowClosed(False)
        with qasync.QEventLoop(app) as loop:
            loop.run_until_complete(_run(app, run, redactor))
    return 0


async def _run(app: QApplication, run: Run, redactor: Redactor) -> None:
    engine = EngineProcess(run)
    attachment = EngineAttachment(engine.find, engine.start, lambda state, text: _tell(console, state, text, no_engine))
    around = Surroundings(
        run.home.layout,
        run.home.crashes,
        WallClock(),
        redactor.redact,
        run.scenarios,
        lambda: open_demo_beside(run.home, run.environment, console.window.close),
        zone_data(),
    )
    console = Console(app, attachment, around)

    async def no_engine(text: str) -> None:
        words = await asyncio.to_thread(engine.last_words)
        said = f"The engine does not start. {words}" if words else text
        console.window.strip.say("engine_lost", said, "Try again", attachment.retry)

    sys.excepthook = console.errors.caught
    closed = asyncio.Event()
    console.window.closed.connect(closed.set)
    signal.signal(signal.SIGINT, lambda *_: console.window.close())
    signal.signal(signal.SIGTERM, lambda *_: console.window.close())
    console.open()
    try:
        async with asyncio.TaskGroup() as group:
            following = [
                group.create_task(attachment.run(), name="engine"),
                group.create_task(console.feed.run(), name="feed"),
            ]
            await _until_closed(console, closed, run.during)
            for task in following:
                task.cancel()
    finally:
        sys.excepthook = sys.__excepthook__
        await console.bridge.close()
        await engine.stop()
        console.window.close()
        console.window.deleteLater()


async def _until_closed(console: Console, closed: asyncio.Event, during: During | None) -> None:
    if during is None:
        await closed.wait()
        return
    async with asyncio.TaskGroup() as group:
        acting = group.create_task(_act(during, console), name="during")
        group.create_task(_end(acting, closed), name="closed")


async def _act(during: During, console: Console) -> None:
    try:
        await during(console)
    finally:
        console.window.close()


async def _end(acting: "asyncio.Task[None]", closed: asyncio.Event) -> None:
    await closed.wait()
    acting.cancel()


def _tell(console: Console, state: AttachmentState, text: str, no_engine: NoEngine) -> None:
    """Say in words what the engine does; while it runs, the header says enough."""
    if state is AttachmentState.ATTACHED:
        console.window.strip.clear()
    elif state is AttachmentState.GIVEN_UP:
        arrangement = console.window.arrangement
        if not arrangement.opened_any:
            arrangement.open(arrangement.perspective)
        console.bridge.start(no_engine(text), "saying why there is no engine")
    elif state is not AttachmentState.STARTING:
        console.window.strip.say("engine_lost", text)


class EngineProcess:
    """Finds the engine of a home or starts it; one that was started here ends with the window."""

    def __init__(self, run: Run) -> None:
        self._run = run
        self._children: list[ChildProcess] = []

    def find(self) -> Endpoint | None:
        """Where the home's engine listens, or last listened."""
        owner = read_owner(self._run.home.lock)
        return Endpoint.parse(owner.endpoint, owner.token) if owner is not None and owner.endpoint else None

    def start(self) -> ChildProcess:
        """Start an engine for the home."""
        home = self._run.home
        command = own_command("--home", str(home.root), "engine", *self._run.engine_arguments)
        child = ChildProcess.start("engine", command, _output(home), self._run.environment)
        # Asking whether those before have ended lets the system forget them.
        self._children = [*(before for before in self._children if not before.ended), child]
        return child

    def last_words(self) -> str:
        """What the engine that was started last wrote for people before it ended; reads a file."""
        try:
            with _output(self._run.home).open("rb") as file:
                file.seek(max(0, file.seek(0, os.SEEK_END) - LONGEST_WORDS))
                lines = file.read().decode(errors="replace").split("\n")
        except OSError:
            return ""
        return next((line.strip() for line in reversed(lines) if line.strip()), "")

    async def stop(self) -> None:
        """End what was started here; everything confirmed is on the disk already."""
        for child in self._children:
            if not child.ended:
                await child.stop()


def _output(home: Home) -> Path:
    return home.logs / "engine.out"
