"""Blast radius on the map: shown for the selected device, and drawn there while lines are edited."""

from PySide6.QtCore import QObject, Signal

from heyzack_console.desktop.panes.map.impact_bar import ImpactBar
from heyzack_console.desktop.panes.map.stage import MapStage
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.dependencies import ChangeDependencies
from heyzack_console.presentation.impact.view import ImpactBook
from heyzack_console.presentation.mirror import Mirror, Touched
from heyzack_console.presentation.selection import Selection
from heyzack_console.rules.zoning import zone_under


class MapImpact(QObject):
    """Follows the selection while it is on; while lines are drawn the source stays, and clicks add or remove lines."""

    change_wanted = Signal(object)
    """Carries ChangeDependencies."""
    toggled = Signal(bool)

    def __init__(self, stage: MapStage, bar: ImpactBar, board: SelectionBoard, mirror: Mirror) -> None:
        super().__init__(stage)
        self._canvas = stage.canvas
        self.bar = bar
        self._board = board
        self._book = ImpactBook(mirror)
        self._on = False
        self._source: Thing | None = None
        self._canvas.hand.drawn_at.connect(self._draw)
        self._canvas.hand.ended.connect(lambda: self.draw(on=False))
        board.changed.connect(self._follow)
        bar.closed.connect(lambda: self.show(on=False))
        bar.draw_toggled.connect(lambda on: self.draw(on=on))

    @property
    def on(self) -> bool:
        """Whether the blast radius is shown."""
        return self._on

    @property
    def drawing(self) -> bool:
        """Whether clicks on the map draw lines."""
        return self._canvas.overlay.drawing

    def show(self, *, on: bool) -> None:
        """Show what hangs on the selected device, or stop it."""
        self._on = on
        if not on:
            self.draw(on=False)
        self.bar.setVisible(on)
        self.refresh()
        self.toggled.emit(on)

    def draw(self, *, on: bool) -> None:
        """Let clicks and Enter draw lines from the device that is selected now, or stop it."""
        root = self._root()
        self._source = root if on else None
        self._canvas.overlay.drawing = on and root is not None
        if on and not self._on:
            self.show(on=True)
        self.refresh()

    def take(self, touched: Touched) -> None:
        """Show what a batch changed."""
        if self._on and (touched.book or touched.everything or touched.devices or touched.points):
            self.refresh()

    def refresh(self) -> None:
        """Show the blast radius anew."""
        root = self._root() if self._on else None
        view = self._book.of(root) if root is not None else None
        self._canvas.overlay.impact = view
        self.bar.show_view(view, drawing=self.drawing)
        self._canvas.update()

    def toggle_line(self, target: Thing) -> None:
        """Draw a line from the source to *target*, or remove the one that is there."""
        if self._source is None or target == self._source:
            return
        line = Dependency(self._source, target, Supply(self.bar.supply))
        there = line in self._book.drawn_from(self._source)
        change = ChangeDependencies(removed=(line,)) if there else ChangeDependencies(added=(line,))
        self.change_wanted.emit(change)

    def _root(self) -> Thing | None:
        if self._source is not None:
            return self._source
        device = self._board.selection.device
        return Thing.device(device) if device is not None else None

    def _follow(self, _selection: Selection) -> None:
        if self._on:
            self.refresh()

    def _draw(self, device: DeviceId | None, x: float, y: float) -> None:
        if device is not None:
            self.toggle_line(Thing.device(device))
            return
        zone = zone_under(self._canvas.scene.zones, x, y)
        if zone is not None:
            self.toggle_line(Thing.zone(zone.id))
