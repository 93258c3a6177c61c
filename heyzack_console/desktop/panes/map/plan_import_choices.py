"""The left side of the import: floors, layers, page, zones, scale and place, filled and read."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from heyzack_console.desktop.forms.import_plan import Ui_ImportPlan
from heyzack_console.domain.plans import PlanChoice, zone_title
from heyzack_console.domain.sites import Floor
from heyzack_console.presentation.map.importing import FloorWish, PlanWish

NEW_FLOOR = "A new floor"
NOTHING = "No other floor"


class PlanChoices:
    """Shows a wish on *form*; what is changed there is taken by the dialog."""

    def __init__(self, form: Ui_ImportPlan, there: Sequence[Floor]) -> None:
        self._form = form
        self.there = tuple(there)

    def show_plan(self, wish: PlanWish) -> None:
        """Show what a file holds, its first floor chosen."""
        form = self._form
        with QSignalBlocker(form.floors), QSignalBlocker(form.layers), QSignalBlocker(form.over):
            for shown in (form.floors, form.layers, form.over, form.target):
                shown.clear()
            for floor in wish.floors:
                _tickable(form.floors, "", on=floor.taken)
            for layer in wish.plan.layers:
                _tickable(form.layers, f"{layer.name} ({layer.shapes})", on=layer.taken, key=layer.name)
            form.page.setMaximum(wish.plan.pages)
            form.page.setValue(wish.plan.page)
            names = [floor.name for floor in self.there]
            form.over.addItems([NOTHING, *names])
            form.target.addItems([NEW_FLOOR, *names])
            form.floors.setCurrentRow(0)

    def show_floor(self, floor: FloorWish | None) -> None:
        """Show the zones and the target of the floor that is chosen."""
        form = self._form
        with QSignalBlocker(form.zones):
            form.zones.clear()
            for number, zone in enumerate(floor.drawing.zones if floor is not None else ()):
                words = f"{zone.number} {zone_title(zone.name)}".strip()
                _tickable(form.zones, words, on=floor is not None and number in floor.zones)
        if floor is not None:
            ids = [None, *(known.id for known in self.there)]
            form.target.setCurrentIndex(ids.index(floor.target) if floor.target in ids else 0)

    def choice(self) -> PlanChoice:
        """The layers and the page that are chosen now."""
        layers = self._form.layers
        items = [layers.item(row) for row in range(layers.count())]
        ticked = tuple(str(i.data(Qt.ItemDataRole.UserRole)) for i in items if is_ticked(i))
        return PlanChoice(ticked, self._form.page.value())

    def other(self) -> Floor | None:
        """The floor over which the plan shall lie."""
        row = self._form.over.currentIndex()
        return self.there[row - 1] if 0 < row <= len(self.there) else None

    def settle(self, wish: PlanWish | None, floor: FloorWish | None, *, busy: bool, paired: bool) -> None:
        """Word and enable everything by what is chosen and what is still missing."""
        form = self._form
        self._word_floors(wish)
        form.scale.setText(wish.scale_words if wish is not None else "")
        form.choices.setEnabled(wish is not None and not busy)
        layered, paged = wish is not None and bool(wish.plan.layers), wish is not None and wish.plan.pages > 1
        zoned = floor is not None and bool(floor.drawing.zones)
        for parts, shown in (
            ((form.layers, form.layers_label), layered),
            ((form.page, form.page_label), paged),
            ((form.again,), layered or paged),
            ((form.zones, form.zones_label), zoned),
        ):
            for part in parts:
                part.setVisible(shown)
        form.set_scale.setEnabled(paired)
        form.distance.setEnabled(paired)
        form.align.setEnabled(self.other() is not None)
        missing = wish.missing if wish is not None else "Choose a file first."
        form.missing.setText(missing)
        form.apply.setEnabled(not missing and not busy)
        form.choose.setEnabled(not busy)

    def _word_floors(self, wish: PlanWish | None) -> None:
        with QSignalBlocker(self._form.floors):
            if wish is None:
                self._form.floors.clear()
                return
            for row, one in enumerate(wish.floors):
                count = len(one.drawing.zones)
                zones = f" · {len(one.zones)} of {count} zones" if count else ""
                words = f"{zone_title(one.drawing.name)}\n{wish.size_words(one.drawing)}{zones}"
                self._form.floors.item(row).setText(words)


def is_ticked(item: QListWidgetItem) -> bool:
    """Whether the item's box is ticked."""
    return item.checkState() is Qt.CheckState.Checked


def _tickable(shown: QListWidget, words: str, *, on: bool, key: str = "") -> None:
    item = QListWidgetItem(words)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
    item.setData(Qt.ItemDataRole.UserRole, key)
    shown.addItem(item)
