"""Snapshots at work: taken, compared with now and with another, removed, undone."""

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.snapshots import SnapshotId
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.snapshots import RemoveSnapshot, SnapshotDifferences, Snapshots, TakeSnapshot
from tests.support.building import BOOK, SMOKE, THERMOSTAT, VALVE
from tests.support.console import console
from tests.support.memory_store import Disk


async def taken(app, name="Before winter"):
    return SnapshotId((await app.engine.do(TakeSnapshot(name, (THERMOSTAT.id, VALVE.id, SMOKE.id)))).made)


def values(found):
    return [(one.code, one.then.value, one.now.value if one.now else None) for one in found]


async def warm(app, value):
    app.lan.tell(THERMOSTAT, "temp_set", value)
    app.lan.tell(VALVE, "switch_1", True)
    await app.settle()


async def test_it_is_compared_with_now_and_with_another_also_after_a_restart():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        await warm(app, 21.0)
        first = await taken(app)
        assert await app.engine.ask(SnapshotDifferences(first)) == ()
        await warm(app, 18.0)
        second = await taken(app, "After")
        assert values(await app.engine.ask(SnapshotDifferences(first))) == [("temp_set", 21.0, 18.0)]
        assert values(await app.engine.ask(SnapshotDifferences(second, first))) == [("temp_set", 18.0, 21.0)]
    async with console(disk) as app:
        heads = await app.engine.ask(Snapshots())
        assert [(head.name, head.by, head.devices, head.points) for head in heads] == [
            ("After", "Ines", 2, 2),
            ("Before winter", "Ines", 2, 2),
        ]


async def test_removal_is_undone():
    async with console() as app:
        await warm(app, 21.0)
        first = await taken(app)
        removed = await app.engine.do(RemoveSnapshot(first))
        assert await app.engine.ask(Snapshots()) == ()
        await app.engine.do(Undo(removed.entry))
        assert [head.id for head in await app.engine.ask(Snapshots())] == [first]


async def test_what_cannot_be_taken_or_found_changes_nothing():
    async with console() as app:
        with pytest.raises(InvalidInput, match="No value"):
            await taken(app)
        with pytest.raises(NotFound):
            await app.engine.do(TakeSnapshot("A", (DeviceId("nobody"),)))
        await warm(app, 21.0)
        with pytest.raises(InvalidInput, match="needs a name"):
            await taken(app, " ")
        with pytest.raises(NotFound):
            await app.engine.do(RemoveSnapshot(SnapshotId("1" * 32)))
        with pytest.raises(NotFound):
            await app.engine.ask(SnapshotDifferences(SnapshotId("1" * 32)))
        assert app.disk.entries == []
