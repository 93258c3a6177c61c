"""The days on which a site is closed, as written and as loaded again with the site."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.holidays import Holiday
from heyzack_console.storage.holidays import HolidayRecords
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.sites import SiteRecords
from tests.storage.records.test_dependencies import opened
from tests.storage.records.test_sites import SITE
from tests.support.journal_notes import BY, HandClock

EVE, DAY = Holiday(date(2026, 12, 24), "Christmas Eve"), Holiday(date(2026, 12, 25), "Christmas Day")


async def listed(sites: SiteRecords) -> tuple[Holiday, ...]:
    book = await sites.load()
    assert book is not None
    return book.holidays


async def test_days_come_back_by_date_and_the_same_change_twice_is_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await SiteRecords(store).put_site(SITE, [], BY)
        days = HolidayRecords(store)
        await days.change([DAY, EVE], [], BY)
        assert await days.change([EVE], [], BY) == ""
    async with opened(tmp_path) as store:
        assert await listed(SiteRecords(store)) == (EVE, DAY)


async def test_a_day_is_renamed_removed_and_brought_back_by_undo_and_by_hand(tmp_path: Path) -> None:
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        sites, days = SiteRecords(store), HolidayRecords(store)
        await sites.put_site(SITE, [], BY, (), [EVE, DAY])
        other = replace(EVE, name="Works outing")
        changed = await days.change([other], [DAY.day], BY)
        assert await listed(sites) == (other,)
        await JournalRecords(store, clock).undo(changed, BY)
        assert await listed(sites) == (EVE, DAY)
        await days.change([], [DAY.day], BY)
        await days.change([DAY], [], BY)
        assert await listed(sites) == (EVE, DAY)


async def test_without_a_site_nothing_is_written(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        with pytest.raises(NotFound):
            await HolidayRecords(store).change([EVE], [], BY)
