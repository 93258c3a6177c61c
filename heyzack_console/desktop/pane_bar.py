"""The bar on top of a pane: title, count, tools, and the menu that floats, moves or closes the pane."""

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy, QToolButton, QWidget
from typing_extensions import override

from heyzack_console.desktop.icon_button import IconButton
from heyzack_console.desktop.theme.theme import Theme

AREAS = {
    "left": Qt.DockWidgetArea.LeftDockWidgetArea,
    "right": Qt.DockWidgetArea.RightDockWidgetArea,
    "top": Qt.DockWidgetArea.TopDockWidgetArea,
    "bottom": Qt.DockWidgetArea.BottomDockWidgetArea,
}
FOCUS_LINE = 2


class PaneBar(QFrame):
    """The title bar of a dock. It lets mouse presses through, so that the dock can be dragged by it."""

    float_wanted = Signal()
    close_wanted = Signal()
    move_wanted = Signal(str)

    def __init__(self, theme: Theme, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_focus = False
        self.setProperty("kind", "pane_bar")
        self._title = QLabel(title)
        self._count = QLabel()
        self._count.setProperty("kind", "quiet")
        self._count.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._lead = QHBoxLayout()
        self._tools = QHBoxLayout()
        for part in (self._lead, self._tools):
            part.setSpacing(4)
        self._more = IconButton(theme, "more", f"More for {title}")
        self._more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._more.setToolTip("Float, move or close this pane")
        self._menu = self._build_menu()
        self._more.setMenu(self._menu)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 6, 0)
        row.setSpacing(8)
        row.addWidget(self._title)
        row.addLayout(self._lead)
        row.addWidget(self._count, 1)
        row.addLayout(self._tools)
        row.addWidget(self._more)
        theme.changed.connect(self._dress)
        self._dress()

    def show_count(self, text: str) -> None:
        """Show *text*, such as "42 on floor 3", after the title."""
        self._count.setText(text)
        self._count.setToolTip(text)

    def add_tool(self, widget: QWidget) -> None:
        """Put a tool or filter field at the right, before the menu."""
        self._tools.addWidget(widget)

    def add_lead(self, widget: QWidget) -> None:
        """Put a choice, such as the layers of a map, right after the title."""
        self._lead.addWidget(widget)

    def show_title(self, *, shown: bool) -> None:
        """Show the title, or leave it to the tab above."""
        self._title.setVisible(shown)

    def show_focus(self, *, focused: bool) -> None:
        """Draw the line that tells which pane has the keyboard."""
        if focused != self._has_focus:
            self._has_focus = focused
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._has_focus:
            painter = QPainter(self)
            painter.fillRect(QRect(0, 0, self.width(), FOCUS_LINE), self._theme.color("focus"))

    def _build_menu(self) -> QMenu:
        menu = QMenu(self)
        menu.addAction("Float", self.float_wanted.emit)
        for area in AREAS:
            menu.addAction(f"Move to the {area}", partial(self.move_wanted.emit, area))
        menu.addSeparator()
        menu.addAction("Close pane", self.close_wanted.emit)
        return menu

    def _dress(self) -> None:
        self.setMinimumHeight(self._theme.size("pane_bar"))
        self._title.setFont(self._theme.font("strong"))
        self._count.setFont(self._theme.font("small"))
