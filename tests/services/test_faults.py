"""Ten thousand faults on both roads: in the end the twins are the truth and no order was lost or repeated blindly."""

from random import Random

import pytest

from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.orders import OrderState
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.telemetry import Readings
from tests.support.building import BOOK
from tests.support.cloud_double import connect
from tests.support.console import console
from tests.support.faulty_building import DEVICES, FaultyBuilding
from tests.support.hand_clock import HandClock
from tests.support.memory_store import Disk

RUNS, FAULTS_EACH, RESTARTS = 10, 1_000, 4


def blindly_repeated(log):
    """Levels that went out once more although nobody had read the device since their fate became unknown."""
    doubtful, found = {}, []
    for what, device, level in log:
        if what == "read":
            doubtful = {one: where for one, where in doubtful.items() if where != device}
        elif level in doubtful:
            found.append(level)
        elif what == "unknown":
            doubtful[level] = device
    return found


@pytest.mark.parametrize("seed", range(RUNS))
async def test_after_a_thousand_faults_the_twins_are_the_truth_and_no_order_is_lost(seed):
    disk, clock = Disk(book=SiteBook(BOOK.site, DEVICES)), HandClock()
    building = FaultyBuilding(Random(seed))
    building.begin(clock.now())
    secrets = None
    for run in range(RESTARTS):
        async with console(disk, clock, secrets=secrets) as app:
            if run == 0:
                await connect(app, *DEVICES)
            secrets = app.secrets
            await building.join(app)
            for _ in range(FAULTS_EACH // RESTARTS):
                await building.fault()
            if run == RESTARTS - 1:
                await building.heal()
                await app.wait(400)
                await building.tell_old_news()
                shown = {(r.device, r.code): (r.value, r.quality) for r in await app.engine.ask(Readings())}
    truth = {
        (device, code): (value, Quality.LIVE)
        for device, one in building.truths.items()
        for code, (value, _) in one.values.items()
    }
    assert {key: shown[key] for key in truth} == truth
    assert sum(building.faults.values()) == FAULTS_EACH
    orders = disk.orders.values()
    assert len(orders) == building.ordered > 50
    assert [order for order in orders if not order.state.final] == []
    confirmed = {order.values["level"] for order in orders if order.state is OrderState.CONFIRMED}
    assert confirmed - building.applied.keys() == set()
    assert len(confirmed) > building.ordered / 10
    assert blindly_repeated(building.log) == []
