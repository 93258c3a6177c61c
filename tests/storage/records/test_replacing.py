"""A replaced device: one work, taken back as one, and the chain of those who came before."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from heyzack_console.domain.dependencies import Thing
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.groups import DeviceGroup, GroupId
from heyzack_console.domain.replacing import Replacement, Succession
from heyzack_console.storage.dependencies import DependencyRecords
from heyzack_console.storage.groups import GroupRecords
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.replacing import ReplacementRecords
from heyzack_console.storage.sites import SiteRecords
from tests.storage.records.test_dependencies import OTHER, opened
from tests.storage.records.test_sites import GATEWAY, SENSOR, SITE
from tests.support.journal_notes import BY, HandClock

GROUP = DeviceGroup(GroupId("0a" * 16), "Hall", (SENSOR.id,))


def step(old: DeviceId, new: DeviceId, clock: HandClock) -> Succession:
    return Succession(new, old, SENSOR.name, clock.now(), "Ines")


async def test_all_of_a_replacement_is_written_and_taken_back_as_one(tmp_path: Path) -> None:
    clock, new = HandClock(), DeviceId("new")
    async with opened(tmp_path, clock) as store:
        sites, groups, records = SiteRecords(store), GroupRecords(store), ReplacementRecords(store)
        await sites.put_site(SITE, [GATEWAY, SENSOR], BY)
        await DependencyRecords(store).change([OTHER], [], BY)
        await groups.put(GROUP, BY)
        before = await sites.load()
        line = replace(OTHER, target=Thing.device(new))
        wanted = Replacement(
            step(SENSOR.id, new, clock),
            (replace(SENSOR, id=new, cid="9"),),
            (line,),
            (OTHER,),
            (replace(GROUP, members=(new,)),),
        )
        entry = await records.carry_out(wanted, BY)
        book = await sites.load()
        assert book is not None
        assert {one.id for one in book.devices} == {GATEWAY.id, new}
        assert book.dependencies == (line,)
        assert (await groups.load())[0].members == (new,)
        assert await records.before(new) == (wanted.succession,)
        await JournalRecords(store, clock).undo(entry, BY)
        assert await sites.load() == before
        assert await groups.load() == (GROUP,)
        assert await records.before(new) == ()
        assert (await store.verify()).ok


async def test_the_chain_of_those_who_came_before_is_told_newest_first_and_ends(tmp_path: Path) -> None:
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        sites, records = SiteRecords(store), ReplacementRecords(store)
        await sites.put_site(SITE, [GATEWAY, SENSOR], BY)
        names = [SENSOR.id, DeviceId("second"), DeviceId("third"), SENSOR.id]
        steps = []
        for old, new in pairwise(names):
            steps.append(replace(step(old, new, clock), at=clock.now() + timedelta(minutes=len(steps))))
            await records.carry_out(Replacement(steps[-1], (replace(SENSOR, id=new),)), BY)
        assert set(await records.before(DeviceId("third"))) == {steps[0], steps[1]}
        assert await records.before(SENSOR.id) == (steps[2], steps[1])
        assert await records.before(GATEWAY.id) == ()
