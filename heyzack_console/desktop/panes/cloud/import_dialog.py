"""Takes in devices that a cloud project lists: chosen, tried without effect, then taken in part by part."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.import_cloud import Ui_ImportCloud
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.panes.cloud.places_dialog import PlacesDialog
from heyzack_console.desktop.panes.cloud.project_choice import ProjectChoice
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.cloud import CloudInventory, ImportCloudDevices, SyncCloud
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.cloud.import_run import ImportRun
from heyzack_console.presentation.cloud.inventory import InventoryList, Standing

SIZE = (1040, 700)
CHECKING = "trying an import"
LISTING = "Asking the cloud for its devices"
TAKING_IN = "Taking in the devices"
NO_SITE = "There is no site yet: open a site file or find devices first"
CHOICES = ((None, "All devices"), (Standing.NEW, "New"), (Standing.CHANGED, "Changed"), (Standing.KNOWN, "Known"))


class ImportDialog(QDialog):
    """Lists as soon as it is open; the selected lines are those that are taken in. *receipt* tells what was done."""

    def __init__(
        self, ground: CloudGround, projects: Sequence[CloudProject], first: ProjectId | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_ImportCloud()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.receipts: list[Receipt] = []
        self.listed = InventoryList(ground.mirror)
        self.table = RowTable(ground.theme, ground.markers, self.listed)
        self._projects = projects
        self._choice = ProjectChoice(form.project_label, form.project, projects, first)
        self._empty = EmptyState(ground.theme)
        self._stack = QStackedWidget()
        self._work = FormWork(self, ground.bridge, ground.theme, form.said, fitted=False)
        self._checked: tuple[DeviceId, ...] = ()
        self._run: ImportRun | None = None
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def list_devices(self) -> None:
        """Show what the project listed last; the cloud is asked where it listed nothing yet."""
        self._work.run(self._list(), LISTING, self._propose)

    async def _list(self) -> None:
        inventory = await self._ground.port.ask(CloudInventory(self._choice.project))
        self.table.rearrange(lambda: self.listed.take(inventory))

    async def _list_again(self) -> None:
        await self._ground.port.do(SyncCloud(self._choice.project))
        await self._list()

    def _propose(self) -> None:
        self._select(self.listed.new_keys())
        self.table.setFocus()

    def _change_project(self) -> None:
        self.table.clearSelection()
        self.table.rearrange(lambda: self.listed.take(()))
        self.list_devices()

    def _narrow(self) -> None:
        text, only = self._form.filter.text(), self._form.only.currentData()
        self.table.rearrange(lambda: self.listed.narrow(text, only))
        self._choose()

    def _select(self, keys: tuple[str, ...]) -> None:
        self.table.select_keys(keys)
        self._choose()

    def _choose(self) -> None:
        """What is selected is tried at once: the report says what would happen before anything does."""
        chosen = self._chosen()
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
        run = ImportRun(self.listed.devices(self._checked))
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
        self.table.rearrange(lambda: self.listed.settle(run.taken, run.refused))
        self.table.clearSelection()
        self.table.select_keys(run.left)
        self._checked = self._chosen()
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

    def _chosen(self) -> tuple[DeviceId, ...]:
        return tuple(DeviceId(key) for key in sorted(self.table.selected_keys()))

    def _why_not(self, chosen: tuple[DeviceId, ...]) -> str:
        if self._ground.mirror.book is None:
            return NO_SITE
        if not chosen:
            return "Select the devices that shall be taken in"
        return "" if chosen == self._checked else "It is being tried what would happen"

    def _settle(self) -> None:
        run, busy = self._run, self._work.busy
        if run is not None and not busy:
            self._run = None
            self._tell(run)
        form, chosen = self._form, self._chosen()
        self._stack.setCurrentWidget(self.table if len(self.listed) else self._empty)
        form.chosen.setText(f"{self.listed.summary()}, {len(chosen)} selected")
        count = f"{len(chosen)} device{'s' if len(chosen) > 1 else ''}" if chosen else ""
        form.apply.setText(f"Take in {count}".strip())
        why = self._why_not(chosen)
        form.apply.setEnabled(not why and not busy)
        form.apply.setToolTip(why)
        for part in (form.again, form.places, form.select_all, form.select_new, form.filter, form.only):
            part.setEnabled(not busy)
        self._choice.allow(choosing=not busy)
        self._show_emptiness()

    def _show_emptiness(self) -> None:
        if self._work.busy:
            self._empty.say("cloud", "Listing", "The cloud is asked for the project's devices.")
        elif self.listed.total:
            said = f"None of the {self.listed.total} devices matches the filter."
            self._empty.say("filter", "No device matches", said)
            self._empty.offer("Clear filter", self._clear_filter)
        else:
            said = "The project lists none, or it could not be asked. Devices join it by an app or a pairing token."
            self._empty.say("cloud", "No devices listed", said)
            self._empty.offer("List again", self._again)

    def _clear_filter(self) -> None:
        self._form.only.setCurrentIndex(0)
        self._form.filter.clear()

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
        self.table.setAccessibleName("Devices of the project")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        form.table_place.addWidget(self._stack)
        form.progress_place.addWidget(self._work.panel)
        self._report("")
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        self.table.setFocus()

    def _connect(self) -> None:
        form = self._form
        form.filter.textChanged.connect(lambda _: self._narrow())
        form.only.currentIndexChanged.connect(lambda _: self._narrow())
        form.select_all.clicked.connect(lambda: self._select(tuple(self.table.visible_keys())))
        form.select_new.clicked.connect(self._propose)
        form.again.clicked.connect(self._again)
        form.places.clicked.connect(self._offer_places)
        form.apply.clicked.connect(self._apply)
        form.close.clicked.connect(self.reject)
        self._choice.changed.connect(self._change_project)
        self.table.chosen.connect(lambda _: self._choose())
        self._work.busy_changed.connect(self._settle)
        self.finished.connect(lambda _: self._ground.bridge.stop(CHECKING))
