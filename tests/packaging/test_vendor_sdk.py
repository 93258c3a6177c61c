"""The vendor's SDK in an environment of its own, or not at all."""

import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def vendor_sdk(script):
    return script("vendor_sdk")


def test_an_environment_that_has_the_sdk_is_left_alone(vendor_sdk, tmp_path):
    (tmp_path / "prepared").write_text("sdk==1")
    assert vendor_sdk.prepare_sdk(Path("no-python"), tmp_path, "sdk==1")


def test_without_a_python_the_checks_go_on_and_say_why(vendor_sdk, tmp_path, capsys):
    assert not vendor_sdk.prepare_sdk(tmp_path / "no-python", tmp_path / "sdk", "sdk==1")
    assert "skipped" in capsys.readouterr().out


def test_a_package_that_cannot_be_installed_leaves_no_stamp(vendor_sdk, tmp_path):
    folder = tmp_path / "sdk"
    assert not vendor_sdk.prepare_sdk(Path(sys.executable), folder, str(tmp_path / "no-such-package.whl"))
    assert not (folder / "prepared").exists()
