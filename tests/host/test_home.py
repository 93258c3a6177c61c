"""The home folder of a console."""

import stat
import tempfile
from pathlib import Path

import pytest

from heyzack_console.domain.errors import StoreUnavailable
from heyzack_console.host.home import Home, endpoint_of, open_home


def test_the_folder_named_on_the_command_line_wins_over_the_variable(tmp_path):
    home = open_home(tmp_path / "chosen", {"HEYZACK_HOME": str(tmp_path / "named")})
    assert home.root == tmp_path / "chosen"
    assert not (tmp_path / "named").exists()


def test_the_variable_names_the_home_where_the_command_line_does_not(tmp_path):
    assert open_home(None, {"HEYZACK_HOME": str(tmp_path / "named")}).root == tmp_path / "named"


def test_without_either_the_platform_says_where_user_data_belong(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert open_home(None, {}).root.name == "heyzack-console"


def test_a_new_home_and_its_folders_are_private(tmp_path):
    home = open_home(tmp_path / "a" / "home", {})
    for folder in (home.root, home.logs, home.crashes, home.layout):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_everything_lies_below_the_home():
    home = Home(Path("/h"))
    places = [home.records, home.samples, home.vault, home.lock, home.layout, home.logs, home.crashes]
    assert all(place.parent == home.root for place in places)
    assert len(set(places)) == len(places)


def test_opening_a_home_again_changes_nothing_in_it(tmp_path):
    home = open_home(tmp_path, {})
    home.records.write_bytes(b"kept")
    assert open_home(tmp_path, {}) == home
    assert home.records.read_bytes() == b"kept"


def test_a_home_that_cannot_be_made_is_refused_with_the_folder_and_the_way_out(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnavailable, match=r"file/home cannot be written .*--home"):
        open_home(tmp_path / "file" / "home", {})


def test_a_home_that_cannot_be_written_is_refused():
    # Not even root may make files in /proc.
    with pytest.raises(StoreUnavailable, match="cannot be written"):
        open_home(Path("/proc/self"), {})


@pytest.fixture
def runtime():
    """A short folder, as the system gives one to each user; pytest's own are longer than a socket's address."""
    with tempfile.TemporaryDirectory(prefix="hz") as folder:
        yield Path(folder)


def test_the_engine_listens_in_a_private_runtime_folder(tmp_path, runtime):
    endpoint = endpoint_of(Home(tmp_path / "home"), {"XDG_RUNTIME_DIR": str(runtime)})
    folder = Path(endpoint.removeprefix("unix:")).parent
    assert folder == runtime / "heyzack-console"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_homes_and_runtime_folders_with_long_names_still_give_a_short_endpoint(tmp_path):
    long = tmp_path.joinpath(*["long" * 10] * 5)
    long.mkdir(parents=True)
    endpoint = endpoint_of(Home(long / "home"), {"XDG_RUNTIME_DIR": str(long)})
    assert len(endpoint.removeprefix("unix:").encode()) < 104


def test_two_homes_have_two_endpoints_and_one_home_has_one(tmp_path, runtime):
    where = {"XDG_RUNTIME_DIR": str(runtime)}
    assert endpoint_of(Home(tmp_path / "a"), where) == endpoint_of(Home(tmp_path / "a"), where)
    assert endpoint_of(Home(tmp_path / "a"), where) != endpoint_of(Home(tmp_path / "b"), where)


def test_a_runtime_folder_that_others_may_enter_is_refused(tmp_path, runtime):
    (runtime / "heyzack-console").mkdir()
    (runtime / "heyzack-console").chmod(0o755)
    with pytest.raises(StoreUnavailable, match="not private"):
        endpoint_of(Home(tmp_path), {"XDG_RUNTIME_DIR": str(runtime)})
