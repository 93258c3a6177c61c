"""Asks for a device's local key."""

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.forms.local_key import Ui_LocalKey
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import Device

KEY_LENGTH = 16


class KeyDialog(QDialog):
    """One field for the key; Save waits until it has 16 characters."""

    def __init__(self, theme: Theme, device: Device, parent: QWidget) -> None:
        super().__init__(parent)
        self._form = Ui_LocalKey()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setText(f"Local key of {device.name}")
        form.title.setFont(theme.font("title"))
        form.key.setMaxLength(KEY_LENGTH)
        form.key.textChanged.connect(self._check)
        form.save.clicked.connect(self.accept)
        form.cancel.clicked.connect(self.reject)
        self._check("")
        form.key.setFocus()

    @property
    def key(self) -> str:
        """What was typed."""
        return self._form.key.text()

    def _check(self, text: str) -> None:
        missing = KEY_LENGTH - len(text)
        self._form.save.setEnabled(missing == 0)
        self._form.hint.setText(
            "It is stored in the key ring or the vault, never in the clear."
            if missing == 0
            else f"A local key has {KEY_LENGTH} characters, {missing} are missing."
        )


async def asked_key(theme: Theme, device: Device, parent: QWidget) -> str:
    """The key that was typed, empty when it was cancelled."""
    dialog = KeyDialog(theme, device, parent)
    typed = []
    dialog.accepted.connect(lambda: typed.append(dialog.key))
    await answered(dialog, theme)
    return typed[0] if typed else ""
