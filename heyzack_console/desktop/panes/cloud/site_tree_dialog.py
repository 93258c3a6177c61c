"""Adds floors and rooms that the cloud's spaces name and the site does not have."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from heyzack_console.desktop.form_work import FormWork
from heyzack_console.desktop.forms.cloud_site_tree import Ui_CloudSiteTree
from heyzack_console.desktop.panes.cloud.ground import CloudGround
from heyzack_console.desktop.panes.cloud.place_delegate import PlaceDelegate
from heyzack_console.desktop.panes.cloud.project_choice import ProjectChoice
from heyzack_console.domain.cloud import CloudProject, ProjectId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.cloud import ProposedPlaces
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import AddPlaces, SitePicture
from heyzack_console.presentation.cloud.site_tree import TreeLine, adding, tree_lines

SIZE = (760, 620)
ASKING = "Asking the cloud for its floors and rooms"
ADDING = "Adding floors and rooms"
COLUMNS = ("Place in the cloud", "In the site")
NO_SITE = "There is no site yet. Begin one by “Add devices”, then come back."


class SiteTreeDialog(QDialog):
    """A tree of places; what the site does not have carries a box, ticked. *receipts* tell what was done."""

    def __init__(
        self, ground: CloudGround, projects: Sequence[CloudProject], first: ProjectId | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._form = Ui_CloudSiteTree()
        self._form.setupUi(self)  # type: ignore[no-untyped-call]  # compiled forms carry no types
        form = self._form
        self.receipts: list[Receipt] = []
        self.tree = QTreeWidget()
        self._book: SiteBook | None = None
        self._lines: tuple[TreeLine, ...] = ()
        self._items: dict[str, QTreeWidgetItem] = {}
        self._choice = ProjectChoice(form.project_label, form.project, projects, first)
        self._work = FormWork(self, ground.bridge, ground.theme, form.said, fitted=False)
        self._build(parent.window().size())
        form.apply.clicked.connect(self._apply)
        form.close.clicked.connect(self.reject)
        self.tree.itemChanged.connect(lambda _item, _column: self._settle())
        self._choice.changed.connect(self.propose)
        self._work.busy_changed.connect(self._settle)
        self._settle()

    def propose(self) -> None:
        """Ask the cloud for its spaces and show what the site lacks."""
        self._work.run(self._propose(), ASKING, self._settle)

    async def _propose(self) -> None:
        port = self._ground.port
        self._show(())
        self._book = await port.ask(SitePicture())
        if self._book is None:
            raise NotFound(NO_SITE)
        places = await port.ask(ProposedPlaces(self._choice.project))
        self._show(tree_lines(places, self._book))

    def _apply(self) -> None:
        command, _ = self._command()
        self._work.run(self._add(command), ADDING, self.accept)

    async def _add(self, command: AddPlaces) -> None:
        receipt = await self._ground.port.do(command)
        self.receipts.append(receipt)

    def _command(self) -> tuple[AddPlaces, tuple[str, ...]]:
        if self._book is None:
            return AddPlaces(), ()
        checked = Qt.CheckState.Checked
        ticked = {space for space, item in self._items.items() if item.checkState(0) is checked}
        return adding(self._lines, ticked, self._book)

    def _show(self, lines: Sequence[TreeLine]) -> None:
        self._lines = tuple(lines)
        self.tree.blockSignals(True)
        self.tree.clear()
        self._items = {}
        for tree in lines:
            item = QTreeWidgetItem([tree.line.place.name, tree.why_not or tree.words])
            self._dress(item, tree)
            above = self._items.get(tree.line.place.parent)
            if above is None:
                self.tree.addTopLevelItem(item)
            else:
                above.addChild(item)
            self._items[tree.space] = item
        self.tree.expandAll()
        self.tree.blockSignals(False)

    def _dress(self, item: QTreeWidgetItem, tree: TreeLine) -> None:
        theme = self._ground.theme
        item.setIcon(0, theme.icon(tree.line.glyph, size="icon_row"))
        item.setForeground(1, theme.color("ink" if tree.tickable else "ink3"))
        if tree.tickable:
            item.setCheckState(0, Qt.CheckState.Checked)

    def _settle(self) -> None:
        form, busy = self._form, self._work.busy
        command, left = self._command()
        count = len(command.floors) + len(command.zones)
        form.apply.setText(f"Add {count} place{'s' if count > 1 else ''}" if count else "Add places")
        form.apply.setEnabled(bool(count) and not busy)
        form.apply.setToolTip("" if count else "Tick a floor or a room that the site does not have")
        form.next.setText(self._words(count, left))
        form.next.setVisible(bool(form.next.text()) and not busy)
        self._choice.allow(choosing=not busy)

    def _words(self, count: int, left: Sequence[str]) -> str:
        if left:
            return f"No space is left on the drawn plan for: {', '.join(left[:4])}. Draw these rooms by hand."
        if self._lines and not any(tree.missing for tree in self._lines):
            return "The site has all floors and rooms that the cloud names."
        if count:
            return "Rooms are drawn as equal rectangles side by side, until a plan gives them their walls."
        return ""

    def _build(self, room: QSize) -> None:
        form, theme, tree = self._form, self._ground.theme, self.tree
        form.title.setFont(theme.font("title"))
        tree.setHeaderLabels(COLUMNS)
        tree.setAccessibleName("Floors and rooms of the cloud")
        tree.setProperty("kind", "list")
        tree.setUniformRowHeights(True)
        tree.setItemDelegate(PlaceDelegate(theme, tree))
        tree.header().setStretchLastSection(False)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        tree.header().resizeSection(1, theme.px(300))
        form.tree_place.addWidget(tree)
        form.progress_place.addWidget(self._work.panel)
        self.resize(min(theme.px(SIZE[0]), room.width()), min(theme.px(SIZE[1]), room.height()))
        tree.setFocus()
