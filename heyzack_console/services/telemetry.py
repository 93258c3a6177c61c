"""Questions about values in the past, and how long they are kept."""

import logging
from datetime import datetime, timedelta

from heyzack_console.domain.errors import InvalidInput, StoreError
from heyzack_console.domain.telemetry import PointFigures, Series, WordSeries
from heyzack_console.ports.engine.telemetry import Figures, History, Samples, WordHistory
from heyzack_console.ports.store import Telemetry
from heyzack_console.rules.telemetry.shares import changes_inside, shares
from heyzack_console.services.settings import SettingBook
from heyzack_console.services.troubles import Troubles

log = logging.getLogger(__name__)

MOST_PIXELS = 16_384
TIDY_EVERY = timedelta(hours=1)


class TelemetryDesk:
    """Answers charts; once an hour deletes what is older than its class allows."""

    def __init__(self, telemetry: Telemetry, settings: SettingBook, troubles: Troubles) -> None:
        self._telemetry = telemetry
        self._settings = settings
        self._troubles = troubles
        self._next: datetime | None = None

    async def history(self, query: History) -> Series:
        """Answer with numbers of one point."""
        _check(query.start, query.end)
        pixels = max(1, min(query.pixels, MOST_PIXELS))
        return await self._telemetry.series(query.device, query.code, query.start, query.end, pixels)

    async def words(self, query: WordHistory) -> WordSeries:
        """Answer with changes of one point."""
        _check(query.start, query.end)
        return await self._telemetry.words(query.device, query.code, query.start, query.end)

    async def samples(self, query: Samples) -> Series:
        """Answer with everything there is of one point."""
        _check(query.start, query.end)
        return await self._telemetry.finest(query.device, query.code, query.start, query.end)

    async def figures(self, query: Figures) -> PointFigures:
        """Answer with what one point did."""
        span = (query.start, query.end)
        _check(*span)
        point = (query.device, query.code)
        numbers = await self._telemetry.figures(*point, *span)
        if numbers is not None:
            return PointFigures(*point, numbers)
        changes = (await self._telemetry.words(*point, *span)).changes
        return PointFigures(*point, None, shares(changes, *span), changes_inside(changes, *span))

    async def tidy(self, now: datetime) -> None:
        """Delete what is due; the first time an hour after the start, so that a start is quick."""
        if self._next is None:
            self._next = now + TIDY_EVERY
        if now < self._next:
            return
        self._next = now + TIDY_EVERY
        keep = {
            "samples": int(self._settings.value("samples.keep_days")),
            "minutes": int(self._settings.value("samples.keep_minutes_days")),
            "hours": int(self._settings.value("samples.keep_hours_days")),
        }
        try:
            deleted = await self._telemetry.tidy(now, keep)
        except StoreError as problem:
            self._troubles.came("retention", f"Old values could not be deleted. {problem.text}")
            return
        self._troubles.went("retention")
        log.info("%d old rows of telemetry deleted", deleted)


def _check(start: datetime, end: datetime) -> None:
    if start.tzinfo is None or end.tzinfo is None or start >= end:
        raise InvalidInput("The span must begin before it ends, and both ends need a time zone.", "start")
