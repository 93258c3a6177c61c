"""The window and the engine it starts: what it says when there is none to be had."""

import asyncio
import sqlite3
from contextlib import closing

from PySide6.QtWidgets import QPushButton

from heyzack_console.composition.window import Run, show_window
from heyzack_console.host.clock import WallClock
from heyzack_console.host.home import open_home
from heyzack_console.storage.store import open_store

GIVES_UP_WITHIN_S = 120
"""Five starts of an engine with pauses between them, on a busy machine."""


async def a_store(home):
    await (await open_store(home, WallClock())).close()


def written_by(home, version):
    """Make the store one of *version*; returns what it was of."""
    with closing(sqlite3.connect(home / "console.db")) as file:
        (before,) = file.execute("SELECT version_num FROM alembic_version").fetchone()
        file.execute("UPDATE alembic_version SET version_num = ?", (version,))
        file.commit()
    return before


def test_an_engine_that_cannot_open_its_store_is_explained_and_can_be_tried_again(tmp_path):
    asyncio.run(a_store(tmp_path))
    known = written_by(tmp_path, "9999")

    async def story(console):
        ticked = asyncio.Event()
        console.theme.flash.ticked.connect(lambda *_: ticked.set())

        async def until(fits):
            async with asyncio.timeout(GIVES_UP_WITHIN_S):
                while not fits():
                    ticked.clear()
                    await ticked.wait()

        strip = console.window.strip
        await until(lambda: "newer version" in strip.text)
        assert console.window.arrangement.perspective == "overview"
        (again,) = [b for b in strip.findChildren(QPushButton) if b.isVisible()]
        assert again.text() == "Try again"

        written_by(tmp_path, known)
        again.click()
        await until(lambda: console.mirror.connected)
        assert not strip.text, "nothing needs a passphrase before there is a secret"

    assert show_window(Run(open_home(tmp_path, {}), during=story)) == 0
