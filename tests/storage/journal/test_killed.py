"""A console that is killed at any moment loses nothing that it had confirmed."""

import os
import random
import subprocess
import sys
from pathlib import Path
from typing import IO

from heyzack_console.storage.work import read_record
from tests.support.journal_notes import NOTES, notes_at

KILLS = 20
ROOT = Path(__file__).resolve().parents[3]


def killed_after(home: Path, run: int, works: int) -> list[bytes]:
    """Start a console, kill it once it has confirmed *works* records; what it had confirmed until it died."""
    command = [sys.executable, "-m", "tests.support.journal_worker", str(home), str(run)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=environment) as console:
        out = console.stdout
        assert out is not None
        assert out.readline() == b"ready\n"
        confirmed = [out.readline() for _ in range(works)]
        console.kill()
        confirmed += rest_of(out)
    return [bytes.fromhex(line.decode()) for line in confirmed]


def rest_of(out: IO[bytes]) -> list[bytes]:
    """The whole lines that were on their way; a line cut off by the death confirms nothing."""
    return [line for line in out if line.endswith(b"\n")]


async def test_a_console_killed_under_load_keeps_every_confirmed_work_and_opens_cleanly(tmp_path: Path):
    chance = random.Random(20260301)
    confirmed: list[bytes] = []
    for run in range(KILLS):
        confirmed += killed_after(tmp_path, run, chance.randrange(1, 60))
    assert len(confirmed) >= KILLS
    async with notes_at(tmp_path) as store:
        found = await store.verify()
        assert found.faults == ()
        assert found.chains == KILLS
        for key in confirmed:
            record = await store.read(lambda conn, key=key: read_record(conn, NOTES["note"], key))
            assert record is not None
            assert record.values["title"] == f"final {key.hex()}"
