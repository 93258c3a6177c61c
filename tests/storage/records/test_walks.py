"""Walk tests on the journal."""

from dataclasses import replace
from datetime import timedelta

from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.devices.walks import Tick, WalkId, WalkTest
from heyzack_console.storage.walks import WalkRecords
from tests.support.building import LEAK, T0, THERMOSTAT

WALK = WalkTest(WalkId("0" * 31 + "1"), "Ground", (THERMOSTAT.id, LEAK.id), T0, "Ines")


async def test_a_walk_test_comes_back_as_it_was_written(store, by):
    records = WalkRecords(store)
    ticked = replace(WALK, ticks=(Tick(LEAK.id, T0 + timedelta(seconds=2), "x", "alarm", Path.GATEWAY),))
    for walk in (WALK, ticked, replace(ticked, finished_at=T0 + timedelta(hours=1))):
        assert await records.put(walk, by)
        assert await records.load() == (walk,)
    assert await records.put(replace(ticked, finished_at=T0 + timedelta(hours=1)), by) == "", "nothing changed"
