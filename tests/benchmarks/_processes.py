"""Starts the processes that a measurement needs, and waits for what they write."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PATIENCE_S = 120.0
LOOK_EVERY_S = 0.02


def environment(home: Path) -> dict[str, str]:
    """Offscreen, and all state below *home*."""
    return dict(os.environ, QT_QPA_PLATFORM="offscreen", QT_API="pyside6", PYTHONPATH=str(CHECKOUT), HOME=str(home))


@contextmanager
def running(home: Path, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run ``python`` with *arguments* for the length of the block; then SIGTERM ends it."""
    process = subprocess.Popen([sys.executable, *arguments], env=environment(home), cwd=CHECKOUT)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(PATIENCE_S)


def told(home: Path, *arguments: str) -> str:
    """What ``python`` with *arguments* prints last; told to end when it takes too long."""
    command = [sys.executable, *arguments]
    pipe, surroundings = subprocess.PIPE, environment(home)
    with subprocess.Popen(command, env=surroundings, cwd=CHECKOUT, text=True, stdout=pipe, stderr=pipe) as process:
        try:
            said, complained = process.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.terminate()  # a window that ends like this ends its engine, too
            said, complained = process.communicate(timeout=PATIENCE_S)
    if process.returncode or not said:
        raise RuntimeError(complained or "nothing was said in time")
    return said.strip().splitlines()[-1]


def appeared(file: Path) -> Path:
    """Return *file* once it is there."""
    give_up = time.monotonic() + PATIENCE_S
    while not file.exists():
        if time.monotonic() > give_up:
            raise RuntimeError(f"{file.name} was not written")
        time.sleep(LOOK_EVERY_S)
    return file
