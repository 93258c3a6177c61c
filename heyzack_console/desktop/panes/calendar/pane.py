"""The calendar pane: pages of windows, freezes, public events and planned work."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.calendar.desk import CalendarWork
from heyzack_console.desktop.panes.calendar.hands import CalendarHands
from heyzack_console.desktop.panes.calendar.legend import CalendarLegend
from heyzack_console.desktop.panes.calendar.sieve import Sieve
from heyzack_console.desktop.panes.calendar.tool_row import ToolRow
from heyzack_console.desktop.panes.calendar.views import CalendarViews
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.calendar import CalendarKind, CalendarPicture
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.calendar.pages import View, page_at, turned
from heyzack_console.presentation.calendar.shown import ShownCalendar
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.site_time import SiteTime

NAME = "calendar"


class CalendarPane(Pane):
    """Shows a page and asks for it anew when something was written."""

    changed = Signal()
    """Something else is chosen, or the page changed."""
    menu_wanted = Signal(object)

    def __init__(self, theme: Theme, markers: Markers, mirror: Mirror, times: SiteTime, work: CalendarWork) -> None:
        super().__init__(theme, NAME, "Calendar")
        self._mirror, self._work, self._stale = mirror, work, True
        self.shown_now = ShownCalendar(times)
        self.hands = CalendarHands(self.shown_now, work)
        self.tools = ToolRow(theme)
        self.views = CalendarViews(theme, markers, self.shown_now.judge)
        self.legend = CalendarLegend(theme)
        self.sieve = Sieve(theme)
        self._build()
        self._show()

    @override
    def take(self, touched: Touched) -> None:
        """Ask anew when something was written, at the latest when it is seen."""
        if touched.journal or touched.book or touched.everything:
            self._stale = True
            if self.isVisible():
                self.renew()

    @override
    def tick(self) -> None:
        """The clock moves on, and with it what runs and what is past."""
        if self.isVisible() and self.shown_now.wall_clock().second == 0:
            self._show()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.renew()

    @override
    def enter(self) -> None:
        """Give the keyboard to the view."""
        self.views.take_keyboard()

    def serve(self, said: Callable[[Receipt, str], None]) -> None:
        """Let *said* say what was done."""
        self._work.serve(self.shown_now.judge_wall, said, self._refused)

    def renew(self) -> None:
        """Ask what takes place on the page."""
        if self._mirror.book is not None and self._mirror.connected:
            self._stale = False
            self._work.look(self.shown_now.page, self._mirror.book.site.time_zone, self.show_picture)

    def show_picture(self, picture: CalendarPicture) -> None:
        """Show what the engine answered."""
        self.strip.clear()
        self.shown_now.picture = picture
        self._show()

    def open(self, view: View, day: date) -> None:
        """Show *view* at *day*."""
        before, self.shown_now.page = self.shown_now.page, page_at(view, day)
        self._show()
        if (before.first, before.last) != (self.shown_now.page.first, self.shown_now.page.last):
            self.renew()
        if before.view is not view and self.isVisible():
            self.views.take_keyboard()

    def turn(self, pages: int) -> None:
        """Turn so many pages on, or back."""
        self.open(self.shown_now.page.view, turned(self.shown_now.page, pages))

    def today(self) -> None:
        """Go to the present day."""
        self.open(self.shown_now.page.view, self.shown_now.wall_clock().date())

    def _show(self) -> None:
        shown, page = self.shown_now.items(), self.shown_now.page
        self.tools.show_state(page.view, page.title)
        self.bar.show_count(self.shown_now.count(shown))
        if self.shown_now.filtered:
            total = len(self.shown_now.picture.occurrences)
            self.views.empty.say("filter", "No entry matches", f"{total} on this page without the filter.")
            self.views.empty.suggest("Clear filter", self.sieve.clear)
        else:
            self.views.empty.say("calendar", "Nothing takes place here", "N adds an entry; the arrows turn the page.")
        self.views.show_page(page, shown, self.shown_now.wall_clock())
        self.views.choose(self.shown_now.choice)
        self.legend.say(self.shown_now.clocks(shown))
        self.changed.emit()

    def _sift(self, needle: str, kinds: frozenset[CalendarKind]) -> None:
        self.shown_now.needle, self.shown_now.kinds = needle, kinds
        self._show()

    def _choose(self, key: str) -> None:
        self.shown_now.choice = key
        self.views.choose(key)
        self.changed.emit()

    def _open_entry(self, key: str) -> None:
        self._choose(key)
        self.hands.edit()

    def _refused(self, error: ConsoleError) -> None:
        self.undo_line.offer(error.text)
        self._show()

    def _build(self) -> None:
        self.tools.turned.connect(self.turn)
        self.tools.today_wanted.connect(self.today)
        self.tools.view_wanted.connect(lambda view: self.open(view, self.shown_now.page.day))
        self.sieve.changed.connect(self._sift)
        self.views.chosen.connect(self._choose)
        self.views.opened.connect(self._open_entry)
        self.views.menu_wanted.connect(self.menu_wanted)
        for canvas in self.views.canvases:
            canvas.day_wanted.connect(lambda day: self.open(View.DAY, day))
            canvas.day_chosen.connect(lambda day: self.open(self.shown_now.page.view, day))
            canvas.dropped.connect(self.hands.put)
        self.bar.add_tool(self.sieve)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self.views, 1)
        column.addWidget(self.legend)
        self.fill(whole, self.views)
