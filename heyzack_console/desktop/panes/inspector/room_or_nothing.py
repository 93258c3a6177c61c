"""What the inspector shows while no device is selected: the selected room, else what to do."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.panes.inspector.parts import tint
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.building.site_index import SiteIndex
from heyzack_console.presentation.inspector.room_page import RoomBook, RoomPage
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime

MARK = 16


class RoomOrNothing(QStackedWidget):
    """Follows the selection by itself; is told when values have changed."""

    def __init__(self, theme: Theme, markers: Markers, board: SelectionBoard, mirror: Mirror, times: SiteTime) -> None:
        super().__init__()
        self._theme, self._markers, self._board = theme, markers, board
        self._book = RoomBook(mirror)
        self._times = times
        self._index = SiteIndex()
        self._page: RoomPage | None = None
        self._empty = EmptyState(theme)
        self._column = QVBoxLayout()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        scrolled = QWidget()
        scrolled.setProperty("kind", "scrolled")
        scrolled.setLayout(self._column)
        self._column.setContentsMargins(14, 14, 14, 14)
        area.setWidget(scrolled)
        self.addWidget(self._empty)
        self.addWidget(area)
        board.changed.connect(self.refresh)
        theme.changed.connect(self._renew)

    def say(self, glyph: str, title: str, text: str) -> None:
        """Say what to do while nothing is selected."""
        self._empty.say(glyph, title, text)

    def take_index(self, index: SiteIndex) -> None:
        """The book is another one."""
        self._index = index
        self.refresh()

    def refresh(self) -> None:
        """Show the selected room as it is now."""
        zone = self._board.selection.zone
        page = self._book.page(zone, self._index, self._times.now()) if zone is not None else None
        if page != self._page:
            self._page = page
            self._renew()

    def _renew(self) -> None:
        page = self._page
        self.setCurrentIndex(0 if page is None else 1)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        if page is None:
            return
        self._column.addWidget(self._label(page.title, "lead"))
        if page.place:
            self._column.addWidget(self._label(page.place, "small"))
        for mark, words in page.alerts:
            self._column.addWidget(self._alert(mark.priority, mark.state, words))
        if not page.alerts:
            self._column.addWidget(self._label("No alert in this room.", "body"))
        self._column.addWidget(self._facts(page))
        for text in page.impact:
            self._column.addWidget(self._label(text, "small"))
        self._column.addStretch(1)
        self.setAccessibleDescription(". ".join([page.title, *(f"{what} {value}" for what, value in page.facts)]))

    def _facts(self, page: RoomPage) -> QWidget:
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 8, 0, 8)
        grid.setColumnStretch(0, 1)
        for row, (what, value) in enumerate(page.facts):
            grid.addWidget(self._label(what, "body"), row, 0)
            grid.addWidget(self._label(value, "strong"), row, 1, Qt.AlignmentFlag.AlignRight)
        return table

    def _alert(self, priority: int, state: str, words: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 2, 0, 2)
        sign = QLabel()
        sign.setPixmap(self._markers.mark(priority, state, self._theme.px(MARK), True, self.devicePixelRatioF()))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._label(words, "body"), 1)
        line.setAccessibleName(f"P{priority} {words}")
        return line

    def _label(self, text: str, font: str) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setFont(self._theme.font(font))
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        tint(label, self._theme.color("ink2" if font == "small" else "ink"))
        return label
