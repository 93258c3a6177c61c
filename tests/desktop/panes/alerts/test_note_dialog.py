"""The note that goes with an acknowledgement."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QPushButton, QWidget

from heyzack_console.desktop.panes.alerts.note_dialog import NoteDialog
from heyzack_console.desktop.theme.theme import Theme


def test_acknowledge_waits_for_something_written_and_enter_is_enough_then(theme: Theme):
    window = QWidget()
    dialog = NoteDialog(theme, "Acknowledge 3 alerts", window)
    dialog.show()
    field, acknowledge = dialog.findChild(QLineEdit, "note"), dialog.findChild(QPushButton, "acknowledge")
    assert "Acknowledge 3 alerts" in {label.text() for label in dialog.findChildren(QLabel)}
    QTest.keyClicks(field, "  ")
    assert not acknowledge.isEnabled()
    QTest.keyClicks(field, "fire drill ")
    assert acknowledge.isEnabled()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (dialog.result(), dialog.note) == (QDialog.DialogCode.Accepted, "fire drill")
    window.deleteLater()
