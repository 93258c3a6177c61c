"""What the layers write into a room, besides health, values and category."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from heyzack_console.domain.alerts.alert import Alert, AlertState
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.readings import Path
from heyzack_console.presentation.building.values import number_text
from heyzack_console.presentation.map.changes import change_of
from heyzack_console.presentation.map.facts import LayerFacts
from heyzack_console.presentation.map.layers import Layer
from heyzack_console.presentation.map.notes import PATH_WORDS, battery_level, ready_paths
from heyzack_console.presentation.map.work import work_words
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.rules.score import FULL


@dataclass(frozen=True, slots=True)
class RoomWords:
    """*lines*, the most important first; *caution*: written in the colour of what needs a look."""

    lines: tuple[str, ...] = ()
    caution: bool = False


Write = Callable[[Sequence[Device], Sequence[Alert], Mirror, LayerFacts], RoomWords]


def room_words(
    devices: Sequence[Device], alerts: Sequence[Alert], mirror: Mirror, layer: Layer, facts: LayerFacts
) -> RoomWords:
    """Return what *layer* writes into the room that holds *devices*, which have *alerts*."""
    write = _WRITERS.get(layer)
    return RoomWords() if write is None else write(devices, alerts, mirror, facts)


def _heat(devices: Sequence[Device], _alerts: Sequence[Alert], mirror: Mirror, facts: LayerFacts) -> RoomWords:
    scale = facts.quantity.scale
    mean = scale.mean(devices, mirror)
    return RoomWords() if mean is None else RoomWords((scale.text(mean),))


def _alerts(_devices: Sequence[Device], alerts: Sequence[Alert], _mirror: Mirror, _facts: LayerFacts) -> RoomWords:
    still = [alert for alert in alerts if alert.state.open]
    if not still:
        return RoomWords()
    unseen = sum(alert.state is AlertState.UNACKNOWLEDGED for alert in still)
    lines = (f"{len(still)} open", f"{unseen} unacknowledged") if unseen else (f"{len(still)} open",)
    return RoomWords(lines, caution=bool(unseen))


def _path(devices: Sequence[Device], _alerts: Sequence[Alert], mirror: Mirror, _facts: LayerFacts) -> RoomWords:
    nearest: Counter[Path] = Counter()
    none = 0
    for device in devices:
        health = mirror.health.get(device.id)
        ready = ready_paths(health)
        if ready:
            nearest[ready[0]] += 1
        elif health is not None and health.lost:
            none += 1
    lines = tuple(f"{nearest[path]} {PATH_WORDS[path]}" for path in Path if nearest[path])
    return RoomWords((f"{none} none", *lines) if none else lines, caution=bool(none))


def _battery(devices: Sequence[Device], _alerts: Sequence[Alert], mirror: Mirror, _facts: LayerFacts) -> RoomWords:
    told = [level for d in devices if (level := battery_level(mirror.readings.get(d.id, {}))) is not None]
    if not told:
        return RoomWords()
    return RoomWords((f"lowest {number_text(min(told), 0)} %",), caution=min(told) < FULL)


def _changed(devices: Sequence[Device], _alerts: Sequence[Alert], mirror: Mirror, facts: LayerFacts) -> RoomWords:
    then = facts.then
    count = 0 if then is None else sum(bool(change_of(device, mirror, then)) for device in devices)
    return RoomWords((f"{count} changed",)) if count else RoomWords()


def _work(_devices: Sequence[Device], alerts: Sequence[Alert], _mirror: Mirror, _facts: LayerFacts) -> RoomWords:
    lines = work_words(alerts)
    return RoomWords((*lines[:1], f"{len(lines)} at work")) if lines else RoomWords()


_WRITERS: Mapping[Layer, Write] = {
    Layer.HEAT: _heat,
    Layer.ALERTS: _alerts,
    Layer.PATH: _path,
    Layer.BATTERY: _battery,
    Layer.CHANGED: _changed,
    Layer.WORK: _work,
}
