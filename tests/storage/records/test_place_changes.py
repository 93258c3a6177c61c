"""Changes of floors and zones as written, loaded and taken back."""

from dataclasses import replace

import pytest

from heyzack_console.domain.devices.device import ZoneId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.site_changes import SiteChange
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.places import PlaceRecords
from heyzack_console.storage.sites import SiteRecords
from tests.storage.records.test_dependencies import LINE, begun, opened
from tests.storage.records.test_sites import HALL, SENSOR
from tests.support.journal_notes import BY, HandClock


async def test_a_zone_goes_with_its_lines_and_the_zone_of_its_devices_and_all_comes_back_together(tmp_path):
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        sites, lines = await begun(store)
        await lines.change([LINE], [], BY)
        before = await sites.load()
        places = ((SENSOR.id, replace(SENSOR.place, zone=None)),)
        gone = await PlaceRecords(store).change(SiteChange(gone_zones=(HALL,), places=places, cut=(LINE,)), BY)
    async with opened(tmp_path, clock) as store:
        sites = SiteRecords(store)
        after = await sites.load()
        assert HALL not in {zone.id for zone in after.site.zones}
        assert after.dependencies == ()
        assert next(d.place for d in after.devices if d.id == SENSOR.id) == places[0][1]
        await JournalRecords(store, clock).undo(gone, BY)
        assert await sites.load() == before


async def test_a_zone_that_is_gone_already_lets_nothing_be_written(tmp_path):
    async with opened(tmp_path) as store:
        sites, _ = await begun(store)
        before = await sites.load()
        zone = replace(before.site.zones[0], name="Other")
        with pytest.raises(NotFound):
            await PlaceRecords(store).change(SiteChange(zones=(zone,), gone_zones=(ZoneId("none"),)), BY)
        assert await sites.load() == before
