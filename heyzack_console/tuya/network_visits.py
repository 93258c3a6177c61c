"""Measures a device whose session is released: tries its address, or visits it once."""

import asyncio
import json
import socket
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import Stage
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.devices.visits import Dial, DumpedPoint, Visit
from heyzack_console.domain.errors import DeviceError
from heyzack_console.ports.clock import Clock
from heyzack_console.tuya.lan.device import LanDevice
from heyzack_console.tuya.lan.visit import Guest, probe
from heyzack_console.tuya.network_members import Member, Members
from heyzack_console.tuya.normalise import Normaliser

TRIES = 3
PATIENCE_S = 5.0
PAUSE_S = 0.3
"""Between two connections: a device with one slot needs a moment to notice that the last one is gone."""
VISIT_S = 20.0


async def dialled(members: Members, leader: DeviceId) -> Dial:
    """Resolve the address and connect a few times."""
    device = _described(members, leader)
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(PATIENCE_S):
            told = await loop.getaddrinfo(device.host, device.port, type=socket.SOCK_STREAM)
    except (OSError, TimeoutError):
        return Dial(device.host, device.port, trouble="The name leads to no address")
    addresses = tuple(dict.fromkeys(str(one[4][0]) for one in told))
    took, trouble = [], ""
    for number in range(TRIES):
        if number:
            await asyncio.sleep(PAUSE_S)
        began = loop.time()
        words = await _tried(device)
        trouble = words or trouble
        took.append(None if words else round((loop.time() - began) * 1000, 1))
    return Dial(device.host, device.port, addresses, tuple(took), trouble)


async def visited(members: Members, member: Member, leader: DeviceId, clock: Clock) -> Visit:
    """Connect, agree on a key, ask for the status, leave."""
    device = _described(members, leader)
    guest = Guest(clock, VISIT_S, member.device.cid if member.is_child else None)
    result = await probe(device, guest)
    points = _dump(member, result.dps, clock)
    return Visit(result.stage, result.version, result.elapsed_ms, result.advice, points)


async def _tried(device: LanDevice) -> str:
    """Connect and leave; empty, or why it failed."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            _, writer = await asyncio.open_connection(device.host, device.port)
    except TimeoutError:
        return "Nothing answers at the address"
    except ConnectionRefusedError:
        return "The address refuses connections"
    except OSError:
        return "The address cannot be reached from here"
    writer.close()
    with suppress(OSError):
        await writer.wait_closed()
    return ""


def _described(members: Members, leader: DeviceId) -> LanDevice:
    member = members.get(leader)
    if member is None or member.device.address is None or not member.device.address.host:
        raise DeviceError("Its address is not known. Scan the LAN, or enter its address.", Stage.CONNECT)
    if not member.key:
        raise DeviceError("Its local key is not known. Enter it, or fetch it from the cloud.", Stage.KEY)
    return members.lan_device(member)


def _dump(member: Member, dps: Mapping[str, Any], clock: Clock) -> tuple[DumpedPoint, ...]:
    # A normaliser of its own: looking must not change what the session remembers of scales.
    normaliser = Normaliser(member.device)
    return tuple(_dumped(normaliser, dp, dps[dp], clock) for dp in sorted(dps, key=lambda dp: (len(dp), dp)))


def _dumped(normaliser: Normaliser, dp: str, raw: Any, clock: Clock) -> DumpedPoint:
    text = json.dumps(raw, ensure_ascii=False)
    if not dp.isdecimal():
        return DumpedPoint(dp, text)
    readings = normaliser.readings({int(dp): raw}, clock.now(), Path.LAN)
    codes, values = ", ".join(one.code for one in readings), ", ".join(str(one.value) for one in readings)
    return DumpedPoint(dp, text, codes, values, readings[0].unit if readings else "")
