"""The legend at the foot of the map, by layer."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.looks import DeviceLook
from heyzack_console.presentation.map.zones import Layer


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One sample with its word: a mark (*priority* and *state*), or a chip (*category* and *look*).

    *category* given in the category layer means that a press shows this kind alone.
    """

    word: str
    priority: int = 0
    state: str = ""
    category: Category | None = None
    look: DeviceLook = DeviceLook.NORMAL
    choosable: bool = False


def legend(layer: Layer, devices: Iterable[Device]) -> tuple[LegendRow, ...]:
    """Return the rows of *layer* for a floor with *devices*, the most important first."""
    marks = (
        LegendRow("Unacknowledged", 2, "unacknowledged"),
        LegendRow("Acknowledged", 2, "acknowledged"),
    )
    if layer is Layer.CATEGORY:
        counts = Counter(device.category for device in devices)
        kinds = sorted(counts, key=lambda kind: (-counts[kind], kind.value))
        return tuple(LegendRow(category_word(k, counts[k]), category=k, choosable=True) for k in kinds)
    lost = (
        LegendRow("No path", category=Category.UNKNOWN, look=DeviceLook.NO_PATH),
        LegendRow("Stale", category=Category.UNKNOWN, look=DeviceLook.STALE),
    )
    if layer is Layer.HEALTH:
        return (LegendRow("Reached", category=Category.UNKNOWN), *lost, *marks)
    return (*marks, LegendRow("Suppressed", 3, "suppressed"), *lost)
