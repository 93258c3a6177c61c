"""Takes in a site file."""

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import confirmed
from heyzack_console.desktop.file_dialogs import chosen_file, read_text
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.import_site import Ui_ImportSite
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.panes.discovery.unlock_dialog import unlocked
from heyzack_console.domain.errors import ConsoleError, SecretsLocked
from heyzack_console.ports.engine.sites import ImportSite
from heyzack_console.presentation.discovery.glance import SiteGlance, glance
from heyzack_console.presentation.frame.question import Question

KINDS = "Site files (*.json)"
WIDTH = 560


class SiteImportDialog(QDialog):
    """Choose a file, see what it holds, open it; what the engine refuses is said at the foot and the form stays."""

    def __init__(self, ground: Ground, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._text = ""
        self._glance: SiteGlance | None = None
        self._form = Ui_ImportSite()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form, theme = self._form, ground.theme
        self.setFixedWidth(theme.px(WIDTH))
        form.title.setFont(theme.font("title"))
        form.passphrase_hint.setFont(theme.font("small"))
        form.report.hide()
        form.unlock.hide()
        self._work = FormWork(self, ground.bridge, theme, form.said)
        form.progress_place.addWidget(self._work.panel)
        self._work.busy_changed.connect(self._settle)
        self._work.refused.connect(self._refused)
        form.choose.clicked.connect(self._choose)
        form.apply.clicked.connect(self._apply)
        form.unlock.clicked.connect(self._unlock)
        form.cancel.clicked.connect(self.reject)
        self._settle()
        form.choose.setFocus()

    def _choose(self) -> None:
        self._work.run(self._read(), "Reading the file")

    async def _read(self) -> None:
        path = await chosen_file(self._ground.theme, "Choose a site file", KINDS, self)
        if path is not None:
            await self._look_at(path)

    async def _look_at(self, path: Path) -> None:
        form = self._form
        self._glance = None
        form.report.hide()
        form.file.setText(path.name)
        self._text = await read_text(path)
        self._glance = await asyncio.to_thread(glance, self._text)
        form.report.setText(self._glance.words)
        form.report.show()
        (form.passphrase if self._glance.sealed else form.apply).setFocus()

    def _apply(self) -> None:
        self._work.run(self._take_in(), "Taking in the site", self._taken_in)

    async def _take_in(self) -> bool:
        before, file = self._ground.mirror.book, self._glance
        if file is None:
            return False
        if before is not None:
            question = Question(
                f"Open {file.name} in place of {before.site.name}?",
                "Open the site",
                file.words,
                f"The window then shows {file.name}. Devices and floors with the same id take the file's values.",
                "What is there now stays in the journal. Export it first to be able to open it again.",
                asks_reason=False,
            )
            if await confirmed(self._ground.theme, question, self) is None:
                return False
        receipt = await self._ground.port.do(ImportSite(self._text, self._form.passphrase.text()))
        self._ground.done(receipt, receipt.text)
        return True

    def _taken_in(self) -> None:
        self._form.passphrase.clear()
        self.accept()

    def _refused(self, error: ConsoleError) -> None:
        # Both the file's passphrase and the vault that shall keep its keys may be what is locked; the text says which.
        locked = isinstance(error, SecretsLocked)
        self._form.unlock.setVisible(locked)
        if locked:
            self._form.passphrase.setFocus()
            self._form.passphrase.selectAll()

    def _unlock(self) -> None:
        self._work.run(self._open_vault(), "Waiting for the vault")

    async def _open_vault(self) -> None:
        if await unlocked(self._ground, self):
            self._form.unlock.hide()

    def _settle(self) -> None:
        form, sealed = self._form, self._glance is not None and self._glance.sealed
        for part in (form.passphrase, form.passphrase_label, form.passphrase_hint):
            part.setVisible(sealed)
        form.apply.setEnabled(self._glance is not None and not self._work.busy)
        form.apply.setToolTip("" if self._glance else "Choose a file first")
        form.choose.setEnabled(not self._work.busy)
