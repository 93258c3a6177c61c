"""A LAN without sockets: devices that obey, refuse or stay silent as the test says."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import FoundDevice, FrameRecord, PathHealth, PathState, Stage
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.domain.devices.visits import Dial, Visit
from heyzack_console.domain.errors import DeviceError
from heyzack_console.ports.lan import LanListener
from tests.support.hand_clock import HandClock

Obey = Callable[[DeviceId, Mapping[str, Value]], None]
"""Does what an order says, or raises."""


class LanDouble:
    """Obeys `LanNetwork`. *sent* is everything that left, in order; *gate* keeps sends under way until it is set;
    *refusal* lets a send fail before anything left, *late_refusal* after it; *obey* may do either by itself."""

    def __init__(self, listener: LanListener, clock: HandClock) -> None:
        self.listener = listener
        self.clock = clock
        self.troubles: tuple[str, ...] = ()
        self.watched: dict[DeviceId, tuple[Device, str]] = {}
        self.calls: list[str] = []
        self.sent: list[tuple[DeviceId, dict[str, Value]]] = []
        self.refusal: DeviceError | None = None
        self.late_refusal: DeviceError | None = None
        self.gate = asyncio.Event()
        self.gate.set()
        self.attempts = asyncio.Queue[DeviceId]()
        self.obey: Obey | None = None
        self.around: tuple[FoundDevice, ...] = ()

    def watch(self, device: Device, key: str) -> None:
        self.watched[device.id] = device, key
        self.calls.append(f"watch {device.id}")

    def forget(self, device: DeviceId) -> None:
        del self.watched[device]
        self.calls.append(f"forget {device}")

    def release(self, device: DeviceId) -> None:
        self.calls.append(f"release {device}")

    def resume(self, device: DeviceId) -> None:
        self.calls.append(f"resume {device}")

    async def send(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        self.attempts.put_nowait(device)
        if self.obey is not None:
            self.obey(device, values)
        if self.refusal is not None:
            raise self.refusal
        self.sent.append((device, dict(values)))
        await self.gate.wait()
        if self.late_refusal is not None:
            raise self.late_refusal

    def frames(self, device: DeviceId) -> tuple[FrameRecord, ...]:
        return (FrameRecord(self.clock.now(), True, "DP_QUERY", 1, "{}"),)

    async def dial(self, device: DeviceId) -> Dial:
        self.calls.append(f"dial {device}")
        return Dial("10.0.0.5", 6668, ("10.0.0.5",), (1.0, 1.0, 1.0))

    async def visit(self, device: DeviceId) -> Visit:
        self.calls.append(f"visit {device}")
        return Visit(Stage.OK, "3.3", 12.0)

    async def scan(self, seconds: float) -> tuple[FoundDevice, ...]:
        return self.around

    async def probe_range(
        self, network: str, port: int, progress: Callable[[int, int], Awaitable[None] | None] | None = None
    ) -> tuple[FoundDevice, ...]:
        return self.around

    def path(self, device: Device, state: PathState, stage: Stage = Stage.OK) -> None:
        """Tell the listener that the path to *device* is now *state*."""
        path = Path.LAN if device.gateway is None else Path.GATEWAY
        self.listener.path_changed(device.id, PathHealth(path, state, self.clock.now(), stage))

    def connect(self, *devices: Device) -> None:
        """Tell the listener that *devices* are there."""
        for device in devices:
            self.path(device, PathState.CONNECTED)

    def lose(self, *devices: Device) -> None:
        """Tell the listener that *devices* cannot be reached."""
        for device in devices:
            self.path(device, PathState.UNREACHABLE, Stage.CONNECT)

    def tell(self, device: Device, code: str, value: Value) -> None:
        """Let *device* report a value."""
        point = device.point(code)
        path = Path.LAN if device.gateway is None else Path.GATEWAY
        self.listener.heard([Reading(device.id, code, value, point.unit if point else "", self.clock.now(), path=path)])
