"""Proposes places on the plan from the cloud's spaces, and puts devices there."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from heyzack_console.desktop.dialogs import answered
from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.cloud_places import Ui_CloudPlaces
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.panes.cloud.place_delegate import PlaceDelegate
from heyzack_console.desktop.panes.cloud.project_choice import ProjectChoice
from heyzack_console.desktop.panes.cloud.site_tree_dialog import SiteTreeDialog
from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.cloud import ProposedPlaces
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.presentation.cloud.places import Occupant, PlaceLine, place_lines, placing, what_is_next

SIZE = (860, 640)
COLUMNS = ("Place in the cloud", "On the plan", "Devices")


class PlacesDialog(QDialog):
    """A tree of places, each with its devices below; a place has a box where devices can be put on the plan."""

    def __init__(
        self, ground: CloudGround, projects: Sequence[CloudProject], first: ProjectId | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_CloudPlaces()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.receipts: list[Receipt] = []
        self.tree = QTreeWidget()
        self._book: SiteBook | None = None
        self._lines: dict[str, PlaceLine] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._projects = projects
        self._choice = ProjectChoice(form.project_label, form.project, projects, first)
        self._work = FormWork(self, ground.bridge, ground.theme, form.said, fitted=False)
        self._build(parent.window().size())
        form.apply.clicked.connect(self._apply)
        form.add.clicked.connect(self._add_places)
        form.close.clicked.connect(self.reject)
        self.tree.itemChanged.connect(lambda _item, _column: self._settle())
        self._choice.changed.connect(self.propose)
        self._work.busy_changed.connect(self._settle)
        self._settle()

    def propose(self) -> None:
        """Ask the cloud for its spaces and show what they suggest."""
        self._work.run(self._propose(), "Asking the cloud for its rooms", self._settle)

    async def _propose(self) -> None:
        self._show(())
        places = await self._ground.port.ask(ProposedPlaces(self._choice.project))
        # The window's own copy may not have heard yet of rooms that were added a moment ago.
        book = await self._ground.port.ask(SitePicture())
        self._book = book
        lines = place_lines(places, book)
        self._show(lines)
        self._say_next(what_is_next(lines, book))

    def _add_places(self) -> None:
        self._work.run(self._complete_site(), "Waiting for floors and rooms", self.propose)

    async def _complete_site(self) -> bool:
        dialog = SiteTreeDialog(self._ground, self._projects, self._choice.project, self)
        dialog.propose()
        added = await answered(dialog, self._ground.theme)
        self.receipts += dialog.receipts
        return added

    def _apply(self) -> None:
        self._work.run(self._put(), "Placing the devices", self.accept)

    async def _put(self) -> bool:
        book = self._book
        if book is None:
            return False
        chosen = self._chosen()
        receipt = await self._ground.port.do(placing(chosen, book))
        self.receipts.append(receipt)
        return True

    def _show(self, lines: Sequence[PlaceLine]) -> None:
        self._lines = {line.place.space: line for line in lines}
        self.tree.blockSignals(True)
        self.tree.clear()
        self._items = {}
        for line in lines:
            above = self._items.get(line.place.parent)
            item = QTreeWidgetItem([line.place.name, line.target, line.counts])
            self._dress(item, line)
            if above is None:
                self.tree.addTopLevelItem(item)
            else:
                above.addChild(item)
            self._items[line.place.space] = item
            item.addChildren([self._occupant(one) for one in line.occupants])
        for parent in {line.place.parent for line in lines} & self._items.keys():
            # Rooms stay shut: the tree is to be read as a building, not as a list of devices.
            self._items[parent].setExpanded(True)
        self.tree.blockSignals(False)

    def _dress(self, item: QTreeWidgetItem, line: PlaceLine) -> None:
        theme = self._ground.theme
        item.setIcon(0, theme.icon(line.glyph, size="icon_row"))
        item.setForeground(1, theme.color("ink" if line.zone else "ink2" if line.floor else "ink3"))
        item.setForeground(2, theme.color("ink2"))
        if line.waiting:
            item.setCheckState(0, Qt.CheckState.Checked if line.proposed else Qt.CheckState.Unchecked)

    def _occupant(self, one: Occupant) -> QTreeWidgetItem:
        item = QTreeWidgetItem([one.name, "", one.words])
        for column in range(len(COLUMNS)):
            item.setForeground(column, self._ground.theme.color("ink2"))
        return item

    def _chosen(self) -> list[PlaceLine]:
        checked = Qt.CheckState.Checked
        return [self._lines[space] for space, item in self._items.items() if item.checkState(0) is checked]

    def _say_next(self, text: str) -> None:
        self._form.next.setText(text)
        self._form.next.setAccessibleName(text)
        self._form.next.setVisible(bool(text))

    def _settle(self) -> None:
        form, chosen = self._form, self._chosen()
        count = sum(len(line.waiting) for line in chosen)
        form.apply.setText(f"Place {count} device{'s' if count > 1 else ''}" if count else "Place devices")
        form.apply.setEnabled(bool(count) and not self._work.busy)
        form.apply.setToolTip("" if count else "Check a place that is on the plan and has devices to place")
        form.chosen.setText(f"{len(self._lines)} places, {len(chosen)} checked" if self._lines else "")
        form.add.setEnabled(self._book is not None and not self._work.busy)
        self._choice.allow(choosing=not self._work.busy)

    def _build(self, room: QSize) -> None:
        form, theme, tree = self._form, self._ground.theme, self.tree
        form.title.setFont(theme.font("title"))
        tree.setHeaderLabels(COLUMNS)
        tree.setAccessibleName("Proposed places")
        tree.setProperty("kind", "list")
        tree.setUniformRowHeights(True)
        tree.setItemDelegate(PlaceDelegate(theme, tree))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, width in ((1, 260), (2, 190)):
            header.resizeSection(column, theme.px(width))
        form.tree_place.addWidget(tree)
        form.progress_place.addWidget(self._work.panel)
        self._say_next("")
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        tree.setFocus()
