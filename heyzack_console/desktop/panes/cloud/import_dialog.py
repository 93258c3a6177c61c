"""Takes in devices that a cloud project lists: chosen, tried without effect, then taken in part by part."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.import_cloud import Ui_ImportCloud
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.panes.cloud.inventory_view import InventoryView
from heyzack_console.desktop.panes.cloud.places_dialog import PlacesDialog
from heyzack_console.desktop.panes.cloud.project_choice import ProjectChoice
from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.cloud import CloudInventory, ImportCloudDevices, SyncCloud
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.cloud.import_run import ImportRun
from heyzack_console.presentation.cloud.inventory import Standing

SIZE = (1040, 700)
CHECKING = "trying an import"
LISTING = "Asking the cloud for its devices"
TAKING_IN = "Taking in the devices"
NO_SITE = "There is no site yet: open a site file or find devices first"
CHOICES = ((None, "All devices"), (Standing.NEW, "New"), (Standing.CHANGED, "Changed"), (Standing.KNOWN, "Known"))


class ImportDialog(QDialog):
    """Lists as soon as it is open; the selected lines are those that are taken in. *receipts* tell what was done."""

    def __init__(
        self, ground: CloudGround, projects: Sequence[CloudProject], first: ProjectId | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_ImportCloud()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.receipts: list[Receipt] = []
        self.view = InventoryView(ground)
        self._projects = projects
        self._choice = ProjectChoice(form.project_label, form.project, projects, first)
        self._work = FormWork(self, ground.bridge, ground.theme, form.said, fitted=False)
        self._checked: tuple[DeviceId, ...] = ()
        self._run: ImportRun | None = None
        self._last: ImportRun | None = None
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def list_devices(self) -> None:
        """Show what the project listed last; the cloud is asked where it listed nothing yet."""
        self._work.run(self._list(), LISTING, self._propose)

    async def _list(self) -> None:
        inventory = await self._ground.port.ask(CloudInventory(self._choice.project))
        self.view.take(inventory)

    async def _list_again(self) -> None:
        await self._ground.port.do(SyncCloud(self._choice.project))
        await self._list()

    def _propose(self) -> None:
        self.view.select(self.view.listed.new_keys())
        self.view.table.setFocus()

    def _change_project(self) -> None:
        self.view.select(())
        self.view.take(())
        self.list_devices()

    def _choose(self) -> None:
        """What is selected is tried at once: the report says what would happen before anything does."""
        chosen = self.view.selected
        if chosen != self._checked and not self._work.busy:
            self._checked = ()
            self._report("")
            self._ground.bridge.stop(CHECKING)
            if chosen and self._ground.mirror.book is not None:
                self._ground.bridge.start(self._try(chosen), CHECKING, self._work.refuse)
        self._settle()

    async def _try(self, chosen: tuple[DeviceId, ...]) -> None:
        would = await self._ground.port.do(ImportCloudDevices(self._choice.project, chosen, dry_run=True))
        self._checked = chosen
        self._work.say("")
        self._report(would.text)
        self._settle()

    def _apply(self) -> None:
        run = ImportRun(self.view.listed.devices(self._checked))
        self._run = run
        self._report("")
        self._work.run(self._take_in(run), TAKING_IN)

    async def _take_in(self, run: ImportRun) -> None:
        project = self._choice.project
        while run.part and not run.stopped:
            self._work.panel.advance(run.done, run.total, run.counts())
            try:
                run.took(await self._ground.port.do(ImportCloudDevices(project, run.part)))
            except ConsoleError as error:
                run.refuse(error)
                if run.stopped:
                    raise

    def _tell(self, run: ImportRun) -> None:
        """Say what an import came to, whether it ran to its end, was stopped or was refused."""
        self.view.settle(run.taken, run.refused, run.left)
        self._checked = self.view.selected
        self._report(run.words())
        if run.taken:
            self.receipts.append(run.receipt())

    def _offer_places(self) -> None:
        self._work.run(self._propose_places(), "Waiting for the places")

    async def _propose_places(self) -> None:
        dialog = PlacesDialog(self._ground, self._projects, self._choice.project, self)
        dialog.propose()
        await answered(dialog, self._ground.theme)
        self.receipts += dialog.receipts

    def _why_not(self, chosen: tuple[DeviceId, ...]) -> str:
        if self._ground.mirror.book is None:
            return NO_SITE
        if not chosen:
            return "Select the devices that shall be taken in"
        return "" if chosen == self._checked else "What would happen is not known yet"

    def _settle(self) -> None:
        run, busy = self._run, self._work.busy
        if run is not None and not busy:
            self._run, self._last = None, run
            self._tell(run)
        form, chosen = self._form, self.view.selected
        self.view.show_state(busy=busy)
        form.chosen.setText(f"{self.view.listed.summary()}, {len(chosen)} selected")
        count = f"{len(chosen)} device{'s' if len(chosen) > 1 else ''}" if chosen else ""
        form.apply.setText(f"Take in {count}".strip())
        why = self._why_not(chosen)
        form.apply.setEnabled(not why and not busy)
        form.apply.setToolTip(why)
        for part in (form.again, form.places, form.select_all, form.select_new, form.filter, form.only):
            part.setEnabled(not busy)
        form.copy.setVisible(self._last is not None and bool(self._last.left))
        self._choice.allow(choosing=not busy)

    def _copy(self) -> None:
        if self._last is not None:
            QGuiApplication.clipboard().setText(self._last.as_text())
            self._work.say("On the clipboard, a line for each device.", "ok")

    def _again(self) -> None:
        self._work.run(self._list_again(), LISTING, self._propose)

    def _report(self, text: str) -> None:
        self._form.report.setText(text)
        self._form.report.setAccessibleName(text)
        self._form.report.setVisible(bool(text))

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        form.filter.setMinimumWidth(theme.px(240))
        for standing, word in CHOICES:
            form.only.addItem(word, standing)
        form.table_place.addWidget(self.view)
        form.progress_place.addWidget(self._work.panel)
        self._report("")
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        self.view.table.setFocus()

    def _connect(self) -> None:
        form = self._form
        for changed in (form.filter.textChanged, form.only.currentIndexChanged):
            changed.connect(lambda _: self.view.narrow(form.filter.text(), form.only.currentData()))
        form.select_all.clicked.connect(lambda: self.view.select(tuple(self.view.table.visible_keys())))
        form.select_new.clicked.connect(self._propose)
        form.again.clicked.connect(self._again)
        form.copy.clicked.connect(self._copy)
        form.places.clicked.connect(self._offer_places)
        form.apply.clicked.connect(self._apply)
        form.close.clicked.connect(self.reject)
        self._choice.changed.connect(self._change_project)
        self.view.chosen.connect(self._choose)
        self.view.again_wanted.connect(self._again)
        self.view.clear_wanted.connect(lambda: form.only.setCurrentIndex(0))
        self.view.clear_wanted.connect(form.filter.clear)
        self._work.busy_changed.connect(self._settle)
        self.finished.connect(lambda _: self._ground.bridge.stop(CHECKING))
