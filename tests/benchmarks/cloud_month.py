"""A month of one project with 47 devices in accelerated time: calls that the cloud counts, against the trial quota.

The console lists every six hours, reads everything each half hour, fetches a key now and then, and sends orders all
day long. In the second half of the month something in the background asks each minute, as a careless loop would: that
must stop at the background's share, and the last day's orders must still get through.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

import httpx

from heyzack_console.domain.cloud import CloudCause, CloudError, CloudProject, ProjectId
from heyzack_console.domain.devices.categories import Category
from heyzack_console.simulator.building.model import BuildingModel
from heyzack_console.simulator.cloud.account import Account
from heyzack_console.simulator.cloud.front import Front
from heyzack_console.simulator.cloud.project import CloudProject as SimulatedProject
from heyzack_console.simulator.cloud.signing import Request
from heyzack_console.simulator.cloud.spaces import SpaceTree
from heyzack_console.simulator.cloud.twin import CloudTwin
from heyzack_console.simulator.house.harbour_house import harbour_house
from heyzack_console.tuya.cloud.client import Patience
from heyzack_console.tuya.cloud_network import TuyaCloud
from heyzack_console.tuya.cloud_network_project import cloud_world
from heyzack_console.tuya.queue.timing import queue_world
from tests.benchmarks.table import Row
from tests.support.cloud_ears import CloudEars
from tests.support.cloud_meter import MemoryMeter
from tests.support.cloud_peer import ACCESS_ID, SECRET
from tests.support.quick_time import QuickTime
from tests.tuya.cloud.at_the_cloud import unix_ms

DEVICES = 47
DAYS = 30
CALLS = 30_000
STEPS_A_DAY = 48
ORDERS_A_DAY = 24
CARELESS_FROM = DAYS // 2
ALLOWED_START = 20


class _Building:
    """Devices that do as they are told."""

    def __init__(self, project: SimulatedProject) -> None:
        self._project = project
        self.obeyed = 0

    def obey(self, device, values):
        self.obeyed += 1
        self._project.report(device, values, urgent=True)


class _ToFront(httpx.AsyncBaseTransport):
    """Leads requests straight to the simulated cloud, as a month of sockets would measure the machine only."""

    def __init__(self, front: Front) -> None:
        self._front = front

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        path, _, query = request.url.raw_path.decode().partition("?")
        headers = {name.lower(): value for name, value in request.headers.items()}
        reply = await self._front.answer(Request(request.method, path, query, headers, await request.aread()))
        if reply is None:
            raise httpx.ReadError("cut", request=request)
        return httpx.Response(reply.status, content=reply.body)


class _Month:
    """The console's and the operators' doings, step by step."""

    def __init__(self, network: TuyaCloud, project: CloudProject, simulated: SimulatedProject, time: QuickTime) -> None:
        self._network, self._project, self._simulated, self._time = network, project, simulated, time
        self._devices = [twin.device for twin in simulated.twins.values()]
        self._coils = [device for device in self._devices if device.category is Category.FAN_COIL]
        self.refused_in_background = 0
        self.orders = 0
        self.orders_refused = 0

    async def start(self) -> None:
        """Everything once, as after the console was started."""
        self._network.know(self._devices)
        await self._network.inventory(self._project.id)
        await self._network.read([device.id for device in self._devices])

    async def step(self, day: int, number: int) -> None:
        """Half an hour."""
        everything = [device.id for device in self._devices]
        if number % 12 == 0:
            await self._in_background(self._network.inventory(self._project.id))
        for _ in range(30 if day >= CARELESS_FROM else 1):
            self._time.advance(60)
            await self._in_background(self._network.read(everything))
        self._time.advance(0 if day >= CARELESS_FROM else 29 * 60)
        if number % STEPS_A_DAY == 7:
            await self._in_background(self._network.local_key(everything[day % len(everything)]))
        if number % (STEPS_A_DAY // ORDERS_A_DAY) == 0:
            await self._order(day, number)
        self._simulated.pass_time(1800)

    async def _order(self, day: int, number: int) -> None:
        self.orders += 1
        coil = self._coils[number % len(self._coils)]
        try:
            await self._network.send(coil.id, {"temp_set": 18.0 + (day + number) % 8})
        except CloudError:
            self.orders_refused += 1

    async def _in_background(self, work) -> None:
        try:
            await work
        except CloudError as error:
            if error.cause not in {CloudCause.QUOTA, CloudCause.DEVICE}:
                raise
            self.refused_in_background += error.cause is CloudCause.QUOTA


@asynccontextmanager
async def _month() -> AsyncIterator[tuple[_Month, SimulatedProject, TuyaCloud, _Building]]:
    time = QuickTime(datetime(2026, 4, 1, tzinfo=UTC))
    house = harbour_house(DEVICES, 1)
    spaces = SpaceTree.of(house.book.site)
    simulated = SimulatedProject(Account(ACCESS_ID, SECRET), spaces, unix_ms(time.clock), seed=1)
    simulated.add(CloudTwin(d, spaces.of_device(d), 1, house.keys.get(d.id, "")) for d in house.book.devices)
    simulated.temper = replace(simulated.temper, calls_per_month=CALLS)
    simulated.building = building = _Building(simulated)
    model = BuildingModel(house.book, time.clock.now(), 1)
    for twin in simulated.twins.values():
        twin.take(twin.encoded(model.instruments[twin.id].shown), unix_ms(time.clock)())
    patience = Patience(transport=_ToFront(Front(simulated)))
    network = TuyaCloud(cloud_world(time.timing, MemoryMeter(), CloudEars(), queue_world(time.clock), patience))
    project = CloudProject(ProjectId(f"{ACCESS_ID}@eu"), ACCESS_ID, "eu", "", "", calls_per_month=CALLS)
    network.attach(project, SECRET)
    try:
        yield _Month(network, project, simulated, time), simulated, network, building
    finally:
        await network.close()


async def _lived() -> list[Row]:
    async with _month() as (month, simulated, network, building):
        now = simulated.now_ms
        await month.start()
        begun = network.states[0].calls
        for day in range(DAYS):
            if day == CARELESS_FROM:
                sober = network.states[0].calls
            for number in range(STEPS_A_DAY):
                if simulated.now_ms - now < DAYS * 86_400_000 - 1_800_000:
                    await month.step(day, number)
        (state,) = network.states
        calls = simulated.ledger.used(simulated.now_ms)
        assert state.calls >= calls, "logins count here, whether or not the cloud counts them"
        assert month.refused_in_background > 0, "the careless loop met the limit"
        return [
            Row("cloud: first sync of 47 devices", "calls", begun, ALLOWED_START, "calls"),
            Row("cloud: half a month, carefully", "half the trial quota", sober, CALLS / 2, "calls"),
            Row("cloud: a month, half of it with a careless loop", "trial quota", state.calls, CALLS, "calls"),
            Row("cloud: orders refused in that month", f"of {month.orders}", month.orders_refused, 0, "orders"),
            Row("cloud: orders obeyed", f"of {month.orders}", building.obeyed, month.orders, "orders", "larger"),
        ]


def run() -> list[Row]:
    """Calls and orders of the month."""
    return asyncio.run(_lived())
