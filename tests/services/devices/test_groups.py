"""Saved groups at work: kept, found again, undone."""

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.groups import DeviceFilter, DeviceGroup, GroupId
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.ports.engine.devices import RemoveDevices
from heyzack_console.ports.engine.groups import Groups, RemoveGroup, SaveGroup
from heyzack_console.ports.engine.journal import Undo
from tests.support.building import BOOK, THERMOSTAT, VALVE
from tests.support.console import console
from tests.support.memory_store import Disk

CHOSEN = DeviceGroup(GroupId(""), "Plant room", (VALVE.id, THERMOSTAT.id))
WARM = DeviceGroup(GroupId(""), "Thermostats", filter=DeviceFilter(category=Category.THERMOSTAT))


async def held(app):
    return {each.group.name: each.devices for each in await app.engine.ask(Groups())}


async def test_groups_are_kept_with_who_belongs_to_them_now_also_after_a_restart():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        receipt = await app.engine.do(SaveGroup(CHOSEN))
        await app.engine.do(SaveGroup(WARM))
        assert receipt.text == "Group “Plant room” kept, with 2 devices now."
    async with console(disk) as app:
        assert await held(app) == {"Plant room": (THERMOSTAT.id, VALVE.id), "Thermostats": (THERMOSTAT.id,)}
        await app.engine.do(RemoveDevices((THERMOSTAT.id,)))
        assert await held(app) == {"Plant room": (VALVE.id,), "Thermostats": ()}


async def test_change_and_removal_are_undone():
    async with console() as app:
        made = await app.engine.do(SaveGroup(CHOSEN))
        changed = await app.engine.do(SaveGroup(DeviceGroup(GroupId(made.made), "Valves", (VALVE.id,))))
        assert await held(app) == {"Valves": (VALVE.id,)}
        await app.engine.do(Undo(changed.entry))
        removed = await app.engine.do(RemoveGroup(GroupId(made.made)))
        assert await held(app) == {}
        await app.engine.do(Undo(removed.entry))
        assert await held(app) == {"Plant room": (THERMOSTAT.id, VALVE.id)}


async def test_what_cannot_be_kept_changes_nothing():
    async with console() as app:
        with pytest.raises(NotFound):
            await app.engine.do(SaveGroup(DeviceGroup(GroupId(""), "A", (DeviceId("nobody"),))))
        with pytest.raises(NotFound):
            await app.engine.do(SaveGroup(DeviceGroup(GroupId("1" * 32), "A", (VALVE.id,))))
        with pytest.raises(NotFound):
            await app.engine.do(RemoveGroup(GroupId("1" * 32)))
        with pytest.raises(InvalidInput):
            await app.engine.do(SaveGroup(DeviceGroup(GroupId(""), "A")))
        assert app.disk.entries == []
