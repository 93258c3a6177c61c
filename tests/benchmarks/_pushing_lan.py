"""A process of simulated devices on real sockets that report at a steady rate and note when each value left.

Started with a file for the building's description, a file for the notes, how many devices, and reports per second.
SIGTERM ends it.
"""

import asyncio
import json
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.simulator.description import ControlAddress, DemoDescription, to_file, written
from heyzack_console.simulator.lan.device import SimulatedDevice
from heyzack_console.simulator.lan.identity import Identity
from heyzack_console.simulator.lan.network import SimulatedLan
from tests.benchmarks._large_site import COUNT, SWITCH, site_of, sockets

TICK_S = 0.002


Sent = list[tuple[DeviceId, int, float]]
"""Device, its count, and when that left."""


async def push(description: Path, number: int, rate: float) -> Sent:
    """Open the devices, describe them, and report until SIGTERM; every report switches the device and counts up."""
    stopped = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopped.set)
    devices = sockets(number)
    keys = {device.id: f"key{n:013d}" for n, device in enumerate(devices)}
    lan = SimulatedLan([_simulated(device, keys[device.id]) for device in devices])
    ports = await lan.open()
    bound = tuple(replace(d, address=replace(d.address, port=ports[d.id])) for d in devices if d.address)
    to_file(description)(written(DemoDescription(site_of(bound), keys, ControlAddress("127.0.0.1", 1, ""), ())))
    sent: Sent = []
    async with asyncio.TaskGroup() as group:
        reporting = group.create_task(_report(list(lan.devices.values()), rate, sent))
        await stopped.wait()
        reporting.cancel()
    lan.close()
    return sent


def _simulated(device: Device, key: str) -> SimulatedDevice:
    version = device.address.version if device.address else ""
    simulated = SimulatedDevice(Identity(device.id, version, device.product, key), lambda: int(time.time()))
    simulated.points[None] = {str(SWITCH.dp): False, str(COUNT.dp): 0}
    return simulated


async def _report(devices: list[SimulatedDevice], rate: float, sent: Sent) -> None:
    dice, begun, done = Random(2), time.monotonic(), 0
    while True:
        await asyncio.sleep(TICK_S)
        for _ in range(int((time.monotonic() - begun) * rate) - done):
            done += 1
            device = dice.choice(devices)
            if not device.clients:
                continue
            on, count = device.points[None][str(SWITCH.dp)], int(device.points[None][str(COUNT.dp)]) + 1
            sent.append((device.identity.id, count, time.monotonic()))
            device.report({str(SWITCH.dp): not on, str(COUNT.dp): count})


if __name__ == "__main__":
    left = asyncio.run(push(Path(sys.argv[1]), int(sys.argv[3]), float(sys.argv[4])))
    Path(sys.argv[2]).write_text(json.dumps(left))
