"""The first run's page and the forms through which a building comes in, on the engine's port."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from heyzack_console.composition.panes.ground import Desktop, Road
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.frame.look_keeper import LookKeeper
from heyzack_console.desktop.panes.discovery.add_desk import AddDesk
from heyzack_console.desktop.panes.discovery.desk import DiscoveryDesk
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.panes.first_run.desk import FirstRunDesk
from heyzack_console.desktop.panes.first_run.page import FirstRunPage
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.host.home import Home
from heyzack_console.host.lock import read_owner
from heyzack_console.host.processes import ChildProcess
from heyzack_console.host.programs import own_command
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.discovery.actions import add_action, site_actions

OpenDemo = Callable[[], Coroutine[Any, Any, None]]
DEMO_OPENS_WITHIN_S = 40.0
LOOK_EVERY_S = 0.1


class FirstRun:
    """Holds the page and the forms; its actions are declared before the frame binds its own."""

    def __init__(
        self,
        desktop: Desktop,
        window: Callable[[], QWidget],
        said: Callable[[Receipt, str], None],
        cloud_roads: Mapping[str, Road],
    ) -> None:
        self._desktop = desktop
        self._window = window
        ground = Ground(desktop.port, desktop.bridge, desktop.mirror, desktop.theme, desktop.markers, said)
        self._door = DiscoveryDesk(ground, window)
        own = {"scan": self._door.find_devices, "list": self._door.import_devices}
        self._adding = AddDesk(ground, window, {**own, **cloud_roads})
        self._page: FirstRunPage | None = None

    def actions(self) -> tuple[Action, ...]:
        """What brings a building in or hands it out."""
        return (
            add_action(self._adding.add),
            *site_actions(self._door, lambda: self._desktop.mirror.book is not None),
        )

    def build_page(self, open_demo: OpenDemo, binding: ActionBinding, keeper: LookKeeper, kept_in: Path) -> None:
        """Build the page."""
        desk = FirstRunDesk(self._desktop.port, self._desktop.bridge, open_demo, binding.run)
        self._page = FirstRunPage(self._desktop.theme, desk, keeper.wear, str(kept_in))
        self._page.setParent(self._window())  # a page that is never shown ends with the window, too
        self._page.hide()

    @property
    def page(self) -> QWidget | None:
        """The page to show instead of the docks; None once there is a site."""
        return self._page if self._desktop.mirror.book is None else None


async def open_demo_beside(home: Home, environment: dict[str, str], close: Callable[[], object]) -> None:
    """Start the demo as a program of its own, in a home of its own, and *close* this window once it runs.

    Raises:
        ConsoleError: it did not start; this window stays.
    """
    demo_home = home.root.with_name(f"{home.root.name}-demo")
    command = own_command("--home", str(demo_home), "demo")
    try:
        demo = ChildProcess.start("demo", command, home.logs / "demo.out", environment)
    except OSError as error:
        raise ConsoleError(f"The demo building could not be started ({error.strerror}).") from error
    lock = Home(demo_home).lock
    try:
        async with asyncio.timeout(DEMO_OPENS_WITHIN_S):
            while (owner := read_owner(lock)) is None or not owner.endpoint:
                if demo.ended:
                    raise ConsoleError(f"The demo building did not start. {home.logs / 'demo.out'} tells why.")
                await asyncio.sleep(LOOK_EVERY_S)
    except TimeoutError:
        await demo.stop()
        raise ConsoleError("The demo building took too long to start. Try again.") from None
    except asyncio.CancelledError:
        await demo.stop()
        raise
    close()
