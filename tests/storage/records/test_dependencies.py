"""What supplies what, as written and as loaded again with the site."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.storage.dependencies import DependencyRecords
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import RecordStore, open_store
from tests.storage.records.test_sites import GATEWAY, HALL, SENSOR, SITE
from tests.support.journal_notes import BY, HandClock

LINE = Dependency(Thing.device(GATEWAY.id), Thing.zone(HALL), Supply.POWER)
OTHER = Dependency(Thing.zone(HALL), Thing.device(SENSOR.id), Supply.HEAT)


@asynccontextmanager
async def opened(home: Path, clock: HandClock | None = None) -> AsyncIterator[RecordStore]:
    store = await open_store(home, clock or HandClock())
    try:
        yield store
    finally:
        await store.close()


async def begun(store: RecordStore) -> tuple[SiteRecords, DependencyRecords]:
    sites = SiteRecords(store)
    await sites.put_site(SITE, [GATEWAY, SENSOR], BY)
    return sites, DependencyRecords(store)


async def drawn(sites: SiteRecords) -> tuple[Dependency, ...]:
    book = await sites.load()
    assert book is not None
    return book.dependencies


async def test_lines_come_back_with_the_site_and_the_same_line_twice_is_one(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        _, lines = await begun(store)
        await lines.change([LINE, OTHER], [], BY)
        assert await lines.change([LINE], [], BY) == ""
    async with opened(tmp_path) as store:
        assert await drawn(SiteRecords(store)) == (LINE, OTHER)


async def test_a_removed_line_is_gone_and_undo_brings_it_back(tmp_path: Path) -> None:
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        sites, lines = await begun(store)
        await lines.change([LINE, OTHER], [], BY)
        gone = await lines.change([], [LINE], BY)
        assert await drawn(sites) == (OTHER,)
        await JournalRecords(store, clock).undo(gone, BY)
        assert set(await drawn(sites)) == {LINE, OTHER}


async def test_lines_of_a_site_file_are_written_in_the_same_entry(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        sites = SiteRecords(store)
        await sites.put_site(SITE, [GATEWAY, SENSOR], BY, [LINE])
        assert await drawn(sites) == (LINE,)
        assert await sites.put_site(SITE, [GATEWAY, SENSOR], BY, [LINE]) == ""
