"""A walk test: started for a part of the building, ticked as devices are heard, finished with a report.

The form does not hold the window: the plan beside it shows the ticks.
"""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QSize
from PySide6.QtGui import QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.file_dialogs import chosen_place, write_bytes, write_text
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.walk import Ui_Walk
from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.desktop.theme.paper import Paper
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.walks import WalkTest
from heyzack_console.ports.engine.port import Command
from heyzack_console.ports.engine.walks import FinishWalk, StartWalk, Walks
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.fieldwork.walking import (
    WalkList,
    counts,
    parts_to_walk,
    walk_csv,
    walk_html,
    walk_lines,
)
from heyzack_console.presentation.fieldwork.work import Spot
from heyzack_console.presentation.selection import Selection

SIZE = (620, 620)
LOADING, STARTING, FINISHING, SAVING = "Walk tests", "Starting the walk test", "Finishing the walk test", "Saving it"
KINDS = "Reports (*.pdf *.csv)"
RESOLUTION = 300
BODY_MM = 3.4


class WalkDialog(QDialog):
    """Shows the walk test that runs, else the last one."""

    def __init__(self, ground: FieldGround, here: Callable[[], Spot | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._here = here
        self._form = Ui_Walk()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self._walk: WalkTest | None = None
        self._parts = parts_to_walk(ground.mirror.devices.values(), index_of(ground.mirror.book))
        self.listing = WalkList()
        self.table = RowTable(ground.theme, ground.markers, self.listing)
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._build(parent.window().size())
        self._settle()

    @property
    def walk(self) -> WalkTest | None:
        """The walk test that is shown."""
        return self._walk

    def show_walks(self, walks: tuple[WalkTest, ...]) -> None:
        """Show the newest of *walks*."""
        self._walk = walks[0] if walks else None
        self.arrange()

    def arrange(self) -> None:
        """Order the lines anew."""
        mirror, zone = self._ground.mirror, self._ground.times.zone()
        walk = self._walk
        index = index_of(mirror.book)
        lines = walk_lines(walk, mirror.devices, index, self._here(), zone) if walk else ()
        self.table.rearrange(lambda: self.listing.take(lines))
        self._settle()

    def say(self, text: str) -> None:
        """Say at the foot what went wrong."""
        self._work.say(text)

    def _start(self) -> None:
        part = self._parts[self._form.part.currentIndex()]
        devices = tuple(device.id for device in part.devices)
        self._work.run(self._do(StartWalk(part.title, devices)), STARTING, self._settle)

    def _finish(self) -> None:
        if self._walk is not None:
            self._work.run(self._do(FinishWalk(self._walk.id)), FINISHING, self._settle)

    async def _do(self, command: Command) -> None:
        receipt = await self._ground.port.do(command)
        self.show_walks(await self._ground.port.ask(Walks()))
        self._work.say(receipt.text, "ok")

    def _save(self) -> None:
        if self._walk is not None:
            self._work.run(self._write(self._walk), SAVING, self._settle)

    async def _write(self, walk: WalkTest) -> bool:
        path = await chosen_place(self._ground.theme, "Save walk test", "walk-test.pdf", KINDS, self)
        if path is None:
            return False
        if path.suffix.lower() == ".csv":
            await write_text(path, walk_csv(walk, self.listing.lines))
        else:
            await write_bytes(path, self._pdf(walk))
        self._work.say(f"Saved to {path.name}.", "ok")
        return True

    def _pdf(self, walk: WalkTest) -> bytes:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(RESOLUTION)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        document = QTextDocument()
        document.documentLayout().setPaintDevice(writer)
        document.setDefaultFont(Paper(self._ground.theme.tokens).font("body", BODY_MM * RESOLUTION / 254))
        document.setPageSize(writer.pageLayout().paintRectPixels(RESOLUTION).size().toSizeF())
        document.setHtml(walk_html(walk, self.listing.lines, self._ground.times.zone()))
        document.print_(writer)
        buffer.close()
        return bytes(buffer.data().data())

    def _choose(self, keys: list[str]) -> None:
        if keys and keys[0] in self._ground.mirror.devices:
            self._ground.board.choose(Selection((DeviceId(keys[0]),), ()))

    def _settle(self) -> None:
        form, walk, busy = self._form, self._walk, self._work.busy
        running = walk is not None and walk.running
        form.counts.setText(counts(walk) if walk else "No walk test yet. Choose what to walk, then start.")
        form.part.setEnabled(not running and not busy)
        form.start.setEnabled(not running and not busy and bool(self._parts))
        form.finish.setEnabled(running and not busy)
        form.save.setEnabled(walk is not None and not busy)

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        for part in self._parts:
            form.part.addItem(f"{part.title} ({len(part.devices)})")
        self.table.setAccessibleName("Devices of the walk test")
        form.table_place.addWidget(self.table)
        form.progress_place.addWidget(self._work.panel)
        form.start.clicked.connect(self._start)
        form.finish.clicked.connect(self._finish)
        form.save.clicked.connect(self._save)
        form.close.clicked.connect(self.reject)
        self.table.chosen.connect(self._choose)
        self._work.busy_changed.connect(self._settle)
