"""The legend at the foot of the map, by layer."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from heyzack_console.domain.dependencies import Supply
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.presentation.building.kinds import category_word
from heyzack_console.presentation.building.looks import DeviceLook
from heyzack_console.presentation.map.facts import LayerFacts
from heyzack_console.presentation.map.layers import Layer, Tone


@dataclass(frozen=True, slots=True)
class LegendRow:
    """One sample with its word: a mark (*priority* and *state*), or a chip (*category* and *look*, with a *tone*).

    *category* given in the category layer means that a press shows this kind alone. *step* is a step of the heat map's
    scale, *supply* a line of that kind.
    """

    word: str
    priority: int = 0
    state: str = ""
    category: Category | None = None
    look: DeviceLook = DeviceLook.NORMAL
    choosable: bool = False
    tone: Tone = Tone.NONE
    step: int | None = None
    supply: Supply | None = None


_MARKS = (LegendRow("Unacknowledged", 2, "unacknowledged"), LegendRow("Acknowledged", 2, "acknowledged"))
_LOST = (
    LegendRow("No path", category=Category.UNKNOWN, look=DeviceLook.NO_PATH),
    LegendRow("Stale", category=Category.UNKNOWN, look=DeviceLook.STALE),
)
_TONES: Mapping[Layer, tuple[LegendRow, ...]] = {
    Layer.CHANGED: (LegendRow("Changed", tone=Tone.PLATE), LegendRow("As before", category=Category.UNKNOWN), *_MARKS),
    Layer.WORK: (
        LegendRow("Somebody is at it", tone=Tone.PLATE),
        LegendRow("Acknowledged", 2, "acknowledged"),
        LegendRow("Shelved", 3, "shelved"),
        LegendRow("Unacknowledged", 2, "unacknowledged"),
    ),
    Layer.HEALTH: (
        LegendRow("Good, 90–100", category=Category.UNKNOWN),
        LegendRow("Fair, from 70", tone=Tone.DASHED),
        LegendRow("Poor, from 40", tone=Tone.LOW),
        LegendRow("Bad", tone=Tone.CRITICAL),
    ),
    Layer.PATH: (
        LegendRow("LAN or gateway", tone=Tone.SOLID),
        LegendRow("Cloud", tone=Tone.DASHED),
        LegendRow("Both", tone=Tone.DOUBLE),
        LegendRow("None", tone=Tone.CRITICAL),
    ),
    Layer.BATTERY: (
        LegendRow("Full and strong", tone=Tone.SOLID),
        LegendRow("Middling", tone=Tone.DASHED),
        LegendRow("Below 30 %", tone=Tone.LOW),
        LegendRow("Below 10 % or −85 dBm", tone=Tone.CRITICAL),
    ),
    Layer.TOPOLOGY: (
        LegendRow("Supplies", tone=Tone.DOUBLE),
        LegendRow("Is supplied", tone=Tone.SOLID),
        LegendRow("Supplies, no path", tone=Tone.CRITICAL),
    ),
}


def legend(layer: Layer, devices: Iterable[Device], facts: LayerFacts | None = None) -> tuple[LegendRow, ...]:
    """Return the rows of *layer* for a floor with *devices*, the most important first."""
    known = facts or LayerFacts()
    if layer is Layer.CATEGORY:
        counts = Counter(device.category for device in devices)
        kinds = sorted(counts, key=lambda kind: (-counts[kind], kind.value))
        return tuple(LegendRow(category_word(k, counts[k]), category=k, choosable=True) for k in kinds)
    if layer is Layer.HEAT:
        return tuple(LegendRow(word, step=step) for step, word in enumerate(known.quantity.scale.words))
    if layer is Layer.TOPOLOGY:
        carried = {link.supply for link in known.links.all}
        lines = tuple(LegendRow(s.word.capitalize(), supply=s) for s in Supply if s in carried)
        return (*lines, *_TONES[layer])
    if layer is Layer.VALUES:
        return (*_MARKS, LegendRow("Suppressed", 3, "suppressed"), *_LOST)
    if layer is Layer.ALERTS:
        returned = LegendRow("Returned", 2, "returned")
        aside = (LegendRow("Suppressed", 3, "suppressed"), LegendRow("Shelved", 3, "shelved"))
        return (*_MARKS, returned, *aside)
    return (*_TONES[layer], *_LOST[:1], *_MARKS) if layer is Layer.HEALTH else _TONES[layer]
