"""tinytuya as the client that knows nothing of us."""

from typing import Any

import tinytuya

from heyzack_console.simulator.lan.device import SimulatedDevice

KEY = "0123456789abcdef"


def client_of(device: SimulatedDevice, key: str = KEY, **more: Any) -> tinytuya.Device:
    """A tinytuya client that keeps its connection."""
    client = tinytuya.Device(
        device.identity.id,
        address="127.0.0.1",
        local_key=key,
        version=float(device.identity.version),
        port=device.port,
        persist=True,
        connection_timeout=2,
        connection_retry_limit=1,
        **more,
    )
    client.set_sendWait(None)
    return client
