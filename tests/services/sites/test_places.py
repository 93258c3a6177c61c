"""Adding floors and rooms: all or nothing, nothing that is there is touched, undo."""

from dataclasses import replace
from math import nan

import pytest

from heyzack_console.domain.devices.device import FloorId, ZoneId
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.sites import Floor, Zone, ZoneKind
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.sites import AddPlaces, SitePicture
from tests.support.building import BOOK, GROUND
from tests.support.console import console
from tests.support.memory_store import Disk

FIRST = Floor(FloorId("f1"), 1, "First floor", 20, 10)
OFFICE = Zone(ZoneId("of"), FIRST.id, "Office", "1.01", ZoneKind.ROOM, ((1, 1), (5, 1), (5, 5), (1, 5)))


async def site(app):
    return (await app.engine.ask(SitePicture())).site


async def test_floors_and_rooms_are_one_entry_that_can_be_undone():
    async with console() as app:
        before, count = await site(app), len(app.disk.entries)
        receipt = await app.engine.do(AddPlaces((FIRST,), (OFFICE,)))
        assert (receipt.count, receipt.text) == (2, "1 floor and 1 room added.")
        assert len(app.disk.entries) == count + 1
        assert await site(app) == replace(before, floors=(*before.floors, FIRST), zones=(*before.zones, OFFICE))
        await app.engine.do(Undo(receipt.entry))
        assert await site(app) == before


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (AddPlaces(), "no floor and no room"),
        (AddPlaces((replace(FIRST, id=GROUND),)), "in the site already"),
        (AddPlaces((FIRST, FIRST)), "in the site already"),
        (AddPlaces((replace(FIRST, id=FloorId("")),)), "without a proper id"),
        (AddPlaces((replace(FIRST, name=" "),)), "1 to 120 characters"),
        (AddPlaces((replace(FIRST, name="a\nb"),)), "1 to 120 characters"),
        (AddPlaces((replace(FIRST, width=0),)), "up to 2000 m"),
        (AddPlaces((replace(FIRST, height=nan),)), "up to 2000 m"),
        (AddPlaces((), (OFFICE,)), "names no floor"),
        (AddPlaces((FIRST,), (replace(OFFICE, outline=((1, 1), (2, 2))),)), "has no area"),
        (AddPlaces((FIRST,), (replace(OFFICE, outline=((1, 1), (99, 1), (5, 5))),)), "leaves the plan of First floor"),
        (AddPlaces((FIRST,), (replace(OFFICE, outline=((nan, 1), (9, 1), (5, 5))),)), "leaves the plan"),
    ],
)
async def test_what_is_not_acceptable_adds_nothing_at_all(command, said):
    async with console() as app:
        before = await site(app)
        with pytest.raises(InvalidInput, match="Nothing was added") as refused:
            await app.engine.do(command)
        assert said in refused.value.text
        assert (await site(app), app.disk.entries) == (before, [])


async def test_without_a_site_there_is_nothing_to_add_to():
    async with console(Disk()) as app:
        with pytest.raises(NotFound, match="no site yet"):
            await app.engine.do(AddPlaces((FIRST,)))


async def test_devices_stay_where_they_are():
    async with console() as app:
        await app.engine.do(AddPlaces((FIRST,), (OFFICE,)))
        assert (await app.engine.ask(SitePicture())).devices == BOOK.devices
