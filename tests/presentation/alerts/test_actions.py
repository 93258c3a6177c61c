"""What can be done with alerts, and on which of them it acts."""

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.ports.engine.alerts import Acknowledge, Unacknowledge
from heyzack_console.presentation.actions import ActionRegistry
from heyzack_console.presentation.alerts.actions import AlertDesk
from heyzack_console.presentation.selection import Selection
from tests.support.engine_port import SmallEngine
from tests.support.map_site import alert, apply, calm_mirror

MIRROR = calm_mirror(40)
LOUD, SEEN, CALM = (device.id for device in MIRROR.book.devices[:3])
APPLIED = apply(
    MIRROR,
    alerts=[
        alert(LOUD, 1, "Water detected"),
        alert(LOUD, 4, "Battery low"),
        alert(SEEN, 2, "Offline", AlertState.ACKNOWLEDGED),
    ],
)


def desk(engine):
    registry = ActionRegistry()
    nothing = AlertDesk(engine, MIRROR, tuple, lambda receipt, text: None, lambda s: None, lambda s: None)
    for action in nothing.actions("alerts"):
        registry.add(action)
    return registry


async def test_a_device_chosen_on_the_map_stands_for_its_alerts():
    engine = SmallEngine()
    acknowledge = desk(engine)["alerts.acknowledge"]
    assert acknowledge.enabled(Selection((LOUD,)))
    await acknowledge.handler(Selection((LOUD,)))
    (done,) = engine.done
    assert isinstance(done, Acknowledge)
    assert {name for name, _ in done.seen} == {f"{LOUD}/Water detected", f"{LOUD}/Battery low"}


async def test_a_chosen_alert_leaves_the_others_of_its_device_alone():
    engine = SmallEngine()
    await desk(engine)["alerts.acknowledge"].handler(Selection((LOUD,), (f"{LOUD}/Battery low",)))
    assert [name for name, _ in engine.done[0].seen] == [f"{LOUD}/Battery low"]


async def test_an_acknowledgement_is_taken_back_from_the_map_too():
    engine = SmallEngine()
    await desk(engine)["alerts.unacknowledge"].handler(Selection((SEEN,)))
    assert engine.done == [Unacknowledge(((f"{SEEN}/Offline", "e1"),))]


def test_nothing_can_be_acknowledged_where_nothing_waits():
    acknowledge = desk(SmallEngine())["alerts.acknowledge"]
    assert [acknowledge.enabled(Selection((device,))) for device in (SEEN, CALM)] == [False, False]
    assert not acknowledge.enabled(Selection())
