"""Devices in a process of their own, so that a benchmark measures the client alone.

``python -m tests.benchmarks._lan_peers KIND COUNT VERSION`` prints the ports as JSON and ends when its input closes.
Kinds: friendly, silent, resetting.
"""

import asyncio
import contextlib
import json
import subprocess
import sys
from collections.abc import Iterator

from tests.support.tuya_peers import FakeDevice, Manners

MANNERS = {
    "friendly": Manners,
    "silent": lambda: Manners(silent=frozenset(range(256))),
    "resetting": lambda: Manners(resets=True),
}
STATUS = {str(point): point * 3 for point in range(1, 9)}


@contextlib.contextmanager
def peers(kind: str, count: int, version: str = "3.3") -> Iterator[list[int]]:
    """The ports of so many devices that run meanwhile."""
    command = [sys.executable, "-m", "tests.benchmarks._lan_peers", kind, str(count), version]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield json.loads(process.stdout.readline())
        finally:
            process.stdin.close()


async def _serve(kind: str, count: int, version: str) -> None:
    async with contextlib.AsyncExitStack() as stack:
        devices = [FakeDevice(version, dps=dict(STATUS), manners=MANNERS[kind]()) for _ in range(count)]
        for device in devices:
            await stack.enter_async_context(device)
        print(json.dumps([device.port for device in devices]), flush=True)
        await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(_serve(sys.argv[1], int(sys.argv[2]), sys.argv[3]))
