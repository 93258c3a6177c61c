"""What every pane is built into: bar, strip, body, undo line."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from heyzack_console.desktop.pane_bar import PaneBar
from heyzack_console.desktop.strip import Strip
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.desktop.undo_line import UndoLine
from heyzack_console.presentation.mirror import Touched


class Pane(QFrame):
    """The frame that a pane fills: it puts its content in, its tools on the bar, its news into strip and undo line.

    The id is the scope of the pane's actions and the name under which the layout is saved.
    """

    shown = Signal()
    """The pane was brought forward because somebody asked to see the selection in it."""

    def __init__(self, theme: Theme, name: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.title = title
        self.setObjectName(f"pane_{name}")
        self.setAccessibleName(title)
        self.setProperty("kind", "pane_body")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.bar = PaneBar(theme, title)
        self.strip = Strip(theme)
        self.undo_line = UndoLine(theme)
        self._first: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 0, 1, 2)
        self._column.setSpacing(0)
        self._column.addWidget(self.strip)
        self._column.addWidget(self.undo_line)

    def fill(self, content: QWidget, first: QWidget | None = None) -> None:
        """Put *content* in; *first* is the widget that takes the keyboard when the pane is entered."""
        self._first = first or content
        self._column.insertWidget(self._column.count() - 1, content, 1)

    def take(self, touched: Touched) -> None:
        """Show what a batch changed; panes that show nothing live leave it."""

    def tick(self) -> None:
        """A second has passed: let ages move on."""

    def enter(self) -> None:
        """Give the keyboard to the pane."""
        (self._first or self).setFocus(Qt.FocusReason.ShortcutFocusReason)
