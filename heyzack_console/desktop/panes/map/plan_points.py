"""Asks for points on the preview: two for the scale, or two here and the same two on another floor."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from heyzack_console.desktop.panes.map.plan_preview import PlanPreview, Sheet
from heyzack_console.domain.sites import Point

Points = tuple[Point, Point]


class PlanPoints(QObject):
    """One question at a time; what to do next is told in words."""

    said = Signal(str)
    measured = Signal(object)
    """Carries two points of the drawing."""
    aligned = Signal(object, object)
    """Carries two points of the drawing and the same two on the other floor."""

    def __init__(self, preview: PlanPreview, own: Callable[[], Sheet | None]) -> None:
        super().__init__(preview)
        self._preview = preview
        self._own = own
        self._other: Sheet | None = None
        self._points: list[Point] = []
        preview.picked.connect(self._take)

    def ask_distance(self) -> None:
        """Ask for two points of the drawing."""
        self._begin(None)

    def ask_common(self, other: Sheet) -> None:
        """Ask for two points of the drawing, then for the same two on *other*."""
        self._begin(other)

    def stop(self) -> None:
        """Ask for nothing any more."""
        self._points = []
        self._other = None
        self._preview.ask(on=False)
        self.said.emit("")

    def _begin(self, other: Sheet | None) -> None:
        self._points, self._other = [], other
        self._preview.show_sheet(self._own())
        self._preview.ask(on=True)
        self._say()

    def _take(self, point: Point) -> None:
        self._points.append(point)
        here, there = self._points[:2], self._points[2:]
        self._preview.show_points(there or here)
        if len(self._points) == 2 and self._other is not None:
            self._preview.show_sheet(self._other)
            self._preview.ask(on=True)
        if len(self._points) == (2 if self._other is None else 4):
            self._finish((here[0], here[1]), (there[0], there[1]) if there else None)
        else:
            self._say()

    def _finish(self, here: Points, there: Points | None) -> None:
        self.stop()
        if there is None:
            self.measured.emit(here)
        else:
            self.aligned.emit(here, there)

    def _say(self) -> None:
        which = "first" if len(self._points) % 2 == 0 else "second"
        where = "on the plan" if len(self._points) < 2 else "on the other floor, the same spot as before"
        self.said.emit(f"Choose the {which} point {where}. Arrows move the cross, Enter chooses.")
