"""The row above the calendar: pages, title, views."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from heyzack_console.desktop.icon_button import IconButton
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.calendar.pages import View


class ToolRow(QWidget):
    """Says what is wanted."""

    turned = Signal(int)
    """Carries how many pages further."""
    today_wanted = Signal()
    view_wanted = Signal(object)
    """Carries the View."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = QLabel()
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._views: dict[View, QToolButton] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(8, 6, 8, 6)
        self._row.setSpacing(6)
        for glyph, words, by in (("chevron_left", "Previous page", -1), ("chevron_right", "Next page", 1)):
            button = IconButton(theme, glyph, words)
            button.clicked.connect(lambda _=False, by=by: self.turned.emit(by))
            self._row.addWidget(button)
        today = QPushButton("Today")
        today.clicked.connect(self.today_wanted)
        self._row.addWidget(today)
        self._row.addWidget(self._title, 1)
        self._row.addWidget(self._segments())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._dress)
        self._dress()

    def add(self, widget: QWidget) -> None:
        """Put *widget* at the right end."""
        self._row.addWidget(widget)

    def show_state(self, view: View, title: str) -> None:
        """Show which page is open."""
        self._title.setText(title)
        self._title.setToolTip(title)
        self._views[view].setChecked(True)

    def _segments(self) -> QWidget:
        segments = QFrame()
        segments.setProperty("kind", "segments")
        segments.setAccessibleName("View")
        row = QHBoxLayout(segments)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        group = QButtonGroup(self)
        for view in View:
            button = QToolButton()
            button.setText(view.value)
            button.setAccessibleName(f"View {view.value.lower()}")
            button.setCheckable(True)
            button.setProperty("kind", "segment")
            button.clicked.connect(lambda _=False, view=view: self.view_wanted.emit(view))
            group.addButton(button)
            row.addWidget(button)
            self._views[view] = button
        return segments

    def _dress(self) -> None:
        self._title.setFont(self._theme.font("lead"))
