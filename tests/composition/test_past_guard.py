"""Orders and placing wait until the map shows the present again."""

import pytest

from heyzack_console.composition.past_guard import PastGuard
from heyzack_console.domain.errors import IllegalTransition
from heyzack_console.domain.group_orders import DeviceOrder
from heyzack_console.ports.engine.alerts import Acknowledge
from heyzack_console.ports.engine.devices import PlaceDevices
from heyzack_console.ports.engine.group_orders import OrderGroup
from heyzack_console.ports.engine.orders import SendOrder
from tests.support.building import VALVE
from tests.support.engine_port import SmallEngine

ORDER = SendOrder(VALVE.id, {"switch_1": False})

MANY = OrderGroup((DeviceOrder(VALVE.id, {"switch_1": False}),))


@pytest.mark.parametrize("command", [ORDER, MANY, PlaceDevices(((VALVE.id, None),))])
async def test_what_acts_on_the_present_is_refused_while_the_past_is_shown(command):
    engine, past = SmallEngine(), [True]
    guard = PastGuard(engine)
    guard.watch(lambda: past[0])
    with pytest.raises(IllegalTransition, match="shows the past"):
        await guard.do(command)
    assert engine.done == []
    past[0] = False
    await guard.do(command)
    assert engine.done == [command]


async def test_alerts_are_answered_whatever_the_map_shows():
    engine = SmallEngine()
    guard = PastGuard(engine)
    guard.watch(lambda: True)
    await guard.do(Acknowledge(()))
    assert engine.done == [Acknowledge(())]
