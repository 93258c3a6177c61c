"""J8: three laptops without a network work on one site for a day and meet in the evening by sealed files."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.domain.errors import InvalidInput, SecretsLocked
from heyzack_console.domain.exchange import Conflict
from heyzack_console.host.home import open_home
from heyzack_console.ports.engine.journal import ChangeSetting, JournalEntries, Settings, VerifyJournal
from heyzack_console.ports.engine.journal_exchange import (
    Conflicts,
    CorrectClock,
    DecideConflict,
    ExportJournal,
    ImportJournal,
    LookAtJournal,
)
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.ports.engine.sites import CreateSite, SitePicture

SECRET = "between the two of us"
SETTING = "orders.confirm_within_s"


class SkewedClock:
    """The machine's clock, wrong by *error*."""

    def __init__(self, error: timedelta = timedelta()) -> None:
        self._error = error

    def now(self) -> datetime:
        return datetime.now(UTC) + self._error


@asynccontextmanager
async def laptop(folder: Path, clock: SkewedClock) -> AsyncIterator[EnginePort]:
    async with open_engine(open_home(folder, {}), EngineWorld(clock, listens=False)) as services:
        yield services.engine


async def hand_over(giver: EnginePort, taker: EnginePort) -> None:
    await taker.do(ImportJournal(await giver.ask(ExportJournal(SECRET)), SECRET))


async def meet(*laptops: EnginePort) -> None:
    for giver in laptops:
        for taker in laptops:
            if giver is not taker:
                await hand_over(giver, taker)


async def shown(port: EnginePort) -> tuple[object, object]:
    settings = {one.name: one.value for one in await port.ask(Settings())}
    return settings, await port.ask(SitePicture())


def values(conflict: Conflict) -> set[str]:
    return {dict(conflict.shown.values)["value"], dict(conflict.other.values)["value"]}


async def test_in_the_evening_all_three_show_the_same_and_what_lost_is_listed_with_both_values(tmp_path: Path):
    anna, omar, ines = tmp_path / "anna", tmp_path / "omar", tmp_path / "ines"
    ahead = SkewedClock(timedelta(hours=1))
    async with laptop(anna, SkewedClock()) as port:
        await port.do(CreateSite("Harbour House", "Europe/Berlin", ("Ground", "First"), 40.0, 20.0))
        first = await port.ask(ExportJournal(SECRET))
    for folder, clock in ((omar, ahead), (ines, SkewedClock())):
        async with laptop(folder, clock) as port:
            await port.do(ImportJournal(first, SECRET))
            picture = await port.ask(SitePicture())
            assert picture is not None
            assert picture.site.name == "Harbour House"
    shutil.copytree(ines, tmp_path / "last week")
    async with laptop(ines, SkewedClock()) as port:
        await port.do(ChangeSetting("alerts.unreachable_after_s", 90))
        await hand_over_file(port, tmp_path / "sent")
    shutil.rmtree(ines)
    shutil.copytree(tmp_path / "last week", ines)

    async with AsyncExitStack() as stack:
        a = await stack.enter_async_context(laptop(anna, SkewedClock()))
        b = await stack.enter_async_context(laptop(omar, ahead))
        c = await stack.enter_async_context(laptop(ines, SkewedClock()))
        await a.do(ChangeSetting(SETTING, 20))
        await b.do(ChangeSetting(SETTING, 40))
        text = (tmp_path / "sent").read_text()
        await a.do(ImportJournal(text, SECRET))

        looked = await a.ask(LookAtJournal(await b.ask(ExportJournal(SECRET)), SECRET))
        assert (looked.kept, looked.entries) == (False, 0)
        assert ("from the future: a clock was wrong", 1) in [(why, min(n, 1)) for why, n in looked.waiting]
        await b.do(CorrectClock(datetime.now(UTC)))
        looked = await a.ask(LookAtJournal(await b.ask(ExportJournal(SECRET)), SECRET))
        assert looked.waiting == ()
        assert [values(one) for one in looked.conflicts] == [{"20", "40"}]
        assert await a.ask(Conflicts()) == ()

        await meet(a, b, c)
        await meet(a, b, c)
        pictures = [await shown(port) for port in (a, b, c)]
        for n in (1, 2):
            assert pictures[0][0] == pictures[n][0]
            assert pictures[0][1] == pictures[n][1]
        assert pictures[0][0]["alerts.unreachable_after_s"] == 90  # type: ignore[index]
        for port in (a, b, c):
            assert [values(one) for one in await port.ask(Conflicts())] == [{"20", "40"}]
            verification = await port.ask(VerifyJournal())
            assert verification.ok, verification.faults

        (conflict,) = await c.ask(Conflicts())
        chosen = conflict.other.entry
        wanted = dict(conflict.other.values)["value"]
        await c.do(DecideConflict(conflict.table, conflict.key, conflict.group, chosen))
        await meet(a, b, c)
        for port in (a, b, c):
            assert await port.ask(Conflicts()) == ()
            assert str((await shown(port))[0][SETTING]) == wanted  # type: ignore[index]


async def hand_over_file(port: EnginePort, file: Path) -> None:
    await asyncio.to_thread(file.write_text, await port.ask(ExportJournal(SECRET)))


async def test_a_file_that_is_not_for_us_changes_nothing(tmp_path: Path):
    async with laptop(tmp_path / "one", SkewedClock()) as one, laptop(tmp_path / "two", SkewedClock()) as two:
        await one.do(CreateSite("Harbour House", "Europe/Berlin", ("Ground",), 40.0, 20.0))
        await two.do(CreateSite("Mill", "Europe/Berlin", ("Ground",), 40.0, 20.0))
        text = await one.ask(ExportJournal(SECRET))
        before = await two.ask(JournalEntries())
        with pytest.raises(SecretsLocked):
            await two.do(ImportJournal(text, "something else"))
        with pytest.raises(InvalidInput, match="another site"):
            await two.do(ImportJournal(text, SECRET))
        with pytest.raises(InvalidInput):
            await two.do(ImportJournal("no file at all", SECRET))
        assert await two.ask(JournalEntries()) == before
