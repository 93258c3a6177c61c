"""`journal export` and `journal import`: two home folders, one sealed file."""

from heyzack_console.host.clock import WallClock
from heyzack_console.storage.store import open_store
from tests.cli.running import console
from tests.cli.test_journal import BY, a_store

SEALED = {"HEYZACK_PASSPHRASE": "between the two of us"}


async def renamed(home, name):
    store = await open_store(home, WallClock())
    try:
        async with store.work(BY) as work:
            work.update("site", bytes.fromhex("b2" * 16), {"name": name})
    finally:
        await store.close()


async def test_a_file_is_looked_at_then_taken_in_and_a_conflict_names_both_values(tmp_path):
    one, two, file = tmp_path / "one", tmp_path / "two", str(tmp_path / "file.hzj")
    await a_store(one)
    ended = await console("--home", str(one), "journal", "export", file, "--json", **SEALED)
    assert (ended.code, ended.value["ok"]) == (0, True)
    written = ended.value["entries"]
    looked = await console("--home", str(two), "journal", "import", file, "--dry-run", "--json", **SEALED)
    assert (looked.code, looked.value["kept"], looked.value["entries"]) == (0, False, written)
    for _ in range(2):
        taken = await console("--home", str(two), "journal", "import", file, "--json", **SEALED)
    assert (taken.code, taken.value["entries"], taken.value["known"]) == (0, 0, written)

    await renamed(one, "Harbour House 1")
    await renamed(two, "Harbour House 2")
    await console("--home", str(one), "journal", "export", file, **SEALED)
    taken = await console("--home", str(two), "journal", "import", file, "--json", **SEALED)
    (conflict,) = taken.value["conflicts"]
    assert {conflict["shown"]["values"]["name"], conflict["other"]["values"]["name"]} == {
        "Harbour House 1",
        "Harbour House 2",
    }
    verified = await console("--home", str(two), "journal", "verify", "--json")
    assert verified.value["ok"]


async def test_a_wrong_passphrase_and_a_file_that_is_none_are_refused_with_two(tmp_path):
    home, file = tmp_path / "one", tmp_path / "file.hzj"
    await a_store(home)
    await console("--home", str(home), "journal", "export", str(file), **SEALED)
    wrong = {"HEYZACK_PASSPHRASE": "something else"}
    for content in (file.read_text(), "no file at all"):
        file.write_text(content)
        ended = await console("--home", str(home), "journal", "import", str(file), "--json", **wrong)
        assert (ended.code, ended.value["ok"]) == (2, False)
        assert ended.value["message"]
