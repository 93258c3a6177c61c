"""The demo building on both roads in a long spell of bad luck."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime, timedelta
from random import Random

from heyzack_console.domain.cloud import CloudError
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import PointKind, Value
from heyzack_console.ports.engine.cloud import CheckCloud, CloudProjects, SyncCloud
from heyzack_console.services.engine import Engine
from heyzack_console.simulator.building.wire import from_wire
from tests.support.alongside import alongside
from tests.support.fault_plan import CALM, QUOTA, SUBSCRIPTION, any_mood
from tests.support.persistent_operator import PersistentOperator
from tests.support.skipping_loop import SkippingLoop
from tests.support.two_road_house import TwoRoadHouse, two_road_house

AN_HOUR_S = 3_700.0
_TICK_S = 1.0
_CLOCK_IS_OFF_S = (-4000.0, -150.0, -20.0, 0.0, 20.0, 150.0, 4000.0)
_SENSORS = (Category.CONTACT, Category.LEAK)
_NO_FAULTS = frozenset({"delay"})


class UnsteadyClock:
    """The loop's time as a date, wrong by *off_s*."""

    def __init__(self, begins: datetime) -> None:
        self._began = begins
        self._loop = asyncio.get_running_loop()
        self._since = self._loop.time()
        self.off_s = 0.0

    def now(self) -> datetime:
        """Aware UTC, as the console's computer has it."""
        return self._began + timedelta(seconds=self._loop.time() - self._since + self.off_s)


class UnluckyHouse:
    """Everything that a fault can happen to, and an operator who does not give up."""

    def __init__(self, house: TwoRoadHouse, clock: UnsteadyClock, chance: Random) -> None:
        self._house = house
        self._project = house.cloud.project
        self._chance = chance
        self._away: set[DeviceId] = set()
        self._own_faults: Counter[str] = Counter()
        self._at_rest = False
        self.clock = clock
        self.operator = PersistentOperator(house, chance)
        self.description = house.description

    @property
    def faults(self) -> Counter[str]:
        """Every fault that really happened, by kind; answers that were merely slow are not among them."""
        happened = self._project.mishaps + self._own_faults
        return Counter({kind: count for kind, count in happened.items() if kind not in _NO_FAULTS})

    async def live(self) -> None:
        """Let time pass, with reports until the building is at rest."""
        loop = asyncio.get_running_loop()
        last = loop.time()
        while True:
            await asyncio.sleep(_TICK_S)
            now = loop.time()
            if self._at_rest:
                self._house.house.rest(now - last)
            else:
                await self._house.house.tick(now - last)
            last = now

    async def suffer(self, engine: Engine, faults: int) -> None:
        """Let things go wrong, and send orders, until so many faults have happened since the beginning."""
        acts = {
            self._order: 300,
            self._sync: 40,
            self._mood: 30,
            self._sensor: 30,
            self._lan: 12,
            self._presence: 6,
            self._clock_jump: 3,
            self._closed: 4,
        }
        while self.faults.total() < faults:
            (act,) = self._chance.choices(list(acts), list(acts.values()))
            await act(engine)
            await asyncio.sleep(self._chance.uniform(0.05, 0.5))

    async def heal(self) -> None:
        """All faults end, and every device tells how it is for the last time."""
        self._house.change_cloud(CALM)
        self.clock.off_s = 0.0
        for device in sorted(self._away):
            self._house.cloud.find(device)
        self._away.clear()
        await self._house.join_lan()
        self._house.house.tell_all()
        self._at_rest = True

    def as_it_is(self) -> dict[tuple[DeviceId, str], Value]:
        """Every value that the cloud has, in the console's words."""
        twins = self._project.twins.values()
        return {(t.id, code): from_wire(t.points[code], value) for t in twins for code, value in t.values.items()}

    async def _order(self, engine: Engine) -> None:
        await self.operator.order(engine)

    async def _sync(self, engine: Engine) -> None:
        """Somebody wants to know how things are."""
        (project,) = await engine.ask(CloudProjects())
        with suppress(CloudError):
            await engine.do(SyncCloud(project.id))

    async def _mood(self, _engine: Engine) -> None:
        self._house.change_cloud(any_mood(self._chance))

    async def _closed(self, engine: Engine) -> None:
        """The quota or the subscription ends and is extended; then an hour passes, or somebody checks the project."""
        self._house.misbehave(**self._chance.choice((QUOTA, SUBSCRIPTION)))
        for _ in range(6):
            await self._order(engine)
            await asyncio.sleep(1.0)
        await self._mood(engine)
        if self._chance.random() < 0.5:
            let_pass(AN_HOUR_S)
            self._own_faults["computer slept"] += 1
        else:
            (project,) = await engine.ask(CloudProjects())
            await engine.ask(CheckCloud(project, ""))

    async def _clock_jump(self, _engine: Engine) -> None:
        before = self.clock.off_s
        self.clock.off_s = self._chance.choice(_CLOCK_IS_OFF_S)
        self._own_faults["clock jump"] += self.clock.off_s != before

    async def _lan(self, _engine: Engine) -> None:
        """Mostly those that orders go to: they are more often off the LAN than on it."""
        lans, stage = self._house.house.lan.devices, self._house.house.stage
        wanted = [device.id for device, _ in self.operator.targets if device.id in lans]
        device = self._chance.choice(wanted * 3 + sorted(lans))
        if lans[device].listening:
            stage.cut_lan(device)
            self._own_faults["LAN cut"] += 1
        elif self._chance.random() < 0.3:
            stage.off_lan.discard(device)
            await lans[device].plug_in()

    async def _presence(self, _engine: Engine) -> None:
        """The cloud loses a device, or finds it again."""
        device = self._chance.choice(sorted(self._project.twins))
        if device in self._away:
            self._away.discard(device)
            self._house.cloud.find(device)
        else:
            self._away.add(device)
            self._house.cloud.lose(device)
            self._own_faults["device off the cloud"] += 1

    async def _sensor(self, _engine: Engine) -> None:
        """A door opens or closes, or water comes or goes."""
        model = self._house.house.model
        sensor = self._chance.choice([i for i in model.instruments.values() if i.device.category in _SENSORS])
        point = next(p for p in sensor.device.points if p.kind in {PointKind.BOOLEAN, PointKind.ENUM})
        other = next(value for value in point.options or (False, True) if value != sensor.shown[point.code])
        model.impose(sensor.device.id, {point.code: other})


def let_pass(seconds: float) -> None:
    """Let *seconds* be over at once."""
    loop = asyncio.get_running_loop()
    assert isinstance(loop, SkippingLoop)
    loop.leap(seconds)


@asynccontextmanager
async def unlucky_house(devices: int, seed: int) -> AsyncIterator[UnluckyHouse]:
    """Run the building for the length of the block."""
    clock = UnsteadyClock(datetime.now(UTC))
    async with two_road_house(devices, busy=False, reports=0.7) as house:
        unlucky = UnluckyHouse(house, clock, Random(seed))
        house.change_cloud(CALM)
        async with alongside(unlucky.live(), "unlucky building"):
            yield unlucky
