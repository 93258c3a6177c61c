"""Telemetry on the disk: one writer thread, a small reading pool, everything in `samples.db`."""

import asyncio
import math
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.telemetry import Listening, NumberFigures, Series, WordSeries
from heyzack_console.storage.faults import translated
from heyzack_console.storage.samples import reading as read
from heyzack_console.storage.samples.figures import figures, finest
from heyzack_console.storage.samples.learned import keep_learned, load_learned
from heyzack_console.storage.samples.listening import keep_listening, load_listening
from heyzack_console.storage.samples.opening import open_samples
from heyzack_console.storage.samples.recorded import recorded
from heyzack_console.storage.samples.retention import tidy
from heyzack_console.storage.samples.standing import begun, standing
from heyzack_console.storage.samples.twins import load_twins, save_twins
from heyzack_console.storage.samples.writing import SampleWriter

T = TypeVar("T")


class SampleStore:
    """Implements ports/store.Telemetry. Close it, or the last minute's rollups are computed again at the next start."""

    def __init__(self, file: Path, max_pages: int = 0) -> None:
        """Open or make *file*; raises StoreError with the words for the operator.

        Args:
            max_pages: budget of the file in pages of 4 KiB, 0 for none; beyond it writes raise StoreFull.
        """
        self._file = file
        self._engine = open_samples(file, max_pages)
        self._writing = ThreadPoolExecutor(1, thread_name_prefix="samples-write")
        self._reading = ThreadPoolExecutor(2, thread_name_prefix="samples-read")
        try:
            with translated(file):
                self._writer = SampleWriter(self._engine)
        except BaseException:
            self._shut()
            raise

    async def write(self, readings: Sequence[Reading]) -> None:
        """Add samples; raises StoreError when none of them was written."""
        await self._in(self._writing, lambda: self._writer.write(readings))

    async def fill(self, start: datetime, end: datetime, logged: Sequence[Reading], present: Sequence[Reading]) -> None:
        """Add what was logged in a stretch in which nothing was heard, and mark it; all of it or nothing."""
        span = (_ms(start), _ms(end))
        await self._in(self._writing, lambda: self._writer.fill(span, logged, present))

    async def save_twins(self, readings: Sequence[Reading]) -> None:
        """Remember the newest values for the next start."""
        await self._in(self._writing, lambda: save_twins(self._engine, readings))

    async def load_twins(self) -> tuple[Reading, ...]:
        """The last picture; every value is CACHED and carries the time at which it was heard."""
        return await self._in(self._reading, lambda: load_twins(self._engine))

    async def load_listening(self) -> Listening:
        """Until when the last run listened, and what it missed."""
        return await self._in(self._reading, lambda: load_listening(self._engine))

    async def keep_listening(self, listening: Listening) -> None:
        """Write *listening* over what is there."""
        await self._in(self._writing, lambda: keep_listening(self._engine, listening))

    async def load_learned(self) -> Mapping[str, bytes]:
        """What was learned of series."""
        return await self._in(self._reading, lambda: load_learned(self._engine))

    async def keep_learned(self, learned: Mapping[str, bytes], gone: Collection[str]) -> None:
        """Write *learned* over what is there and forget *gone*."""
        await self._in(self._writing, lambda: keep_learned(self._engine, learned, gone))

    async def series(self, device: DeviceId, code: str, start: datetime, end: datetime, pixels: int) -> Series:
        """Numbers in [start, end), about one step per pixel."""
        await self._in(self._writing, lambda: self._writer.flush((device, code)))
        span = read.Span(_ms(start), _ms(end), max(1, pixels))
        return await self._in(self._reading, lambda: read.series(self._engine, (device, code), span))

    async def finest(self, device: DeviceId, code: str, start: datetime, end: datetime) -> Series:
        """Every number in [start, end), or the finest averages that reach as far back."""
        await self._in(self._writing, lambda: self._writer.flush((device, code)))
        span = (_ms(start), _ms(end))
        return await self._in(self._reading, lambda: finest(self._engine, (device, code), span))

    async def figures(self, device: DeviceId, code: str, start: datetime, end: datetime) -> NumberFigures | None:
        """Count, bounds and mean in [start, end)."""
        await self._in(self._writing, lambda: self._writer.flush((device, code)))
        span = (_ms(start), _ms(end))
        return await self._in(self._reading, lambda: figures(self._engine, (device, code), span))

    async def words(self, device: DeviceId, code: str, start: datetime, end: datetime) -> WordSeries:
        """Changes in [start, end), and the one before."""
        span = (_ms(start), _ms(end))
        return await self._in(self._reading, lambda: read.words(self._engine, (device, code), span))

    async def standing(self, at: datetime) -> tuple[Reading, ...]:
        """The last value of every point at *at* or before."""
        return await self._in(self._reading, lambda: standing(self._engine, _ms(at)))

    async def begun(self) -> datetime | None:
        """Since when values are kept."""
        first = await self._in(self._reading, lambda: begun(self._engine))
        return None if first is None else datetime.fromtimestamp(first / 1000, UTC)

    async def recorded(
        self, codes: Collection[str], start: datetime, end: datetime, *, begin: bool
    ) -> tuple[Reading, ...]:
        """Every value of the points *codes* (empty: all) in [start, end), by time."""
        span = (_ms(start), _ms(end))
        return await self._in(self._reading, lambda: recorded(self._engine, codes, span, begin=begin))

    async def tidy(self, now: datetime, keep_days: Mapping[str, int]) -> int:
        """Delete what is older than its class allows."""
        return await self._in(self._writing, lambda: tidy(self._engine, _ms(now), keep_days))

    async def close(self) -> None:
        """Write what is open and close the file."""
        try:
            await self._in(self._writing, self._writer.close)
        finally:
            await asyncio.to_thread(self._shut)

    def _shut(self) -> None:
        self._writing.shutdown()
        self._reading.shutdown()
        self._engine.dispose()

    async def _in(self, pool: ThreadPoolExecutor, work: Callable[[], T]) -> T:
        def guarded() -> T:
            with translated(self._file):
                return work()

        return await asyncio.get_running_loop().run_in_executor(pool, guarded)


def _ms(at: datetime) -> int:
    return math.floor(at.timestamp() * 1000)
