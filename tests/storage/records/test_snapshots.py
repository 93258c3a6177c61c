"""Snapshots are records with undo."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.devices.snapshots import SetPoint, Snapshot, SnapshotId
from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.identity import By
from heyzack_console.rules.snapshots import MOST_POINTS
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.snapshots import SnapshotRecords
from heyzack_console.storage.store import RecordStore, open_store
from tests.support.journal_notes import HandClock

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def snapshot(number: int, count: int = 4) -> Snapshot:
    values = (True, 5, 2.5, "auto")
    names = ((DeviceId(f"bf0cce4fca2f3ffdb{n // 4:05}"), f"temperature_set_{n}") for n in range(count))
    points = tuple(
        SetPoint(device, code, values[n % 4], "°C", NOON, Quality.LIVE) for n, (device, code) in enumerate(names)
    )
    return Snapshot(SnapshotId(f"{number:032x}"), f"Snapshot {number}", NOON, "Ines", points)


async def test_a_snapshot_comes_back_in_every_value_also_after_a_restart(
    store: RecordStore, by: By, clock: HandClock, tmp_path: Path
):
    records, one, large = SnapshotRecords(store), snapshot(1), snapshot(2, MOST_POINTS)
    await records.put(one, by)
    await records.put(large, by)
    await store.close()
    again = await open_store(tmp_path, clock)
    found = SnapshotRecords(again)
    heads, back, whole = await found.heads(), await found.get(one.id), await found.get(large.id)
    await again.close()
    assert heads == (large.head, one.head)
    assert (back, whole) == (one, large)
    assert [type(point.value) for point in back.points] == [bool, int, float, str]


async def test_removal_is_undone(store: RecordStore, by: By, clock: HandClock):
    records, journal = SnapshotRecords(store), JournalRecords(store, clock)
    await records.put(snapshot(1), by)
    removed = await records.remove(snapshot(1).id, by)
    assert await records.heads() == ()
    with pytest.raises(NotFound):
        await records.get(snapshot(1).id)
    await journal.undo(removed, by)
    assert await records.get(snapshot(1).id) == snapshot(1)


async def test_a_snapshot_that_is_not_there_cannot_be_removed(store: RecordStore, by: By):
    with pytest.raises(NotFound, match="no such snapshot"):
        await SnapshotRecords(store).remove(SnapshotId("1" * 32), by)
