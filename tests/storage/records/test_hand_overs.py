"""Hand-overs, as written and read again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.hand_overs import HandOverId, HandOverNote
from heyzack_console.storage.hand_overs import HandOverRecords
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.sites import SiteRecords
from tests.storage.records.test_dependencies import opened
from tests.storage.records.test_sites import SITE
from tests.support.journal_notes import BY, HandClock

AT = datetime(2026, 7, 23, 14, 0, tzinfo=UTC)
EARLY = HandOverNote(HandOverId("01" * 16), AT, "Ines", "Chiller 1 is watched")
LATE = HandOverNote(HandOverId("02" * 16), AT + timedelta(hours=8), "Omar")


async def test_the_newest_comes_first_and_outlives_a_restart(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        await SiteRecords(store).put_site(SITE, [], BY)
        records = HandOverRecords(store)
        await records.put(EARLY, BY)
        await records.put(LATE, BY)
    async with opened(tmp_path) as store:
        assert await HandOverRecords(store).newest(9) == (LATE, EARLY)
        assert await HandOverRecords(store).newest(1) == (LATE,)


async def test_an_undone_hand_over_is_none(tmp_path: Path) -> None:
    clock = HandClock()
    async with opened(tmp_path, clock) as store:
        await SiteRecords(store).put_site(SITE, [], BY)
        entry = await HandOverRecords(store).put(EARLY, BY)
        await JournalRecords(store, clock).undo(entry, BY)
        assert await HandOverRecords(store).newest(9) == ()


async def test_without_a_site_nothing_is_handed_over(tmp_path: Path) -> None:
    async with opened(tmp_path) as store:
        with pytest.raises(NotFound, match="no site"):
            await HandOverRecords(store).put(EARLY, BY)
