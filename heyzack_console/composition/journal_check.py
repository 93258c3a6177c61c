"""Verifies the journal of a home folder, also beside a running engine."""

import asyncio
import os
from pathlib import Path

from heyzack_console.domain.errors import NotFound
from heyzack_console.domain.journal import Verification
from heyzack_console.host.clock import WallClock
from heyzack_console.host.home import open_home
from heyzack_console.storage.store import open_store


def verify_journal(chosen: Path | None) -> Verification:
    """Read every chain of the store below *chosen* (None: the usual home) from its beginning.

    Raises:
        NotFound: there is no store yet; none is made.
        StoreError: the store cannot be opened; it was left untouched.
    """
    home = open_home(chosen, os.environ)
    if not home.records.is_file():
        raise NotFound(f"There is no store in {home.root} yet, so there is nothing to verify. Check --home.")
    return asyncio.run(_verified(home.root))


async def _verified(folder: Path) -> Verification:
    store = await open_store(folder, WallClock())
    try:
        return await store.verify()
    finally:
        await store.close()
