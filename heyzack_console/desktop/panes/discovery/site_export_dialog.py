"""Writes the site into a file."""

from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.file_dialogs import chosen_place, write_text
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.export_site import Ui_ExportSite
from heyzack_console.desktop.panes.discovery.fields import CheckedField
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import ExportSite
from heyzack_console.presentation.discovery.checks import passphrase_fault
from heyzack_console.presentation.discovery.glance import suggested_name

KINDS = "Site files (*.json)"


class SiteExportDialog(QDialog):
    """With or without the local keys, which leave only sealed."""

    def __init__(self, ground: Ground, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_ExportSite()
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
        form.seal.toggled.connect(self._settle)
        form.write.clicked.connect(self._write)
        form.cancel.clicked.connect(self.reject)
        self._settle()

    def _again_fault(self, again: str) -> str:
        return passphrase_fault(self._form.passphrase.text(), again)

    def _settle(self) -> None:
        form, sealing = self._form, self._form.seal.isChecked()
        for name in ("passphrase", "again"):
            for part in (name, f"{name}_label", f"{name}_hint"):
                getattr(form, part).setVisible(sealing)
        fault = (self._passphrase.fault or self._again.fault) if sealing else ""
        form.write.setEnabled(not fault and not self._work.busy)
        form.write.setToolTip(fault)

    def _write(self) -> None:
        passphrase = self._form.passphrase.text() if self._form.seal.isChecked() else ""
        self._work.run(self._export(ExportSite(passphrase)), "Exporting the site", self.accept)

    async def _export(self, query: ExportSite) -> bool:
        book = self._ground.mirror.book
        name = suggested_name(book.site.name if book else "site")
        place = await chosen_place(self._ground.theme, "Export the site", name, KINDS, self)
        if place is None:
            return False
        await write_text(place, await self._ground.port.ask(query))
        keys = "with the sealed keys" if query.passphrase else "without keys"
        self._ground.done(Receipt(), f"Site exported to {place.name}, {keys}")
        return True
