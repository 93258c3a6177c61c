"""Cloud projects are records; their members and counters stay on this console."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, select

from heyzack_console.domain.cloud import CloudMember, CloudProject, ProjectId
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.storage.cloud import MONTHS_KEPT, CloudRecords
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.store import RecordStore, open_store
from heyzack_console.storage.tables.cloud import cloud_local, cloud_project
from tests.support.journal_notes import HandClock

HOUSE = CloudProject(
    id=ProjectId("abc123@eu"),
    access_id="abc123",
    region="eu",
    base_url="https://cloud.example",
    queue_url="wss://queue.example",
    queue_suffix="east",
    queue_topic="event-test",
    calls_per_month=1000,
    messages_per_month=2000,
    background_share=0.5,
    subscription_ends=datetime(2026, 12, 1, 9, 30, tzinfo=UTC),
)
LAMP = CloudMember(DeviceId("lamp"), HOUSE.id, DeviceId("lamp"), "Lamp", online=True)
SENSOR = CloudMember(DeviceId("gw/cid"), HOUSE.id, DeviceId("bf01"), "Sensor", online=False)


async def test_a_project_comes_back_in_every_field(store: RecordStore, by: By):
    cloud = CloudRecords(store)
    bare = CloudProject(ProjectId("zzz@us"), "zzz", "us", "", "")
    await cloud.put_project(bare, by)
    await cloud.put_project(HOUSE, by)
    assert await cloud.projects() == (HOUSE, bare)


async def test_a_changed_project_is_one_project_and_the_same_again_makes_no_entry(store: RecordStore, by: By):
    cloud = CloudRecords(store)
    await cloud.put_project(HOUSE, by)
    changed = replace(HOUSE, background_share=0.9, subscription_ends=None)
    assert await cloud.put_project(changed, by)
    assert await cloud.put_project(changed, by) == ""
    assert await cloud.projects() == (changed,)


async def test_a_removed_project_takes_its_members_along_and_can_come_back(store: RecordStore, by: By):
    cloud = CloudRecords(store)
    await cloud.put_project(HOUSE, by)
    await cloud.keep_members(HOUSE.id, (LAMP,))
    await cloud.remove_project(HOUSE.id, by)
    assert (await cloud.projects(), await cloud.members()) == ((), ())
    await cloud.put_project(HOUSE, by)
    assert await cloud.projects() == (HOUSE,)


async def test_an_unknown_project_cannot_be_removed(store: RecordStore, by: By):
    with pytest.raises(NotFound, match="no cloud project"):
        await CloudRecords(store).remove_project(HOUSE.id, by)


async def test_the_subscription_is_this_console_s_own_and_no_part_of_the_record(store: RecordStore, by: By):
    cloud = CloudRecords(store)
    entry = await cloud.put_project(HOUSE, by)
    await cloud.keep_subscription(HOUSE.id, "west")
    assert await cloud.projects() == (replace(HOUSE, queue_suffix="west"),)
    assert await cloud.put_project(replace(HOUSE, queue_suffix="north"), by) == "", "nothing that is shared was changed"
    assert (await cloud.projects())[0].queue_suffix == "north"
    shared = await store.read(lambda conn: conn.execute(select(cloud_project.c.queue_suffix)).scalars().all())
    assert shared == [None]
    assert entry
    assert (await store.verify()).ok


async def test_a_project_that_came_from_another_console_gets_a_subscription_of_its_own(tmp_path: Path, by: By):
    suffixes = []
    for name in ("here", "there"):
        (tmp_path / name).mkdir()
        console = await open_store(tmp_path / name, HandClock())
        try:
            own = By(await JournalRecords(console, HandClock()).local_actor(), by.reason, by.command)
            await CloudRecords(console).put_project(HOUSE, own)
            await console.keep(lambda conn: conn.execute(delete(cloud_local)))
            suffixes += [(await CloudRecords(console).projects())[0].queue_suffix for _ in range(2)]
        finally:
            await console.close()
    assert suffixes[0] == suffixes[1] != suffixes[2] == suffixes[3]
    assert all(suffix.startswith("sub-") for suffix in suffixes)


async def test_members_are_replaced_project_by_project_and_leave_no_trace_in_the_journal(store: RecordStore, by: By):
    cloud = CloudRecords(store)
    other = replace(LAMP, project=ProjectId("zzz@us"))
    await cloud.keep_members(HOUSE.id, (LAMP, SENSOR))
    await cloud.keep_members(other.project, (other,))
    await cloud.keep_members(HOUSE.id, (replace(SENSOR, online=True),))
    assert await cloud.members() == (replace(SENSOR, online=True), other)
    await cloud.keep_members(HOUSE.id, ())
    assert await cloud.members() == (other,)
    assert (await store.verify()).ok
    assert await JournalRecords(store, HandClock()).entries("lamp", 10) == ()


async def test_counters_survive_a_restart_and_only_the_newest_months_stay(tmp_path: Path):
    first = await open_store(tmp_path, HandClock())
    months = [f"{2024 + number // 12}-{number % 12 + 1:02}" for number in range(MONTHS_KEPT + 2)]
    for number, month in enumerate(months):
        await CloudRecords(first).keep_counters({(HOUSE.id, month): (number, 2 * number)})
    await CloudRecords(first).keep_counters({(HOUSE.id, months[-1]): (500, 600)})
    await first.close()
    again = await open_store(tmp_path, HandClock())
    try:
        found = await CloudRecords(again).counters()
    finally:
        await again.close()
    assert sorted(month for _, month in found) == months[2:]
    assert found[HOUSE.id, months[-1]] == (500, 600)
