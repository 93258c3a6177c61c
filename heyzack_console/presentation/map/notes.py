"""What a layer says of one device: the form round its chip and the words below it."""

from collections.abc import Callable, Mapping
from datetime import datetime

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.health import DeviceHealth, PathState
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.presentation.building.looks import main_text
from heyzack_console.presentation.building.marks import alert_line, marked
from heyzack_console.presentation.building.values import number_text
from heyzack_console.presentation.devices.score import device_score
from heyzack_console.presentation.map.changes import change_of
from heyzack_console.presentation.map.facts import LayerFacts
from heyzack_console.presentation.map.layers import NOTHING, Layer, Note, Tone
from heyzack_console.presentation.map.quantities import value_of
from heyzack_console.presentation.map.work import work_words
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.rules.score import BATTERY, EMPTY, FULL, SIGNAL, STRONG, WEAK

SCORE_TONES = {"good": Tone.NONE, "fair": Tone.DASHED, "poor": Tone.LOW, "bad": Tone.CRITICAL}
PATH_WORDS = {Path.LAN: "LAN", Path.GATEWAY: "gateway", Path.CLOUD: "cloud"}
LEVEL_WORDS = {"low": Tone.CRITICAL, "middle": Tone.DASHED, "high": Tone.SOLID}
Say = Callable[[Device, Mirror, LayerFacts, datetime], Note]


def note_of(device: Device, mirror: Mirror, layer: Layer, facts: LayerFacts, now: datetime) -> Note:
    """Return what *layer* says of *device*."""
    say = _SAYERS.get(layer)
    return NOTHING if say is None else say(device, mirror, facts, now)


def _health(device: Device, mirror: Mirror, _facts: LayerFacts, now: datetime) -> Note:
    score = device_score(device, mirror, now)
    return Note(SCORE_TONES[score.word], "" if score.word == "good" else f"{score.value} {score.word}")


def _value(device: Device, mirror: Mirror, _facts: LayerFacts, _now: datetime) -> Note:
    return Note(Tone.NONE, main_text(device, mirror.readings.get(device.id, {})))


def _heat(device: Device, mirror: Mirror, facts: LayerFacts, _now: datetime) -> Note:
    scale = facts.quantity.scale
    found = scale.reading(device, mirror)
    return NOTHING if found is None else Note(Tone.NONE, scale.text(value_of(found)))


def _topology(device: Device, mirror: Mirror, facts: LayerFacts, _now: datetime) -> Note:
    count = facts.links.sources.get(device.id, 0)
    if not count:
        return Note(Tone.SOLID) if device.id in facts.links.fed else NOTHING
    health = mirror.health.get(device.id)
    lost = health is not None and health.lost
    return Note(Tone.CRITICAL if lost else Tone.DOUBLE, f"supplies {count}")


def _path(device: Device, mirror: Mirror, _facts: LayerFacts, _now: datetime) -> Note:
    health = mirror.health.get(device.id)
    ready = ready_paths(health)
    if not ready:
        return Note(Tone.CRITICAL, "none") if health is not None and health.lost else NOTHING
    near = [path for path in ready if path is not Path.CLOUD]
    tone = Tone.DASHED if not near else Tone.SOLID if Path.CLOUD not in ready else Tone.DOUBLE
    return Note(tone, " + ".join(PATH_WORDS[path] for path in ready))


def ready_paths(health: DeviceHealth | None) -> tuple[Path, ...]:
    """Return the paths by which a device is reached now, or would be as soon as it wakes, the nearest first."""
    if health is None:
        return ()
    ready = {p.path for p in health.paths if p.state in {PathState.CONNECTED, PathState.ASLEEP}}
    return tuple(path for path in Path if path in ready)


def _battery(device: Device, mirror: Mirror, _facts: LayerFacts, _now: datetime) -> Note:
    readings = mirror.readings.get(device.id, {})
    told = [note for note in (_battery_note(readings), _signal_note(readings)) if note is not NOTHING]
    if not told:
        return NOTHING
    return Note(max((note.tone for note in told), key=_SEVERITY.index), " · ".join(note.text for note in told))


_SEVERITY = (Tone.SOLID, Tone.DASHED, Tone.LOW, Tone.CRITICAL)


def _battery_note(readings: Mapping[str, Reading]) -> Note:
    word = readings.get("battery_state")
    if word is not None and isinstance(word.value, str):
        return Note(LEVEL_WORDS.get(word.value.lower(), Tone.SOLID), word.value.lower())
    level = battery_level(readings)
    if level is None:
        return NOTHING
    tone = Tone.CRITICAL if level < EMPTY else Tone.LOW if level < FULL else Tone.SOLID
    return Note(tone, f"{number_text(level, 0)} %")


def battery_level(readings: Mapping[str, Reading]) -> float | None:
    """Return the percent that the battery has left; None where none is told."""
    level = _first(readings, BATTERY)
    return level if level is not None and 0 <= level <= 100 else None


def _signal_note(readings: Mapping[str, Reading]) -> Note:
    level = _first(readings, SIGNAL)
    if level is None or level >= 0:
        return NOTHING
    tone = Tone.CRITICAL if level < WEAK else Tone.DASHED if level < STRONG else Tone.SOLID
    return Note(tone, f"{number_text(level, 0)} dBm")


def _first(readings: Mapping[str, Reading], codes: tuple[str, ...]) -> float | None:
    for code in codes:
        found = readings.get(code)
        if found is not None and isinstance(found.value, int | float) and not isinstance(found.value, bool):
            return float(found.value)
    return None


def _alerts(device: Device, mirror: Mirror, _facts: LayerFacts, _now: datetime) -> Note:
    worst = next((alert for alert in marked(mirror.alerts_of(device.id)) if alert.state.open), None)
    return NOTHING if worst is None else Note(Tone.NONE, alert_line(device, worst))


def _changed(device: Device, mirror: Mirror, facts: LayerFacts, _now: datetime) -> Note:
    words = change_of(device, mirror, facts.then) if facts.then is not None else ""
    return Note(Tone.PLATE, words) if words else NOTHING


def _work(device: Device, mirror: Mirror, _facts: LayerFacts, _now: datetime) -> Note:
    lines = work_words(mirror.alerts_of(device.id))
    return Note(Tone.PLATE, lines[0]) if lines else NOTHING


_SAYERS: Mapping[Layer, Say] = {
    Layer.HEALTH: _health,
    Layer.VALUES: _value,
    Layer.HEAT: _heat,
    Layer.TOPOLOGY: _topology,
    Layer.PATH: _path,
    Layer.BATTERY: _battery,
    Layer.ALERTS: _alerts,
    Layer.CHANGED: _changed,
    Layer.WORK: _work,
}
