"""Tries a rule file on the record of a home folder, also beside a running engine; nothing is changed."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from heyzack_console.composition.alert_kpis import Asked, existing_home, site_zone
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.alerts.trial import Trial
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.errors import NotFound
from heyzack_console.host.clock import WallClock
from heyzack_console.host.home import Home
from heyzack_console.services.alerts.past import Past
from heyzack_console.storage.alerts import AlertRecords
from heyzack_console.storage.faults import translated
from heyzack_console.storage.samples.recorded import open_recorded, recorded
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import open_store

AT_ONCE = timedelta(hours=6)


def try_rules(chosen: Path | None, rules: tuple[AlertRule, ...], asked: Asked) -> Trial:
    """Return what *rules* would have done in the period *asked* for.

    Raises:
        NotFound: there is no store, no site or no recorded value; none is made.
        StoreError: something cannot be read; it was left untouched.
        InvalidInput: the period is empty.
    """
    return asyncio.run(_tried(existing_home(chosen), rules, asked))


async def _tried(home: Home, rules: tuple[AlertRule, ...], asked: Asked) -> Trial:
    clock = WallClock()
    store = await open_store(home.root, clock)
    try:
        book = await SiteRecords(store).load()
        if book is None:
            raise NotFound(f"There is no site in {home.root} yet, so there is nothing to try rules on. Check --home.")
        zone, now = await site_zone(store), clock.now()
        past = Past(rules, book, asked.period(now, zone), zone)
        for readings in _read(home.samples, past):
            past.hear(readings)
        alerts = AlertRecords(store)
        return past.end(await alerts.told(past.period.end), await alerts.begun(), now)
    finally:
        await store.close()


def _read(file: Path, past: Past) -> Iterator[tuple[Reading, ...]]:
    engine = open_recorded(file)
    try:
        start, begin = past.begins, True
        while start < past.period.end:
            end = min(start + AT_ONCE, past.period.end)
            with translated(file):
                readings = recorded(engine, past.codes, (_ms(start), _ms(end)), begin=begin)
            yield readings
            start, begin = end, False
    finally:
        engine.dispose()


def _ms(at: datetime) -> int:
    return int(at.timestamp() * 1000)
