"""What a checkout needs before the console can start from it."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def environment(script):
    return script("environment")


def test_the_stamp_changes_with_the_project_file(environment, tmp_path):
    assert environment.fingerprint("a", tmp_path) != environment.fingerprint("b", tmp_path)


def test_the_stamp_changes_when_the_checkout_moves(environment, tmp_path):
    assert environment.fingerprint("a", tmp_path) != environment.fingerprint("a", tmp_path / "elsewhere")


def test_the_stamp_stays_while_nothing_changes(environment, tmp_path):
    assert environment.fingerprint("a", tmp_path) == environment.fingerprint("a", tmp_path)


def test_a_developers_environment_also_serves_to_run(environment):
    assert environment.is_prepared("", "hash", {"dev": "hash"})


def test_an_environment_to_run_does_not_serve_developers(environment):
    assert not environment.is_prepared("dev", "hash", {"": "hash"})


def test_a_stamp_of_an_older_project_file_does_not_count(environment):
    assert not environment.is_prepared("", "new", {"": "old", "dev": "old"})


def test_what_is_missing_is_named_by_its_package(environment):
    assert environment.missing(environment.QT_LIBRARIES, set(environment.QT_LIBRARIES) - {"libEGL.so.1"}) == ["libegl1"]


def test_nothing_is_missing_where_all_is_present(environment):
    assert environment.missing(environment.QT_LIBRARIES, environment.QT_LIBRARIES) == []


@pytest.mark.parametrize(
    ("platform", "variables", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_window_can_be_shown_where_there_is_a_display(environment, platform, variables, seen):
    assert environment.has_display(platform, variables) is seen


def test_the_scripts_and_the_project_file_want_the_same_python(environment):
    wanted = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    oldest, too_new = (".".join(map(str, version)) for version in (environment.OLDEST, environment.TOO_NEW))
    assert wanted == f">={oldest},<{too_new}"


@pytest.mark.parametrize("name", ["environment", "run", "test", "vendor_sdk", "forms"])
def test_a_script_needs_nothing_but_the_standard_library(name):
    loaded = (
        f"import sys; sys.path.insert(0, 'packaging'); import {name}; print(*(n.split('.')[0] for n in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-S", "-c", loaded], cwd=CHECKOUT, capture_output=True, text=True, timeout=60, check=True
    )
    outside = {module for module in done.stdout.split() if not module.startswith("_")} - set(sys.stdlib_module_names)
    ours = {"forms": set(), "test": {"environment", "vendor_sdk"}}.get(name, {"environment"})
    assert outside == ours | {name}
