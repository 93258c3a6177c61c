"""Runs every check of the project from a checkout: ``python3 packaging/test.py [pytest's arguments]``.

A failing step does not stop the next ones; the end sums up, and the exit code is 0 only if all passed.
"""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from environment import CHECKOUT, Unprepared, prepare
from vendor_sdk import prepare_sdk

WORKERS = 2


def steps(python: Path, pytest_arguments: Sequence[str]) -> dict[str, list[str]]:
    """The checks in their order, by name: cheap ones first."""
    tools = python.parent
    here = str(python)
    return {
        "ruff check": [here, "-m", "ruff", "check", "."],
        "ruff format": [here, "-m", "ruff", "format", "--check", "."],
        "mypy": [here, "-m", "mypy"],
        "import contracts": [str(tools / "lint-imports"), "--no-logo"],
        "forms fresh": [here, str(CHECKOUT / "packaging" / "forms.py"), "--check"],
        "pytest": [here, "-m", "pytest", "-n", str(WORKERS), "-q", *pytest_arguments],
    }


def run_step(command: Sequence[str], environment: dict[str, str]) -> tuple[int, str]:
    """Run *command*, passing its words on; its exit code and the last line it said."""
    last = ""
    with subprocess.Popen(
        command, cwd=CHECKOUT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            print(line, end="", flush=True)
            last = line.strip() or last
        return process.wait(), last


def main(arguments: Sequence[str]) -> int:
    """Prepare and run all steps; 0 if every one passed."""
    try:
        python = prepare("dev")
    except Unprepared as missing:
        print(missing, file=sys.stderr)
        return 1
    prepare_sdk(python)
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_API": "pyside6"}
    verdicts = []
    for name, command in steps(python, arguments).items():
        print(f"\n== {name}", flush=True)
        began = time.monotonic()
        code, last = run_step(command, environment)
        verdicts.append((name, code, time.monotonic() - began, last))
    print("\n== summary")
    for name, code, seconds, last in verdicts:
        print(f"{'passed' if code == 0 else 'FAILED'}  {name:<17} {seconds:5.0f} s  {last}")
    return 0 if all(code == 0 for _, code, _, _ in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
