"""Follows walk tests: asks for them when records change, tells the map, feeds the form while it is open."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.desktop.panes.fieldwork.walk_dialog import WalkDialog
from heyzack_console.domain.devices.walks import WalkTest
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.walks import Walks
from heyzack_console.presentation.fieldwork.work import Spot
from heyzack_console.presentation.mirror import Touched

ASKING = "walk tests"


class WalkWatch(QObject):
    """One form at most is open."""

    walked = Signal(dict)
    """Carries, by device id, whether it was ticked; empty where nothing is to be shown."""

    def __init__(self, ground: FieldGround, here: Callable[[], Spot | None]) -> None:
        super().__init__()
        self._ground = ground
        self._here = here
        self._walks: tuple[WalkTest, ...] = ()
        self._dialog: WalkDialog | None = None

    def take(self, touched: Touched) -> None:
        """Ask again where records were written."""
        if touched.everything or touched.journal:
            self._ground.bridge.renew(self._ask(), ASKING, self._failed)

    def arrange(self) -> None:
        """One stands elsewhere now."""
        if self._dialog is not None:
            self._dialog.arrange()

    def open(self, window: QWidget) -> None:
        """Show the form; it leaves the window free, so that the plan can be used beside it."""
        if self._dialog is None:
            self._dialog = WalkDialog(self._ground, self._here, window)
            self._dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self._dialog.finished.connect(self._closed)
            self._dialog.show_walks(self._walks)
        self._dialog.show()
        self._tell()

    async def _ask(self) -> None:
        self._walks = await self._ground.port.ask(Walks())
        if self._dialog is not None:
            self._dialog.show_walks(self._walks)
        self._tell()

    def _failed(self, error: ConsoleError) -> None:
        if self._dialog is not None:
            self._dialog.say(error.text)

    def _tell(self) -> None:
        walk = self._walks[0] if self._walks else None
        shown = walk is not None and (walk.running or self._dialog is not None)
        ticked = walk.ticked if walk is not None else frozenset()
        self.walked.emit({device: device in ticked for device in walk.devices} if walk is not None and shown else {})

    def _closed(self) -> None:
        self._dialog = None
        self._tell()
