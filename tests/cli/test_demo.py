"""`demo`: building, engine and window from one command."""

from tests.cli.running import console


async def test_a_demo_ends_by_itself_and_tells_what_it_saw(tmp_path):
    ended = await console("--home", str(tmp_path), "demo", "--devices", "20", "--seed", "3", "--seconds", "2")
    assert (ended.code, ended.err) == (0, "")
    assert "20 devices" in ended.out.splitlines()[0]
    assert not (tmp_path / "demo-building.json").exists()


async def test_an_unknown_scenario_is_refused_before_anything_starts(tmp_path):
    ended = await console("--home", str(tmp_path), "demo", "--scenario", "earthquake", "--seconds", "2")
    assert (ended.code, ended.out) == (1, "")
    assert "earthquake" in ended.err
    assert not (tmp_path / "console.db").exists()
