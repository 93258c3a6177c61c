"""Simulated devices, spoken to by rustuya: a client that shares no code with ours nor with the simulator's codec."""

from contextlib import asynccontextmanager

import pytest

rustuya = pytest.importorskip("rustuya", reason="rustuya is not installed; pip install rustuya")

VERSIONS = ["3.1", "3.3", "3.4", "3.5"]
PATIENCE_S = 20
"""The client spreads its first connects over five seconds."""


@asynccontextmanager
async def rust_client(device, in_thread):
    """The client, connected as a person would describe the device to it."""
    identity = device.identity
    client = rustuya.Device(
        identity.id, identity.key, "127.0.0.1", identity.version, port=device.port, timeout=PATIENCE_S
    )
    try:
        yield client
    finally:
        await in_thread(client.stop)


@pytest.mark.parametrize("version", VERSIONS)
async def test_a_query_is_answered_with_all_points(version, make, in_thread):
    async with rust_client(await make(version), in_thread) as client:
        answer = await in_thread(client.status)
    assert answer["dps"] == {"1": True, "2": 215}


@pytest.mark.parametrize("version", VERSIONS)
async def test_an_order_reaches_the_device(version, make, in_thread):
    device = await make(version)
    async with rust_client(device, in_thread) as client:
        await in_thread(client.set_value, 1, False)
    assert device.points[None]["1"] is False
