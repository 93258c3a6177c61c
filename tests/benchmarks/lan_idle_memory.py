"""Memory of an idle LAN session with its owner, its ciphers and its last frames."""

import asyncio
import contextlib
import gc
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import psutil

from heyzack_console.tuya.lan.fleet import Fleet
from tests.benchmarks._lan_client import Counting, a_world, device
from tests.benchmarks._lan_peers import peers
from tests.benchmarks.table import Row

WARM, MEASURED = 100, 400
VERSIONS = ("3.3", "3.4", "3.5")


def _own_bytes() -> int:
    gc.collect()
    return psutil.Process().memory_full_info().uss


async def _connect(fleet: Fleet, ports: list[int], first: int, version: str, done: asyncio.Event) -> None:
    for number, port in enumerate(ports, first):
        fleet.watch(device(number, port, version))
    await done.wait()
    await asyncio.sleep(0.5)


async def _bytes_per_session(ports: list[int], version: str) -> float:
    warm, all_of_them = asyncio.Event(), asyncio.Event()
    counting = Counting(WARM, warm)
    fleet = Fleet(a_world(), counting)
    running = asyncio.get_running_loop().create_task(fleet.run())
    await asyncio.sleep(0)
    await _connect(fleet, ports[:WARM], 0, version, warm)
    counting._left, counting._done = MEASURED, all_of_them
    before = _own_bytes()
    await _connect(fleet, ports[WARM:], WARM, version, all_of_them)
    used = _own_bytes() - before
    running.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await running
    return used / MEASURED


def run() -> list[Row]:
    """One row per version; the first hundred sessions are not counted, as they also fill the program's pools."""
    return [Row(f"idle LAN session, {version}", "-", _apart(version) / 1024, 10, unit="KB") for version in VERSIONS]


def _apart(version: str) -> float:
    """Measured in a fresh process, which has no freed memory to reuse."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool, peers("friendly", WARM + MEASURED, version) as ports:
        return pool.submit(measured, ports, version).result()


def measured(ports: list[int], version: str) -> float:
    """Bytes per session, counted in this process."""
    return asyncio.run(_bytes_per_session(ports, version))
