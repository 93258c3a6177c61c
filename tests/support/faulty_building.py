"""A building with a LAN, a cloud and bad luck: devices that change, and thousands of faults on both roads to them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from heyzack_console.domain.cloud import CloudCause, CloudError, CloudHappening, LinkState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress
from heyzack_console.domain.devices.health import Stage
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.domain.errors import DeviceError
from heyzack_console.ports.engine.orders import SendOrder
from tests.support.cloud_double import listed
from tests.support.console import Console

LEVEL = PointSpec(1, "level", PointKind.NUMBER, "Level", writable=True, minimum=0, maximum=1e6, step=1)
DOOR = PointSpec(2, "door", PointKind.BOOLEAN, "Door")
DEVICES = tuple(
    Device(
        DeviceId(f"d{number}"),
        f"Device {number}",
        Category.SWITCH,
        address=LanAddress("127.0.0.1", 7000 + number, "3.3"),
        points=(LEVEL, DOOR),
    )
    for number in range(6)
)


@dataclass
class Truth:
    """One device as it really is."""

    device: Device
    values: dict[str, tuple[Value, datetime]]
    on_lan: bool = True
    in_cloud: bool = True


@dataclass
class FaultyBuilding:
    """Everything that a fault can happen to. *applied* counts how often each ordered level was really obeyed; *log*
    holds attempts and readings in their order."""

    rng: Random
    truths: dict[DeviceId, Truth] = field(default_factory=dict)
    waiting: list[Reading] = field(default_factory=list)
    told: list[Reading] = field(default_factory=list)
    applied: Counter[Value] = field(default_factory=Counter)
    log: list[tuple[str, DeviceId, Value]] = field(default_factory=list)
    faults: Counter[str] = field(default_factory=Counter)
    ordered: int = 0
    cloud_up: bool = True
    queue_up: bool = True
    app: Console = field(init=False)

    def begin(self, now: datetime) -> None:
        """Nothing has happened yet."""
        for device in DEVICES:
            self.truths[device.id] = Truth(device, {"level": (0, now), "door": (False, now)})

    async def join(self, app: Console) -> None:
        """An engine begins, or begins again."""
        self.app = app
        app.lan.obey, app.cloud.obey = self._on_lan, self._in_cloud
        app.cloud.before_read = lambda devices: self.log.extend(("read", device, None) for device in devices)
        self._show_cloud()
        self._stand()
        for truth in self.truths.values():
            (self._lan_back if truth.on_lan else self._lan_gone)(truth)
        await app.settle()

    async def fault(self) -> None:
        """Let one thing go wrong."""
        name = self.rng.choice(
            ["lan", "lan", "cloud", "queue", "offline", "duplicate", "disorder", "lost", "refusal", "clock", "order"]
        )
        self.faults[name] += 1
        truth = self.rng.choice(list(self.truths.values()))
        getattr(self, f"_fault_{name}")(truth)
        if name == "order":
            await self._order(truth.device)
        for _ in range(self.rng.randint(0, 2)):
            self._change(self.rng.choice(list(self.truths.values())))
        if self.rng.random() < 0.2:
            await self.app.wait(self.rng.choice([1, 1, 2, 5]))
        else:
            await self.app.settle()

    async def heal(self) -> None:
        """Everything is in order again, but that every other device is left to the cloud."""
        self.app.cloud.refusal = None
        self.cloud_up = self.queue_up = True
        for number, truth in enumerate(self.truths.values()):
            truth.in_cloud, truth.on_lan = True, number % 2 == 0
            (self._lan_back if truth.on_lan else self._lan_gone)(truth)
            self.app.cloud.happen(truth.device, CloudHappening.ONLINE)
        self._show_cloud()
        self._stand()
        self._deliver()
        await self.app.settle()

    async def tell_old_news(self) -> None:
        """What was told long ago comes once more, in any order."""
        self.app.cloud.listener.heard(self.rng.sample(self.told, k=len(self.told)))
        await self.app.settle()

    def _change(self, truth: Truth) -> None:
        """A device changes by itself."""
        self._set(truth, "door", not truth.values["door"][0])

    def _set(self, truth: Truth, code: str, value: Value) -> None:
        # Two things never happen at the very same moment.
        now = self.app.clock.advance(0.001)
        truth.values[code] = value, now
        if truth.on_lan:
            self.app.lan.tell(truth.device, code, value)
        if truth.in_cloud:
            self.app.cloud.values[truth.device.id, code] = value, "", now
            self.waiting.append(Reading(truth.device.id, code, value, "", now, path=Path.CLOUD))
        if self.rng.random() < 0.7:
            self._deliver()

    def _deliver(self) -> None:
        if self.cloud_up and self.queue_up:
            self.told = (self.told + self.waiting)[-50:]
            self.app.cloud.listener.heard(self.waiting)
            self.waiting = []

    def _show_cloud(self) -> None:
        """What the cloud lists and shows: the truth of who is in it."""
        for truth in self.truths.values():
            self.app.cloud.devices[truth.device.id] = listed(truth.device, online=truth.in_cloud)
            for code, (value, at) in truth.values.items():
                if truth.in_cloud or (truth.device.id, code) not in self.app.cloud.values:
                    self.app.cloud.values[truth.device.id, code] = value, "", at

    def _stand(self) -> None:
        queue = LinkState.UP if self.queue_up and self.cloud_up else LinkState.CONNECTING
        if self.cloud_up:
            self.app.cloud.stand(queue=queue)
        else:
            self.app.cloud.stand(LinkState.CONNECTING, CloudCause.TRANSPORT, "no answer", queue=queue)

    def _lan_back(self, truth: Truth) -> None:
        """A new session asks for everything."""
        self.app.lan.connect(truth.device)
        for code, (value, _) in truth.values.items():
            self.app.lan.tell(truth.device, code, value)

    def _lan_gone(self, truth: Truth) -> None:
        self.app.lan.lose(truth.device)

    def _fault_lan(self, truth: Truth) -> None:
        truth.on_lan = not truth.on_lan
        (self._lan_back if truth.on_lan else self._lan_gone)(truth)

    def _fault_cloud(self, _truth: Truth) -> None:
        self.cloud_up = not self.cloud_up
        causes = [CloudCause.TRANSPORT, CloudCause.SERVER, CloudCause.AUTH, CloudCause.SUBSCRIPTION]
        self.app.cloud.refusal = None if self.cloud_up else CloudError("no answer", self.rng.choice(causes))
        self._stand()

    def _fault_queue(self, _truth: Truth) -> None:
        self.queue_up = not self.queue_up
        self._stand()
        self._deliver()

    def _fault_offline(self, truth: Truth) -> None:
        truth.in_cloud = not truth.in_cloud
        self._show_cloud()
        if truth.in_cloud:
            self.waiting += [
                Reading(truth.device.id, code, value, "", at, path=Path.CLOUD)
                for code, (value, at) in truth.values.items()
            ]
        happening = CloudHappening.ONLINE if truth.in_cloud else CloudHappening.OFFLINE
        self.app.cloud.happen(truth.device, happening)

    def _fault_duplicate(self, _truth: Truth) -> None:
        if self.told:
            self.app.cloud.listener.heard(self.rng.choices(self.told, k=3))

    def _fault_disorder(self, _truth: Truth) -> None:
        self.rng.shuffle(self.waiting)
        self._deliver()

    def _fault_lost(self, _truth: Truth) -> None:
        if self.waiting:
            self.waiting.pop(self.rng.randrange(len(self.waiting)))

    def _fault_refusal(self, _truth: Truth) -> None:
        """The next calls of the cloud fail though it stands."""
        self.app.cloud.refusal = CloudError("busy", CloudCause.THROTTLE) if self.rng.random() < 0.5 else None

    def _fault_clock(self, truth: Truth) -> None:
        """A device whose clock is wrong repeats what it shows."""
        code, (value, _) = self.rng.choice(list(truth.values.items()))
        at = self.app.clock.now() + timedelta(seconds=self.rng.choice([-7200, -60, 60, 7200]))
        if truth.on_lan:
            self.app.lan.listener.heard([Reading(truth.device.id, code, value, "", at)])

    def _fault_order(self, _truth: Truth) -> None:
        """An order is given, whatever state everything is in."""

    async def _order(self, device: Device) -> None:
        self.ordered += 1
        await self.app.engine.do(SendOrder(device.id, {"level": self.ordered}))

    def _on_lan(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        level = values["level"]
        truth = self.truths[device]
        lot = self.rng.random()
        if not truth.on_lan or lot < 0.2:
            raise DeviceError("no connection", self.rng.choice([Stage.CONNECT, Stage.SLOT, Stage.NEGOTIATE]))
        self.log.append(("unknown" if lot < 0.5 else "sent", device, level))
        if lot < 0.35:
            raise DeviceError("the connection broke", Stage.QUERY)
        self._apply(truth, level)
        if lot < 0.5:
            raise DeviceError("the connection broke", Stage.QUERY)

    def _in_cloud(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        level = values["level"]
        truth = self.truths[device]
        lot = self.rng.random()
        if not truth.in_cloud:
            raise CloudError("device is offline", CloudCause.DEVICE, 2001)
        if lot < 0.2:
            raise CloudError("busy", CloudCause.THROTTLE)
        self.log.append(("unknown" if lot < 0.5 else "sent", device, level))
        if lot < 0.35:
            raise CloudError("no answer", CloudCause.TRANSPORT, may_have_arrived=True)
        if lot < 0.9:
            self._apply(truth, level)
        if lot < 0.5:
            raise CloudError("no answer", CloudCause.TRANSPORT, may_have_arrived=True)

    def _apply(self, truth: Truth, level: Value) -> None:
        self.applied[level] += 1
        self._set(truth, "level", level)
