"""The site's list of holidays, as people keep it."""

from datetime import date

import pytest

from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.holidays import Holiday
from heyzack_console.ports.engine.holidays import ChangeHolidays, HolidayRegions, ProposedHolidays
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.sites import ExportSite, ImportSite, SitePicture
from tests.support.console import Console, console
from tests.support.memory_store import Disk

EVE, DAY = Holiday(date(2026, 12, 24), "Christmas Eve"), Holiday(date(2026, 12, 25), "Christmas Day")


async def list_of(opened: Console) -> tuple[Holiday, ...]:
    book = await opened.engine.ask(SitePicture())
    assert book is not None
    return book.holidays


async def test_days_are_put_on_the_list_by_date_renamed_taken_off_and_brought_back() -> None:
    async with console() as opened:
        done = await opened.engine.do(ChangeHolidays(added=(DAY, EVE)))
        assert (done.text, done.count) == ("2 days put on the list.", 2)
        assert await list_of(opened) == (EVE, DAY)
        other = Holiday(EVE.day, "Works  outing ")
        done = await opened.engine.do(ChangeHolidays(added=(other,), removed=(DAY.day,)))
        assert done.text == "1 day put on the list, 1 day taken off."
        assert await list_of(opened) == (Holiday(EVE.day, "Works outing"),)
        assert done.entry is not None
        await opened.engine.do(Undo(done.entry))
        assert await list_of(opened) == (EVE, DAY)


async def test_what_is_so_already_makes_no_entry() -> None:
    async with console() as opened:
        await opened.engine.do(ChangeHolidays(added=(EVE,)))
        entries = len(opened.disk.entries)
        done = await opened.engine.do(ChangeHolidays(added=(EVE,), removed=(DAY.day,)))
        assert (done.entry, done.undoable) == (None, False)
        assert len(opened.disk.entries) == entries


@pytest.mark.parametrize(
    "command",
    [
        ChangeHolidays(added=(Holiday(EVE.day, " "),)),
        ChangeHolidays(added=(Holiday(EVE.day, "x" * 121),)),
        ChangeHolidays(added=(Holiday(EVE.day, "a\u202eb"),)),
        ChangeHolidays(added=(EVE, Holiday(EVE.day, "Other"))),
        ChangeHolidays(added=(DAY,), removed=(DAY.day,)),
        ChangeHolidays(added=tuple(Holiday(date.fromordinal(700_000 + day), "x") for day in range(2_001))),
    ],
)
async def test_what_makes_no_sense_is_refused_and_changes_nothing(command: ChangeHolidays) -> None:
    async with console() as opened:
        with pytest.raises(InvalidInput, match="Nothing was changed"):
            await opened.engine.do(command)
        assert await list_of(opened) == ()


async def test_without_a_site_there_is_no_list() -> None:
    async with console(disk=Disk()) as opened:
        with pytest.raises(NotFound):
            await opened.engine.do(ChangeHolidays(added=(EVE,)))


async def test_the_list_travels_in_the_site_file_which_may_not_name_a_day_twice() -> None:
    async with console() as opened:
        await opened.engine.do(ChangeHolidays(added=(EVE, DAY)))
        text = await opened.engine.ask(ExportSite())
        await opened.engine.do(ChangeHolidays(removed=(EVE.day,)))
        await opened.engine.do(ImportSite(text))
        assert await list_of(opened) == (EVE, DAY)
        with pytest.raises(InvalidInput, match="holiday stands twice"):
            await opened.engine.do(ImportSite(text.replace("2026-12-24", "2026-12-25")))


async def test_proposals_change_nothing() -> None:
    async with console() as opened:
        regions = await opened.engine.ask(HolidayRegions())
        assert "DE" in {region.code for region in regions}
        found = await opened.engine.ask(ProposedHolidays("DE", "BY", (2026,)))
        assert DAY in found
        assert await list_of(opened) == ()
