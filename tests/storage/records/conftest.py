"""A real store in a folder of its own, and the administrator who writes in it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from heyzack_console.domain.identity import By
from heyzack_console.storage.journal import JournalRecords
from heyzack_console.storage.store import RecordStore, open_store
from tests.support.journal_notes import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def store(tmp_path: Path, clock: HandClock) -> AsyncIterator[RecordStore]:
    opened = await open_store(tmp_path, clock)
    yield opened
    await opened.close()


@pytest.fixture
async def by(store: RecordStore, clock: HandClock) -> By:
    return By(await JournalRecords(store, clock).local_actor(), "because it is a test", "tests.write")
