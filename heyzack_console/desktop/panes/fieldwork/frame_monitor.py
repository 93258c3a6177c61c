"""The frames of a device's session as they come, with filter, pause and copy."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.devices import RecentFrames
from heyzack_console.presentation.fieldwork.frames import FrameFilter, FrameList

EVERY_MS = 1000
ALL_COMMANDS = "Every command"
WAYS: tuple[tuple[str, bool | None], ...] = (("Both ways", None), ("Sent", True), ("Received", False))
ASKING = "frames of the diagnosis"


class FrameMonitor(QWidget):
    """Asks once a second while it is seen and not paused."""

    def __init__(self, ground: FieldGround, device: DeviceId, say: Callable[[str], None]) -> None:
        super().__init__()
        self._ground = ground
        self._device = device
        self._say = say
        self.frames = FrameList()
        self.table = RowTable(ground.theme, ground.markers, self.frames)
        self.text = QLineEdit()
        self.command = QComboBox()
        self.way = QComboBox()
        self.pause = QPushButton("Pause")
        self._copy = QPushButton("Copy")
        self._count = QLabel()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.look)
        self._build()
        self._timer.start()

    def look(self) -> None:
        """Ask for the newest frames."""
        if self.isVisible() and not self.pause.isChecked():
            self._ground.bridge.renew(self._ask(), ASKING, self._failed)

    def end(self) -> None:
        """Stop asking."""
        self._timer.stop()
        self._ground.bridge.stop(ASKING)

    async def _ask(self) -> None:
        frames = await self._ground.port.ask(RecentFrames(self._device))
        self.table.rearrange(lambda: self.frames.take(frames))
        known = [self.command.itemText(n) for n in range(1, self.command.count())]
        for command in self.frames.commands:
            if command not in known:
                self.command.addItem(command)
        self._settle()

    def _failed(self, error: ConsoleError) -> None:
        self._say(error.text)

    def _filter(self) -> None:
        command = self.command.currentText() if self.command.currentIndex() > 0 else ""
        wanted = FrameFilter(self.text.text(), command, WAYS[self.way.currentIndex()][1])
        self.table.rearrange(lambda: self.frames.filter(wanted))
        self._settle()

    def _settle(self) -> None:
        total, shown = self.frames.total, len(self.frames)
        words = f"{shown} of {total} frames" if total else "No frame yet: the session has not spoken, or is released."
        self._count.setText(words)

    def _copy_all(self) -> None:
        QGuiApplication.clipboard().setText(self.frames.as_text())
        self._say(f"{len(self.frames)} frames copied.")

    def _build(self) -> None:
        self.text.setPlaceholderText("Filter frames")
        self.text.setClearButtonEnabled(True)
        for widget, name in ((self.text, "Filter frames"), (self.command, "Command"), (self.way, "Direction")):
            widget.setAccessibleName(name)
        self.command.addItem(ALL_COMMANDS)
        self.way.addItems([word for word, _ in WAYS])
        self.pause.setCheckable(True)
        self.pause.setAutoDefault(False)
        self._copy.setAutoDefault(False)
        self.text.textChanged.connect(self._filter)
        self.command.currentIndexChanged.connect(self._filter)
        self.way.currentIndexChanged.connect(self._filter)
        self._copy.clicked.connect(self._copy_all)
        self._count.setProperty("kind", "second")
        self.table.setAccessibleName("Frames")
        tools = QHBoxLayout()
        tools.addWidget(self.text, 1)
        for tool in (self.command, self.way, self.pause, self._copy):
            tools.addWidget(tool)
        column = QVBoxLayout(self)
        column.addLayout(tools)
        column.addWidget(self._count)
        column.addWidget(self.table, 1)
        self._settle()
