"""Zones on the map: one is selected by a click, and drawn, changed, copied and filled with devices while editing."""

from PySide6.QtCore import QObject, Qt, Signal

from heyzack_console.desktop.panes.map.field import chip_code
from heyzack_console.desktop.panes.map.overlay_painter import Ghost
from heyzack_console.desktop.panes.map.stage import MapStage
from heyzack_console.desktop.panes.map.zone_bar import CHOSEN, DRAWING, RESTING, ZoneBar
from heyzack_console.desktop.panes.map.zone_drawing import Purpose
from heyzack_console.desktop.panes.map.zone_hand import ZoneHand, ZoneWork
from heyzack_console.desktop.panes.map.zone_sketch import ZoneSketch
from heyzack_console.desktop.panes.map.zone_workshop import ZoneWorkshop
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.ports.engine.zones import ChangeZones
from heyzack_console.presentation.building.looks import DeviceLook
from heyzack_console.presentation.map.outlining import (
    NEW_ROOM,
    NEW_ROW,
    NOTHING_TO_PLACE,
    REST,
    counted_devices,
    drawing_words,
    outline_words,
    row_request,
    to_place,
)
from heyzack_console.presentation.selection import Selection


class MapZoning(QObject):
    """Follows the selection; what shall be written is asked for by signals."""

    change_wanted = Signal(object)
    """Carries ChangeZones."""
    details_wanted = Signal(object)
    """Carries a Zone whose details are asked; one without an id was just drawn."""
    copy_wanted = Signal(object)
    """Carries the id of the zone to copy, None for all of the floor."""
    floors_wanted = Signal()
    floor_wanted = Signal(object)
    """Carries the id of the floor on which the selected zone lies."""

    def __init__(self, stage: MapStage, theme: Theme, board: SelectionBoard) -> None:
        super().__init__(stage)
        self._canvas = stage.canvas
        self._scene = stage.canvas.scene
        self._board = board
        self._ghosted = False
        self.bar = ZoneBar(theme)
        self.work = ZoneWorkshop(self._canvas)
        self.drawing, self.shaping = self.work.drawing, self.work.shaping
        self.sketch = ZoneSketch(theme, self._scene, self.drawing, self.shaping, self._canvas)
        work: ZoneWork = self.work
        self._hand = ZoneHand(self._canvas, work)
        self.work.change_wanted.connect(self.change_wanted)
        self.work.details_wanted.connect(self.details_wanted)
        self.work.stirred.connect(self._show)
        self.work.chosen.connect(self.choose)
        self.work.opened.connect(lambda: board.show_in("inspector"))
        self.bar.wanted.connect(self.act)
        board.changed.connect(self._follow)

    @property
    def editing(self) -> bool:
        """Whether zones can be changed."""
        return self._canvas.overlay.editing

    def turn(self, *, on: bool) -> None:
        """Editing has begun or ended."""
        self.bar.setVisible(on)
        self.drawing.end()
        self.renew()

    def renew(self) -> None:
        """The floor or its zones are others now."""
        if not self.shaping.dragging:
            self.shaping.take(self._board.selection.zone)
        self._show()

    def act(self, wanted: str) -> None:
        """Carry out what a button of the bar, or an action, asks for."""
        zone = self.shaping.zone
        if wanted in {"finish", "give_up"}:
            self.work.finish() if wanted == "finish" else self.work.go_back()
        elif wanted == "draw":
            self._begin(Purpose.ZONE)
        elif wanted in {"row", "room"}:
            self._begin(Purpose.ROW if wanted == "row" else Purpose.ROOM)
        elif wanted == "copy":
            self.copy_wanted.emit(zone.id if zone is not None else None)
        elif wanted == "floors":
            self.floors_wanted.emit()
        elif zone is not None and wanted == "details":
            self.details_wanted.emit(zone)
        elif zone is not None and wanted == "remove":
            self.change_wanted.emit(ChangeZones(removed=(zone.id,)))

    def choose(self, zone: ZoneId | None) -> None:
        """Select *zone* for everyone."""
        self._board.choose(Selection(zones=(zone,) if zone is not None else ()))

    def go_to(self, step: int) -> None:
        """Select the zone after, or before, the selected one on this floor."""
        zones = self._scene.zones
        if zones:
            ids = [zone.id for zone in zones]
            now = self._board.selection.zone
            self.choose(ids[(ids.index(now) + step) % len(ids)] if now in ids else ids[0 if step > 0 else -1])

    def done(self, made: str) -> None:
        """What was drawn has been written: *made* is the new zone's id."""
        self.drawing.end()
        self._show()
        self.choose(ZoneId(made))

    def _begin(self, purpose: Purpose) -> None:
        devices = to_place(self._scene.selected, self._scene.picture.index.unplaced)
        self.drawing.begin(purpose, devices)
        if purpose is not Purpose.ZONE and not devices:
            self.drawing.end()
            self._show()
            self.bar.say(NOTHING_TO_PLACE, RESTING)
            return
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _follow(self, selection: Selection) -> None:
        zone = next(
            (z for zones in self._scene.picture.index.zones.values() for z in zones if z.id == selection.zone), None
        )
        if zone is not None and self._scene.floor is not None and zone.floor != self._scene.floor.id:
            self.floor_wanted.emit(zone.floor)
        self.renew()

    def _show(self) -> None:
        self._say()
        if self.drawing.purpose is Purpose.ROW or self._ghosted:
            self._canvas.overlay.ghosts = self._ghosts()
            self._ghosted = bool(self._canvas.overlay.ghosts)
        self.sketch.show_state(handles=self.editing and not self.drawing.on)
        self._canvas.update()

    def _ghosts(self) -> tuple[Ghost, ...]:
        drawing, floor = self.drawing, self._scene.floor
        if drawing.purpose is not Purpose.ROW or floor is None or drawing.hover is None:
            return ()
        path = (*drawing.corners, drawing.hover.spot)
        request = row_request(self._scene.picture.index, floor, drawing.devices, path)
        found = ((self._scene.picture.device(device), place) for device, place in request.places)
        return tuple(
            Ghost(chip_code(device.category, DeviceLook.NORMAL), place.x, place.y)
            for device, place in found
            if device is not None and place is not None
        )

    def _say(self) -> None:
        drawing, shaping, floor = self.drawing, self.shaping, self._scene.floor
        if drawing.purpose is Purpose.ZONE:
            self.bar.say(drawing_words(drawing.corners, drawing.hover, drawing.fault), DRAWING)
        elif drawing.on:
            what = counted_devices(self._scene.selected, self._scene.picture.index.unplaced)
            self.bar.say((NEW_ROW if drawing.purpose is Purpose.ROW else NEW_ROOM).format(what=what), DRAWING)
        elif shaping.zone is not None and floor is not None:
            self.bar.say(outline_words(shaping.zone, shaping.outline, floor), CHOSEN)
        else:
            self.bar.say(REST, RESTING)
