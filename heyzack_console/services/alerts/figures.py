"""Answers with the alarm figures of a period."""

import asyncio
from collections.abc import Callable
from datetime import timedelta, tzinfo

from heyzack_console.domain.alerts.alert import AlertEvent
from heyzack_console.domain.alerts.kpi import KpiReport, Period
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.alerts import AlertKpis
from heyzack_console.ports.store import AlertStore
from heyzack_console.rules.alerts.annunciations import told
from heyzack_console.rules.alerts.kpi import covered, measured

USUAL = timedelta(days=30)


class AlertFigures:
    """Counts in a thread: a month of a busy site takes a moment, in which values have to go on."""

    def __init__(self, store: AlertStore, clock: Clock, zone: Callable[[], tzinfo]) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone

    async def kpis(self, query: AlertKpis) -> KpiReport:
        """Answer with every figure.

        Raises:
            InvalidInput: the period is empty or its ends have no time zone.
        """
        now = self._clock.now()
        end = query.end or now
        start = query.start or end - USUAL
        if start.tzinfo is None or end.tzinfo is None or start >= end:
            raise InvalidInput("The period must begin before it ends, and both ends need a time zone.", "start")
        period = Period(start, end)
        events = await self._store.told(end)
        part = covered(period, await self._store.begun(), now)
        return await asyncio.to_thread(_count, events, period, part, self._zone())


def _count(events: tuple[AlertEvent, ...], period: Period, part: Period, zone: tzinfo) -> KpiReport:
    return measured(told(events, period.end), period, zone, part)
