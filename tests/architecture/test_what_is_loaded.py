"""What each part of the console loads, in a fresh interpreter: contracts miss what is imported by string."""

import subprocess
import sys

import pytest

QT = {"PySide6", "shiboken6", "qasync", "pyqtgraph", "qtawesome"}
ENGINE_LIBRARIES = {
    "httpx",
    "tinytuya",
    "sqlalchemy",
    "alembic",
    "keyring",
    "argon2",
    "icalendar",
    "recurring_ical_events",
}
BELOW_THE_DESKTOP = [
    "domain", "ports", "rules", "services", "tuya", "storage", "calendars", "plans", "notices", "host", "link",
    "simulator", "presentation",
]  # fmt: skip

# Alembic's scripts only load inside a migration.
LOAD_EVERY_MODULE = """
import importlib, pkgutil, sys
for room in sys.argv[1].split(","):
    package = importlib.import_module(f"heyzack_console.{room}")
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if ".migrations" not in module.name:
            importlib.import_module(module.name)
print(*{name.split(".")[0] for name in sys.modules})
"""

RUN_A_COMMAND = """
import sys
from heyzack_console.__main__ import main
sys.argv = ["heyzack-console", *sys.argv[1:]]
try:
    main()
finally:
    print(*{name.split(".")[0] for name in sys.modules}, file=sys.stderr)
"""

COMMANDS_WITHOUT_QT = [
    ["--version"],
    ["--help"],
    ["engine", "--help"],
    ["demo", "--help"],
    ["journal", "verify", "--help"],
    ["calendar", "expand", "--help"],
    ["clock", "--time-zones"],
    ["lan", "scan", "--help"],
    ["plan", "import", "missing.svg", "--json"],
    ["products", "check", "none.jsonl", "--json"],
    [
        "lan",
        "probe",
        "127.0.0.1",
        "--port",
        "1",
        "--id",
        "bf0",
        "--key",
        "0123456789abcdef",
        "--timeout",
        "1",
        "--json",
    ],
]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_nothing_below_the_desktop_loads_qt():
    done = run(LOAD_EVERY_MODULE, ",".join(BELOW_THE_DESKTOP))
    assert done.returncode == 0, done.stderr
    assert QT & set(done.stdout.split()) == set()


def test_the_window_loads_no_library_of_the_engine():
    done = run(LOAD_EVERY_MODULE, "desktop,presentation")
    assert done.returncode == 0, done.stderr
    assert ENGINE_LIBRARIES & set(done.stdout.split()) == set()


@pytest.mark.parametrize("command", COMMANDS_WITHOUT_QT, ids=" ".join)
def test_a_command_that_draws_nothing_loads_no_qt(command, tmp_path):
    done = run(RUN_A_COMMAND, "--home", str(tmp_path), *command)
    assert done.returncode in (0, 2), done.stderr
    assert QT & set(done.stderr.splitlines()[-1].split()) == set()
