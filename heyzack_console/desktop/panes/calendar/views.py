"""The views of the calendar on top of each other: month, hours, agenda, and what is said where nothing is shown."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.panes.calendar.canvas import CalendarCanvas, Judge
from heyzack_console.desktop.panes.calendar.hours_canvas import HoursCanvas
from heyzack_console.desktop.panes.calendar.month_canvas import MonthCanvas
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.calendar.agenda import AgendaListing
from heyzack_console.presentation.calendar.items import Item
from heyzack_console.presentation.calendar.pages import Page, View

DAY_BEGINS = 7


class CalendarViews(QStackedWidget):
    """Shows one view; what is chosen there is chosen in all."""

    chosen = Signal(str)
    opened = Signal(str)
    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, markers: Markers, judge: Judge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.month = MonthCanvas(theme, judge)
        self.hours = HoursCanvas(theme, judge)
        self.listing = AgendaListing()
        self.agenda = RowTable(theme, markers, self.listing)
        self.empty = EmptyState(theme)
        self._scrolled = {canvas: _scrolled(canvas) for canvas in self.canvases}
        self._page: Page | None = None
        self._build()

    @property
    def canvases(self) -> tuple[CalendarCanvas, ...]:
        """The drawn views."""
        return self.month, self.hours

    def show_page(self, page: Page, items: Sequence[Item], now: datetime) -> None:
        """Show *items* on *page*; *now* is the wall clock."""
        fresh = self._page is None or self._page.view is not page.view
        self._page = page
        if page.view is View.AGENDA:
            self.agenda.rearrange(lambda: self.listing.show(items))
            self.setCurrentWidget(self.agenda if items else self.empty)
            return
        canvas = self._canvas(page)
        canvas.setAccessibleName(f"Calendar, {page.title}")
        canvas.show_page(page, tuple(items), now)
        self.setCurrentWidget(self._scrolled[canvas])
        if canvas is self.hours and fresh:
            self._scrolled[canvas].verticalScrollBar().setValue(self.hours.height() * DAY_BEGINS // 24)

    def choose(self, key: str) -> None:
        """Show *key* as chosen in every view."""
        for canvas in self.canvases:
            canvas.choose(key)
        if self.agenda.selected_keys() != [key] and self.listing.position(key) is not None:
            self.agenda.select_keys((key,))

    def take_keyboard(self) -> None:
        """Give the keyboard to the view that is shown."""
        shown = self.agenda if self._page is None or self._page.view is View.AGENDA else self._canvas(self._page)
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _canvas(self, page: Page) -> CalendarCanvas:
        return self.month if page.view is View.MONTH else self.hours

    def _build(self) -> None:
        self.agenda.setAccessibleName("Agenda")
        for view in (self.empty, *self._scrolled.values(), self.agenda):
            self.addWidget(view)
        for canvas in self.canvases:
            canvas.chosen.connect(self.chosen)
            canvas.opened.connect(self.opened)
            canvas.menu_wanted.connect(self.menu_wanted)
        self.agenda.chosen.connect(lambda keys: self.chosen.emit(keys[0] if keys else ""))
        self.agenda.opened.connect(self.opened)
        self.agenda.menu_wanted.connect(self.menu_wanted)


def _scrolled(canvas: CalendarCanvas) -> QScrollArea:
    """*canvas* in a frame that scrolls where the window is lower than it; heads that stay are drawn anew."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(canvas)
    area.verticalScrollBar().valueChanged.connect(lambda _: canvas.update())
    return area
