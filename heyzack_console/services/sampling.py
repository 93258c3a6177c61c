"""Writes live values to the telemetry store, in batches, without making anybody wait."""

import asyncio
import contextlib
import logging
from datetime import datetime

from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.errors import StoreError
from heyzack_console.ports.store import Telemetry
from heyzack_console.services.troubles import Troubles

log = logging.getLogger(__name__)

# About a minute of 2,000 busy devices; what comes on top while the store refuses is not kept.
MOST_WAITING = 200_000


class Sampling:
    """Collects what was heard and writes it whenever it is flushed."""

    def __init__(self, telemetry: Telemetry, troubles: Troubles, most_waiting: int = MOST_WAITING) -> None:
        self._telemetry = telemetry
        self._troubles = troubles
        self._most_waiting = most_waiting
        self._waiting: list[Reading] = []
        self._lost = 0
        self._turn = asyncio.Lock()

    def heard(self, reading: Reading, _now: datetime) -> None:
        """Keep a live value for the next batch."""
        if reading.quality is not Quality.LIVE or reading.value is None:
            return
        if len(self._waiting) >= self._most_waiting:
            self._lost += 1
            return
        self._waiting.append(reading)

    async def flush(self) -> None:
        """Write what was collected; what the store refuses waits for the next time."""
        with contextlib.suppress(StoreError):
            await self.written()

    async def written(self) -> None:
        """Return once everything collected so far is on the disk.

        Raises:
            StoreError: the store refused; it waits for the next time.
        """
        async with self._turn:
            if not self._waiting:
                return
            batch, self._waiting = self._waiting, []
            try:
                # A batch on its way is written even if the engine stops meanwhile.
                await asyncio.shield(self._telemetry.write(batch))
            except StoreError as problem:
                self._waiting = batch + self._waiting
                self._troubles.came("samples", f"Values are shown but not recorded. {problem.text}")
                raise
            if self._lost:
                log.warning("%d values were not recorded while the store refused", self._lost)
                self._lost = 0
            self._troubles.went("samples")
