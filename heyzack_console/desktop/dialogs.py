"""Opens dialogs from coroutines without a second event loop, and the one question that asks before an act."""

import asyncio

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QWidget
from typing_extensions import override

from heyzack_console.desktop.forms.confirm import Ui_Confirm
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.presentation.frame.question import Question


class Veil(QWidget):
    """Darkens the window behind a dialog."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    @override
    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._theme.color("veil"))


async def answered(dialog: QDialog, theme: Theme) -> bool:
    """Show *dialog* over its veiled window and wait for the answer; True if it was accepted.

    ``exec`` would nest an event loop, in which the tasks of the outer one are lost. The dialog is deleted afterwards,
    also when the waiting is cancelled.
    """
    future: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def settle(result: int) -> None:
        if not future.done():
            future.set_result(result)

    dialog.finished.connect(settle)
    parent = dialog.parentWidget()
    veil = Veil(theme, parent.window()) if parent is not None else None
    dialog.open()
    try:
        return await future == QDialog.DialogCode.Accepted
    finally:
        if veil is not None:
            veil.deleteLater()
        dialog.close()
        dialog.deleteLater()


def fit_height(dialog: QDialog) -> None:
    """Make *dialog* as high as its wrapped text needs at its present width; Qt stops at two thirds of the screen."""
    layout = dialog.layout()
    if layout is not None:
        layout.activate()
        dialog.resize(dialog.width(), layout.totalHeightForWidth(dialog.width()))


class ConfirmDialog(QDialog):
    """Asks before a physical or irreversible act. Cancel has the keyboard; neither button is filled."""

    def __init__(self, theme: Theme, question: Question, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = Ui_Confirm()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setWindowTitle(question.title)
        self.setFixedWidth(theme.size("dialog_width"))
        form.icon.setPixmap(theme.glyph(question.icon, "ink", theme.px(28), self.devicePixelRatioF()))
        form.title.setText(question.title)
        form.title.setFont(theme.font("title"))
        form.state.setText(question.state)
        form.consequence.setText(question.consequence)
        form.way_back.setText(question.way_back)
        form.way_back.setVisible(bool(question.way_back))
        for part in (form.reason, form.reason_label):
            part.setVisible(question.asks_reason)
        form.verb.setText(question.verb)
        form.verb.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        form.cancel.setDefault(True)
        form.cancel.setFocus()

    @property
    def reason(self) -> str:
        """What the person gave as a reason."""
        return self._form.reason.text().strip()


async def confirmed(theme: Theme, question: Question, parent: QWidget) -> str | None:
    """Ask *question* over *parent*; returns the reason given (maybe empty), or None when it was cancelled."""
    dialog = ConfirmDialog(theme, question, parent)
    reasons = []
    dialog.accepted.connect(lambda: reasons.append(dialog.reason))
    if await answered(dialog, theme):
        return reasons[0] if reasons else ""
    return None
