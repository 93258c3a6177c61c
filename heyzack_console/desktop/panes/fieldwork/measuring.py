"""Measures a device step by step; its session is released before and taken back whatever happens."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.devices.visits import DumpedPoint
from heyzack_console.ports.engine.devices import DialDevice, ReleaseSession, VisitDevice
from heyzack_console.ports.engine.port import EnginePort
from heyzack_console.presentation.fieldwork.diagnosis import Check, dial_checks, visit_checks
from heyzack_console.presentation.mirror import Mirror

LOOK_S = 0.05
LONGEST_S = 10.0
TOTAL = 4


@dataclass(frozen=True, slots=True)
class Step:
    """What is done next, and what was found so far."""

    number: int
    words: str
    checks: tuple[Check, ...] = ()
    points: tuple[DumpedPoint, ...] = ()
    total: int = TOTAL


async def measured(port: EnginePort, mirror: Mirror, device: Device) -> AsyncIterator[Step]:
    """Yield the steps. A session that somebody had released before stays so."""
    leader = device.gateway or device.id
    held = not _released(mirror, leader)
    try:
        if held:
            yield Step(0, "Releasing the session")
            await port.do(ReleaseSession(device.id))
            await _let_go(mirror, leader)
        yield Step(1, "Trying the address three times")
        found = dial_checks(await port.ask(DialDevice(device.id)))
        yield Step(2, "Handshake, key and status", found)
        visit = await port.ask(VisitDevice(device.id))
        yield Step(3, "Taking the session back", (*found, *visit_checks(visit)), visit.points)
    finally:
        if held:
            await port.do(ReleaseSession(device.id, resume=True))


async def _let_go(mirror: Mirror, leader: DeviceId) -> None:
    left = LONGEST_S
    while left > 0 and not _released(mirror, leader):
        await asyncio.sleep(LOOK_S)
        left -= LOOK_S


def _released(mirror: Mirror, leader: DeviceId) -> bool:
    health = mirror.health.get(leader)
    path = health.on(Path.LAN) if health else None
    return path is None or path.state in {PathState.RELEASED, PathState.UNCONFIGURED}
