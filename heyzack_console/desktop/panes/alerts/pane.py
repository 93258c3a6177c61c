"""The alert queue: views, filter, lines that stand still while one is selected, and news at the foot."""

from collections.abc import Callable
from datetime import datetime, tzinfo
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.alerts.alert import AlertId, AlertState
from heyzack_console.presentation.alerts.queue import AlertQueue, View
from heyzack_console.presentation.alerts.shelving import reminder
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.selection import Selection

NAME = "alerts"
FILTER_WIDTH = 150


class AlertsPane(Pane):
    """Lists alerts in the default order; selecting a line selects its device for the other panes."""

    def __init__(
        self,
        theme: Theme,
        markers: Markers,
        board: SelectionBoard,
        mirror: Mirror,
        clock: Callable[[], datetime],
        zone: Callable[[], tzinfo],
    ) -> None:
        super().__init__(theme, NAME, "Alerts")
        self._theme = theme
        self._board = board
        self._mirror = mirror
        self._clock = clock
        self.queue = AlertQueue(mirror, clock, zone)
        self.table = RowTable(theme, markers, self.queue)
        self.table.setAccessibleName("Alert queue")
        self._empty = EmptyState(theme)
        self._filter = QLineEdit()
        self._news = QPushButton()
        self._reminder = QPushButton()
        self._views = {view: QToolButton() for view in View}
        self._stack = QStackedWidget()
        self._build()
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: board.show_in("inspector"))
        board.changed.connect(self._follow)
        self._settle()

    def visible(self) -> list[AlertId]:
        """The alerts that are listed now."""
        return [AlertId(key) for key in self.table.visible_keys()]

    @override
    def take(self, touched: Touched) -> None:
        """Show what a batch changed."""
        if touched.book or touched.everything:
            self.table.rearrange(lambda: self.queue.take_book(index_of(self._mirror.book)))
        elif touched.alerts:
            self._take_alerts(touched)
        self._settle()

    @override
    def tick(self) -> None:
        """A second has passed: ages move on, ends come nearer."""
        self._remind()
        if self.isVisible():
            self.table.refresh()

    def search(self) -> None:
        """Give the keyboard to the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def filter_for(self, text: str) -> None:
        """Filter for *text*, as if it had been typed."""
        self._filter.setText(text)

    def show_view(self, view: View) -> None:
        """List what belongs to *view*."""
        self.queue.view = view
        self.table.rearrange(self.queue.rebuild)
        self._settle()

    def show_counted(self, count: str) -> None:
        """Show what the header's *count* speaks of, ``unacknowledged`` or ``hidden``; another word changes nothing."""
        if count == "unacknowledged":
            self.show_view(View.OPEN)
        elif count == "hidden":
            suppressed_alone = self._count(View.SUPPRESSED) and not self._count(View.SHELVED)
            self.show_view(View.SUPPRESSED if suppressed_alone else View.SHELVED)

    def show_news(self) -> None:
        """Let the lines move: what waited takes its place."""
        self.table.rearrange(self.queue.rebuild)
        self._settle()

    def _take_alerts(self, touched: Touched) -> None:
        before = len(self.queue)
        if self.table.selectionModel().hasSelection():
            self.queue.take(touched)
            self.table.refresh()
            return
        # The order may change at any of the touched lines: Qt is told once for the whole batch.
        self.table.rearrange(lambda: self.queue.take(touched))
        if len(self.queue) != before:
            self.table.viewport().update()

    def _choose(self, keys: list[str]) -> None:
        alerts = tuple(AlertId(key) for key in keys)
        self._hold(held=bool(alerts))
        devices = dict.fromkeys(a.device for key in alerts if (a := self._mirror.alerts.get(key)) is not None)
        self._board.choose(Selection(tuple(devices), alerts))

    def _follow(self, selection: Selection) -> None:
        wanted = selection.alerts or tuple(a.id for d in selection.devices for a in self._mirror.alerts_of(d))
        if set(self.table.selected_keys()) != set(wanted):
            self.table.select_keys(tuple(wanted))
        self._hold(held=self.table.selectionModel().hasSelection())

    def _hold(self, *, held: bool) -> None:
        if held:
            self.queue.hold(held=True)
        else:
            self.table.rearrange(lambda: self.queue.hold(held=False))
        self._settle()

    def _look_for(self, text: str) -> None:
        self.table.rearrange(lambda: self.queue.look_for(text))
        self._settle()

    def _settle(self) -> None:
        """Words round the table: counts, news, and why it is empty."""
        counts = {view: self._count(view) for view in View}
        for view, button in self._views.items():
            button.setText(f"{view.value.capitalize()} {counts[view]}" if counts[view] else view.value.capitalize())
            button.setChecked(view is self.queue.view)
        waiting = self.queue.unacknowledged
        self.bar.show_count(f"{waiting} unacknowledged" if waiting else "")
        self._news.setVisible(self.queue.new > 0)
        self._news.setText(f"{self.queue.new} new, show them")
        self._stack.setCurrentWidget(self.table if len(self.queue) else self._empty)
        if not len(self.queue):
            self._say_why_empty(counts)

    def _say_why_empty(self, counts: dict[View, int]) -> None:
        if self.queue.needle:
            of = f"{self.queue.total} without the filter."
            self._empty.say("filter", f"No alert matches “{self.queue.needle}”", of)
            self._empty.suggest("Clear filter", self._filter.clear)
        elif self.queue.view is View.SUPPRESSED:
            self._empty.say("alerts", "Nothing is suppressed", "Consequences of another alert would be listed here.")
        elif self.queue.view is View.SHELVED:
            self._empty.say("alerts", "Nothing is shelved", "S puts an alert here for a time; it comes back by itself.")
        else:
            hidden = {view: counts[view] for view in (View.SHELVED, View.SUPPRESSED) if counts[view]}
            words = " and ".join(f"{count} {view.value}" for view, count in hidden.items())
            verb = "is" if sum(hidden.values()) == 1 else "are"
            more = f"{words} {verb} not in this list." if hidden else "Nothing in this building needs you now."
            self._empty.say("alerts", "No open alerts", more)
            first = next(iter(hidden), None)
            if first is not None:
                self._empty.suggest(f"Show {first.value} alerts", partial(self.show_view, first))

    def _remind(self) -> None:
        """Speak of shelvings that end soon, whatever view is shown; looks at every alert, so not for each batch."""
        some = bool(self._mirror.in_state[AlertState.SHELVED])
        words = reminder(self._mirror.alerts.values(), self._clock()) if some else ""
        self._reminder.setText(words)
        self._reminder.setVisible(bool(words))

    def _count(self, view: View) -> int:
        return sum(self._mirror.in_state[state] for state in view.states)

    def _build(self) -> None:
        segments = QWidget()
        segments.setProperty("kind", "segments")
        row = QHBoxLayout(segments)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        for view, button in self._views.items():
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAccessibleName(f"Show {view.value} alerts")
            button.clicked.connect(lambda _=False, v=view: self.show_view(v))
            row.addWidget(button)
        self.bar.add_lead(segments)
        self._filter.setPlaceholderText("Filter")
        self._filter.setProperty("kind", "search")
        self._filter.setAccessibleName("Filter alerts")
        self._filter.setClearButtonEnabled(True)
        self._filter.setFixedWidth(self._theme.px(FILTER_WIDTH))
        self._filter.textChanged.connect(self._look_for)
        self.bar.add_tool(self._filter)
        self._news.setProperty("kind", "pill")
        self._news.clicked.connect(self.show_news)
        self._reminder.setProperty("kind", "pill")
        self._reminder.setToolTip("Show what is shelved")
        self._reminder.hide()
        self._reminder.clicked.connect(lambda: self.show_view(View.SHELVED))
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._reminder, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._news, 0, Qt.AlignmentFlag.AlignHCenter)
        self.fill(body, self.table)
