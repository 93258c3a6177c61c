"""The device table pane: shared selection, filter, groups."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.panes.devices.pane import DevicesPane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from tests.support.building import BOOK, CLIMATE, DEVICES, LEAK, T0


class Table:
    """The pane with its mirror."""

    def __init__(self, theme: Theme, marks: Markers) -> None:
        self.mirror = Mirror(connected=True)
        self.board = SelectionBoard()
        self.pane = DevicesPane(theme, marks, self.board, self.mirror, lambda: T0)
        self.window = QWidget()
        column = QVBoxLayout(self.window)
        column.addWidget(self.pane.bar)
        column.addWidget(self.pane)
        self.window.resize(600, 400)
        self.window.show()

    @property
    def keys(self) -> list[str]:
        return self.pane.table.visible_keys()


@pytest.fixture
def table(theme: Theme, marks: Markers) -> Iterator[Table]:
    made = Table(theme, marks)
    yield made
    made.window.close()
    made.window.deleteLater()


def test_before_the_first_site_it_says_how_to_get_devices(table: Table):
    assert table.pane.findChildren(EmptyState)[0].title == "No devices yet"


def test_typing_filters_and_clearing_brings_all_back(table: Table):
    table.pane.take(table.mirror.show_book(BOOK))
    field = table.pane.bar.findChildren(QLineEdit)[0]
    field.setText("leak")
    assert table.keys == [LEAK.id]
    field.setText("vlave")
    assert table.pane.findChildren(EmptyState)[0].title == "No device matches “vlave”"
    field.clear()
    assert len(table.keys) == len(DEVICES)


def test_several_selected_lines_are_shared_with_the_current_one_first(table: Table):
    table.pane.take(table.mirror.show_book(BOOK))
    table.pane.table.selectAll()
    assert set(table.board.selection.devices) == {d.id for d in DEVICES}


def test_a_device_selected_on_the_map_is_selected_here_without_an_echo(table: Table):
    table.pane.take(table.mirror.show_book(BOOK))
    heard: list[Selection] = []
    table.board.changed.connect(heard.append)
    table.board.choose(Selection((CLIMATE.id,), ()))
    assert table.pane.table.selected_keys() == [CLIMATE.id]
    assert len(heard) == 1


def test_a_selection_survives_grouping(table: Table):
    table.pane.take(table.mirror.show_book(BOOK))
    table.board.choose(Selection((CLIMATE.id,), ()))
    group = next(b for b in table.pane.bar.findChildren(QToolButton) if b.accessibleName() == "Group devices")
    next(a for a in group.menu().actions() if a.text() == "Gateway").trigger()
    assert table.pane.table.selected_keys() == [CLIMATE.id]
    assert "group Gateway east" in table.keys
