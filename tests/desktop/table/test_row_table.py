"""Tables: selection survives reordering, letters are shortcuts, columns leave narrow windows, copies are complete."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.table.row_model import RowModel
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.building.marks import Mark
from heyzack_console.presentation.tables import Cell, Column, Row


class Shelf:
    """A source of lines that a test rearranges at will."""

    columns = (
        Column("mark", "", 40),
        Column("name", "Name", 120, keeps=True, sortable=True),
        Column("place", "Place", 0),
        Column("limit", "Limit", 80, right=True, drops=1),
    )

    def __init__(self, *keys: str) -> None:
        self.keys = list(keys)

    def __len__(self) -> int:
        return len(self.keys)

    def key(self, position: int) -> str:
        return self.keys[position]

    def position(self, key: str) -> int | None:
        return self.keys.index(key) if key in self.keys else None

    def row(self, position: int) -> Row:
        key = self.keys[position]
        if key.startswith("#"):
            return Row(key, (), head=key[1:], count="2 things")
        return Row(key, (Cell(mark=Mark(1, "acknowledged")), Cell(key), Cell("Floor 1"), Cell("27.0")), tint="p1_tint")


@pytest.fixture
def theme(qapp) -> Theme:
    return Theme(qapp)


def a_table(qtbot: QtBot, theme: Theme, source: Shelf) -> RowTable:
    table = RowTable(theme, Markers(theme), source)
    qtbot.addWidget(table)
    table.resize(600, 200)
    table.show()
    return table


def pick(table: RowTable, row: int) -> None:
    flags = QItemSelectionModel.SelectionFlag
    table.selectionModel().setCurrentIndex(table.rows.index(row, 0), flags.ClearAndSelect | flags.Rows)


def test_the_model_keeps_qts_rules(qtbot: QtBot, qtmodeltester: ModelTester):
    model = RowModel(Shelf("a", "#head", "b"))
    qtmodeltester.check(model, force_py=True)


def test_what_is_selected_stays_selected_where_its_line_moves(qtbot: QtBot, theme: Theme):
    shelf = Shelf("a", "b", "c")
    table = a_table(qtbot, theme, shelf)
    told: list[list[str]] = []
    pick(table, 1)
    table.chosen.connect(told.append)
    table.rearrange(lambda: shelf.keys.insert(0, "new"))
    table.rearrange(shelf.keys.reverse)
    assert table.selected_keys() == ["b"]
    assert told == []


def test_a_line_that_goes_leaves_the_selection(qtbot: QtBot, theme: Theme):
    shelf = Shelf("a", "b")
    table = a_table(qtbot, theme, shelf)
    pick(table, 0)
    table.rearrange(lambda: shelf.keys.remove("a"))
    assert table.selected_keys() == []
    assert table.rows.rowCount() == 1


def test_letters_are_left_to_the_shortcuts(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("abc", "bcd"))
    pick(table, 0)
    qtbot.keyClick(table, Qt.Key.Key_B)
    assert table.selected_keys() == ["abc"]


def test_enter_opens_a_line_but_not_the_head_of_a_group(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("#group", "a"))
    opened: list[str] = []
    table.opened.connect(opened.append)
    for row in (0, 1):
        table.setCurrentIndex(table.rows.index(row, 0))
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened == ["a"]


def test_escape_lets_go_of_the_selection(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("a"))
    pick(table, 0)
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert table.selected_keys() == []


def test_the_head_of_a_group_cannot_be_selected(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("#group", "a", "b"))
    table.selectAll()
    assert table.selected_keys() == ["a", "b"]


def test_a_narrow_table_drops_what_is_least_needed(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("a"))
    assert not table.isColumnHidden(3)
    table.resize(300, 200)
    assert table.isColumnHidden(3)
    assert not table.isColumnHidden(1)


def test_a_column_that_keeps_its_words_grows_with_them(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("a condition of many words and more"))
    assert table.columnWidth(1) > 200


class GlyphShelf(Shelf):
    """Lines whose name has a glyph before it."""

    def row(self, position: int) -> Row:
        line = super().row(position)
        mark, name, *rest = line.cells
        return replace(line, cells=(mark, replace(name, glyph="room"), *rest))


def test_a_glyph_takes_nothing_from_words_that_are_kept(qtbot: QtBot, theme: Theme):
    words = "a condition of many words"
    bare, glyphed = a_table(qtbot, theme, Shelf(words)), a_table(qtbot, theme, GlyphShelf(words))
    assert glyphed.columnWidth(1) >= bare.columnWidth(1) + theme.size("icon_row")


def test_a_copy_has_titles_and_words_for_marks(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("a", "b"))
    pick(table, 1)
    table.copy()
    text = QGuiApplication.clipboard().text()
    assert text == "Mark\tName\tPlace\tLimit\nP1 acknowledged\tb\tFloor 1\t27.0"


def test_a_header_click_asks_for_an_order_where_the_column_has_one(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("a"))
    wanted: list[str] = []
    table.columns.sort_wanted.connect(wanted.append)
    for section in (1, 2):
        table.horizontalHeader().sectionClicked.emit(section)
    assert wanted == ["name"]


def test_a_selected_line_is_blue_only_with_the_keyboard(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("a"))
    pick(table, 0)
    spot = table.visualRect(table.rows.index(0, 2)).topRight()
    table.clearFocus()
    without = table.viewport().grab().toImage().pixelColor(spot)
    assert without == theme.color("selected_off")


def test_only_lines_in_view_count_as_shown(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf(*(f"line {n}" for n in range(100))))
    assert table.shows({"line 0"})
    assert not table.shows({"line 99"})
    table.scrollToBottom()
    assert table.shows({"line 99"})
    assert not table.shows({"line 0"})


def test_a_table_with_room_to_spare_shows_all_its_lines(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf("one", "two"))
    assert table.shows({"two"})
    assert not table.shows({"three"})
    assert not a_table(qtbot, theme, Shelf()).shows({"one"})


@pytest.mark.parametrize("shown_before", [True, False])
def test_the_current_line_stays_in_view_when_the_table_becomes_lower(qtbot: QtBot, theme: Theme, *, shown_before: bool):
    table = RowTable(theme, Markers(theme), Shelf(*(f"line {n}" for n in range(300))))
    qtbot.addWidget(table)
    table.resize(600, 1000)
    if shown_before:
        with qtbot.waitExposed(table):
            table.show()
        table.hide()
    table.select_keys(("line 250",))
    with qtbot.waitExposed(table):
        table.show()
    table.resize(600, 200)
    qtbot.waitUntil(lambda: table.viewport().height() < 200)
    assert table.shows({"line 250"})


def test_a_current_line_that_was_scrolled_away_does_not_pull_the_table_back(qtbot: QtBot, theme: Theme):
    table = a_table(qtbot, theme, Shelf(*(f"line {n}" for n in range(300))))
    table.select_keys(("line 250",))
    table.verticalScrollBar().setValue(0)
    table.resize(600, 150)
    qtbot.waitUntil(lambda: table.viewport().height() < 150)
    assert table.shows({"line 0"})
