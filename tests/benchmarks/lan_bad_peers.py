"""500 devices that are silent, refuse or reset: how long they hold up the loop, and how fast a hanging connect ends."""

import asyncio
import contextlib
import gc
import socket
import time
from collections.abc import Iterator

from heyzack_console.tuya.lan.fleet import Fleet
from tests.benchmarks._lan_client import Counting, a_world, device
from tests.benchmarks._lan_peers import peers
from tests.benchmarks.table import Row

EACH = 167
SECONDS = 12.0
TICK_S = 0.005
VERSIONS = ("3.3", "3.4", "3.5")


def _refusing_ports(count: int) -> list[int]:
    holders = [socket.create_server(("127.0.0.1", 0)) for _ in range(count)]
    ports = [holder.getsockname()[1] for holder in holders]
    for holder in holders:
        holder.close()
    return ports


async def _stalls(seconds: float) -> tuple[float, float]:
    """The longest lateness of a short timer, and the most CPU time spent between two of its ticks; seconds."""
    late = busy = 0.0
    end = time.perf_counter() + seconds
    cpu = time.thread_time()
    while (began := time.perf_counter()) < end:
        await asyncio.sleep(TICK_S)
        late = max(late, time.perf_counter() - began - TICK_S)
        cpu, before = time.thread_time(), cpu
        busy = max(busy, cpu - before)
    return late, busy


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """What the program consists of is put out of the collector's sight, as the engine does it after its start."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


async def _with_bad_peers(silent: list[int], resetting: list[int]) -> tuple[float, float]:
    fleet = Fleet(a_world(), Counting(-1, asyncio.Event()))
    ports = [*silent, *resetting, *_refusing_ports(EACH)]
    for number, port in enumerate(ports):
        fleet.watch(device(number, port, VERSIONS[number % len(VERSIONS)]))
    running = asyncio.get_running_loop().create_task(fleet.run())
    stalls = await _stalls(SECONDS)
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    return stalls


async def _close_of_a_hanging_connect_s() -> float:
    """A listener whose queue is full lets further connects hang, as a firewall would."""
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full, contextlib.ExitStack() as stack:
        for _ in range(4):
            filler = stack.enter_context(socket.socket())
            filler.setblocking(False)
            filler.connect_ex(full.getsockname())
        fleet = Fleet(a_world(), Counting(-1, asyncio.Event()))
        for number in range(32):
            fleet.watch(device(number, full.getsockname()[1], "3.3"))
        running = asyncio.get_running_loop().create_task(fleet.run())
        await asyncio.sleep(0.5)
        began = time.perf_counter()
        running.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await running
        return time.perf_counter() - began


def run() -> list[Row]:
    """Lateness counts whatever else runs on the machine; the CPU row shows our own part of it."""
    with _collector_at_rest(), peers("silent", EACH) as silent, peers("resetting", EACH) as resetting:
        quiet, _ = asyncio.run(_stalls(SECONDS / 2))
        late, busy = asyncio.run(_with_bad_peers(silent, resetting))
    closing = asyncio.run(_close_of_a_hanging_connect_s())
    return [
        Row("longest stall from 501 bad peers", "-", late * 1000, 20, unit="ms"),
        Row("the same, CPU time of the loop only", "-", busy * 1000, 20, unit="ms"),
        Row("longest stall of the idle loop", "-", quiet * 1000, None, unit="ms"),
        Row("close of 32 hanging connects", "-", closing * 1000, 50, unit="ms"),
    ]
