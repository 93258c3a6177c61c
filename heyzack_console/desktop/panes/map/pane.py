"""The live map as a pane: plan, layers, floors, filter, edit mode."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from heyzack_console.desktop.empty_state import EmptyState
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.panes.map.catch_up import CatchUp
from heyzack_console.desktop.panes.map.comparison import Comparison
from heyzack_console.desktop.panes.map.editing import MapEditing
from heyzack_console.desktop.panes.map.emptiness import MapEmptiness
from heyzack_console.desktop.panes.map.impact import MapImpact
from heyzack_console.desktop.panes.map.impact_bar import ImpactBar
from heyzack_console.desktop.panes.map.layering import MapLayers
from heyzack_console.desktop.panes.map.menu import MapMenu
from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.desktop.panes.map.shared_selection import SharedSelection
from heyzack_console.desktop.panes.map.stage import MapStage
from heyzack_console.desktop.panes.map.time_travel import MapTime
from heyzack_console.desktop.panes.map.tools import MapTools
from heyzack_console.desktop.panes.map.tray import Tray
from heyzack_console.desktop.panes.map.zoning import MapZoning
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import FloorId
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.placing import PlaceRequest, placed_words
from heyzack_console.presentation.mirror import Mirror, Touched

NAME = "map"


class MapPane(Pane):
    """Shows the building; what is selected here is selected everywhere, and the other way round."""

    place_wanted = Signal(object)
    """Carries a PlaceRequest."""
    import_wanted = Signal()
    """A floor plan is to be imported."""

    def __init__(self, theme: Theme, markers: Markers, board: SelectionBoard, mirror: Mirror) -> None:
        super().__init__(theme, NAME, "Map")
        self._board = board
        self._live = mirror
        self._scene = MapScene(mirror)
        self.pictures = self._scene.pictures
        self._connected = mirror.connected
        self.time = MapTime(theme, mirror, self)
        self._menu = MapMenu(board, self.time, self.undo_line.offer)
        self._tools = MapTools(theme, self.bar, self._scene.layer)
        self.stage = MapStage(theme, markers, self._scene)
        self.catch_up = CatchUp(self._scene, self.stage.canvas)
        self.tray = Tray(theme)
        self.empty = EmptyState(theme)
        self._emptiness = MapEmptiness(
            self.empty, lambda: self.look_for(""), lambda: self.edit(on=True), self.import_wanted.emit
        )
        self._editing = MapEditing(self.stage, self.tray, self.place_wanted.emit)
        self.zoning = MapZoning(self.stage, theme, board)
        self.impact = MapImpact(self.stage, ImpactBar(theme), board, mirror)
        self.comparison = Comparison(self.stage.canvas, self.time, mirror, theme, markers)
        self.layers = MapLayers(theme, self, self._scene, self._renew)
        self._shared = SharedSelection(board, self.stage.canvas, self.show_floor)
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()
        self._take_book()

    @property
    def layer(self) -> Layer:
        """The layer that is shown."""
        return self._scene.layer

    @property
    def floor(self) -> FloorId | None:
        """The floor that is shown."""
        return self._scene.floor.id if self._scene.floor else None

    @property
    def editing(self) -> bool:
        """Whether devices can be moved."""
        return self._editing.on

    @override
    def take(self, touched: Touched) -> None:
        """Show what a batch changed; the past stays as it was."""
        self.time.follow(touched)
        if self.time.showing:
            return
        changed = self._scene.follow(touched)
        if changed.everything:
            self._take_book()
            self.impact.take(touched)
            return
        self.stage.canvas.show_changes(changed)
        self.impact.take(touched)
        self.catch_up.begin()
        if touched.alerts:
            self.stage.show_state()
            self.comparison.renew()
            self._settle()

    @override
    def tick(self) -> None:
        """A second has passed: look whether the engine is still there."""
        connected = self._scene.mirror.connected
        if connected != self._connected:
            self._connected = connected
            self._scene.refresh()
            self._renew()

    def show_layer(self, layer: Layer) -> None:
        """Show *layer*."""
        self._tools.show_layer(layer)
        self.layers.show(layer)

    def show_floor(self, floor: FloorId) -> None:
        """Show *floor*, whole."""
        self._scene.show_floor(floor)
        self.stage.canvas.fit()
        self._renew()

    def step_floor(self, upwards: int) -> None:
        """Show the floor *upwards* storeys higher; nothing happens past the last one."""
        floors = self._scene.picture.index.floors
        if self._scene.floor in floors:
            following = floors.index(self._scene.floor) - upwards
            if 0 <= following < len(floors):
                self.show_floor(floors[following].id)

    def edit(self, *, on: bool) -> None:
        """Let devices be placed and moved, or stop it; nothing can be placed in the past."""
        on = on and not self.time.past
        self._tools.show_editing(on=on)
        self._editing.turn(on=on)
        self.zoning.turn(on=on)
        self._settle()

    def search(self) -> None:
        """Give the keyboard to the filter."""
        self._tools.search()

    def look_for(self, text: str, category: Category | None = None) -> None:
        """Show only the devices that match *text* and *category*."""
        self._tools.show_text(text)
        self._scene.filter(text, category)
        self._renew()

    def offer(self, menu: QMenu) -> None:
        """Open *menu* for what is selected; it is filled from the action registry by whoever builds the window."""
        self._menu.offer(menu)

    def placed_words(self, request: PlaceRequest) -> str:
        """Return what will be said when *request* has been carried out."""
        book = self._scene.mirror.book
        return placed_words(self._scene.picture.index, request, book.devices if book else ())

    def _take_book(self) -> None:
        self._scene.take_book()
        self._shared.follow(self._board.selection)
        self._renew()

    def _renew(self) -> None:
        """Show the scene anew, from plan to count."""
        self.stage.canvas.renew()
        self.stage.show_state()
        self._editing.show_unplaced()
        self.comparison.renew()
        self.zoning.renew()
        self._settle()

    def _settle(self) -> None:
        """Say how much is shown, or why nothing is."""
        scene = self._scene
        floor, devices, shown = scene.floor, len(scene.devices), len(scene.field)
        count = f"{shown} of {devices}" if scene.filtered else f"{devices}"
        self.layers.say()
        self.bar.show_count(f"{floor.name} · {count} devices" if floor else "")
        self._stack.setCurrentIndex(int(self._emptiness.judge(scene, self._tools.text, editing=self.editing)))
        words = scene.picture.summary(floor.id if floor else None, scene.now)
        self.stage.canvas.setAccessibleDescription(words)

    def _travel(self) -> None:
        """Show the mirror of the moment, past or present."""
        past = self.time.showing
        self.edit(on=False)
        self.impact.show(on=False)
        self._scene.look_at(self.time.mirror if past else self._live, past=past)
        self._take_book()

    def _arrange(self) -> None:
        plan = QWidget()
        row = QHBoxLayout(plan)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.tray)
        column = QVBoxLayout()
        column.setSpacing(0)
        shown = QVBoxLayout()
        shown.addWidget(self.time.band)
        shown.addWidget(self.stage, 1)
        moments = QHBoxLayout()
        moments.setSpacing(0)
        moments.addLayout(shown, 1)
        moments.addWidget(self.comparison.view, 1)
        column.addWidget(self.layers.bar)
        column.addWidget(self.impact.bar)
        column.addWidget(self.zoning.bar)
        column.addLayout(moments, 1)
        column.addWidget(self.comparison.list)
        column.addWidget(self.time.bar)
        row.addLayout(column, 1)
        self.tray.hide()
        self._stack.addWidget(plan)
        self._stack.addWidget(self.empty)
        self.fill(self._stack, self.stage.canvas)

    def _connect(self) -> None:
        canvas = self.stage.canvas
        canvas.place_wanted.connect(self.place_wanted)
        self.pictures.came.connect(canvas.renew)
        canvas.menu_wanted.connect(self._menu.open)
        canvas.hand.play_wanted.connect(self.time.play)
        self.zoning.floor_wanted.connect(self.show_floor)
        self.time.entered.connect(self._travel)
        self.time.left.connect(self._travel)
        self.time.arrived.connect(self._scene.refresh)
        self.time.arrived.connect(self._renew)
        self._tools.time_toggled.connect(lambda on: self.time.open(on=on))
        self.time.opened.connect(self._tools.show_time)
        self.stage.given_up.connect(lambda: self.edit(on=False))
        self.stage.floors.chosen.connect(self.show_floor)
        self.stage.legend.chosen.connect(lambda kind: self.look_for(self._tools.text, kind))
        self._tools.layer_chosen.connect(self.show_layer)
        self._tools.filter_changed.connect(lambda text: self.look_for(text, self._scene.category))
        self._tools.edit_toggled.connect(lambda on: self.edit(on=on))
        self.shown.connect(self._shared.reveal)
