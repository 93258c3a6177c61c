"""Takes in a floor plan: choose a file, what of it, its scale and place; the plan is seen all the while."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QListWidgetItem, QWidget

from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.file_dialogs import chosen_file, read_bytes
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.import_plan import Ui_ImportPlan
from heyzack_console.desktop.panes.map.plan_import_choices import PlanChoices, is_ticked
from heyzack_console.desktop.panes.map.plan_points import PlanPoints, Points
from heyzack_console.desktop.panes.map.plan_preview import PlanPreview, Sheet
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.desktop.tick_delegate import TickDelegate
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.plans import PlanChoice
from heyzack_console.domain.sites import Floor, Zone
from heyzack_console.ports.engine.plans import ReadPlan
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.map.importing import FloorWish, PlanWish

KINDS = "Floor plans (*.png *.jpg *.jpeg *.svg *.svgz *.pdf *.dxf *.ifc)"
WIDTH, HEIGHT, CHOICES_WIDTH, LIST_HEIGHT = 1040, 620, 330, 96


@dataclass(frozen=True, slots=True)
class PlanGround:
    """What the dialog stands on; *done* says the receipt where it can be undone."""

    port: EnginePort
    bridge: Bridge
    theme: Theme
    floors: Sequence[Floor]
    zones: Sequence[Zone]
    done: Callable[[Receipt, str], None]


class PlanImportDialog(QDialog):
    """What the engine refuses is said at the foot, and everything chosen stays."""

    def __init__(self, ground: PlanGround, parent: QWidget) -> None:
        super().__init__(parent)
        self._ground = ground
        self._data, self._name = b"", ""
        self._wish: PlanWish | None = None
        self._images: dict[int, QImage] = {}
        self._pair: Points | None = None
        self._form = Ui_ImportPlan()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        self._choices = PlanChoices(self._form, ground.floors)
        form, theme = self._form, ground.theme
        room = parent.size()
        self.resize(min(theme.px(WIDTH), room.width() * 19 // 20), min(theme.px(HEIGHT), room.height() * 19 // 20))
        form.scroll.setFixedWidth(theme.px(CHOICES_WIDTH))
        for shown in (form.floors, form.layers, form.zones):
            shown.setFixedHeight(theme.px(LIST_HEIGHT))
            shown.setItemDelegate(TickDelegate(theme, shown))
        for ground_of in (form.scroll.viewport(), form.choices):
            ground_of.setAutoFillBackground(False)
        self.preview = PlanPreview(theme)
        form.preview_place.addWidget(self.preview, 1)
        self._points = PlanPoints(self.preview, self._sheet)
        self._work = FormWork(self, ground.bridge, theme, form.said, fitted=False)
        form.progress_place.addWidget(self._work.panel)
        self._say("")
        self._connect()
        self._settle()
        form.choose.setFocus()

    def _connect(self) -> None:
        form = self._form
        self._work.busy_changed.connect(self._settle)
        self._points.said.connect(self._say)
        self._points.measured.connect(self._take_pair)
        self._points.aligned.connect(self._align)
        form.choose.clicked.connect(lambda: self._work.run(self._choose(), "Choosing a file"))
        form.again.clicked.connect(lambda: self._work.run(self._read(self._choices.choice()), "Reading the plan"))
        form.floors.currentRowChanged.connect(lambda _row: self._show_floor())
        form.floors.itemChanged.connect(self._tick_floor)
        form.zones.itemChanged.connect(self._tick_zone)
        form.target.activated.connect(self._retarget)
        form.over.currentIndexChanged.connect(lambda _row: self._settle())
        form.measure.clicked.connect(self._points.ask_distance)
        form.set_scale.clicked.connect(self._set_scale)
        form.align.clicked.connect(self._ask_common)
        form.close.clicked.connect(self.reject)
        form.apply.clicked.connect(lambda: self._work.run(self._take_in(), "Taking in the plan", self.accept))

    async def _choose(self) -> None:
        path = await chosen_file(self._ground.theme, "Choose a floor plan", KINDS, self)
        if path is not None:
            await self.look_at(path)

    async def look_at(self, path: Path) -> None:
        """Read the file at *path* and show what is in it."""
        self._wish = None
        self._form.file.setText(path.name)
        self._show_floor()
        self._data, self._name = await read_bytes(path), path.name
        await self._read(PlanChoice())

    async def _read(self, choice: PlanChoice) -> None:
        plan = await self._ground.port.ask(ReadPlan(self._name, self._data, choice))
        pictures = {n: floor.picture.data for n, floor in enumerate(plan.floors) if floor.picture is not None}
        self._images = {n: await asyncio.to_thread(QImage.fromData, data) for n, data in pictures.items()}
        self._wish = PlanWish(self._name, plan, self._choices.there, self._wish)
        self._form.file.setText("  ".join((self._name, *plan.notes)))
        self._choices.show_plan(self._wish)
        self._show_floor()

    def _current(self) -> FloorWish | None:
        row = self._form.floors.currentRow()
        return self._wish.floors[row] if self._wish is not None and 0 <= row < len(self._wish.floors) else None

    def _show_floor(self) -> None:
        self._pair = None
        self._choices.show_floor(self._current())
        self._points.stop()
        self._settle()

    def _sheet(self) -> Sheet | None:
        floor = self._current()
        if floor is None:
            return None
        drawing = floor.drawing
        zones = [(zone.outline, number in floor.zones) for number, zone in enumerate(drawing.zones)]
        image = self._images.get(self._form.floors.currentRow())
        return Sheet(drawing.width, drawing.height, drawing.strokes, zones, image)

    def _tick_floor(self, item: QListWidgetItem) -> None:
        if self._wish is not None:
            self._wish.floors[self._form.floors.row(item)].taken = is_ticked(item)
            self._settle()

    def _tick_zone(self, item: QListWidgetItem) -> None:
        floor, number = self._current(), self._form.zones.row(item)
        if floor is not None:
            (floor.zones.add if is_ticked(item) else floor.zones.discard)(number)
            self._settle()

    def _retarget(self, row: int) -> None:
        floor = self._current()
        if floor is not None:
            floor.target = self._choices.there[row - 1].id if row > 0 else None
            self._settle()

    def _take_pair(self, pair: Points) -> None:
        self._pair = pair
        self._settle()
        self.preview.show_points(pair)
        self._say("Type how far apart the two points really are, then Set.")
        self._form.distance.setFocus()
        self._form.distance.selectAll()

    def _set_scale(self) -> None:
        if self._wish is not None and self._pair is not None:
            self._try(lambda wish, pair: wish.measure(*pair, self._form.distance.value()), self._pair)

    def _ask_common(self) -> None:
        other = self._choices.other()
        if other is not None:
            self._pair = None
            zones = [(zone.outline, False) for zone in self._ground.zones if zone.floor == other.id]
            self._points.ask_common(Sheet(other.width, other.height, other.strokes, zones))

    def _align(self, here: Points, there: Points) -> None:
        self._try(lambda wish, pair: wish.lay_over(pair, there), here)
        if self._wish is not None and self._wish.fit is not None:
            self._say(f"The plan now lies over {self._form.over.currentText()}.")

    def _try(self, change: Callable[[PlanWish, Points], None], pair: Points) -> None:
        if self._wish is None:
            return
        try:
            change(self._wish, pair)
        except ConsoleError as error:
            self._work.refuse(error)
            return
        self._pair = None
        self._say("")
        self._work.say("")
        self._settle()

    async def _take_in(self) -> None:
        if self._wish is not None:
            receipt = await self._ground.port.do(self._wish.command())
            self._ground.done(receipt, receipt.text)

    def _say(self, text: str) -> None:
        self._form.hint.setText(text)
        self._form.hint.setVisible(bool(text))

    def _settle(self) -> None:
        self._choices.settle(self._wish, self._current(), busy=self._work.busy, paired=self._pair is not None)
        self.preview.show_sheet(self._sheet())
