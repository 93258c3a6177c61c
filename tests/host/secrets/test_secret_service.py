"""The vault's key lives in a real Secret Service that this test starts for itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
_SESSION = (
    "printf ring-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1; "
    'exec "$0" -m tests.support.ring_probe "$1"'
)


@pytest.mark.secretservice
@pytest.mark.skipif(
    any(shutil.which(program) is None for program in _NEEDED),
    reason="needs dbus and gnome-keyring, which packaging/test.py installs where it can",
)
def test_the_key_of_the_vault_is_kept_by_the_secret_service(tmp_path: Path):
    home, run = tmp_path / "home", tmp_path / "run"
    home.mkdir()
    run.mkdir(mode=0o700)
    environment = {**os.environ, "HOME": str(home), "XDG_RUNTIME_DIR": str(run)}
    environment.pop("PYTHON_KEYRING_BACKEND", None)
    done = subprocess.run(
        ["dbus-run-session", "--", "bash", "-c", _SESSION, sys.executable, str(tmp_path)],
        env=environment,
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout.strip() == "locked=False key=0123456789abcdef", done.stderr
    assert b"0123456789abcdef" not in (tmp_path / "secrets.vault").read_bytes()
