"""Dialogs in which a value is written or picked."""

from PySide6.QtWidgets import QColorDialog, QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.edit_value import Ui_EditValue
from heyzack_console.desktop.panes.inspector.controls.texts import picked, seen
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.colours import MOST, Colour, colour_of
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.inspector.controls import Control, ControlKind
from heyzack_console.presentation.inspector.texts import sent_text, shown_text, text_note, text_problem

_LINES = 9


class TextDialog(QDialog):
    """A structure or bytes, written; Send waits until they are right."""

    def __init__(self, theme: Theme, device: Device, control: Control, value: Value, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._control = control
        self._form = Ui_EditValue()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setText(f"{control.title} of {device.name}")
        form.title.setFont(theme.font("title"))
        form.text.setFont(theme.font("mono"))
        form.text.setFixedHeight(form.text.fontMetrics().lineSpacing() * _LINES)
        form.text.setPlainText(shown_text(control, value) if isinstance(value, str) else "")
        form.text.textChanged.connect(self._check)
        form.send.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        self._check()
        form.text.setFocus()

    @property
    def text(self) -> str:
        """What is sent."""
        return sent_text(self._control, self._form.text.toPlainText())

    def _check(self) -> None:
        text = self._form.text.toPlainText()
        problem = text_problem(self._control, text)
        self._form.send.setEnabled(not problem)
        self._form.hint.setText(problem or text_note(self._control, text))
        self._theme.mark_kind(self._form.hint, "caution" if problem else "quiet")


async def asked_value(theme: Theme, device: Device, control: Control, value: Value, parent: QWidget) -> str | None:
    """The new value, or None when it was cancelled."""
    if control.kind is ControlKind.COLOUR:
        return await _asked_colour(theme, device, control, value, parent)
    dialog = TextDialog(theme, device, control, value, parent)
    written: list[str] = []
    dialog.accepted.connect(lambda: written.append(dialog.text))
    await answered(dialog, theme)
    return written[0] if written else None


async def _asked_colour(theme: Theme, device: Device, control: Control, value: Value, parent: QWidget) -> str | None:
    dialog = QColorDialog(seen(colour_of(value) or Colour(0, 0, MOST)), parent)
    dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
    dialog.setOption(QColorDialog.ColorDialogOption.NoEyeDropperButton)
    dialog.setWindowTitle(f"{control.title} of {device.name}")
    chosen: list[str] = []
    dialog.colorSelected.connect(lambda colour: chosen.append(picked(colour).text))
    await answered(dialog, theme)
    return chosen[0] if chosen else None
