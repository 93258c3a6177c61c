"""Asking 200 devices for their status: CPU time of the client against tinytuya with a thread per device."""

import asyncio
import threading
import time

import tinytuya

from heyzack_console.tuya.lan.link import Link, connected
from heyzack_console.tuya.lan.requests import Query
from heyzack_console.tuya.lan.session import Peer, Session
from heyzack_console.tuya.lan.wire import Version
from tests.benchmarks._lan_peers import peers
from tests.benchmarks.table import Row
from tests.support.tuya_peers import KEY

DEVICES = 200
ROUNDS = 10
VERSIONS = ("3.3", "3.4")


async def _ours_cpu_s(ports: list[int], version: str) -> float:
    scratch = memoryview(bytearray(16384))
    links = []
    for port in ports:
        session = Session(Peer("D", KEY, Version(version)), bytes(range(16)))
        link = Link(session, lambda _: None, lambda: None, scratch)
        await connected(link, "127.0.0.1", port)
        await link.negotiate(30)
        links.append(link)

    async def ask(link: Link, rounds: int = ROUNDS) -> None:
        for _ in range(rounds):
            answer = await link.ask(Query(), int(time.time()), 60)
            assert answer.message.dps["8"] == 24

    for link in links:
        await ask(link, 1)
    began = time.process_time()
    async with asyncio.TaskGroup() as group:
        for link in links:
            group.create_task(ask(link))
    spent = time.process_time() - began
    for link in links:
        link.close()
    await asyncio.sleep(0)
    return spent


def _tinytuya_cpu_s(ports: list[int], version: str) -> float:
    devices = []
    for port in ports:
        device = tinytuya.Device("D", "127.0.0.1", KEY.decode(), version=float(version), port=port, persist=True)
        device.set_socketTimeout(60)
        assert device.status()["dps"]["8"] == 24
        devices.append(device)
    failures = []

    def ask(device: tinytuya.Device) -> None:
        for _ in range(ROUNDS):
            answer = device.status()
            failures.extend([answer] if answer.get("dps", {}).get("8") != 24 else [])

    threads = [threading.Thread(target=ask, args=(device,)) for device in devices]
    began = time.process_time()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.process_time() - began
    for device in devices:
        device.close()
    assert not failures
    return spent


def run() -> list[Row]:
    """One row per version; every device is asked ten times on a standing connection."""
    rows = []
    for version in VERSIONS:
        with peers("friendly", DEVICES, version) as ports:
            ours = asyncio.run(_ours_cpu_s(ports, version))
            theirs = _tinytuya_cpu_s(ports, version)
        path = f"status round trip, {DEVICES} devices, {version}"
        rows.append(Row(path, "tinytuya, thread per device, CPU", ours / theirs, 0.35))
    return rows
