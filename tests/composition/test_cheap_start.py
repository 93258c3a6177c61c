"""How many calls a start costs: fifty devices with an hour's gap each, a real engine and the simulated cloud."""

import math

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.host.home import open_home
from heyzack_console.ports.engine.cloud import CloudStates
from heyzack_console.services.cloud.gap_filling import AT_ONCE, EVERY, HELD
from heyzack_console.simulator.house.roads import Road
from tests.composition.test_two_roads import (
    IMPATIENT,
    all_told,
    everything_is_reached_by_its_roads,
    running,
    until,
)
from tests.support.harbour_house import ForwardClock
from tests.support.two_road_house import two_road_house

DEVICES = 54
FIFTY = 50
ALLOWED = 20
LOGS = "/v2.0/cloud/thing/{device}/report-logs"
STATUS = "/v1.0/iot-03/devices/status"


async def calls(engine):
    """What the console counts, logins too."""
    (state,) = await engine.ask(CloudStates())
    return state.calls


def asked(house, path, wanted):
    async def fits(_engine, _health):
        return house.cloud.project.ledger.by_path[path] >= wanted

    return fits


def waiting(services, wanted):
    """So many devices have a gap that waits for its turn."""

    async def fits(_engine, _health):
        return len({gap.device for gap in services.parts.cloud.gaps.open}) == wanted

    return fits


async def test_a_start_after_an_hour_costs_under_twenty_calls_for_fifty_devices_gaps_included(tmp_path):
    clock = ForwardClock()
    async with two_road_house(DEVICES, busy=False) as house:
        members = house.on(Road.CLOUD, Road.BOTH)
        pages = math.ceil(len(members) / 20)
        ledger = house.cloud.project.ledger.by_path
        assert len(members) >= FIFTY
        async with running(tmp_path, house.description, clock) as engine:
            await until(engine, everything_is_reached_by_its_roads(house))
            await until(engine, asked(house, STATUS, pages))
            first = await calls(engine)
            assert first < ALLOWED
            assert ledger[LOGS] == 0, "before the first start nothing was missed"
        clock.forward(3600)
        world = EngineWorld(clock, demo=house.description, listens=False, timings=IMPATIENT)
        async with open_engine(open_home(tmp_path, {}), world) as services:
            engine = services.engine
            await until(engine, asked(house, STATUS, 2 * pages))
            assert ledger[LOGS] == 0, "many devices at once come first"
            clock.forward(HELD.total_seconds())
            await until(engine, everything_is_reached_by_its_roads(house))
            await until(engine, asked(house, LOGS, AT_ONCE))
            assert await all_told(engine, members)
            assert await calls(engine) - first < ALLOWED
            clock.forward(EVERY.total_seconds())
            await until(engine, asked(house, LOGS, AT_ONCE + 1))
            assert ledger[LOGS] == AT_ONCE + 1, "the others follow one by one"
            await until(engine, waiting(services, len(members) - AT_ONCE - 1))
