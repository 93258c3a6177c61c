"""Reads from what was recorded how much a device was used, and which devices stand out among their kind."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from statistics import median

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.usage import Usage
from heyzack_console.domain.telemetry import Gap, WordChange

FEWEST_ALIKE = 5
FAR_OUT = 3.5
"""Modified z-score from which a value is an outlier (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993)."""
MAD_TO_SIGMA = 1.4826
"""Of a normal distribution; same source."""
LEAST_SPREAD = 0.05
ON_WORDS = frozenset({"on", "open", "opened", "running", "heating", "cooling"})
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class Switched:
    """What a switch did: on for *on* of *known*, switched on *cycles* times, on or switched last at *last*."""

    on: timedelta
    known: timedelta
    cycles: int
    last: datetime | None


def switch_of(device: Device) -> PointSpec | None:
    """The point that tells whether *device* is on; None where the product has none."""
    return next((p for p in device.points if p.kind is PointKind.BOOLEAN and p.code.startswith("switch")), None)


def meter_of(device: Device) -> PointSpec | None:
    """The counter of *device*'s energy, in kWh; increments that are reported one by one are no counter."""
    return next((p for p in device.points if p.unit == "kWh" and p.code != "add_ele"), None)


def is_on(value: Value) -> bool:
    """Whether *value* means that something runs."""
    return value is True or (isinstance(value, str) and value.lower() in ON_WORDS)


def switched(changes: Sequence[WordChange], start: datetime, end: datetime, gaps: Sequence[Gap] = ()) -> Switched:
    """Count on-time and cycles in [start, end); in a gap nobody knows, so it counts as neither on nor known.

    Args:
        changes: oldest first; the one in force at *start* may lie before it.
        gaps: spells in which nothing was heard; without an end they last.
    """
    on, known, cycles, last = timedelta(), timedelta(), 0, None
    ends = (*(change.at for change in changes[1:]), end)
    before: bool | None = None
    for change, until in zip(changes, ends, strict=False):
        began, ended, running = max(change.at, start), min(until, end), is_on(change.value)
        if start <= change.at < end and before is not None and running is not before:
            cycles += running
            last = change.at
        before = running
        if ended <= began:
            continue
        lasted = (ended - began) - _missed(began, ended, gaps)
        known += lasted
        if running and lasted > timedelta():
            on += lasted
            last = max(ended, last) if last else ended
    return Switched(on, known, cycles, last)


def consumed(values: Iterable[float]) -> float:
    """Add up what a counter rose by, oldest first; after a reset it counts from nothing again."""
    total, before = 0.0, None
    for value in values:
        if before is not None:
            total += value - before if value >= before else max(value, 0.0)
        before = value
    return total


def judged(found: Mapping[DeviceId, Usage], devices: Mapping[DeviceId, Device]) -> tuple[Usage, ...]:
    """Return *found* with what is unusual: never used, or far from what devices of the same kind do."""
    remarks: dict[DeviceId, list[str]] = {name: [] for name in found}
    for what, read in _MEASURES:
        for alike in _kinds(found, devices):
            _compare(alike, what, read, remarks)
    return tuple(_with(usage, remarks[name]) for name, usage in found.items())


def _with(usage: Usage, remarks: list[str]) -> Usage:
    unused = usage.on_ms == 0 and usage.cycles == 0 and usage.known_ms > 0
    words = ["never on"] if unused else remarks
    return replace(usage, unused=unused, remarks=tuple(words))


def _share(usage: Usage) -> float | None:
    return None if usage.on_ms is None or not usage.known_ms else usage.on_ms / usage.known_ms


def _cycles(usage: Usage) -> float | None:
    return None if usage.cycles is None else float(usage.cycles)


def _energy(usage: Usage) -> float | None:
    return usage.energy_kwh


Measure = Callable[[Usage], float | None]
_MEASURES: tuple[tuple[str, Measure], ...] = (("on", _share), ("switched", _cycles), ("energy", _energy))
_WORDS = {"on": ("on much longer", "on much less"), "switched": ("switched far more often", "switched far less often")}
_WORDS["energy"] = ("takes far more energy", "takes far less energy")


def _kinds(found: Mapping[DeviceId, Usage], devices: Mapping[DeviceId, Device]) -> Iterable[list[Usage]]:
    kinds: dict[str, list[Usage]] = {}
    for name, usage in found.items():
        kinds.setdefault(devices[name].category.value, []).append(usage)
    return kinds.values()


def _compare(alike: list[Usage], what: str, read: Measure, remarks: dict[DeviceId, list[str]]) -> None:
    known = [(usage, value) for usage in alike if (value := read(usage)) is not None]
    if len(known) < FEWEST_ALIKE:
        return
    middle = median(value for _, value in known)
    spread = MAD_TO_SIGMA * median(abs(value - middle) for _, value in known)
    spread = max(spread, LEAST_SPREAD * max(abs(middle), 1.0))
    for usage, value in known:
        far = (value - middle) / spread
        if abs(far) > FAR_OUT:
            remarks[usage.device].append(f"{_WORDS[what][far < 0]} than {len(known) - 1} alike")


def _missed(began: datetime, ended: datetime, gaps: Sequence[Gap]) -> timedelta:
    """How much of [began, ended) lies in *gaps*, which may overlap."""
    missed, reached = timedelta(), began
    for gap in sorted(gaps, key=lambda one: one.start):
        first, last = max(gap.start, reached), min(gap.end or ended, ended)
        if last > first:
            missed += last - first
            reached = last
    return missed
