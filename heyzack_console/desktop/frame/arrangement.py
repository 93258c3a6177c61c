"""Which perspective is open, how much room it has, and how people left it."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from heyzack_console.desktop.frame.dock_area import DockArea
from heyzack_console.desktop.frame.layout_file import LayoutFile
from heyzack_console.presentation.frame.perspectives import Perspective, Room, perspective, room_for

LOOK_EVERY_MS = 500
PERSPECTIVE = "perspective"


class Arrangement(QObject):
    """Opens perspectives in the docks; each keeps, per amount of room, what people made of it."""

    opened = Signal(str)
    """Carries the perspective's id."""

    def __init__(self, docks: DockArea, layouts: LayoutFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._docks = docks
        self._layouts = layouts
        self._open: Perspective | None = None
        self._room = Room.WIDE
        self._size = self._size_before = (0.0, 0.0)
        self._steady = b""
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_EVERY_MS)
        self._looking.timeout.connect(self.note)
        self._looking.start()

    @property
    def perspective(self) -> str:
        """The id of the open perspective; before the first, of the one that was open when the window closed last."""
        return self._open.id if self._open is not None else self._layouts.text(PERSPECTIVE)

    @property
    def opened_any(self) -> bool:
        """Whether a perspective is open."""
        return self._open is not None

    def open(self, name: str) -> None:
        """Show the panes of the perspective *name* as they were left there, else as they are by default."""
        self._remember()
        self._open = perspective(name)
        self._layouts.keep_text(PERSPECTIVE, self._open.id)
        self._show()
        self._docks.bring(self._open.slots(self._room)[0].pane)
        self.opened.emit(self._open.id)

    def fit(self, size: tuple[float, float], narrow_below: int, *, grown: float = 1.0) -> None:
        """Choose the amount of room for a window of *size*, width and height as at text size 100 %.

        Where the text has *grown* and the amount of room is the same, the side panes grow with it.
        """
        room = room_for(size, narrow_below)
        self._size = size
        if room is not self._room:
            self._keep_steady()
            self._room = room
            focus = QApplication.focusWidget()
            self._show()
            if focus is not None and focus.isVisible():
                focus.setFocus()
        elif grown != 1.0 and self._open is not None:
            self._docks.scale(self._open.slots(room), grown)

    def reset(self) -> None:
        """Put the panes of the open perspective back to where they are by default."""
        if self._open is not None:
            self._docks.arrange(self._open.slots(self._room))

    def save(self) -> None:
        """Write down how everything was left."""
        self._remember()
        self._layouts.save()

    def _show(self) -> None:
        if self._open is not None and not self._docks.restore(self._layouts.blob(self._key(self._open))):
            self._docks.arrange(self._open.slots(self._room))

    def _remember(self) -> None:
        if self._open is not None and self._docks.isVisible():
            self._layouts.keep_blob(self._key(self._open), self._docks.saved())
        self._steady = b""

    def note(self) -> None:
        """Note how the panes stand while the window keeps its size.

        Once the window has become smaller its docks are squeezed already: what people made of the large window is only
        known from before.
        """
        if self._size == self._size_before and self._open is not None and self._docks.isVisible():
            self._steady = self._docks.saved()
        self._size_before = self._size

    def _keep_steady(self) -> None:
        if self._open is not None and self._steady:
            self._layouts.keep_blob(self._key(self._open), self._steady)
        self._steady = b""

    def _key(self, shown: Perspective) -> str:
        return f"{shown.id}.{self._room.value}"
