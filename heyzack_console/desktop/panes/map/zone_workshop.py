"""What a hand does to zones: corners set and moved, outlines closed, rooms picked."""

from PySide6.QtCore import QObject, Qt, Signal

from heyzack_console.desktop.panes.map.canvas import MapCanvas
from heyzack_console.desktop.panes.map.zone_drawing import Drawing, Purpose
from heyzack_console.desktop.panes.map.zone_shaping import Shaping
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.sites import Zone, ZoneKind
from heyzack_console.ports.engine.zones import ChangeZones
from heyzack_console.presentation.map.outlining import Outline, fill_request, row_request
from heyzack_console.presentation.map.placing import PlaceRequest
from heyzack_console.rules.outlines import fault_of
from heyzack_console.rules.zoning import zone_under

REACH = 9
"""Pixels within which a corner is drawn to something."""


class ZoneWorkshop(QObject):
    """Holds what is drawn and what is changed; says by signals what shall be shown, chosen and written."""

    stirred = Signal()
    """Something looks different."""
    chosen = Signal(object)
    """Carries the id of the zone that was picked, or None."""
    opened = Signal()
    """The selected zone's page is wanted."""
    change_wanted = Signal(object)
    """Carries ChangeZones."""
    details_wanted = Signal(object)
    """Carries a Zone whose details are asked; one without an id was just drawn."""

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._scene = canvas.scene
        self._over = (-1.0, -1.0)
        self.drawing = Drawing(self._scene, self._reach)
        self.shaping = Shaping(self._scene, self._reach)

    @property
    def editing(self) -> bool:
        """Whether zones can be changed."""
        return self._canvas.overlay.editing

    def pressed(self, px: float, py: float) -> bool:
        """A click draws, or takes a handle; a finger touches without having moved there."""
        if self.drawing.on and (px, py) != self._over:
            self.moved(px, py, held=False, free=False)
        if self.drawing.purpose is Purpose.ROOM:
            self._fill(px, py)
        elif self.drawing.on:
            if self.drawing.set_corner():
                self.finish()
        elif not (self.editing and self.shaping.grab(px, py)):
            return False
        self.stirred.emit()
        return True

    def moved(self, px: float, py: float, *, held: bool, free: bool) -> bool:
        """The spot follows the pointer, or the handle that is held."""
        spot = self._scene.view.to_plan(px, py)
        self._over = (px, py)
        if self.drawing.on:
            self._canvas.setCursor(Qt.CursorShape.CrossCursor)
            self.drawing.point_at(spot, free=free)
        elif held and self.shaping.dragging:
            self.shaping.drag_to(spot, free=free)
        else:
            return False
        self.stirred.emit()
        return True

    def released(self) -> bool:
        """What was held is let go and, where it is sound, saved."""
        if self.drawing.on:
            return True
        if not self.shaping.dragging:
            return False
        self.shaping.let_go()
        return self.settle()

    def picked(self, px: float, py: float) -> None:
        """A click on ground selects the room there."""
        if self._scene.field.nearest(self._scene.view, px, py, self._canvas.reach) is None:
            zone = zone_under(self._scene.zones, *self._scene.view.to_plan(px, py))
            self.chosen.emit(zone.id if zone is not None else None)

    def finish(self) -> bool:
        """Close what is drawn, or ask for the details of the selected zone."""
        floor, drawing, zone = self._scene.floor, self.drawing, self.shaping.zone
        if floor is None or not (drawing.on or zone is not None):
            return False
        if drawing.purpose is Purpose.ZONE:
            fault = fault_of(drawing.corners, floor.width, floor.height)
            drawing.fault = fault
            if fault:
                self.stirred.emit()
                return True
            self.details_wanted.emit(Zone(ZoneId(""), floor.id, "", "", ZoneKind.ROOM, drawing.corners))
        elif drawing.purpose is Purpose.ROW:
            self._place(row_request(self._scene.picture.index, floor, drawing.devices, drawing.corners))
        elif self.editing and zone is not None:
            self.details_wanted.emit(zone)
        elif zone is not None:
            self.opened.emit()
        return True

    def go_back(self) -> bool:
        """Give up the drawing, the unsaved outline, the corner, the zone: the first of them that there is."""
        shaping = self.shaping
        if self.drawing.on:
            self.drawing.end()
        elif shaping.dirty:
            shaping.take(shaping.zone.id if shaping.zone is not None else None)
        elif shaping.outline.chosen is not None:
            shaping.outline = Outline(shaping.outline.corners)
        elif shaping.zone is not None:
            self.chosen.emit(None)
        else:
            return False
        self.stirred.emit()
        return True

    def erase(self, *, last: bool) -> bool:
        """Take back the last corner drawn, remove the chosen one, or the whole zone."""
        if self.drawing.on:
            self.drawing.drop_last()
        elif not self.editing or self.shaping.zone is None:
            return False
        elif self.shaping.outline.chosen is not None:
            self.shaping.outline = self.shaping.outline.without()
            self.settle()
        elif not last:
            self.change_wanted.emit(ChangeZones(removed=(self.shaping.zone.id,)))
        self.stirred.emit()
        return True

    def insert(self) -> bool:
        """Set a corner where the spot is, or a new one after the chosen one."""
        chosen = self.shaping.outline.chosen
        if self.drawing.on:
            if self.drawing.set_corner():
                self.finish()
        elif self.editing and chosen is not None:
            self.shaping.outline = self.shaping.outline.split(chosen)
            self.settle()
        else:
            return False
        self.stirred.emit()
        return True

    def step(self, dx: int, dy: int) -> bool:
        """Move the spot, the chosen corner or the whole zone along the grid."""
        if self.drawing.on:
            middle = self._scene.view.to_plan(self._canvas.width() / 2, self._canvas.height() / 2)
            self.drawing.step(dx, dy, middle)
        elif self.editing and self.shaping.zone is not None:
            self.shaping.nudge(dx, dy)
        else:
            return False
        self.stirred.emit()
        return True

    def cycle(self, step: int) -> bool:
        """Choose the next corner."""
        if not self.editing or self.drawing.on or self.shaping.zone is None:
            return False
        self.shaping.outline = self.shaping.outline.stepped(step)
        self.stirred.emit()
        return True

    def settle(self) -> bool:
        """Save the outline as it is now, where it is sound and differs from the record."""
        changed = self.shaping.changed if self.editing else None
        if changed is not None:
            self.change_wanted.emit(ChangeZones((changed,)))
        self.stirred.emit()
        return changed is not None or self.shaping.zone is not None

    def _fill(self, px: float, py: float) -> None:
        zone = zone_under(self._scene.zones, *self._scene.view.to_plan(px, py))
        floor = self._scene.floor
        if zone is not None and floor is not None:
            self._place(fill_request(self._scene.picture.index, floor, zone, self.drawing.devices))

    def _place(self, request: PlaceRequest) -> None:
        self.drawing.end()
        self._canvas.request(request)
        self.stirred.emit()

    def _reach(self) -> float:
        return REACH / self._scene.view.scale
