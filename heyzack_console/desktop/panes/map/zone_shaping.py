"""A zone that is there, under the hand: its corners grabbed, moved, added and taken away."""

from collections.abc import Callable
from dataclasses import replace
from math import dist

from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.sites import Floor, Point, Zone
from heyzack_console.presentation.building.shapes import label_spot
from heyzack_console.presentation.map.outlining import Outline, ground_of
from heyzack_console.rules.outlines import fault_of, sides
from heyzack_console.rules.snapping import GRID, snapped

GRAB = 10
"""Pixels from a handle within which a press takes it."""
ROOM_FOR_MIDDLE = 44
"""Pixels that a side needs for a handle in its middle."""


class Shaping:
    """Holds the outline as the hand has left it, which may be ahead of the record."""

    def __init__(self, scene: MapScene, reach: Callable[[], float]) -> None:
        self._scene = scene
        self._reach = reach
        self._from: tuple[Point, Outline] | None = None
        self.zone: Zone | None = None
        self.outline = Outline(())

    @property
    def floor(self) -> Floor | None:
        """The floor that is shown."""
        return self._scene.floor

    @property
    def dragging(self) -> bool:
        """Whether a handle is held."""
        return self._from is not None

    @property
    def dirty(self) -> bool:
        """Whether the outline differs from the record."""
        return self.zone is not None and self.outline.corners != self.zone.outline

    @property
    def changed(self) -> Zone | None:
        """The zone with its new outline; None where it did not change or cannot be saved."""
        floor = self.floor
        if self.zone is None or floor is None or not self.dirty:
            return None
        if fault_of(self.outline.corners, floor.width, floor.height):
            return None
        return replace(self.zone, outline=self.outline.corners)

    def take(self, zone: ZoneId | None) -> None:
        """Take up *zone* as the record has it; the chosen corner stays chosen where it is the same zone."""
        found = next((one for one in self._scene.zones if one.id == zone), None)
        same = found is not None and self.zone is not None and found.id == self.zone.id
        chosen = self.outline.chosen if same else None
        corners = found.outline if found is not None else ()
        self.zone, self._from = found, None
        self.outline = Outline(corners, chosen if chosen is not None and chosen < len(corners) else None)

    def middles(self) -> list[tuple[int, Point]]:
        """Return the sides that have room for a handle, with their middles in metres."""
        scale = self._scene.view.scale
        return [
            (number, ((ax + bx) / 2, (ay + by) / 2))
            for number, ((ax, ay), (bx, by)) in enumerate(sides(self.outline.corners))
            if dist((ax, ay), (bx, by)) * scale >= ROOM_FOR_MIDDLE
        ]

    def middle(self) -> Point:
        """Return where the handle that moves the whole zone lies."""
        return label_spot(self.outline.corners)

    def grab(self, px: float, py: float) -> bool:
        """Take the handle under a pixel; tell whether there is one. A handle in a side's middle becomes a corner."""
        if self.zone is None:
            return False
        corner = self._near(px, py, list(enumerate(self.outline.corners)))
        if corner is not None:
            self.outline = replace(self.outline, chosen=corner)
        elif (side := self._near(px, py, self.middles())) is not None:
            self.outline = self.outline.split(side)
        elif self._near(px, py, [(0, self.middle())]) is not None:
            self.outline = replace(self.outline, chosen=None)
        else:
            return False
        self._from = self._scene.view.to_plan(px, py), self.outline
        return True

    def drag_to(self, spot: Point, *, free: bool) -> None:
        """Move what is held to *spot*."""
        if self._from is None or self.zone is None or self.floor is None:
            return
        (x, y), before = self._from
        if before.chosen is None:
            steps = (round((spot[0] - x) / GRID) * GRID, round((spot[1] - y) / GRID) * GRID)
            self.outline = before.moved_by(*steps, self.floor)
            return
        corners, at = before.corners, before.chosen
        if not free:
            beside = (corners[at - 1], corners[(at + 1) % len(corners)])
            ground = ground_of(self.floor, self._scene.zones, self.zone.id)
            spot = snapped(spot, ground, self._reach(), beside=beside).spot
        width, height = self.floor.width, self.floor.height
        self.outline = before.moved_to((min(max(spot[0], 0.0), width), min(max(spot[1], 0.0), height)))

    def let_go(self) -> None:
        """The hand is off."""
        self._from = None

    def nudge(self, dx: int, dy: int) -> None:
        """Move the chosen corner, or the whole zone, along the grid by key."""
        if self.floor is not None and self.zone is not None:
            self.outline = self.outline.moved_by(dx * GRID, dy * GRID, self.floor)

    def _near(self, px: float, py: float, spots: list[tuple[int, Point]]) -> int | None:
        view = self._scene.view
        far = [(dist(view.to_screen(*spot), (px, py)), number) for number, spot in spots]
        nearest = min(far, default=None)
        return nearest[1] if nearest is not None and nearest[0] <= GRAB else None
