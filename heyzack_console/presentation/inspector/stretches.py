"""The history of words as stretches of time."""

from dataclasses import dataclass
from datetime import datetime, tzinfo

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointSpec, Value
from heyzack_console.domain.telemetry import WordSeries
from heyzack_console.presentation.building.values import DIM, value_text


@dataclass(frozen=True, slots=True)
class Stretch:
    """One value from *start* to *end*; *ink* is the number of its colour, None for what is off or at rest."""

    start: datetime
    end: datetime
    words: str
    ink: int | None

    def told(self, zone: tzinfo) -> str:
        """The stretch in one line."""
        start, end = self.start.astimezone(zone), self.end.astimezone(zone)
        return f"{self.words}, {start:%d %b %H:%M:%S} to {end:%d %b %H:%M:%S}"


def stretches(
    device: Device, spec: PointSpec, series: WordSeries, start: datetime, end: datetime
) -> tuple[Stretch, ...]:
    """The stretches of *series* inside [start, end); the last value holds until the end."""
    ends = (*(change.at for change in series.changes[1:]), end)
    found = []
    for change, until in zip(series.changes, ends, strict=False):
        first, last = max(change.at, start), min(until, end)
        if first < last and change.value is not None:
            words = value_text(device.category, spec, change.value, "")
            found.append(Stretch(first, last, words, _ink(spec, change.value, words)))
    return tuple(found)


def _ink(spec: PointSpec, value: Value, words: str) -> int | None:
    if value is False or words in DIM or value in {"none", "normal", "off", "idle", "standby"}:
        return None
    return spec.options.index(value) if isinstance(value, str) and value in spec.options else 0
