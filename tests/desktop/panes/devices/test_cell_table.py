"""A table whose cells are typed into, by hand or by keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from heyzack_console.desktop.panes.devices.cell_table import CellTable
from heyzack_console.desktop.theme.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 300)
    return made


@pytest.fixture
def table(theme: Theme, window: QWidget, qtbot: QtBot) -> CellTable:
    made = CellTable(theme, "Limits", ("Alert", "Limit", "Takes"), (90, 90), window)
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    made.fill([("Warm", ("", None), ("30 °C", "a number")), ("Cold", ("5", None), ("12 °C", "a number"))])
    with qtbot.waitExposed(window):
        window.show()
    made.setFocus()
    return made


def test_typing_writes_into_the_current_cell_and_tells(table: CellTable, qtbot: QtBot):
    table.setCurrentCell(0, 1)
    with qtbot.waitSignal(table.edited):
        QTest.keyClicks(table.viewport(), "2")
        editor = table.findChild(QLineEdit)
        assert editor is not None
        QTest.keyClicks(editor, "6")
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (table.texts(0), table.texts(1)) == (["26", ""], ["5", ""])


def test_tab_leaves_the_table(table: CellTable):
    table.setCurrentCell(0, 1)
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert isinstance(table.window().focusWidget(), QLineEdit)


def test_a_cell_that_is_only_read_takes_no_text_and_an_empty_one_says_what_holds(table: CellTable):
    assert not table.item(0, 2).flags() & Qt.ItemFlag.ItemIsEditable
    assert table.item(0, 2).text() == "a number"
    assert table.item(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Warm, 30 °C: empty"


def test_where_there_is_little_room_the_words_keep_their_share(table: CellTable):
    table.window().resize(160, 300)
    cells = table.columnWidth(1) + table.columnWidth(2)
    assert table.columnWidth(0) >= (table.columnWidth(0) + cells) * 0.3
