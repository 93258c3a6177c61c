"""What the first page asks for."""

from collections.abc import Callable, Coroutine, Sequence
from typing import Any

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.devices import Scan
from heyzack_console.ports.engine.port import EnginePort

LISTENING = "listening on the first page"
OPENING = "opening the demo building"
# Devices announce themselves about every 5 s; short slices show each as it is heard.
SLICES = 5
SLICE_S = 2.0


class FirstRunDesk:
    """Listens while the page is read, opens the demo, and hands everything else to the window's actions.

    Args:
        open_demo: starts the demo building; done when its picture is there.
        run: does the action with this id.
    """

    def __init__(
        self,
        port: EnginePort,
        bridge: Bridge,
        open_demo: Callable[[], Coroutine[Any, Any, None]],
        run: Callable[[str], None],
    ) -> None:
        self._port = port
        self._bridge = bridge
        self._open_demo = open_demo
        self.run = run

    def listen(self, heard: Callable[[Sequence[FoundDevice] | None], None]) -> None:
        """Tell *heard* what is found, a few times over ten seconds; None when listening is not possible."""

        async def ask() -> None:
            for _ in range(SLICES):
                found = await self._port.ask(Scan(SLICE_S))
                heard(found)

        def silent(_error: ConsoleError) -> None:
            heard(None)

        self._bridge.renew(ask(), LISTENING, silent)

    def stop_listening(self) -> None:
        """The page is left."""
        self._bridge.stop(LISTENING)

    def open_demo(self, ended: Callable[[str], None]) -> None:
        """Open the demo building; *ended* is called at its end, and once more with the reason if it failed."""

        async def work() -> None:
            try:
                await self._open_demo()
            finally:
                ended("")

        self._bridge.renew(work(), OPENING, lambda error: ended(error.text))

    def cancel_demo(self) -> None:
        """Stop opening it."""
        self._bridge.stop(OPENING)
