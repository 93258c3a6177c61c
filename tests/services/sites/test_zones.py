"""Zones through the engine's port: drawn, changed, removed, copied; one entry each, and back again."""

from dataclasses import replace

import pytest

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.device import FloorId, Place, ZoneId
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.sites import Floor, Stroke, StrokeKind, Zone, ZoneKind
from heyzack_console.ports.engine.dependencies import ChangeDependencies
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.sites import AddPlaces, SitePicture
from heyzack_console.ports.engine.zones import ChangeZones, CopyZones
from tests.support.building import GROUND, THERMOSTAT
from tests.support.console import console
from tests.support.memory_store import Disk

ROUND_IT = ((1.0, 1.0), (6.0, 1.0), (6.0, 6.0), (1.0, 6.0))
NEW = Zone(ZoneId(""), GROUND, "  Work   shop ", "0.01", ZoneKind.ROOM, ROUND_IT, 8, "Repairs")
UP = Floor(FloorId("f1"), 1, "First floor", 8, 8, (Stroke(StrokeKind.WALL, ((1, 1), (5, 1))),))


async def book(app):
    return await app.engine.ask(SitePicture())


async def place_of(app, device=THERMOSTAT.id):
    return next(one.place for one in (await book(app)).devices if one.id == device)


async def drawn(app):
    receipt = await app.engine.do(ChangeZones((NEW,)))
    return receipt, next(zone for zone in (await book(app)).site.zones if zone.id == receipt.made)


async def test_a_drawn_zone_takes_the_devices_in_it_in_one_entry_and_undo_takes_all_back():
    async with console() as app:
        before, count = await book(app), len(app.disk.entries)
        receipt, zone = await drawn(app)
        assert (zone.name, zone.number, zone.capacity, zone.use) == ("Work shop", "0.01", 8, "Repairs")
        assert (await place_of(app)).zone == zone.id
        assert (receipt.text, receipt.count, len(app.disk.entries)) == ("Work shop drawn.", 1, count + 1)
        await app.engine.do(Undo(receipt.entry))
        assert await book(app) == before


async def test_a_zone_that_is_removed_leaves_its_devices_where_they_are_and_ends_its_lines():
    async with console() as app:
        _, zone = await drawn(app)
        line = Dependency(Thing.device(THERMOSTAT.id), Thing.zone(zone.id), Supply.HEAT)
        await app.engine.do(ChangeDependencies((line,)))
        before = await book(app)
        receipt = await app.engine.do(ChangeZones(removed=(zone.id,)))
        after = await book(app)
        assert (after.site.zones, after.dependencies) == ((), ())
        assert await place_of(app) == Place(GROUND, 3.0, 4.0)
        assert receipt.text == "1 zone removed."
        await app.engine.do(Undo(receipt.entry))
        assert await book(app) == before


async def test_a_zone_keeps_its_id_when_it_changes():
    async with console() as app:
        _, zone = await drawn(app)
        smaller = replace(zone, name="Store", outline=((5.0, 5.0), (6.0, 5.0), (6.0, 6.0)))
        receipt = await app.engine.do(ChangeZones((smaller,)))
        assert (await book(app)).site.zones == (smaller,)
        assert (await place_of(app)).zone is None
        assert (receipt.text, receipt.made) == ("Store changed.", "")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (ChangeZones(), "no zone to change"),
        (ChangeZones((replace(NEW, name=" "),)), "Give the zone a name"),
        (ChangeZones((replace(NEW, name="x" * 121),)), "at most 120"),
        (ChangeZones((replace(NEW, number="\x07"),)), "on one line"),
        (ChangeZones((replace(NEW, capacity=-1),)), "0 to 100,000"),
        (ChangeZones((replace(NEW, capacity=100_001),)), "0 to 100,000"),
        (ChangeZones((replace(NEW, outline=ROUND_IT[:2]),)), "3 to 400"),
        (ChangeZones((replace(NEW, outline=((1, 1), (6, 6), (6, 1), (1, 6))),)), "crosses itself"),
        (ChangeZones((replace(NEW, outline=((1, 1), (999, 1), (1, 6))),)), "leaves the plan"),
        (CopyZones(GROUND, GROUND), "another floor"),
    ],
)
async def test_what_is_not_acceptable_changes_nothing_and_says_why(command, said):
    async with console() as app:
        before = await book(app)
        with pytest.raises(InvalidInput, match=r"Nothing was changed") as refused:
            await app.engine.do(command)
        assert said in refused.value.text
        assert (await book(app), app.disk.entries) == (before, [])


@pytest.mark.parametrize(
    "command",
    [
        ChangeZones((replace(NEW, id=ZoneId("gone")),)),
        ChangeZones((replace(NEW, floor=FloorId("gone")),)),
        ChangeZones(removed=(ZoneId("gone"),)),
        CopyZones(GROUND, FloorId("gone")),
    ],
)
async def test_what_is_gone_meanwhile_is_said(command):
    async with console() as app:
        with pytest.raises(NotFound, match=r"not there \(any more\)"):
            await app.engine.do(command)
        assert app.disk.entries == []


async def test_without_a_site_there_is_nothing_to_draw_on():
    async with console(Disk()) as app:
        with pytest.raises(NotFound, match="no site yet"):
            await app.engine.do(ChangeZones((NEW,)))


async def test_an_imported_outline_that_crosses_itself_can_still_be_named():
    async with console() as app:
        tangled = replace(NEW, id=ZoneId("old"), name="Old", outline=((1, 1), (6, 6), (6, 1), (1, 6)))
        await app.engine.do(AddPlaces((), (tangled,)))
        await app.engine.do(ChangeZones((replace(tangled, name="New"),)))
        assert (await book(app)).site.zones[0].name == "New"


async def test_zones_and_walls_are_copied_to_another_floor_once():
    async with console() as app:
        wide = replace(NEW, name="Wide", number="0.02", outline=((1.0, 1.0), (9.0, 1.0), (9.0, 6.0)))
        await app.engine.do(ChangeZones((NEW, wide)))
        await app.engine.do(AddPlaces((UP,)))
        receipt = await app.engine.do(CopyZones(GROUND, UP.id))
        assert receipt.text == "1 zone copied to First floor. 1 left out: there already, or beyond the plan."
        (copy,) = (zone for zone in (await book(app)).site.zones if zone.floor == UP.id)
        assert (copy.name, copy.outline) == ("Work shop", ROUND_IT)
        with pytest.raises(InvalidInput, match="has these zones already"):
            await app.engine.do(CopyZones(GROUND, UP.id))
        await app.engine.do(CopyZones(UP.id, GROUND, walls=True))
        ground = next(floor for floor in (await book(app)).site.floors if floor.id == GROUND)
        assert UP.strokes[0] in ground.strokes


async def test_a_copy_is_taken_back_as_one():
    async with console() as app:
        await app.engine.do(ChangeZones((NEW,)))
        await app.engine.do(AddPlaces((UP,)))
        before = await book(app)
        receipt = await app.engine.do(CopyZones(GROUND, UP.id, walls=True))
        assert len((await book(app)).site.zones) == 2
        await app.engine.do(Undo(receipt.entry))
        assert await book(app) == before
