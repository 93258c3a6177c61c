"""The heat map: values of live sensors spread inside their own room, and nothing where none is near.

Method: inverse distance weighting, D. Shepard, "A two-dimensional interpolation function for irregularly-spaced
data", ACM 1968, with weights 1/d². Only sensors of the same zone count, since walls stand between zones, and a spot
farther than :data:`RADIUS` from each of them stays empty.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from heyzack_console.domain.devices.device import Device, ZoneId
from heyzack_console.domain.sites import Zone
from heyzack_console.presentation.building.shapes import Box, bounds
from heyzack_console.presentation.map.quantities import Quantity, value_of
from heyzack_console.presentation.mirror import Mirror

RADIUS = 8.0
"""Metres from a live sensor within which a value is painted."""
CELL = 0.5
"""Metres between the spots for which a value is worked out, in rooms that are not very large."""
MOST_CELLS = 64
"""Cells along one side of a room, however large it is."""
NEAREST = 0.25
"""Metres below which a spot counts as the sensor's own."""
METHOD = "Inverse distance weighting inside each room, up to 8 m from a live sensor. Nothing is painted elsewhere."

Steps = NDArray[np.int8]
Sample = tuple[float, float, float]
"""Where a sensor is, in metres, and what it measures."""


@dataclass(frozen=True, eq=False, slots=True)
class HeatPatch:
    """One room's part: the step of the scale for each cell of *box*, row by row, −1 for nothing."""

    zone: ZoneId
    box: Box
    steps: Steps


class HeatMap:
    """Keeps the patches of one floor; a room is worked out anew only when a sensor's value moved by a step worth it."""

    def __init__(self) -> None:
        self.patches: dict[ZoneId, HeatPatch] = {}
        self._of: dict[ZoneId, tuple[Quantity, tuple[Sample, ...]]] = {}

    def clear(self) -> None:
        """Forget all."""
        self.patches.clear()
        self._of.clear()

    def take(self, zone: Zone, devices: Sequence[Device], mirror: Mirror, quantity: Quantity) -> bool:
        """Work out *zone*, which holds *devices*; tell whether it looks different now."""
        found = tuple(samples(devices, mirror, quantity))
        if self._of.get(zone.id) == (quantity, found):
            return False
        self._of[zone.id] = (quantity, found)
        before = self.patches.pop(zone.id, None)
        if found:
            self.patches[zone.id] = patch(zone, found, quantity)
        after = self.patches.get(zone.id)
        if before is None or after is None:
            return before is not after
        return not np.array_equal(before.steps, after.steps)


def samples(devices: Sequence[Device], mirror: Mirror, quantity: Quantity) -> list[Sample]:
    """Return the sensors of *devices* that are live and have a place, their values on the scale's resolution."""
    scale, found = quantity.scale, []
    for device in devices:
        told = scale.reading(device, mirror) if device.place is not None else None
        if told is not None and device.place is not None:
            level = round(value_of(told) / scale.resolution) * scale.resolution
            found.append((device.place.x, device.place.y, level))
    return found


def patch(zone: Zone, sensors: Sequence[Sample], quantity: Quantity) -> HeatPatch:
    """Spread what *sensors* measure over *zone*."""
    box = bounds(zone.outline)
    xs, ys = _middles(box.left, box.width), _middles(box.top, box.height)
    x, y = np.meshgrid(xs, ys)
    values = spread(x, y, sensors)
    values[~_inside(zone.outline, x, y)] = np.nan
    steps = np.searchsorted(np.asarray(quantity.scale.bounds), np.round(values, 6), side="right").astype(np.int8)
    steps[np.isnan(values)] = -1
    return HeatPatch(zone.id, box, steps)


def spread(
    x: NDArray[np.float64], y: NDArray[np.float64], sensors: Sequence[Sample], radius: float = RADIUS
) -> NDArray[np.float64]:
    """Return the value at each spot (*x*, *y*); not a number where no sensor is within *radius* metres."""
    weighted, weights = np.zeros(x.shape, dtype=np.float64), np.zeros(x.shape, dtype=np.float64)
    nearest = np.full(x.shape, np.inf)
    for sx, sy, value in sensors:
        far = np.hypot(x - sx, y - sy)
        nearest = np.minimum(nearest, far)
        weight = np.where(far <= radius, 1.0 / np.maximum(far, NEAREST) ** 2, 0.0)
        weights += weight
        weighted += weight * value
    found: NDArray[np.float64] = np.full(x.shape, np.nan, dtype=np.float64)
    near = nearest <= radius
    found[near] = weighted[near] / weights[near]
    return found


def _middles(start: float, length: float) -> NDArray[np.float64]:
    count = int(min(max(round(length / CELL), 1), MOST_CELLS))
    middles: NDArray[np.float64] = start + (np.arange(count, dtype=np.float64) + 0.5) * (length / count)
    return middles


def _inside(outline: Sequence[tuple[float, float]], x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool]:
    """Tell which spots lie in the polygon *outline* (even-odd rule)."""
    found = np.zeros(x.shape, dtype=bool)
    for (ax, ay), (bx, by) in zip(outline, (*outline[1:], *outline[:1]), strict=True):
        crossed = (ay > y) != (by > y)
        if ay != by:
            found ^= crossed & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return found
