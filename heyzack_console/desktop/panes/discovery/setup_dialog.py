"""The last step of adding devices: name, kind and room of what is new, tried on paper, then done part by part."""

from collections.abc import Collection

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.file_dialogs import chosen_place, write_text
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.setup_devices import Ui_SetupDevices
from heyzack_console.desktop.panes.discovery.ground import Ground
from heyzack_console.desktop.panes.discovery.setup_editor import SetupEditor
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.cloud import ProposedPlace
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError, EngineLost
from heyzack_console.ports.engine.cloud import CloudProjects, ProposedPlaces
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.ports.engine.templates import Templates
from heyzack_console.presentation.adding.rooms import proposed_rooms
from heyzack_console.presentation.adding.setup import SetupList
from heyzack_console.presentation.cloud.import_run import ImportRun

SIZE = (1080, 700)
PART = 100
SECOND_MS = 1000
PROPOSING = "Looking for names and rooms"
SETTING_UP = "Setting up the devices"
KINDS = "Text for a spreadsheet (*.tsv *.txt)"
NAME = "new-devices.tsv"


class SetupDialog(QDialog):
    """Proposes as soon as it is open."""

    def __init__(self, ground: Ground, devices: Collection[DeviceId], parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._devices = frozenset(devices)
        self._form = Ui_SetupDevices()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.listed = SetupList(ground.mirror.health)
        self.table = RowTable(ground.theme, ground.markers, self.listed)
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._editor = SetupEditor(ground.theme, self._form, self.listed, self)
        self._second = QTimer(self)
        self._build(parent.window().size())
        self._connect()
        self._settle()

    def propose(self) -> None:
        """Ask for templates and rooms, and show what they suggest."""
        self._work.run(self._propose(), PROPOSING, self._settle)

    async def _propose(self) -> None:
        port = self._ground.port
        book = await port.ask(SitePicture())
        if book is None:
            return
        templates = await port.ask(Templates())
        places = await self._cloud_places()
        devices = [device for device in book.devices if device.id in self._devices]
        rooms = proposed_rooms(devices, places, book)
        self._editor.take_rooms(book)
        self.table.rearrange(lambda: self.listed.take(devices, templates, book, rooms))
        self._editor.show(())

    async def _cloud_places(self) -> list[ProposedPlace]:
        """What the cloud's spaces say; a cloud that does not answer is no reason to stop."""
        port = self._ground.port
        found: list[ProposedPlace] = []
        try:
            for project in await port.ask(CloudProjects()):
                places = await port.ask(ProposedPlaces(project.id))
                found.extend(places)
        except EngineLost:
            raise
        except ConsoleError as error:
            self._work.say(f"Rooms from the cloud are not at hand. {error.text}")
        return found

    def _apply(self) -> None:
        self._work.run(self._set_up(), SETTING_UP, self._settle)

    async def _set_up(self) -> None:
        port = self._ground.port
        book = await port.ask(SitePicture())
        if book is not None:
            self.listed.refresh(book)
        run = ImportRun(self.listed.devices(), PART)
        while run.part and not run.stopped:
            self._work.panel.advance(run.done, run.total, f"{run.done} of {run.total} set up")
            command = self.listed.command(run.part)
            try:
                receipt = await port.do(command)
            except ConsoleError as error:
                one = len(run.part) == 1
                run.refuse(error)
                if run.stopped:
                    raise
                if one:
                    self.listed.settle(command, error.text)
            else:
                run.took(receipt)
                self.listed.settle(command)
            self.table.refresh()
        self._ground.done(run.receipt(), f"{len(run.taken)} devices set up")
        self._tell()

    def _tell(self) -> None:
        total, done, refused = self.listed.counts()
        said = f"{done} of {total} set up."
        if refused:
            said += f" {refused} refused; their lines say why. What is not set up can be changed and tried again."
        self._work.say(said, "caution" if refused else "ok")

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.listed.as_text())
        self._work.say("The report is on the clipboard, what did not work first.", "ok")

    def _save(self) -> None:
        self._work.run(self._write(), "Saving the report")

    async def _write(self) -> None:
        place = await chosen_place(self._ground.theme, "Save the report", NAME, KINDS, self)
        if place is not None:
            await write_text(place, self.listed.as_text())
            self._work.say(f"Saved as {place.name}.", "ok")

    def _edited(self) -> None:
        self.table.refresh()
        self._settle()

    def _choose(self, keys: list[str]) -> None:
        self._editor.show(keys)
        self._settle()

    def _settle(self) -> None:
        form, busy = self._form, self._work.busy
        todo, total = len(self.listed.devices()), len(self.listed)
        form.preview.setText(self.listed.preview() if total else "")
        form.preview.setVisible(bool(total) and not busy)
        form.chosen.setText(f"{total} new, {len(self.table.selected_keys())} selected" if total else "")
        form.apply.setText(f"Set up {todo} device{'s' if todo > 1 else ''}" if todo else "Set up")
        form.apply.setEnabled(bool(todo) and not busy)
        form.apply.setToolTip("" if todo else "Nothing is left to do")
        form.copy.setEnabled(bool(total))
        form.save.setEnabled(bool(total) and not busy)

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        self.table.setAccessibleName("New devices")
        form.table_place.addWidget(self.table)
        form.progress_place.addWidget(self._work.panel)
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        self.table.setFocus()

    def _connect(self) -> None:
        form = self._form
        form.apply.clicked.connect(self._apply)
        form.copy.clicked.connect(self._copy)
        form.save.clicked.connect(self._save)
        form.close.clicked.connect(self.reject)
        self.table.chosen.connect(self._choose)
        self._editor.edited.connect(self._edited)
        self._work.busy_changed.connect(self._settle)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.table.refresh)
        self._second.start()
        self.finished.connect(lambda _: self._second.stop())
