"""The device table: filter as you type, sort by a click, groups, multiple selection."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QLineEdit, QMenu, QStackedWidget, QToolButton
from typing_extensions import override

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.devices.listing import DeviceListing, Grouping
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.selection import Selection

NAME = "devices"
FILTER_WIDTH = 150


class DevicesPane(Pane):
    """Lists every device of the book; selecting lines selects the devices for the other panes."""

    add_wanted = Signal()
    """Somebody wants devices where there are none."""

    def __init__(
        self, theme: Theme, markers: Markers, board: SelectionBoard, mirror: Mirror, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(theme, NAME, "Devices")
        self._theme = theme
        self._board = board
        self._mirror = mirror
        self.listing = DeviceListing(mirror, clock)
        self.table = RowTable(theme, markers, self.listing)
        self.table.setAccessibleName("Devices")
        self._empty = EmptyState(theme)
        self._filter = QLineEdit()
        self._group = QToolButton()
        self._stack = QStackedWidget()
        self._build()
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: board.show_in("inspector"))
        self.table.columns.sort_wanted.connect(self._sort)
        board.changed.connect(self._follow)
        theme.changed.connect(self._dress)
        self._dress()
        self._settle()

    @override
    def take(self, touched: Touched) -> None:
        """Show what a batch changed; only the book moves lines."""
        if touched.book or touched.everything:
            self.table.rearrange(lambda: self.listing.take_book(index_of(self._mirror.book)))
            self._settle()
        elif self.isVisible() and (touched.alerts or self.table.shows(_devices_of(touched))):
            self.table.refresh()

    @override
    def tick(self) -> None:
        """A second has passed: ages move on."""
        if self.isVisible():
            self.table.refresh()

    def search(self) -> None:
        """Give the keyboard to the filter."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()

    def look_for(self, text: str) -> None:
        """Filter for *text*, as if it had been typed."""
        self._filter.setText(text)

    def _choose(self, keys: list[str]) -> None:
        devices = tuple(DeviceId(key) for key in keys)
        self._board.choose(Selection(devices, ()))

    def _follow(self, selection: Selection) -> None:
        if set(self.table.selected_keys()) != set(selection.devices):
            self.table.select_keys(tuple(selection.devices))

    def _look_for(self, text: str) -> None:
        self.table.rearrange(lambda: self.listing.look_for(text))
        self._settle()

    def _sort(self, column: str) -> None:
        self.table.rearrange(lambda: self.listing.sort_by(column))
        name, descending = self.listing.order
        self.table.columns.show_order(name, descending=descending)

    def _group_by(self, grouping: Grouping) -> None:
        self.table.rearrange(lambda: self.listing.group_by(grouping))
        self._group.setToolTip(f"Group by: {grouping.value.lower()}")

    def _settle(self) -> None:
        total, matching = len(self._mirror.devices), self.listing.matching
        self.bar.show_count(f"{matching} of {total}" if matching != total else f"{total}")
        self._stack.setCurrentWidget(self.table if matching else self._empty)
        if matching:
            return
        if total:
            self._empty.say("filter", f"No device matches “{self.listing.needle}”", f"{total} without the filter.")
            self._empty.suggest("Clear filter", self._filter.clear)
        else:
            self._empty.say(
                "site", "No devices yet", "From a Tuya cloud project, this network, a list, or paired anew."
            )
            self._empty.offer("Add devices…", self.add_wanted.emit)

    def _build(self) -> None:
        self._filter.setPlaceholderText("Filter")
        self._filter.setProperty("kind", "search")
        self._filter.setAccessibleName("Filter devices")
        self._filter.setClearButtonEnabled(True)
        self._filter.setFixedWidth(self._theme.px(FILTER_WIDTH))
        self._filter.textChanged.connect(self._look_for)
        self.bar.add_tool(self._filter)
        menu = QMenu(self._group)
        choice = QActionGroup(menu)
        for grouping in Grouping:
            action = menu.addAction(grouping.value, lambda g=grouping: self._group_by(g))
            action.setCheckable(True)
            action.setChecked(grouping is Grouping.NONE)
            choice.addAction(action)
        self._group.setMenu(menu)
        self._group.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._group.setAccessibleName("Group devices")
        self._group.setToolTip("Group by")
        self.bar.add_tool(self._group)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        self.fill(self._stack, self.table)
        self.table.columns.show_order("name", descending=False)

    def _dress(self) -> None:
        self._group.setIcon(self._theme.icon("group"))


def _devices_of(touched: Touched) -> set[str]:
    return {*touched.devices, *(device for device, _ in touched.points)}
