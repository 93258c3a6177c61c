"""Floors through the engine's port: added, changed, reordered, removed while empty."""

import pytest

from heyzack_console.domain.devices.device import FloorId, ZoneId
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.sites import Zone, ZoneKind
from heyzack_console.ports.engine.floors import ChangeFloors, FloorDraft
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.ports.engine.zones import ChangeZones
from tests.support.building import GROUND
from tests.support.console import console

UP = FloorDraft(FloorId(""), 1, " First  floor ", 30.0, 20.0)


async def floors(app):
    return {floor.id: floor for floor in (await app.engine.ask(SitePicture())).site.floors}


async def test_a_floor_is_added_reordered_and_removed_and_undo_brings_it_back():
    async with console() as app:
        before = await floors(app)
        added = await app.engine.do(ChangeFloors((UP,)))
        made = FloorId(added.made)
        first = (await floors(app))[made]
        assert (first.name, first.level, first.width, first.height) == ("First floor", 1, 30.0, 20.0)
        assert added.text == "First floor added."
        ground = before[GROUND]
        swap = (
            FloorDraft(GROUND, 1, ground.name, ground.width, ground.height),
            FloorDraft(made, 0, "Ground", 40.0, 20.0),
        )
        swapped = await app.engine.do(ChangeFloors(swap))
        assert [f.level for f in (await floors(app)).values() if f.id == made] == [0]
        assert (await floors(app))[GROUND].strokes == ground.strokes
        assert swapped.text == f"{ground.name} and Ground changed."
        there = await floors(app)
        gone = await app.engine.do(ChangeFloors(removed=(made,)))
        assert gone.text == "Ground removed."
        assert set(await floors(app)) == {GROUND}
        await app.engine.do(Undo(gone.entry))
        assert await floors(app) == there


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (ChangeFloors(), "no floor to change"),
        (ChangeFloors((FloorDraft(FloorId(""), 1, " ", 30, 20),)), "1 to 120 characters"),
        (ChangeFloors((FloorDraft(FloorId(""), 201, "Sky", 30, 20),)), "A level lies"),
        (ChangeFloors((FloorDraft(FloorId(""), 1, "Thin", 0, 20),)), "A floor measures"),
        (ChangeFloors((FloorDraft(FloorId(""), 1, "Odd", float("nan"), 20),)), "A floor measures"),
        (ChangeFloors((FloorDraft(GROUND, 0, "Ground", 1, 1),)), "cannot be smaller"),
        (ChangeFloors(removed=(GROUND,)), "1 to 200 floors"),
        (ChangeFloors((UP,), (GROUND,)), "Remove or move them first"),
        (ChangeFloors(removed=(GROUND, GROUND)), "stands twice"),
    ],
)
async def test_what_is_not_acceptable_changes_nothing_and_says_why(command, said):
    async with console() as app:
        before = await floors(app)
        with pytest.raises(InvalidInput, match="Nothing was changed") as refused:
            await app.engine.do(command)
        assert said in refused.value.text
        assert (await floors(app), app.disk.entries) == (before, [])


async def test_a_floor_that_is_gone_meanwhile_is_said():
    async with console() as app:
        with pytest.raises(NotFound, match="not there"):
            await app.engine.do(ChangeFloors(removed=(FloorId("gone"),)))


async def test_a_floor_with_a_zone_is_not_removed():
    async with console() as app:
        made = FloorId((await app.engine.do(ChangeFloors((UP,)))).made)
        room = Zone(ZoneId(""), made, "Room", "", ZoneKind.ROOM, ((1, 1), (5, 1), (5, 5)))
        await app.engine.do(ChangeZones((room,)))
        with pytest.raises(InvalidInput, match="still has 1 zones and 0 devices"):
            await app.engine.do(ChangeFloors(removed=(made,)))
