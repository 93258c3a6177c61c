"""Takes in devices and keys from a list: first the report of what would happen, then the act."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.file_dialogs import chosen_file, read_text
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.import_devices import Ui_ImportDevices
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.panes.discovery.site_part import SitePart
from heyzack_console.desktop.panes.discovery.unlock_dialog import with_keys
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import ImportDevices
from heyzack_console.presentation.discovery.founding import found_site

KINDS = "Lists of devices (*.json *.csv *.txt)"
WIDTH = 640


class ImportDialog(QDialog):
    """Choose a list, read the report, take it in. The list is held only while the form is open."""

    def __init__(self, ground: Ground, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._command: ImportDevices | None = None
        self._notes: tuple[str, ...] = ()
        self._form = Ui_ImportDevices()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form, theme = self._form, ground.theme
        self.setFixedWidth(theme.px(WIDTH))
        form.title.setFont(theme.font("title"))
        form.report.hide()
        self._work = FormWork(self, ground.bridge, theme, form.said)
        form.progress_place.addWidget(self._work.panel)
        self._site = SitePart(theme) if ground.mirror.book is None else None
        if self._site is not None:
            form.site_place.addWidget(self._site)
            self._site.changed.connect(self._settle)
        self._work.busy_changed.connect(self._settle)
        form.choose.clicked.connect(self._choose)
        form.apply.clicked.connect(self._apply)
        form.copy.clicked.connect(self._copy)
        form.close.clicked.connect(self.reject)
        self._settle()
        form.choose.setFocus()

    def _choose(self) -> None:
        self._work.run(self._read(), "Reading the list")

    async def _read(self) -> None:
        path = await chosen_file(self._ground.theme, "Choose a list of devices", KINDS, self)
        if path is not None:
            await self._look_at(path)

    async def _look_at(self, path: Path) -> None:
        self._command, self._notes = None, ()
        self._form.report.hide()
        self._form.file.setText(path.name)
        text = await read_text(path)
        receipt = await self._ground.port.do(ImportDevices(text, dry_run=True))
        self._command = ImportDevices(text)
        self._notes = receipt.notes
        self._form.report.setText(receipt.text)
        self._form.report.show()
        self._form.apply.setText(f"Take in {_devices(receipt.count)}")
        if self._site is not None:
            self._site.enter()

    def _apply(self) -> None:
        if self._command is not None:
            self._work.run(self._take_in(self._command), "Taking in the devices", self.accept)

    async def _take_in(self, command: ImportDevices) -> None:
        await found_site(self._ground.port, self._site.draft if self._site else None)

        async def take() -> Receipt:
            return await self._ground.port.do(command)

        receipt = await with_keys(self._ground, take, self)
        self._ground.done(receipt, f"{_devices(receipt.count)} taken in, to be placed on the plan")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._notes) + "\n")
        self._work.say("On the clipboard, a line for each.", "ok")

    def _settle(self) -> None:
        faults = list(self._site.faults.values()) if self._site else []
        why = "Choose a list first" if self._command is None else faults[0] if faults else ""
        self._form.apply.setEnabled(not why and not self._work.busy)
        self._form.apply.setToolTip(why)
        self._form.copy.setVisible(bool(self._notes))
        self._form.choose.setEnabled(not self._work.busy)


def _devices(count: int) -> str:
    return "1 device" if count == 1 else f"{count} devices"
