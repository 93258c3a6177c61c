"""Sealed journal files of a home folder whose engine does not run, for the command line."""

import asyncio
import os
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.exchange import ExchangeReport
from heyzack_console.host.clock import WallClock
from heyzack_console.host.home import open_home
from heyzack_console.host.lock import HomeLock
from heyzack_console.host.secrets.sealing import PassphraseSealer
from heyzack_console.storage.alert_stories import retell
from heyzack_console.storage.exchange import ExchangeRecords
from heyzack_console.storage.store import open_store

LARGEST_FILE = 1 << 30

T = TypeVar("T")


def export_journal(chosen: Path | None, file: Path, passphrase: str, console: str) -> int:
    """Write what another console lacks into a sealed *file*; returns how many entries it has.

    Raises:
        HomeInUse: an engine runs on this home.
        NotFound: there is no store yet.
        InvalidInput: the passphrase is too short, or the file cannot be written.
    """

    async def job(records: ExchangeRecords) -> int:
        content, count = await records.pack(console)
        text = await asyncio.to_thread(PassphraseSealer().seal, content, passphrase)
        await asyncio.to_thread(_write, file, text)
        return count

    return _with_records(chosen, job, new=False)


def import_journal(chosen: Path | None, file: Path, passphrase: str, *, keep: bool) -> ExchangeReport:
    """Join a sealed *file* to the journal, or only look; a store is made where there is none.

    Raises:
        HomeInUse: an engine runs on this home.
        SecretsLocked: the passphrase is wrong, or the file was changed.
        InvalidInput: it is no journal file, or one of another site.
    """
    content = PassphraseSealer().unseal(_read(file), passphrase)
    return _with_records(chosen, lambda records: records.take_in(content, keep=keep), new=True)


def _with_records(chosen: Path | None, job: Callable[[ExchangeRecords], Awaitable[T]], *, new: bool) -> T:
    home = open_home(chosen, os.environ)
    if not new and not home.records.is_file():
        raise NotFound(f"There is no store in {home.root} yet, so there is nothing to export. Check --home.")
    with HomeLock(home.lock):
        return asyncio.run(_on_store(home.root, job))


async def _on_store(folder: Path, job: Callable[[ExchangeRecords], Awaitable[T]]) -> T:
    store = await open_store(folder, WallClock())
    try:
        return await job(ExchangeRecords(store, retell))
    finally:
        await store.close()


def _read(file: Path) -> str:
    try:
        with file.open("rb") as source:
            content = source.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidInput(f"{file} cannot be read: {error.strerror}.", "file") from error
    if len(content) > LARGEST_FILE:
        raise InvalidInput(f"{file} is larger than 1 GiB, which is the most that is read.", "file")
    return content.decode("ascii", errors="replace").strip()


def _write(file: Path, text: str) -> None:
    try:
        file.write_text(text, encoding="ascii")
    except OSError as error:
        raise InvalidInput(f"{file} cannot be written: {error.strerror}. Nothing was exported.", "file") from error
