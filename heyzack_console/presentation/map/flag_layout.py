"""Where flags stand, so that none covers another or a mark; one that finds no room is dropped."""

from collections.abc import Sequence
from dataclasses import dataclass

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.building.shapes import Box

GAP = 2.0


@dataclass(frozen=True, slots=True)
class WantedFlag:
    """A flag that looks for a place beside the chip at (*px*, *py*)."""

    device: DeviceId
    px: float
    py: float
    width: float
    height: float


def placed_flags(wanted: Sequence[WantedFlag], chip: float, marks: Sequence[Box], window: Box) -> dict[DeviceId, Box]:
    """Return where each flag stands; the first in *wanted* chooses first.

    Args:
        chip: side of a chip in pixels.
        marks: boxes that stay uncovered: alert marks and the chips of flagged devices.
        window: what a flag must not leave.
    """
    found: dict[DeviceId, Box] = {}
    for flag in wanted:
        for box in _candidates(flag, chip):
            inside = (
                box.left >= window.left
                and box.right <= window.right
                and box.top >= window.top
                and box.bottom <= window.bottom
            )
            if inside and not any(box.covers(other, GAP) for other in found.values()):
                if any(box.covers(mark) for mark in marks):
                    continue
                found[flag.device] = box
                break
    return found


def _candidates(flag: WantedFlag, chip: float) -> Sequence[Box]:
    w, h = flag.width, flag.height
    below, above = flag.py + chip / 2 + GAP, flag.py - chip / 2 - GAP - h
    shifts = (0.0, -w / 4, w / 4, -w / 2 + chip / 2, w / 2 - chip / 2)
    beside = flag.py - h / 2
    return (
        *(Box(flag.px - w / 2 + shift, below, w, h) for shift in shifts),
        Box(flag.px - chip / 2 - GAP - w, beside, w, h),
        *(Box(flag.px - w / 2 + shift, above, w, h) for shift in shifts),
        *(Box(flag.px - w / 2 + shift, below + h + GAP, w, h) for shift in shifts),
        Box(flag.px + chip / 2 + GAP, beside, w, h),
    )
