"""Floor plans taken in through the engine's port."""

from dataclasses import replace

import pytest

from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.plans import Fit, Plan, PlanChoice, TakenFloor, TakenZone
from heyzack_console.domain.sites import Floor, Zone
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.plans import FloorPictureBytes, ImportPlan, ReadPlan
from heyzack_console.ports.engine.sites import SitePicture
from tests.plans.reading import a_dxf, a_picture
from tests.support.console import Console, console


async def read(opened: Console, name: str, data: bytes) -> Plan:
    return await opened.engine.ask(ReadPlan(name, data, PlanChoice()))


async def floors_of(opened: Console) -> tuple[tuple[Floor, ...], tuple[Zone, ...]]:
    book = await opened.engine.ask(SitePicture())
    assert book is not None
    return book.site.floors, book.site.zones


async def test_a_drawing_becomes_the_plan_of_a_new_floor_with_the_zones_chosen_and_can_be_undone_as_one() -> None:
    async with console() as opened:
        before = await floors_of(opened)
        drawing = (await read(opened, "annex.dxf", a_dxf())).floors[0]
        office = next(zone for zone in drawing.zones if zone.name == "Office")
        taken = TakenFloor(drawing, Fit(1.0), (TakenZone("Office", office.outline, "1.01", "Desks"),), level=7)
        done = await opened.engine.do(ImportPlan("annex.dxf", (taken,)))
        assert done.text == "annex.dxf: 1 floor and 1 zone taken in."
        floors, zones = await floors_of(opened)
        (floor,) = set(floors) - set(before[0])
        (zone,) = set(zones) - set(before[1])
        assert (floor.name, floor.level, floor.width, floor.height) == ("annex", 7, 10.0, 4.0)
        assert (zone.floor, zone.name, zone.number, zone.use) == (floor.id, "Office", "1.01", "Desks")
        assert done.entry is not None
        await opened.engine.do(Undo(done.entry))
        assert await floors_of(opened) == before


async def test_a_zone_of_the_same_number_and_name_takes_the_new_outline_and_keeps_its_id() -> None:
    async with console() as opened:
        ground = (await floors_of(opened))[0][0].id
        drawing = (await read(opened, "ground.dxf", a_dxf())).floors[0]
        wanted = TakenZone("Store", drawing.zones[0].outline, "0.01", "Paper")
        await opened.engine.do(ImportPlan("ground.dxf", (TakenFloor(drawing, Fit(1.0), (wanted,), ground),)))
        (there,) = (await floors_of(opened))[1]
        again = replace(wanted, outline=drawing.zones[1].outline, use="")
        await opened.engine.do(ImportPlan("ground.dxf", (TakenFloor(drawing, Fit(1.0), (again,), ground),)))
        (zone,) = (await floors_of(opened))[1]
        assert zone == replace(there, outline=drawing.zones[1].outline)


async def test_a_picture_is_kept_by_what_it_holds_and_named_by_its_floor() -> None:
    async with console() as opened:
        drawing = (await read(opened, "sheet.png", a_picture())).floors[0]
        assert drawing.picture is not None
        floors, _ = await floors_of(opened)
        await opened.engine.do(ImportPlan("sheet.png", (TakenFloor(drawing, Fit(0.1), floor=floors[0].id),)))
        picture = next(floor for floor in (await floors_of(opened))[0] if floor.id == floors[0].id).picture
        assert picture is not None
        assert (picture.width, picture.height) == (12.0, 9.0)
        assert await opened.engine.ask(FloorPictureBytes(picture.digest)) == drawing.picture.data
        with pytest.raises(NotFound):
            await opened.engine.ask(FloorPictureBytes("00" * 32))


async def test_a_scale_that_makes_no_floor_changes_nothing() -> None:
    async with console() as opened:
        before = await floors_of(opened)
        drawing = (await read(opened, "sheet.png", a_picture())).floors[0]
        with pytest.raises(InvalidInput, match="Measure its scale"):
            await opened.engine.do(ImportPlan("sheet.png", (TakenFloor(drawing, Fit(0.0001)),)))
        twice = TakenFloor(drawing, Fit(0.1), floor=before[0][0].id)
        with pytest.raises(InvalidInput, match="one floor"):
            await opened.engine.do(ImportPlan("sheet.png", (twice, twice)))
        with pytest.raises(InvalidInput, match="No floor"):
            await opened.engine.do(ImportPlan("sheet.png", ()))
        assert await floors_of(opened) == before


async def test_a_file_that_is_no_plan_is_refused_by_the_engine_with_a_sentence() -> None:
    async with console() as opened:
        with pytest.raises(InvalidInput, match="none of PNG"):
            await read(opened, "letter.txt", b"Dear all")
