"""Asks for the passphrase of the vault, and repeats what failed because the vault was locked."""

from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.unlock_secrets import Ui_UnlockSecrets
from heyzack_console.desktop.panes.discovery.fields import CheckedField
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.domain.errors import SecretsLocked
from heyzack_console.ports.engine.devices import UnlockSecrets
from heyzack_console.presentation.discovery.checks import passphrase_fault

A = TypeVar("A")


class UnlockDialog(QDialog):
    """A wrong passphrase is said at the foot and the form stays."""

    def __init__(self, ground: Ground, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_UnlockSecrets()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form, theme = self._form, ground.theme
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setFont(theme.font("title"))
        self._work = FormWork(self, ground.bridge, theme, form.said)
        form.progress_place.addWidget(self._work.panel)
        self._passphrase = CheckedField(theme, form.passphrase, form.passphrase_hint, passphrase_fault)
        self._again = CheckedField(theme, form.again, form.again_hint, self._again_fault)
        for field in (self._passphrase, self._again):
            field.changed.connect(self._settle)
        self._work.busy_changed.connect(self._settle)
        self._work.refused.connect(lambda _: form.passphrase.selectAll())
        form.unlock.clicked.connect(self._unlock)
        form.cancel.clicked.connect(self.reject)
        self._settle()
        form.passphrase.setFocus()

    def _again_fault(self, again: str) -> str:
        return passphrase_fault(self._form.passphrase.text(), again) if again else ""

    def _settle(self) -> None:
        fault = self._passphrase.fault or self._again.fault
        self._form.unlock.setEnabled(not fault and not self._work.busy)
        self._form.unlock.setToolTip(fault)

    def _unlock(self) -> None:
        command = UnlockSecrets(self._form.passphrase.text())
        self._work.run(self._send(command), "Opening the vault", self.accept)

    async def _send(self, command: UnlockSecrets) -> None:
        await self._ground.port.do(command)


async def unlocked(ground: Ground, parent: QWidget) -> bool:
    """Ask for the passphrase over *parent*; True once the vault is open."""
    return await answered(UnlockDialog(ground, parent), ground.theme)


async def with_keys(ground: Ground, do: Callable[[], Coroutine[Any, Any, A]], parent: QWidget) -> A:
    """Await *do*; where the vault is locked, ask for its passphrase and try once more.

    Raises:
        SecretsLocked: nobody opened the vault.
    """
    try:
        return await do()
    except SecretsLocked:
        if not await unlocked(ground, parent):
            raise
    return await do()
