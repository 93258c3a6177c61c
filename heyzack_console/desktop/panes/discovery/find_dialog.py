"""Finds devices on the network and takes them in."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QStackedWidget, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.find_devices import Ui_FindDevices
from heyzack_console.desktop.panes.discovery.device_editor import DeviceEditor
from heyzack_console.desktop.panes.discovery.fields import CheckedField
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.panes.discovery.import_dialog import ImportDialog
from heyzack_console.desktop.panes.discovery.site_part import SitePart
from heyzack_console.desktop.panes.discovery.unlock_dialog import with_keys
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.cloud import CloudDevice
from heyzack_console.domain.devices.health import FoundDevice
from heyzack_console.domain.errors import ConsoleError, EngineLost
from heyzack_console.ports.engine.cloud import CloudInventory, CloudProjects, ImportCloudDevices
from heyzack_console.ports.engine.devices import AddDevices, ProbeRange, Scan
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.presentation.discovery.checks import likely_network, network_fault
from heyzack_console.presentation.discovery.found import FoundList
from heyzack_console.presentation.discovery.founding import found_site

SIZE = (1000, 680)
# Devices announce themselves about every 5 s: after 10 s each was heard at least once.
SLICES = 5
SLICE_S = 2.0


class FindDialog(QDialog):
    """Scans as soon as it is open; the selected lines are those that are taken in."""

    def __init__(self, ground: Ground, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_FindDevices()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        mirror = ground.mirror
        self.found = FoundList(mirror)
        self.table = RowTable(ground.theme, ground.markers, self.found)
        self._empty = EmptyState(ground.theme)
        self._stack = QStackedWidget()
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._editor = DeviceEditor(ground.theme, self._form, self.found, self)
        self._range = CheckedField(
            ground.theme, self._form.range, self._form.range_hint, lambda text: network_fault(text) if text else ""
        )
        self._site = SitePart(ground.theme) if mirror.book is None else None
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def scan(self) -> None:
        """Listen and ask for about ten seconds; what is heard shows at once."""
        self._work.run(self._scan(), "Listening on the local network", self._settle)

    async def _scan(self) -> None:
        for done in range(SLICES):
            self._work.panel.advance(done, SLICES, self.found.summary())
            heard = await self._ground.port.ask(Scan(SLICE_S))
            self._take(heard)
        await self._know_cloud()

    async def _know_cloud(self) -> None:
        """What the cloud lists has its key there; a cloud that does not answer hinders no scan."""
        port = self._ground.port
        listed: list[CloudDevice] = []
        try:
            for project in await port.ask(CloudProjects()):
                inventory = await port.ask(CloudInventory(project.id))
                listed.extend(inventory)
        except EngineLost:
            raise
        except ConsoleError as error:
            self._work.say(f"Keys from the cloud are not at hand. {error.text}")
        self.table.rearrange(lambda: self.found.know_cloud(listed))

    def _probe(self) -> None:
        if self._form.range.text().strip() and self._range.check():
            network = self._form.range.text().strip()
            self._work.run(self._try_range(ProbeRange(network)), f"Trying the addresses of {network}", self._settle)

    async def _try_range(self, query: ProbeRange) -> None:
        answered_there = await self._ground.port.ask(query)
        self._take(answered_there)

    def _take(self, found: Sequence[FoundDevice]) -> None:
        self.table.rearrange(lambda: self.found.take(found))
        self._settle()

    def _add(self) -> None:
        keys = self._ready()
        self._work.run(self._take_in(keys), "Taking in the devices", self._settle)

    async def _take_in(self, keys: Sequence[str]) -> None:
        port = self._ground.port
        await found_site(port, self._site.draft if self._site else None)
        self._forget_site()

        async def take() -> Receipt:
            for project, wanted in self.found.fetched(keys).items():
                await port.do(ImportCloudDevices(project, wanted))
            book = await port.ask(SitePicture())
            known = {device.id: device for device in book.devices} if book else {}
            return await port.do(AddDevices(self.found.new_devices(keys, known)))

        receipt = await with_keys(self._ground, take, self)
        self.found.taken_in(keys)
        self.table.refresh()
        self._editor.show(())
        self.table.clearSelection()
        self._work.say(f"{receipt.text} They wait beside the plan to be placed.", "ok")
        self._ground.done(receipt, receipt.text)

    def _forget_site(self) -> None:
        if self._site is not None:
            self._form.site_place.removeWidget(self._site)
            self._site.deleteLater()
            self._site = None

    def _import_keys(self) -> None:
        self._work.run(self._import(), "Importing a list", self.scan)

    async def _import(self) -> bool:
        imported = await answered(ImportDialog(self._ground, self), self._ground.theme)
        if imported:
            self._forget_site()
        return imported

    def _choose(self, keys: list[str]) -> None:
        self._editor.show(tuple(keys))
        self._settle()

    def _edited(self) -> None:
        self.table.refresh()
        self._settle()

    def _ready(self) -> tuple[str, ...]:
        drafts = ((key, self.found.draft(key)) for key in self.table.selected_keys())
        return tuple(key for key, draft in drafts if draft is not None and draft.ready)

    def _why_not(self) -> str:
        if not self._ready():
            return "Select devices; one that was found by its address alone needs its id first"
        faults = list(self._site.faults.values()) if self._site else []
        return self._editor.fault or (faults[0] if faults else "")

    def _settle(self) -> None:
        form, ready = self._form, self._ready()
        self._stack.setCurrentWidget(self.table if len(self.found) else self._empty)
        form.chosen.setText(f"{self.found.summary()}, {len(self.table.selected_keys())} selected")
        form.add.setText("Add 1 device" if len(ready) == 1 else f"Add {len(ready)} devices" if ready else "Add devices")
        why = self._why_not()
        form.add.setEnabled(not why and not self._work.busy)
        form.add.setToolTip(why)
        for button in (form.scan, form.probe, form.import_keys):
            button.setEnabled(not self._work.busy)
        if not self._work.busy and not len(self.found):
            self._empty.say(
                "scan_network",
                "No device answered",
                "They may be in another subnet: try its range. Or take them in from a list of devices.",
            )
        elif self._work.busy:
            self._empty.say("scan_network", "Listening", "Devices announce themselves every few seconds.")

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        form.range.setFixedWidth(theme.px(170))
        addresses = [d.address for d in self._ground.mirror.devices.values() if d.address is not None]
        form.range.setText(likely_network(addresses))
        self.table.setAccessibleName("Found devices")
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._empty)
        form.table_place.addWidget(self._stack)
        form.progress_place.addWidget(self._work.panel)
        if self._site is not None:
            form.site_place.addWidget(self._site)
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        self.table.setFocus()

    def _connect(self) -> None:
        form = self._form
        form.scan.clicked.connect(self.scan)
        form.probe.clicked.connect(self._probe)
        form.range.returnPressed.connect(self._probe)
        form.import_keys.clicked.connect(self._import_keys)
        form.add.clicked.connect(self._add)
        form.close.clicked.connect(self.reject)
        self.table.chosen.connect(self._choose)
        self._editor.edited.connect(self._edited)
        self._work.busy_changed.connect(self._settle)
        if self._site is not None:
            self._site.changed.connect(self._settle)
