"""How much devices were used in a span, with those that are unused or unusual first."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QWidget

from heyzack_console.desktop.file_dialogs import chosen_place, write_text
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.usage import Ui_Usage
from heyzack_console.desktop.panes.fieldwork.ground import FieldGround
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.usage import DeviceUsage
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.fieldwork.usage import SPANS, UsageList
from heyzack_console.presentation.selection import Selection

SIZE = (1060, 620)
COUNTING, SAVING = "Counting what was recorded", "Saving the usage"
KINDS = "Tables (*.csv)"


class UsageDialog(QDialog):
    """Counts as soon as it is open, and when the span changes."""

    def __init__(self, ground: FieldGround, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_Usage()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self.listing = UsageList()
        self.table = RowTable(ground.theme, ground.markers, self.listing)
        self._work = FormWork(self, ground.bridge, ground.theme, self._form.said, fitted=False)
        self._build(parent.window().size())
        self.count()

    def count(self) -> None:
        """Ask for the usage of the chosen span until now."""
        self._work.run(self._ask(), COUNTING, self._filter)

    async def _ask(self) -> None:
        mirror, times = self._ground.mirror, self._ground.times
        end = times.now()
        _, span = SPANS[self._form.span.currentIndex()]
        found = await self._ground.port.ask(DeviceUsage(end - span, end))
        index = index_of(mirror.book)
        self.table.rearrange(lambda: self.listing.take(found, mirror.devices, index, times.zone()))

    def _filter(self) -> None:
        only = self._form.only.isChecked()
        self.table.rearrange(lambda: self.listing.only_unusual(only=only))
        self._form.counts.setText(self.listing.summary())

    def _save(self) -> None:
        self._work.run(self._write(), SAVING)

    async def _write(self) -> bool:
        path = await chosen_place(self._ground.theme, "Save usage", "usage.csv", KINDS, self)
        if path is None:
            return False
        await write_text(path, self.listing.as_csv())
        self._work.say(f"Saved to {path.name}.", "ok")
        return True

    def _choose(self, keys: list[str]) -> None:
        if keys:
            self._ground.board.choose(Selection((DeviceId(keys[0]),), ()))

    def _settle(self) -> None:
        for part in (self._form.span, self._form.save):
            part.setEnabled(not self._work.busy)

    def _build(self, room: QSize) -> None:
        form, theme = self._form, self._ground.theme
        form.title.setFont(theme.font("title"))
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        for word, _ in SPANS:
            form.span.addItem(f"The last {word}")
        form.span.setCurrentIndex(1)
        self.table.setAccessibleName("Usage of devices")
        form.table_place.addWidget(self.table)
        form.progress_place.addWidget(self._work.panel)
        form.span.currentIndexChanged.connect(self.count)
        form.only.toggled.connect(self._filter)
        form.save.clicked.connect(self._save)
        form.close.clicked.connect(self.reject)
        self.table.chosen.connect(self._choose)
        self._work.busy_changed.connect(self._settle)
