"""Adds, renames, reorders, resizes and removes floors; applied in one step."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.forms.floors import Ui_Floors
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.sites import Floor
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.map.floor_list import FloorList, floor_words

HINT = "A floor is removed only while it has no zones and no devices. Apply writes everything in one step."


class FloorsDialog(QDialog):
    """Stays open, with everything that was written, when the engine refuses."""

    def __init__(
        self, theme: Theme, port: EnginePort, bridge: Bridge, floors: Sequence[Floor], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._port = port
        self._bridge = bridge
        self._list = FloorList.of(floors)
        self.receipt: Receipt | None = None
        self._form = Ui_Floors()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.setFixedWidth(theme.size("dialog_width"))
        form.title.setText("Floors")
        form.title.setFont(theme.font("title"))
        form.floors.currentRowChanged.connect(self._show_fields)
        form.add.clicked.connect(lambda: self._take(self._list.added(), 0))
        form.up.clicked.connect(lambda: self._move(-1))
        form.down.clicked.connect(lambda: self._move(1))
        form.remove.clicked.connect(lambda: self._take(self._list.removed(self._row), self._row))
        form.name.textEdited.connect(self._write)
        form.width_m.valueChanged.connect(self._write)
        form.height_m.valueChanged.connect(self._write)
        form.apply.clicked.connect(lambda: bridge.start(self._apply(), "floors", self._refused))
        form.cancel.clicked.connect(self.reject)
        self._take(self._list, 0)

    @property
    def _row(self) -> int:
        return max(0, self._form.floors.currentRow())

    def _take(self, floors: FloorList, row: int) -> None:
        self._list = floors
        listed = self._form.floors
        with QSignalBlocker(listed):
            listed.clear()
            listed.addItems([floor_words(draft) for draft in floors.drafts])
            listed.setCurrentRow(min(row, len(floors.drafts) - 1))
        self._show_fields(listed.currentRow())

    def _move(self, step: int) -> None:
        self._take(self._list.swapped(self._row, step), min(max(self._row + step, 0), len(self._list.drafts) - 1))

    def _show_fields(self, row: int) -> None:
        form, drafts = self._form, self._list.drafts
        there = 0 <= row < len(drafts)
        for part in (form.name, form.width_m, form.height_m, form.remove):
            part.setEnabled(there)
        form.up.setEnabled(there and row > 0)
        form.down.setEnabled(there and row < len(drafts) - 1)
        if there:
            with QSignalBlocker(form.width_m), QSignalBlocker(form.height_m):
                form.name.setText(drafts[row].name)
                form.width_m.setValue(drafts[row].width)
                form.height_m.setValue(drafts[row].height)
        self._check()

    def _write(self, _changed: object = None) -> None:
        form, row = self._form, self._row
        if row < len(self._list.drafts):
            self._list = self._list.written(row, form.name.text(), form.width_m.value(), form.height_m.value())
            item = form.floors.item(row)
            item.setText(floor_words(self._list.drafts[row]))
        self._check()

    def _check(self) -> None:
        wrong = self._list.objection
        self._form.apply.setEnabled(not wrong)
        self._form.hint.setText(wrong if wrong and self._list.drafts != self._list.before else HINT)

    async def _apply(self) -> None:
        self.receipt = await self._port.do(self._list.command)
        self.accept()

    def _refused(self, error: ConsoleError) -> None:
        self._form.hint.setText(error.text)
