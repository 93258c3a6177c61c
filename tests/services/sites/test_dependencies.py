"""Drawing what supplies what, as a person does it."""

import pytest

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.device import DeviceId, ZoneId
from heyzack_console.domain.errors import ConsoleError, InvalidInput, NotFound
from heyzack_console.ports.engine.dependencies import ChangeDependencies
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.sites import ExportSite, ImportSite, SitePicture
from tests.support.building import LEAK, THERMOSTAT, VALVE
from tests.support.console import Console, console


def a_line(supply: Supply = Supply.POWER) -> Dependency:
    return Dependency(Thing.device(THERMOSTAT.id), Thing.device(VALVE.id), supply)


async def lines_of(opened: Console) -> tuple[Dependency, ...]:
    book = await opened.engine.ask(SitePicture())
    assert book is not None
    return book.dependencies


async def test_a_line_is_drawn_and_taken_back() -> None:
    async with console() as opened:
        done = await opened.engine.do(ChangeDependencies(added=(a_line(),)))
        assert done.text == "1 line drawn."
        assert await lines_of(opened) == (a_line(),)
        assert done.entry is not None
        await opened.engine.do(Undo(done.entry))
        assert await lines_of(opened) == ()


async def test_lines_travel_in_the_site_file() -> None:
    async with console() as opened:
        await opened.engine.do(ChangeDependencies(added=(a_line(), a_line(Supply.WATER))))
        text = await opened.engine.ask(ExportSite())
        await opened.engine.do(ChangeDependencies(removed=(a_line(),)))
        await opened.engine.do(ImportSite(text))
        assert set(await lines_of(opened)) == {a_line(), a_line(Supply.WATER)}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        (Dependency(a_line().source, a_line().source, Supply.POWER), InvalidInput),
        (Dependency(a_line().source, Thing.zone(ZoneId("attic")), Supply.POWER), NotFound),
        (Dependency(Thing.device(DeviceId("ghost")), a_line().target, Supply.POWER), NotFound),
        (
            Dependency(a_line().source, Thing.device(LEAK.id), Supply.NETWORK),
            InvalidInput,
        ),
    ],
)
async def test_what_makes_no_sense_is_refused_and_changes_nothing(line: Dependency, fault: type[ConsoleError]) -> None:
    async with console() as opened:
        with pytest.raises(fault):
            await opened.engine.do(ChangeDependencies(added=(a_line(), line)))
        assert await lines_of(opened) == ()
