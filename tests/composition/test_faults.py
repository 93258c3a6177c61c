"""Ten thousand faults on real sockets: in the end the twins are as the building is, and no order was lost."""

import asyncio
from collections import Counter

import pytest

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.orders import OrderState
from heyzack_console.host.home import open_home
from heyzack_console.ports.engine.orders import Orders
from heyzack_console.ports.engine.telemetry import Readings
from tests.support.skipping_loop import SkippingLoop
from tests.support.unlucky_house import AN_HOUR_S, let_pass, unlucky_house

SEED, DEVICES = 20260301, 47
FAULTS, ENGINES = 10_000, 3
HOURS, LOOKS_AN_HOUR, LOOK_S = 4, 40, 5.0
AT_LEAST = {
    "codes": (150, lambda kind: kind.startswith("code ")),
    "expired tokens": (10, {"code 1010"}.__contains__),
    "no quota, no subscription": (3, {"code 28841002", "code 28841004"}.__contains__),
    "connections cut": (50, {"cut", "cut after", "outage", "consumer cut", "consumer dropped"}.__contains__),
    "no answer in order": (10, {"server error", "no JSON"}.__contains__),
    "messages": (3_000, {"message twice", "message overtaken", "message again"}.__contains__),
    "effects": (3, {"order without effect", "late effect"}.__contains__),
    "clock jumps": (3, {"clock jump"}.__contains__),
    "LAN": (5, {"LAN cut"}.__contains__),
}
"""So many of each class, by the kinds of faults that belong to it."""


async def differences(house, engine):
    """What the console shows otherwise than it is; a sleeper's value may be a remembered one."""
    sleepers = {device.id for device in house.description.book.devices if device.sleeper}
    shown = {(r.device, r.code): r for r in await engine.ask(Readings())}
    found = []
    for point, value in house.as_it_is().items():
        reading = shown.get(point)
        live = reading is not None and (reading.quality is Quality.LIVE or reading.device in sleepers)
        if not live or reading.value != value:
            found.append(f"{point} is {value!r} and is shown as {reading}")
    return found


async def settled(house, engine):
    """Wait for everything to be as it should; what is still wrong after some hours."""
    for _ in range(HOURS):
        for _ in range(LOOKS_AN_HOUR):
            await asyncio.sleep(LOOK_S)
            wrong = await differences(house, engine)
            wrong += [f"not settled: {o}" for o in await engine.ask(Orders(limit=20)) if not o.state.final]
            if not wrong:
                return []
        let_pass(AN_HOUR_S)
    return wrong


async def suffered(home):
    """Live through all of it with one engine after another; faults, orders, and what was wrong in the end."""
    async with unlucky_house(DEVICES, SEED) as house:
        for engines in range(1, ENGINES + 1):
            world = EngineWorld(house.clock, demo=house.description, listens=False)
            async with open_engine(home, world) as services:
                await house.suffer(services.engine, FAULTS * engines // ENGINES)
                if engines == ENGINES:
                    await house.heal()
                    wrong = await settled(house, services.engine)
                    orders = await services.engine.ask(Orders(limit=100_000))
        return house.faults, orders, wrong + house.operator.wrongs(orders)


@pytest.mark.timeout(400)
def test_after_ten_thousand_faults_the_twins_are_as_the_building_is_and_no_order_is_lost(tmp_path):
    with asyncio.Runner(loop_factory=SkippingLoop) as runner:
        faults, orders, wrong = runner.run(suffered(open_home(tmp_path, {})))
    seen = f"seed {SEED}, {len(orders)} orders, {faults}"
    assert wrong == [], "\n".join([seen, *wrong[:10]])
    assert faults.total() >= FAULTS, seen
    for name, (least, belongs) in AT_LEAST.items():
        assert sum(count for kind, count in faults.items() if belongs(kind)) >= least, f"{name}: {seen}"
    ends = Counter((order.state, order.path) for order in orders)
    assert min(ends[OrderState.CONFIRMED, "lan"], ends[OrderState.CONFIRMED, "cloud"]) >= 20, f"{ends}, {seen}"
