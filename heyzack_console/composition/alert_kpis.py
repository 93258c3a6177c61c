"""Counts the alarm figures of a home folder, also beside a running engine; nothing is changed."""

import asyncio
import os
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from heyzack_console.domain.alerts.kpi import KpiReport, Period
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.host.clock import WallClock
from heyzack_console.host.home import Home, home_at
from heyzack_console.rules.alerts.annunciations import told
from heyzack_console.rules.alerts.kpi import covered, measured
from heyzack_console.storage.alerts import AlertRecords
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import RecordStore, open_store

USUAL = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Asked:
    """The period as it was asked for: without an end until now, without a start the 30 days before the end.

    Times without a zone are those of the site.
    """

    start: datetime | None = None
    end: datetime | None = None

    def period(self, now: datetime, zone: tzinfo) -> Period:
        """The period meant.

        Raises:
            InvalidInput: it is empty.
        """
        end = now if self.end is None else _aware(self.end, zone)
        start = end - USUAL if self.start is None else _aware(self.start, zone)
        if start >= end:
            raise InvalidInput("The period is empty: --from has to lie before --to.", "from")
        return Period(start, end)


def existing_home(chosen: Path | None) -> Home:
    """Return the home *chosen* (None: the usual one); none is made.

    Raises:
        NotFound: there is no store in it.
    """
    home = home_at(chosen, os.environ)
    if not home.records.is_file():
        raise NotFound(f"There is no store in {home.root} yet, so there is nothing to count. Check --home.")
    return home


def count_alerts(chosen: Path | None, asked: Asked) -> KpiReport:
    """Return the figures of the period *asked* for.

    Raises:
        NotFound: there is no store yet; none is made.
        StoreError: the store cannot be opened; it was left untouched.
        InvalidInput: the period is empty.
    """
    return asyncio.run(_counted(existing_home(chosen).root, asked))


async def site_zone(store: RecordStore) -> tzinfo:
    """Return the zone of the home's site, UTC where it has none."""
    book = await SiteRecords(store).load()
    return ZoneInfo(book.site.time_zone if book is not None else "UTC")


async def _counted(folder: Path, asked: Asked) -> KpiReport:
    clock = WallClock()
    store = await open_store(folder, clock)
    try:
        zone = await site_zone(store)
        now = clock.now()
        period = asked.period(now, zone)
        alerts = AlertRecords(store)
        story = told(await alerts.told(period.end), period.end)
        return measured(story, period, zone, covered(period, await alerts.begun(), now))
    finally:
        await store.close()


def _aware(moment: datetime, zone: tzinfo) -> datetime:
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=zone)
