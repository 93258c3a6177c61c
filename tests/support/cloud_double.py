"""A cloud without sockets: projects that answer, refuse or stay away as the test says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from heyzack_console.domain.cloud import (
    CloudCause,
    CloudCheck,
    CloudDevice,
    CloudError,
    CloudHappening,
    CloudLog,
    CloudNews,
    CloudProject,
    CloudSpace,
    CloudState,
    LinkState,
    PairingPass,
    ProjectId,
)
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointSpec, Value
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.ports.cloud import CloudListener, CloudMeter
from heyzack_console.ports.engine.cloud import ConnectCloud
from tests.support.building import THERMOSTAT
from tests.support.hand_clock import HandClock
from tests.support.lan_double import Obey

if TYPE_CHECKING:
    from tests.support.console import Console

PROJECT = CloudProject(ProjectId("abc123@eu"), "abc123", "eu", "", "")
SECRET = "s3cret" * 4


def listed(device: Device, **more: object) -> CloudDevice:
    """*device* as the cloud would list it."""
    plain = CloudDevice(
        device.id,
        PROJECT.id,
        device.name,
        "wk" if device is THERMOSTAT else "wsdcg",
        "product",
        online=True,
        sub=device.gateway is not None,
        node_id=device.cid or "",
        gateway=device.gateway,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


class CloudDouble:
    """Obeys `CloudNetwork`. *devices* is what the project lists, *values* what its devices show there; *calls* counts
    what was asked by name; *refusal* lets everything fail, *log_refusal* logs alone, *send_refusal* orders alone, which
    *obey* may also do. Codes *told_alone* are left out where several devices are read at once."""

    def __init__(self, listener: CloudListener, meter: CloudMeter, clock: HandClock) -> None:
        self.listener = listener
        self.meter = meter
        self.clock = clock
        self.attached: dict[ProjectId, tuple[CloudProject, str]] = {}
        self.known: tuple[Device, ...] = ()
        self.devices: dict[DeviceId, CloudDevice] = {}
        self.complete = True
        self.values: dict[tuple[DeviceId, str], tuple[Value, str, datetime]] = {}
        self.told_alone: set[str] = set()
        self.logged: tuple[Reading, ...] = ()
        self.log_page = 100
        self.tree: tuple[CloudSpace, ...] = ()
        self.keys: dict[DeviceId, str] = {}
        self.calls: Counter[str] = Counter()
        self.reads: list[tuple[DeviceId, ...]] = []
        self.sent: list[tuple[DeviceId, dict[str, Value]]] = []
        self.logs: list[tuple[DeviceId, datetime, datetime]] = []
        self.refusal: CloudError | None = None
        self.send_refusal: CloudError | None = None
        self.log_refusal: CloudError | None = None
        self.obey: Obey | None = None
        self.before_read: Callable[[Sequence[DeviceId]], None] | None = None
        self._states: dict[ProjectId, CloudState] = {}

    @property
    def states(self) -> tuple[CloudState, ...]:
        return tuple(self._states.values())

    def attach(self, project: CloudProject, secret: str) -> None:
        self.attached[project.id] = project, secret
        self.stand(LinkState.CONNECTING, project=project.id)

    def detach(self, project: ProjectId) -> None:
        del self.attached[project], self._states[project]

    def know(self, devices: Sequence[Device]) -> None:
        self.known = tuple(devices)

    async def check(self, project: CloudProject, secret: str) -> CloudCheck:
        return CloudCheck(ok=secret == SECRET, stage="ok" if secret == SECRET else "token")

    async def inventory(self, project: ProjectId) -> tuple[tuple[CloudDevice, ...], bool]:
        self._ask("list", -(-len(self.devices) // 20))
        return tuple(self.devices.values()), self.complete

    async def points(self, device: CloudDevice) -> tuple[PointSpec, ...]:
        self._ask("points")
        return THERMOSTAT.points

    async def read(self, devices: Sequence[DeviceId], *, urgent: bool = False) -> None:
        self._ask("read", -(-len(devices) // 20))
        self.reads.append(tuple(devices))
        if self.before_read is not None:
            self.before_read(devices)
        self.listener.heard(
            [
                Reading(device, code, value, unit, at, path=Path.CLOUD)
                for (device, code), (value, unit, at) in self.values.items()
                if device in devices and (len(devices) == 1 or code not in self.told_alone)
            ]
        )

    async def send(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        self._ask("send")
        if self.send_refusal is not None:
            raise self.send_refusal
        if self.obey is not None:
            self.obey(device, values)
        self.sent.append((device, dict(values)))

    async def local_key(self, device: DeviceId) -> str:
        self._ask("key")
        return self.keys.get(device, "")

    async def log(self, device: DeviceId, start: datetime, end: datetime, calls: int = 500) -> CloudLog:
        """Tells so many values a call as *log_page* says, newest first."""
        self._ask("log")
        self.logs.append((device, start, end))
        if self.log_refusal is not None:
            raise self.log_refusal
        found = [reading for reading in self.logged if reading.device == device and start <= reading.at < end]
        told = found[-calls * self.log_page :]
        since = start if len(told) == len(found) else told[0].at
        return CloudLog(tuple(told), since, end, max(1, -(-len(told) // self.log_page)))

    async def spaces(self, project: ProjectId) -> tuple[CloudSpace, ...]:
        self._ask("spaces")
        return self.tree

    async def rename(self, device: DeviceId, name: str) -> None:
        self._ask("rename")

    async def pairing_token(self, project: ProjectId) -> PairingPass:
        self._ask("token")
        return PairingPass("EUtoken", 240)

    def stand(
        self,
        state: LinkState = LinkState.UP,
        cause: CloudCause | None = None,
        text: str = "",
        *,
        queue: LinkState = LinkState.UP,
        project: ProjectId = PROJECT.id,
        **more: object,
    ) -> None:
        """Tell the listener how the project stands now."""
        told = CloudState(project, state, self.clock.now(), cause, text=text, queue=queue)
        self._states[project] = replace(told, **more)  # type: ignore[arg-type]
        self.listener.cloud_state(self._states[project])

    def fall(self, cause: CloudCause = CloudCause.TRANSPORT) -> None:
        """Let the project be out of reach, for whoever asks as well."""
        self.refusal = CloudError("The cloud does not answer.", cause)
        self.stand(LinkState.CONNECTING, cause, "It does not answer", queue=LinkState.CONNECTING)

    def rise(self) -> None:
        """Let it be there again."""
        self.refusal = None
        self.stand()

    def tell(self, device: Device, code: str, value: Value, at: datetime | None = None) -> None:
        """Let the queue tell a value of *device*."""
        point = device.point(code)
        when = at or self.clock.now()
        unit = point.unit if point else ""
        self.values[device.id, code] = value, unit, when
        self.listener.heard([Reading(device.id, code, value, unit, when, path=Path.CLOUD)])

    def happen(self, device: Device, happening: CloudHappening, text: str = "", number: float | None = None) -> None:
        """Let the queue tell a happening."""
        self.listener.cloud_news(CloudNews(device.id, happening, self.clock.now(), text, number))

    def _ask(self, what: str, calls: int = 1) -> None:
        self.calls[what] += calls
        if self.refusal is not None:
            raise self.refusal


async def connect(app: Console, *devices: Device, online: bool = True) -> None:
    """Connect the project that lists *devices*, and let the first comparison be done."""
    for device in devices:
        app.cloud.devices[device.id] = listed(device, online=online)
    await app.engine.do(ConnectCloud(PROJECT, SECRET))
    app.cloud.stand()
    await app.wait(1)
