"""What is being drawn on the map just now: the corners of a new zone, a row for devices, or the choice of a room."""

from collections.abc import Callable
from enum import Enum, auto

from heyzack_console.desktop.panes.map.scene import MapScene
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.sites import Point
from heyzack_console.presentation.map.outlining import ground_of
from heyzack_console.rules.snapping import GRID, Ground, SnapKind, Snapped, snapped


class Purpose(Enum):
    """What the next clicks mean."""

    NOTHING = auto()
    ZONE = auto()
    ROW = auto()
    ROOM = auto()
    """A click on a room spreads devices over it."""


class Drawing:
    """Corners in the order of drawing, and the spot that a click would take."""

    def __init__(self, scene: MapScene, reach: Callable[[], float]) -> None:
        self._scene = scene
        self._reach = reach
        self._ground = Ground(0.0, 0.0)
        self.purpose = Purpose.NOTHING
        self.corners: tuple[Point, ...] = ()
        self.hover: Snapped | None = None
        self.devices: tuple[DeviceId, ...] = ()
        self.fault = ""
        """What is wrong with an outline that was to be closed, in words."""

    @property
    def on(self) -> bool:
        """Whether clicks draw."""
        return self.purpose is not Purpose.NOTHING

    def begin(self, purpose: Purpose, devices: tuple[DeviceId, ...] = ()) -> None:
        """Begin anew."""
        floor = self._scene.floor
        self.purpose, self.corners, self.hover, self.devices, self.fault = purpose, (), None, devices, ""
        if floor is not None:
            self._ground = ground_of(floor, self._scene.zones)

    def end(self) -> None:
        """Forget what was drawn."""
        self.begin(Purpose.NOTHING)

    def point_at(self, spot: Point, *, free: bool = False) -> None:
        """The hand is over *spot*; a *free* one is drawn to nothing."""
        self.hover = self._snap(spot, free=free)

    def step(self, dx: int, dy: int, start: Point) -> None:
        """Move the spot along the grid by key, from *start* where there is none yet."""
        x, y = self.hover.spot if self.hover is not None else start
        moved = round((x + dx * GRID) / GRID) * GRID, round((y + dy * GRID) / GRID) * GRID
        self.hover = Snapped(self._kept(moved), SnapKind.GRID)

    def set_corner(self) -> bool:
        """Take the spot as a corner; tell whether it closes the outline instead."""
        if self.hover is None:
            return False
        spot = self.hover.spot
        if self.purpose is Purpose.ZONE and len(self.corners) >= 3 and spot == self.corners[0]:
            return True
        self.fault = ""
        if spot not in self.corners[-1:]:
            self.corners = (*self.corners, spot)
        return False

    def drop_last(self) -> None:
        """Take the last corner away."""
        self.corners, self.fault = self.corners[:-1], ""

    def _snap(self, spot: Point, *, free: bool) -> Snapped:
        if free:
            return Snapped(self._kept(spot), SnapKind.GRID)
        drawn = self.corners if self.purpose is Purpose.ZONE else self.corners[-1:]
        return snapped(spot, self._ground, self._reach(), drawn)

    def _kept(self, spot: Point) -> Point:
        ground = self._ground
        x, y = min(max(spot[0], 0.0), ground.width), min(max(spot[1], 0.0), ground.height)
        return round(x, 3), round(y, 3)
