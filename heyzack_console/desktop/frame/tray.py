"""The icon in the desktop's tray: the worst open priority, and news while nobody looks at the window."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from heyzack_console.desktop.theme.icons import blank
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme

SIZES = (22, 48, 64)


def program_icon(theme: Theme, marks: Markers | None = None, worst: int = 0) -> QIcon:
    """Return the program's icon; *worst* puts the mark of that priority into its corner."""
    icon = QIcon()
    for side in SIZES:
        picture = blank(side, 1.0)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("band"))
        painter.drawRoundedRect(QRectF(0, 0, side, side), 0.22 * side, 0.22 * side)
        inset = 0.16 * side
        theme.icons.paint(
            painter, "site", QRectF(inset, inset, side - 2 * inset, side - 2 * inset), theme.color("band_ink")
        )
        if worst and marks is not None:
            painter.translate(0.72 * side, 0.72 * side)
            marks.paint_mark(painter, worst, "counter", round(0.5 * side), lit=False)
        painter.end()
        icon.addPixmap(picture)
    return icon


class Tray(QObject):
    """Shows itself where the desktop has a tray, and nothing elsewhere."""

    wanted = Signal()
    """The window shall come forward."""

    def __init__(self, theme: Theme, marks: Markers, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks = marks
        self._worst = 0
        self._menu = QMenu(parent)
        self._icon = QSystemTrayIcon(program_icon(theme), self)
        self._icon.setContextMenu(self._menu)
        self._icon.setToolTip("HeyZack Console")
        self._icon.activated.connect(self._pressed)
        self._icon.messageClicked.connect(self.wanted)
        theme.changed.connect(self._draw)

    @property
    def words(self) -> str:
        """What the icon says under the pointer."""
        return self._icon.toolTip()

    def open(self, actions: Sequence[QAction]) -> None:
        """Appear with a menu of *actions*, if the desktop has a tray."""
        self._menu.addActions(list(actions))
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._icon.show()

    def show_counts(self, unacknowledged: tuple[int, int, int, int]) -> None:
        """Show the worst priority that waits."""
        worst = next((number for number, count in enumerate(unacknowledged, 1) if count), 0)
        waiting = sum(unacknowledged)
        self._icon.setToolTip(f"HeyZack Console · {waiting} unacknowledged" if waiting else "HeyZack Console")
        if worst != self._worst:
            self._worst = worst
            self._draw()

    def say(self, text: str) -> None:
        """Bring *text* up as a note of the desktop."""
        if self._icon.isVisible():
            self._icon.showMessage("HeyZack Console", text, self._icon.icon())

    def _pressed(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.wanted.emit()

    def _draw(self) -> None:
        self._icon.setIcon(program_icon(self._theme, self._marks, self._worst))
