"""A console that writes without pause and says of each work when it was confirmed, until it is killed.

``python -m tests.support.journal_worker HOME RUN`` prints `ready`, then the key of every confirmed record.
"""

import asyncio
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.support.journal_notes import HandClock, notes_at, written

WRITERS = 3


def keys(run: int, writer: int) -> Iterator[bytes]:
    """Keys that no other run and no other writer uses."""
    for number in range(1_000_000):
        yield run.to_bytes(4, "big") + writer.to_bytes(4, "big") + number.to_bytes(8, "big")


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


async def write_on(home: Path, run: int) -> None:
    """Several writers at once: each inserts, edits what it inserted, and reports the key when both were confirmed."""
    async with notes_at(home, HandClock()) as store:
        say("ready")

        async def writer(number: int) -> None:
            for key in keys(run, number):
                await written(store, ("insert", "note", key, {"title": "first", "content": list(range(50))}))
                await written(store, ("update", "note", key, {"title": f"final {key.hex()}"}))
                say(key.hex())

        async with asyncio.TaskGroup() as group:
            for number in range(WRITERS):
                group.create_task(writer(number))


if __name__ == "__main__":
    asyncio.run(write_on(Path(sys.argv[1]), int(sys.argv[2])))
