"""Plans as written and as loaded again with the site."""

import hashlib
import random
from dataclasses import replace
from pathlib import Path

import pytest

from heyzack_console.domain.devices.device import FloorId, ZoneId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.sites import Floor, FloorPicture, Site, Stroke, StrokeKind, Zone, ZoneKind
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.plans import PlanRecords
from heyzack_console.storage.sites import SiteRecords
from tests.storage.records.test_dependencies import opened
from tests.storage.records.test_sites import SITE
from tests.support.journal_notes import BY, HandClock

LARGE = random.Random(4).randbytes(1_500_000)
DIGEST = hashlib.sha256(LARGE).hexdigest()
LINES = tuple(Stroke(StrokeKind.WALL, tuple((n * 0.123, m * 1.357) for m in range(4))) for n in range(3_700))
ANNEX = Floor(FloorId("annex"), 9, "Annex", 20.0, 12.0, LINES, FloorPicture(DIGEST, 1.0, 2.0, 18.0, 9.0, 90.0))
LAB = Zone(ZoneId("lab"), ANNEX.id, "Lab", "9.01", ZoneKind.ROOM, ((0.0, 0.0), (5.0, 0.0), (5.0, 5.0)), 12, "Research")


async def site_in(sites: SiteRecords) -> Site:
    book = await sites.load()
    assert book is not None
    return book.site


async def test_a_floor_full_of_lines_a_zone_and_a_large_picture_come_back(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await SiteRecords(store).put_site(SITE, [], BY)
        await PlanRecords(store).put([ANNEX], [LAB], {DIGEST: LARGE}, BY)
    async with opened(tmp_path) as store:
        site = await site_in(SiteRecords(store))
        assert ANNEX in site.floors
        assert LAB in site.zones
        assert await PlanRecords(store).picture(DIGEST) == LARGE


async def test_all_of_an_import_is_taken_back_as_one_and_the_picture_can_be_named_again(tmp_path: Path) -> None:
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        sites, plans = SiteRecords(store), PlanRecords(store)
        await sites.put_site(SITE, [], BY)
        before = await site_in(sites)
        entry = await plans.put([ANNEX, replace(before.floors[0], strokes=LINES)], [LAB], {DIGEST: LARGE}, BY)
        await JournalRecords(store, clock).undo(entry, BY)
        assert await site_in(sites) == before
        await plans.put([ANNEX], [], {DIGEST: LARGE}, BY)
        assert await plans.picture(DIGEST) == LARGE
        # The second time only what was taken back is written: parts come back, none is doubled.
        assert (await site_in(sites)).floors[-1].picture == ANNEX.picture


async def test_a_plan_in_place_of_a_large_one_fits_the_journal(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        sites, plans = SiteRecords(store), PlanRecords(store)
        await sites.put_site(SITE, [], BY)
        await plans.put([ANNEX], [], {}, BY)
        moved = replace(ANNEX, strokes=tuple(replace(one, closed=True) for one in LINES))
        await plans.put([moved], [], {}, BY)
        assert (await site_in(sites)).floors[-1] == moved


async def test_a_picture_that_was_never_written_is_not_found(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        with pytest.raises(NotFound):
            await PlanRecords(store).picture(DIGEST)
        with pytest.raises(NotFound):
            await PlanRecords(store).put([ANNEX], [], {}, BY)
