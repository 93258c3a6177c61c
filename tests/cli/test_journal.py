"""`journal verify`: what it prints and how it ends."""

import sqlite3
from contextlib import closing

from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.domain.sites import Site, SiteId
from heyzack_console.host.clock import WallClock
from heyzack_console.storage.sites import SiteRecords
from heyzack_console.storage.store import open_store
from tests.cli.running import console

BY = By(Actor(ActorId("a1" * 16), "Anna", Role.ADMINISTRATOR), "", "sites.create")


async def a_store(home):
    store = await open_store(home, WallClock())
    try:
        await SiteRecords(store).put_site(Site(SiteId("b2" * 16), "Harbour House", "Europe/Paris"), (), BY)
    finally:
        await store.close()


def tamper(home):
    """Change a row past the program."""
    with closing(sqlite3.connect(home / "console.db")) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f'DROP TRIGGER "{name}"')
        file.execute("UPDATE site SET name = 'Another House'")
        file.commit()


async def test_an_untouched_journal_ends_with_zero(tmp_path):
    await a_store(tmp_path)
    ended = await console("--home", str(tmp_path), "journal", "verify", "--json")
    assert ended.code == 0, ended.err
    assert (ended.value["ok"], ended.value["faults"]) == (True, [])
    assert ended.value["entries"] >= 1


async def test_a_changed_row_is_named_and_ends_with_two(tmp_path):
    await a_store(tmp_path)
    tamper(tmp_path)
    ended = await console("journal", "verify", "--json", HEYZACK_HOME=str(tmp_path))
    assert (ended.code, ended.value["ok"]) == (2, False)
    assert ended.value["faults"][0].keys() == {"chain", "sequence", "text"}


async def test_people_read_a_sentence(tmp_path):
    await a_store(tmp_path)
    ended = await console("journal", "verify", "--home", str(tmp_path))
    assert ended.out.endswith("in 1 chain: in order\n")


async def test_where_no_store_is_none_is_made(tmp_path):
    ended = await console("--home", str(tmp_path), "journal", "verify", "--json")
    assert (ended.code, ended.value["ok"], ended.value["faults"]) == (1, False, [])
    assert "no store" in ended.value["message"]
    assert ended.value["message"] in ended.err
    assert not (tmp_path / "console.db").exists()
