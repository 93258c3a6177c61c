"""Adding devices as one flow: where they come from, the form of that road, then their set-up."""

from collections.abc import Awaitable, Callable, Mapping

from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.panes.discovery.add_dialog import AddDialog
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.panes.discovery.setup_dialog import SetupDialog
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.sites import SitePicture

Road = Callable[[], Awaitable[None]]
"""Opens the form of a road and returns when it is closed."""
WAITING = "waiting"
NOTHING_NEW = "Nothing new came in that way. Choose another, or close."


class AddDesk:
    """Goes on from the road to the set-up of what came in by it.

    Args:
        roads: by the names of the first form's buttons.
    """

    def __init__(self, ground: Ground, window: Callable[[], QWidget], roads: Mapping[str, Road]) -> None:
        self._ground = ground
        self._window = window
        self._roads = dict(roads)

    async def add(self) -> None:
        """Run the flow until something was set up or the first form is closed."""
        note = ""
        while True:
            dialog = AddDialog(self._ground, note, self._window())
            if not await answered(dialog, self._ground.theme):
                return
            fresh = await self._gone(dialog.road)
            if fresh:
                form = SetupDialog(self._ground, fresh, self._window())
                form.propose()
                await answered(form, self._ground.theme)
                return
            note = NOTHING_NEW

    async def _gone(self, road: str) -> frozenset[DeviceId]:
        """Go *road* and return what is in the book since; for devices that wait, those without a place."""
        before = await self._ids()
        if road == WAITING:
            book = await self._ground.port.ask(SitePicture())
            return frozenset(device.id for device in (book.devices if book else ()) if device.place is None)
        await self._roads[road]()
        return await self._ids() - before

    async def _ids(self) -> frozenset[DeviceId]:
        book = await self._ground.port.ask(SitePicture())
        return frozenset(device.id for device in (book.devices if book else ()))
