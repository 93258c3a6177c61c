"""Asks for the note that goes with an acknowledgement."""

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.note import Ui_Note
from heyzack_console.desktop.theme.theme import Theme


class NoteDialog(QDialog):
    """One line under *title*; Acknowledge waits until something is written."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = Ui_Note()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setText(title)
        form.title.setFont(theme.font("title"))
        form.note.textChanged.connect(self._check)
        form.acknowledge.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        self._check()
        form.note.setFocus()

    @property
    def note(self) -> str:
        """What was written."""
        return self._form.note.text().strip()

    def _check(self, _text: str = "") -> None:
        self._form.acknowledge.setEnabled(bool(self.note))


async def asked_note(theme: Theme, title: str, parent: QWidget) -> str:
    """The note that was written, empty when it was cancelled."""
    dialog = NoteDialog(theme, title, parent)
    written = []
    dialog.accepted.connect(lambda: written.append(dialog.note))
    await answered(dialog, theme)
    return written[0] if written else ""
