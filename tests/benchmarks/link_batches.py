"""What a change costs on its way over the link, against encoding and decoding it once without one."""

import asyncio
import tempfile
import time
from contextlib import aclosing
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.link.client import LinkClient
from heyzack_console.link.connection import FRAME_S
from heyzack_console.link.endpoint import Endpoint
from heyzack_console.link.server import LinkServer
from heyzack_console.ports.engine.feed import Batch
from tests.benchmarks.table import Row
from tests.support.engine_port import SmallEngine

FRAMES = 60
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def a_batch(number: int, changes: int) -> Batch:
    """A batch of *changes* values of as many devices."""
    return Batch(
        number,
        NOON,
        readings=tuple(
            Reading(DeviceId(f"bf{n:018d}"), "temp_current", 20 + n % 50 / 10, "°C", NOON) for n in range(changes)
        ),
    )


def bare(batches: list[Batch]) -> float:
    """CPU seconds to encode and decode the batches."""
    decoder = msgspec.msgpack.Decoder(Batch)
    began = time.process_time()
    for batch in batches:
        decoder.decode(msgspec.msgpack.encode(batch))
    return time.process_time() - began


async def linked(batches: list[Batch]) -> float:
    """CPU seconds of both ends to carry the batches, one per display frame."""
    engine = SmallEngine(Batch(-1, NOON, complete=True))
    with tempfile.TemporaryDirectory(prefix="hz") as folder:
        async with LinkServer(engine, Endpoint(path=Path(folder, "e.sock"), token="t")) as server:
            client = await LinkClient.attach(server.endpoint)
            async with aclosing(client.changes()) as feed:
                await anext(feed)
                began = time.process_time()
                for batch in batches:
                    engine.announce(batch)
                    await anext(feed)
                spent = time.process_time() - began
            await client.aclose()
    return spent


def run() -> list[Row]:
    """A busy building and a storm: 500 and 10,000 updates a second at 30 frames, 17 and 333 in each."""
    rows = []
    for changes in (17, 333):
        batches = [a_batch(number, changes) for number in range(FRAMES)]
        bare(batches)
        codec, link = bare(batches), asyncio.run(linked(batches))
        path = f"link, {changes} changes per frame, CPU of both ends"
        rows.append(Row(path, "length of the frame", link / (FRAMES * FRAME_S), 0.1))
        rows.append(Row(path, "msgspec encode + decode", link / codec, 6.0 if changes > 100 else None))
    return rows
