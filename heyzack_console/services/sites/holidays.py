"""The site's list of holidays as people keep it, with proposals for it."""

import asyncio
from datetime import date

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.holidays import Holiday, HolidayRegion
from heyzack_console.domain.identity import By
from heyzack_console.ports.engine.holidays import ChangeHolidays, HolidayRegions, ProposedHolidays
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.holidays import PublicHolidays
from heyzack_console.ports.store import HolidayStore
from heyzack_console.services.devices.book import BuildingBook

MOST_DAYS = 2_000
LONGEST_NAME = 120


class HolidayDesk:
    """Every change is one journal entry, read back into the book before the receipt is given."""

    def __init__(self, store: HolidayStore, book: BuildingBook, public: PublicHolidays) -> None:
        self._store = store
        self._book = book
        self._public = public

    async def change(self, command: ChangeHolidays, by: By) -> Receipt:
        """Add, rename and remove days.

        Raises:
            NotFound: there is no site.
            InvalidInput: a day stands twice, a name is not acceptable, or there would be too many days.
        """
        self._book.some_site()
        before = {one.day: one.name for one in self._book.whole.holidays}
        added = tuple(Holiday(one.day, _named(one.name)) for one in command.added)
        days = [*(one.day for one in added), *command.removed]
        if len(set(days)) != len(days):
            raise InvalidInput("A day stands twice in this change. Nothing was changed.", "added")
        changed = tuple(one for one in added if before.get(one.day) != one.name)
        gone = tuple(day for day in command.removed if day in before)
        if len(before.keys() | {one.day for one in changed}) - len(gone) > MOST_DAYS:
            raise InvalidInput(f"A site has at most {MOST_DAYS:,} holidays. Nothing was changed.", "added")
        if not changed and not gone:
            return Receipt(text="Nothing to change.")
        entry = await self._store.change(changed, gone, by)
        await self._book.load()
        return Receipt(entry, undoable=True, count=len(changed) + len(gone), text=_words(changed, gone))

    async def regions(self, _query: HolidayRegions) -> tuple[HolidayRegion, ...]:
        """Answer with the countries for which days can be proposed."""
        return await asyncio.to_thread(self._public.regions)

    async def proposed(self, query: ProposedHolidays) -> tuple[Holiday, ...]:
        """Answer with the public holidays asked for.

        Raises:
            InvalidInput: country, subdivision or years are not known.
        """
        return await asyncio.to_thread(self._public.of, query.country, query.subdivision, query.years)


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        raise InvalidInput(f"A holiday's name has 1 to {LONGEST_NAME} characters. Nothing was changed.", "added")
    return name


def _words(changed: tuple[Holiday, ...], gone: tuple[date, ...]) -> str:
    parts = [
        f"{_days(count)} {what}"
        for count, what in ((len(changed), "put on the list"), (len(gone), "taken off"))
        if count
    ]
    return ", ".join(parts) + "."


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"
