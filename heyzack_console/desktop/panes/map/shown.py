"""Which markers stand on the screen: all in view, or where it is crowded the worst of each small square."""

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from heyzack_console.desktop.panes.map.field import Indices, MarkerField
from heyzack_console.presentation.building.marks import MARK_CODES
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.view import View

CELL = 10
"""Side in pixels of the square that shows one marker where the plan is crowded."""
MANY = 3000
"""Markers in view above which the plan counts as crowded: beyond it, painting all costs more than thinning."""
FULL = 0.6
"""Share of the plan's area on screen under chips from which it counts as crowded, too."""

_FLASHES = np.zeros(MARK_CODES + 1, dtype=bool)
_FLASHES[[1, 2, 3, 4, 9, 10, 11, 12]] = True  # codes of Mark: unacknowledged and returned, four priorities each


class Shown:
    """The markers on the screen for one view; after a marker changed, :meth:`follow` keeps it true."""

    def __init__(self, field: MarkerField, view: View, size: tuple[float, float], chip: int, reach: int) -> None:
        self._field = field
        self.px, self.py = field.pixels(view)
        seen = field.visible(view, size, reach)
        self.crowded = len(seen) > MANY or len(seen) * chip * chip > FULL * _plan_area(field, view, size)
        self._grid = _Grid(seen, self.px, self.py, size) if self.crowded else None
        self._numbers: Indices | None = None if self._grid else seen
        self._flashing: Indices | None = None

    @property
    def numbers(self) -> Indices:
        """The markers to paint, the worst last."""
        if self._numbers is None:
            self._numbers = self._worst_last(self._grid.winners()) if self._grid else self._field.worst_last[:0]
        return self._numbers

    def follow(self, changed: Collection[int]) -> list[int]:
        """Let the *changed* devices win or lose their squares; return those of them that this shows."""
        seen = [n for n in changed if self._grid is None or self._grid.settle(n, self._field.bad)]
        if not seen:
            return seen
        self._numbers = None if self._grid else self._worst_last(self.numbers)
        self._flashing = None
        return seen

    def near(self, boxes: Collection[Box], reach: float) -> Indices:
        """Return the shown markers that may reach into one of *boxes*, the worst last."""
        if self._grid is not None:
            found = [self._grid.within(box, reach) for box in boxes]
            return self._worst_last(np.unique(np.concatenate(found))) if found else self.numbers[:0]
        px, py = self.px[self.numbers], self.py[self.numbers]
        hit = np.zeros(len(px), dtype=bool)
        for box in boxes:
            hit |= (
                (px > box.left - reach) & (px < box.right + reach) & (py > box.top - reach) & (py < box.bottom + reach)
            )
        return self.numbers[hit]

    def flashing(self) -> Indices:
        """Return the shown markers whose mark flashes, the worst last."""
        if self._flashing is None:
            self._flashing = self.numbers[_FLASHES[self._field.mark[self.numbers]]]
        return self._flashing

    def flashing_near(self, boxes: Collection[Box], reach: float) -> Indices:
        """Return those of them that may reach into one of *boxes*."""
        numbers = self.near(boxes, reach)
        return numbers[_FLASHES[self._field.mark[numbers]]]

    def steady(self, numbers: Indices) -> Indices:
        """Return those of *numbers* that carry a mark that does not flash."""
        marks = self._field.mark[numbers]
        return numbers[(marks > 0) & ~_FLASHES[marks]]

    def _worst_last(self, numbers: Indices) -> Indices:
        return numbers[np.argsort(self._field.bad[numbers], kind="stable")]


class _Grid:
    """Squares of the window, each with the one marker that stands for its crowd."""

    def __init__(
        self, seen: Indices, px: NDArray[np.float64], py: NDArray[np.float64], size: tuple[float, float]
    ) -> None:
        self._columns = int(size[0]) // CELL + 12
        self._rows = int(size[1]) // CELL + 12
        column = np.clip(px[seen] // CELL + 5, 0, self._columns - 1).astype(np.int32)
        row = np.clip(py[seen] // CELL + 5, 0, self._rows - 1).astype(np.int32)
        self._cell = np.full(len(px), -1, dtype=np.int32)
        self._cell[seen] = row * self._columns + column
        self._winner = np.full(self._columns * self._rows, -1, dtype=np.intp)
        self._by_cell: tuple[Indices, NDArray[np.int32]] | None = None
        # Of several writes to one square the last one stays, and the worst come last.
        self._winner[self._cell[seen]] = seen

    def winners(self) -> Indices:
        return self._winner[self._winner >= 0]

    def settle(self, number: int, bad: NDArray[np.int16]) -> bool:
        """Let *number* win or lose its square; tell whether the square looks different."""
        cell = int(self._cell[number])
        if cell < 0:
            return False
        before = int(self._winner[cell])
        if before != number and bad[before] >= bad[number]:
            return False
        crowd = self._crowd(cell)
        self._winner[cell] = crowd[len(crowd) - 1 - int(np.argmax(bad[crowd][::-1]))]
        return True

    def _crowd(self, cell: int) -> Indices:
        """The devices in a square, in the order of their numbers."""
        if self._by_cell is None:
            order = np.argsort(self._cell, kind="stable")
            self._by_cell = order, self._cell[order]
        order, cells = self._by_cell
        start, end = np.searchsorted(cells, (cell, cell + 1))
        return order[start:end]

    def within(self, box: Box, reach: float) -> Indices:
        first, last = self._column(box.left - reach), self._column(box.right + reach)
        top, bottom = self._row(box.top - reach), self._row(box.bottom + reach)
        part = self._winner.reshape(self._rows, self._columns)[top : bottom + 1, first : last + 1].ravel()
        return part[part >= 0]

    def _column(self, x: float) -> int:
        return min(max(int(x // CELL) + 5, 0), self._columns - 1)

    def _row(self, y: float) -> int:
        return min(max(int(y // CELL) + 5, 0), self._rows - 1)


def _plan_area(field: MarkerField, view: View, size: tuple[float, float]) -> float:
    """Return the pixels of the window that the devices' surrounding box covers."""
    if not len(field):
        return float("inf")
    left, top = view.to_screen(float(field.x.min()), float(field.y.min()))
    right, bottom = view.to_screen(float(field.x.max()), float(field.y.max()))
    width = max(1.0, min(right, size[0]) - max(left, 0.0))
    height = max(1.0, min(bottom, size[1]) - max(top, 0.0))
    # A handful of devices in one corner is no crowd.
    return max(width * height, 40_000.0)
