"""Telemetry in memory."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.telemetry import Listening, NumberFigures, Series, WordSeries


class MemoryTelemetry:
    """Keeps what it is told on a `memory_store.Disk`."""

    def __init__(self, disk) -> None:
        self.disk = disk

    async def write(self, readings: Sequence[Reading]) -> None:
        self.disk.check()
        self.disk.samples.extend(readings)

    async def fill(self, start: datetime, end: datetime, logged: Sequence[Reading], present: Sequence[Reading]) -> None:
        self.disk.check()
        self.disk.samples.extend((*logged, *present))
        self.disk.filled.update({(r.device, r.code, start, end) for r in logged})

    async def save_twins(self, readings: Sequence[Reading]) -> None:
        self.disk.check()
        self.disk.twins.update({(r.device, r.code): r for r in readings})

    async def load_twins(self) -> tuple[Reading, ...]:
        return tuple(replace(r, quality=Quality.CACHED) for r in self.disk.twins.values())

    async def load_listening(self) -> Listening:
        return self.disk.listening

    async def keep_listening(self, listening: Listening) -> None:
        self.disk.check()
        self.disk.listening = listening

    async def load_learned(self) -> Mapping[str, bytes]:
        return dict(self.disk.learned)

    async def keep_learned(self, learned: Mapping[str, bytes], gone: Collection[str]) -> None:
        self.disk.check()
        self.disk.learned = {n: b for n, b in self.disk.learned.items() if n not in gone} | dict(learned)

    async def series(self, device: DeviceId, code: str, start: datetime, end: datetime, pixels: int) -> Series:
        found = [r for r in self.disk.samples if (r.device, r.code) == (device, code) and start <= r.at < end]
        values = tuple(float(r.value) for r in found if isinstance(r.value, int | float))
        times = tuple(int(r.at.timestamp() * 1000) for r in found)
        return Series(device, code, "", 0, times, values, values, values)

    async def finest(self, device: DeviceId, code: str, start: datetime, end: datetime) -> Series:
        return await self.series(device, code, start, end, 1)

    async def figures(self, device: DeviceId, code: str, start: datetime, end: datetime) -> NumberFigures | None:
        numbers = (await self.series(device, code, start, end, 1)).means
        mean = sum(numbers) / max(1, len(numbers))
        return NumberFigures(len(numbers), min(numbers), max(numbers), mean) if numbers else None

    async def words(self, device: DeviceId, code: str, start: datetime, end: datetime) -> WordSeries:
        return WordSeries(device, code, ())

    async def standing(self, at: datetime) -> tuple[Reading, ...]:
        return tuple({(r.device, r.code): r for r in sorted(self.disk.samples, key=_at) if r.at <= at}.values())

    async def begun(self) -> datetime | None:
        return min(map(_at, self.disk.samples), default=None)

    async def recorded(
        self, codes: Collection[str], start: datetime, end: datetime, *, begin: bool
    ) -> tuple[Reading, ...]:
        found = [r for r in self.disk.samples if (not codes or r.code in codes) and start <= r.at < end]
        return tuple(sorted(found, key=lambda r: r.at))

    async def tidy(self, now: datetime, keep_days: Mapping[str, int]) -> int:
        self.disk.check()
        self.disk.tidied.append(keep_days)
        return 0


def _at(reading: Reading) -> datetime:
    return reading.at
