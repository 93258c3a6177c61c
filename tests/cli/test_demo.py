"""`demo`: building, engine and window from one command."""

from PySide6.QtGui import QImage

from tests.cli.running import console

PICTURES = ("window", "map", "alerts", "devices", "inspector")
INSPECTOR_AT = {(1920, 1080): 380, (1366, 768): 316}
"""Its design width in the overview, by the size of the window."""


async def test_a_demo_ends_by_itself_and_tells_what_it_saw(tmp_path):
    ended = await console("--home", str(tmp_path), "demo", "--devices", "20", "--seed", "3", "--seconds", "2")
    assert (ended.code, ended.err) == (0, "")
    assert "20 devices" in ended.out.splitlines()[0]
    assert not (tmp_path / "demo-building.json").exists()


async def test_pictures_show_window_and_panes_in_both_themes_and_sizes_as_laid_out_by_default(tmp_path):
    shots = tmp_path / "shots"
    words = ("--home", str(tmp_path), "demo", "--devices", "20", "--seconds", "1", "--shots", str(shots))
    ended = await console(*words, QT_QPA_PLATFORM="offscreen")
    assert (ended.code, ended.err) == (0, "")
    for (width, height), inspector in INSPECTOR_AT.items():
        for theme in ("dark", "light"):
            taken = {name: QImage(str(shots / f"{name}-{theme}-{width}x{height}.png")) for name in PICTURES}
            assert not [name for name, picture in taken.items() if picture.isNull()]
            assert taken["window"].size().toTuple() == (width, height)
            assert abs(taken["inspector"].width() - inspector) < 10, "the pane beside it takes what its own needs"


async def test_an_unknown_scenario_is_refused_before_anything_starts(tmp_path):
    ended = await console("--home", str(tmp_path), "demo", "--scenario", "earthquake", "--seconds", "2")
    assert (ended.code, ended.out) == (1, "")
    assert "earthquake" in ended.err
    assert not (tmp_path / "console.db").exists()
