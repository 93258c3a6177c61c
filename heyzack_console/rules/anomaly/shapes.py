"""The recent course of one series, and the earlier stretch that its newest rows resemble most."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

# Rows that may arrive before the buffer is moved to its front again.
SLACK = 1_000


@dataclass(frozen=True, slots=True)
class Likeness:
    """How far the newest shape is from the nearest earlier one; the rows are those at which the two end."""

    distance: float
    row: int
    nearest: int


@dataclass(frozen=True, slots=True)
class ShapesState:
    """What is kept of a `Shapes`: little-endian doubles and 64-bit integers, oldest first."""

    rows: int
    unbroken: int
    values: bytes
    times: bytes


class Shapes:
    """Remembers values and their times, and compares the last few with every earlier stretch of that length.

    The values are compared as they are, unscaled: how tall a shape is counts as much as how it runs. *times* are
    milliseconds since 1970 and only label rows; nothing is computed from them.
    """

    def __init__(self, length: int, memory: int, spare: int, kept: ShapesState | None = None) -> None:
        """*spare*: rows beyond the memory that `stretch` can still show."""
        self._length = length
        self._memory = memory
        self._kept = memory + 2 * length + spare
        self._values: NDArray[np.float64] = np.zeros(self._kept + SLACK)
        self._times: NDArray[np.int64] = np.zeros(self._kept + SLACK, dtype=np.int64)
        self._end = 0
        self._unbroken = 0
        self.rows = 0
        if kept is not None:
            self._restore(kept)

    def add(self, value: float, time_ms: int) -> Likeness | None:
        """Remember one finite *value*; None while it ends no shape, or none earlier is there to compare with."""
        if self._end == len(self._values):
            self._move_to_front()
        self._values[self._end] = value
        self._times[self._end] = time_ms
        self._end += 1
        self.rows += 1
        self._unbroken += 1
        return self._nearest() if self._unbroken >= self._length else None

    def pause(self) -> None:
        """Begin a new shape with the next row: time has passed of which nothing is known."""
        self._unbroken = 0

    def stretch(self, row: int) -> tuple[float, ...]:
        """The values of the shape that ends at *row*; empty when they are forgotten."""
        end = self._end - (self.rows - row) + 1
        return tuple(self._values[end - self._length : end].tolist()) if end >= self._length else ()

    def time_ms(self, row: int) -> int | None:
        """When *row* was; None when that is forgotten."""
        at = self._end - (self.rows - row)
        return int(self._times[at]) if at >= 0 else None

    def state(self) -> ShapesState:
        """Everything that a restart needs."""
        first = max(0, self._end - self._kept)
        return ShapesState(
            self.rows,
            self._unbroken,
            self._values[first : self._end].astype("<f8").tobytes(),
            self._times[first : self._end].astype("<i8").tobytes(),
        )

    def _nearest(self) -> Likeness | None:
        length, end = self._length, self._end
        ends_before = end - length  # the latest earlier shape shares no row with the newest
        begin = max(0, ends_before - self._memory - length + 1)
        count = ends_before - length + 1 - begin
        if count < 1:
            return None
        values = self._values
        apart = np.abs(values[begin : begin + count] - values[end - length])
        for offset in range(1, length):
            apart += np.abs(values[begin + offset : begin + offset + count] - values[end - length + offset])
        best = int(apart.argmin())
        behind = end - (begin + best + length)
        return Likeness(float(apart[best]) / length, self.rows - 1, self.rows - 1 - behind)

    def _move_to_front(self) -> None:
        for array in (self._values, self._times):
            array[: self._kept] = array[self._end - self._kept : self._end].copy()
        self._end = self._kept

    def _restore(self, kept: ShapesState) -> None:
        values = np.frombuffer(kept.values, dtype="<f8")[-self._kept :]
        times = np.frombuffer(kept.times, dtype="<i8")[-self._kept :]
        self._end = len(values)
        self._values[: self._end] = values
        self._times[: self._end] = times
        self._unbroken = kept.unbroken
        self.rows = kept.rows
