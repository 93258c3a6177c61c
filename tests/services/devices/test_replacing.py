"""One device in the place of another, through the engine's port."""

from dataclasses import replace

import pytest

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress, Place
from heyzack_console.domain.errors import ConsoleError, InvalidInput, NotFound
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.dependencies import ChangeDependencies
from heyzack_console.ports.engine.devices import NewDevice, PlaceDevices
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.notes import AddDeviceNote, DeviceNotes
from heyzack_console.ports.engine.replacing import Predecessors, ReplaceDevice
from heyzack_console.ports.engine.sites import SitePicture
from tests.support.building import GATEWAY, GROUND, LEAK, THERMOSTAT, VALVE
from tests.support.console import Console, console

NEW = Device(DeviceId("th2"), "", Category.UNKNOWN, address=LanAddress("127.0.0.1", 7099, "3.3"))


async def book_of(app: Console) -> SiteBook:
    book = await app.engine.ask(SitePicture())
    assert book is not None
    return book


async def test_the_new_one_takes_name_place_lines_and_notes_and_undo_brings_all_back() -> None:
    async with console() as app:
        line = Dependency(Thing.device(VALVE.id), Thing.device(THERMOSTAT.id), Supply.WATER)
        await app.engine.do(ChangeDependencies(added=(line,)))
        await app.engine.do(AddDeviceNote(THERMOSTAT.id, "Behind the curtain"))
        before = await book_of(app)
        done = await app.engine.do(ReplaceDevice(THERMOSTAT.id, NewDevice(NEW, "n" * 16)))
        assert done.made == NEW.id
        after = await book_of(app)
        devices = {one.id: one for one in after.devices}
        assert THERMOSTAT.id not in devices
        assert devices[NEW.id] == replace(THERMOSTAT, id=NEW.id, address=NEW.address)
        assert after.dependencies == (replace(line, target=Thing.device(NEW.id)),)
        assert [note.text for note in await app.engine.ask(DeviceNotes(NEW.id))] == ["Behind the curtain"]
        (came_before,) = await app.engine.ask(Predecessors(NEW.id))
        assert (came_before.old, came_before.name, came_before.by) == (THERMOSTAT.id, THERMOSTAT.name, "Ines")
        assert await app.secrets.get(f"local_key/{NEW.id}") == "n" * 16
        assert done.entry is not None
        await app.engine.do(Undo(done.entry))
        assert set((await book_of(app)).devices) == set(before.devices)


async def test_what_was_reached_through_a_gateway_is_reached_through_its_successor() -> None:
    async with console() as app:
        await app.engine.do(ReplaceDevice(GATEWAY.id, NewDevice(replace(NEW, id=DeviceId("gw2")))))
        behind = {one.gateway for one in (await book_of(app)).devices if one.gateway}
        assert behind == {"gw2"}


async def test_a_device_of_the_book_that_stands_nowhere_takes_the_place() -> None:
    async with console() as app:
        await app.engine.do(ReplaceDevice(THERMOSTAT.id, NewDevice(Device(VALVE.id, "", Category.UNKNOWN))))
        taken = next(one for one in (await book_of(app)).devices if one.id == VALVE.id)
        assert (taken.name, taken.place) == (THERMOSTAT.name, THERMOSTAT.place)
        assert (taken.address, taken.points) == (VALVE.address, VALVE.points)


@pytest.mark.parametrize(
    ("old", "new", "fault", "words"),
    [
        (DeviceId("ghost"), NEW, NotFound, "ghost"),
        (THERMOSTAT.id, THERMOSTAT, InvalidInput, "itself"),
        (THERMOSTAT.id, VALVE, InvalidInput, "a place of its own"),
        (GATEWAY.id, LEAK, InvalidInput, "reached through"),
        (LEAK.id, replace(NEW, address=None), InvalidInput, "through its gateway"),
        (THERMOSTAT.id, replace(NEW, id=DeviceId(" \n")), InvalidInput, "proper id"),
        (THERMOSTAT.id, replace(NEW, address=LanAddress("a b")), InvalidInput, "address"),
    ],
)
async def test_what_cannot_take_the_place_is_refused_and_nothing_changes(
    old: DeviceId, new: Device, fault: type[ConsoleError], words: str
) -> None:
    async with console() as app:
        await app.engine.do(PlaceDevices(((VALVE.id, Place(GROUND, 1.0, 1.0)),)))
        before = await book_of(app)
        with pytest.raises(fault, match=words):
            await app.engine.do(ReplaceDevice(old, NewDevice(new)))
        assert await book_of(app) == before
