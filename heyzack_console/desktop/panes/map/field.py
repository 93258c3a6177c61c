"""The devices of one floor as arrays: what is in view, what stands for a crowd, what lies under the pointer."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.building.looks import DeviceLook
from heyzack_console.presentation.building.shapes import Box
from heyzack_console.presentation.map.picture import DeviceRow
from heyzack_console.presentation.map.view import View

Indices = NDArray[np.intp]

CATEGORIES = tuple(Category)
LOOKS = len(DeviceLook)
_NUMBER = {category: number for number, category in enumerate(CATEGORIES)}


def chip_code(category: Category, look: DeviceLook) -> int:
    """Return the number of the chip's sprite."""
    return _NUMBER[category] * LOOKS + look


class MarkerField:
    """Positions in metres, sprite numbers and badness of every device on the floor; never a thinned set."""

    def __init__(self) -> None:
        self.show(())

    def show(self, rows: Sequence[DeviceRow]) -> None:
        """Replace everything."""
        self.ids: list[DeviceId] = [row.device for row in rows]
        self._at = {device: number for number, device in enumerate(self.ids)}
        self.x = np.array([row.x for row in rows], dtype=np.float64)
        self.y = np.array([row.y for row in rows], dtype=np.float64)
        self.chip = np.array([chip_code(row.category, row.look) for row in rows], dtype=np.int32)
        self.mark = np.array([row.mark.code if row.mark else 0 for row in rows], dtype=np.int32)
        self.tone = np.array([row.tone for row in rows], dtype=np.int32)
        # Two bytes: numpy sorts those by radix, several times as fast.
        self.bad = np.array([badness(row) for row in rows], dtype=np.int16)
        self._worst_last: Indices | None = None

    def __len__(self) -> int:
        return len(self.ids)

    def number(self, device: DeviceId) -> int | None:
        """The place of *device* in the arrays; None where it is not on this floor or filtered out."""
        return self._at.get(device)

    def numbers(self, devices: Iterable[DeviceId]) -> set[int]:
        """The places of those of *devices* that are here."""
        return {number for device in devices if (number := self._at.get(device)) is not None}

    def change(self, row: DeviceRow) -> bool:
        """Take in the new state of a device that is here; tell whether it looks different now."""
        number = self._at[row.device]
        after = (chip_code(row.category, row.look), row.mark.code if row.mark else 0, row.x, row.y, int(row.tone))
        if after == (self.chip[number], self.mark[number], self.x[number], self.y[number], self.tone[number]):
            return False
        self.chip[number], self.mark[number], self.x[number], self.y[number], self.tone[number] = after
        worse = badness(row)
        if worse != self.bad[number]:
            self.bad[number] = worse
            self._worst_last = None
        return True

    def pixels(self, view: View) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        """Return where each device lies on the screen, on whole pixels so that sprites stay sharp."""
        return np.rint(self.x * view.scale + view.left), np.rint(self.y * view.scale + view.top)

    def visible(self, view: View, size: tuple[float, float], margin: float) -> Indices:
        """Return the devices within *margin* pixels of a window of *size*, the worst last."""
        left, top = view.to_plan(-margin, -margin)
        right, bottom = view.to_plan(size[0] + margin, size[1] + margin)
        x, y = self.x, self.y
        order = self.worst_last
        seen = (x >= left) & (x <= right) & (y >= top) & (y <= bottom)
        return order if seen.all() else order[seen[order]]

    @property
    def worst_last(self) -> Indices:
        """All devices, the worst at the end, so that it is painted on top and wins its cell."""
        if self._worst_last is None:
            self._worst_last = np.argsort(self.bad, kind="stable")
        return self._worst_last

    def nearest(self, view: View, px: float, py: float, reach: float) -> int | None:
        """Return the device whose middle is nearest to the pixel, at most *reach* away; of equals the worst."""
        if not self.ids:
            return None
        x, y = view.to_plan(px, py)
        far = (self.x - x) ** 2 + (self.y - y) ** 2
        least = float(far.min())
        if least > (reach / view.scale) ** 2:
            return None
        equal = np.flatnonzero(far <= least + 1e-9)
        return int(equal[np.argmax(self.bad[equal])])

    def within(self, view: View, box: Box) -> list[DeviceId]:
        """Return the devices whose middle lies in *box* (pixels)."""
        left, top = view.to_plan(box.left, box.top)
        right, bottom = view.to_plan(box.right, box.bottom)
        found = (self.x >= left) & (self.x <= right) & (self.y >= top) & (self.y <= bottom)
        return [self.ids[number] for number in np.flatnonzero(found)]

    def neighbour(self, number: int, dx: int, dy: int) -> int | None:
        """Return the device next to *number* in direction (*dx*, *dy*); what lies aside counts double."""
        along = (self.x - self.x[number]) * dx + (self.y - self.y[number]) * dy
        aside = np.abs((self.x - self.x[number]) * dy + (self.y - self.y[number]) * dx)
        ahead = np.flatnonzero((along > 1e-6) & (aside <= 2 * along))
        if not len(ahead):
            return None
        return int(ahead[np.argmin(along[ahead] + 2 * aside[ahead])])


def badness(row: DeviceRow) -> int:
    """Return how much a device needs to be seen: its mark first, then being lost, then being stale."""
    if row.mark is not None:
        return row.mark.badness
    return {DeviceLook.NO_PATH: 2, DeviceLook.STALE: 1}.get(row.look, 0)
