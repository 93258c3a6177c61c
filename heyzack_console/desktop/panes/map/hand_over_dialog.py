"""Asks what the next shift should know."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.hand_over import Ui_HandOver
from heyzack_console.desktop.theme.theme import Theme

LONGEST = 2_000


class HandOverDialog(QDialog):
    """A note, which may be empty, and the hand-overs before."""

    def __init__(self, theme: Theme, before: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._form = Ui_HandOver()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setFont(theme.font("title"))
        form.note.setFixedHeight(theme.px(110))
        form.before.addItems(before)
        form.before.setFixedHeight(theme.px(120))
        for part in (form.before, form.before_label):
            part.setVisible(bool(before))
        form.note.textChanged.connect(self._check)
        form.hand_over.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        self._check()
        form.note.setFocus()

    @property
    def note(self) -> str:
        """What is written."""
        return str(self._form.note.toPlainText()).strip()

    def write(self, text: str) -> None:
        """Put *text* into the note."""
        self._form.note.setPlainText(text)

    @property
    def hint(self) -> str:
        """What is said below the note."""
        return str(self._form.hint.text())

    def _check(self) -> None:
        over = len(self.note) - LONGEST
        self._form.hand_over.setEnabled(over <= 0)
        self._form.hint.setText(
            f"{over} characters too many." if over > 0 else "It is recorded with your name and the time."
        )


async def asked_hand_over(theme: Theme, before: Sequence[str], parent: QWidget) -> str | None:
    """The note for the next shift; None when it was cancelled."""
    dialog = HandOverDialog(theme, before, parent)
    notes = []
    dialog.accepted.connect(lambda: notes.append(dialog.note))
    await answered(dialog, theme)
    return notes[0] if notes else None
