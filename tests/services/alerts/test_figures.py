"""The figures that the engine answers with."""

from datetime import datetime, timedelta

import pytest

from heyzack_console.domain.alerts.kpi import Kpi
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.alerts import AlertKpis
from tests.support.alarm_history import BEGIN, Call, events_of
from tests.support.console import console

CALLS = [Call(n, n * 600, n * 600 + 60, n * 600 + 30, "Ines", Priority.P4) for n in range(6)]


async def test_the_figures_are_those_of_the_asked_period_alone():
    async with console() as app:
        app.disk.events.extend(events_of(CALLS))
        report = await app.engine.ask(AlertKpis(BEGIN, BEGIN + timedelta(minutes=30)))
        assert report.annunciations == 3
        assert report.figure(Kpi.RATE_PER_HOUR).value == 6


async def test_without_ends_the_last_thirty_days_count():
    async with console() as app:
        report = await app.engine.ask(AlertKpis())
        assert report.period.end - report.period.start == timedelta(days=30)
        assert report.figure(Kpi.PER_DAY).value is None


@pytest.mark.parametrize("span", [(BEGIN, BEGIN), (datetime(2026, 3, 1), BEGIN)], ids=["empty", "no zone"])  # noqa: DTZ001
async def test_a_period_that_is_none_is_refused(span):
    async with console() as app:
        with pytest.raises(InvalidInput, match="begin before it ends"):
            await app.engine.ask(AlertKpis(*span))
