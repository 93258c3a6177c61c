"""Copies and saves the report of a group order."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from heyzack_console.desktop.file_dialogs import chosen_place, write_text
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.groups.lines import OrderLines

SAVING = "Saving the report"


class ReportTools:
    """What the buttons of *dialog* do with *lines*."""

    def __init__(self, lines: OrderLines, work: FormWork, theme: Theme, dialog: QWidget) -> None:
        self._lines = lines
        self._work = work
        self._theme = theme
        self._dialog = dialog

    def copy(self) -> None:
        """Put the lines on the clipboard."""
        QGuiApplication.clipboard().setText(self._lines.as_text())
        self._work.say("Copied to the clipboard, a line for each device.", "ok")

    def save(self) -> None:
        """Ask where, and write a table."""
        self._work.run(self._write(), SAVING)

    async def _write(self) -> bool:
        place = await chosen_place(self._theme, "Save report", "group-order.csv", "Tables (*.csv)", self._dialog)
        if place is None:
            return False
        await write_text(place, self._lines.as_csv())
        self._work.say(f"Saved as {place.name}.", "ok")
        return True
