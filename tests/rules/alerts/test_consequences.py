"""Silence behind a lost gateway, and the order of the queue."""

from dataclasses import replace

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.rules.alerts.consequences import Loss, cause, judged
from heyzack_console.rules.alerts.identity import identity
from heyzack_console.rules.alerts.ordering import queue_order
from tests.support.building import CLIMATE, GATEWAY, SITE, at

ALERT = Alert(
    AlertId("a"),
    CLIMATE.id,
    "unreachable",
    AlertState.SUPPRESSED,
    Priority.P4,
    "Not reachable",
    at(0),
    EventId("e"),
    at(0),
    parent=AlertId("gateway"),
)


def test_a_device_alone_is_announced():
    assert judged(gateway_reachable=True, gateway_announced=False) is Loss.ANNOUNCE


def test_a_device_behind_an_announced_gateway_is_its_consequence():
    assert judged(gateway_reachable=False, gateway_announced=True) is Loss.CONSEQUENCE


def test_nothing_is_decided_while_the_gateway_is_away_but_not_announced():
    assert judged(gateway_reachable=False, gateway_announced=False) is Loss.WAIT


def test_a_suppressed_alert_counts_under_its_cause_while_its_condition_is_true():
    assert cause(ALERT) == "gateway"
    assert cause(replace(ALERT, active=False)) is None
    assert cause(replace(ALERT, state=AlertState.UNACKNOWLEDGED)) is None


def test_the_queue_shows_unacknowledged_first_then_priority_then_newest():
    new = replace(ALERT, state=AlertState.UNACKNOWLEDGED)
    expected = [
        replace(new, id=AlertId("p1"), priority=Priority.P1),
        replace(new, id=AlertId("p4 newer"), since=at(9)),
        replace(new, id=AlertId("p4 older"), state=AlertState.RETURNED),
        replace(new, id=AlertId("seen p1"), priority=Priority.P1, state=AlertState.ACKNOWLEDGED),
        ALERT,
    ]
    jumbled = [expected[place] for place in (4, 2, 0, 3, 1)]
    assert sorted(jumbled, key=queue_order) == expected


def test_an_alert_has_one_identity_per_site_device_and_rule():
    ids = {identity(SITE, device, rule) for device in (CLIMATE.id, GATEWAY.id) for rule in ("warm", "cold")}
    assert len(ids) == 4
    assert identity(SITE, CLIMATE.id, "warm") == identity(SITE, CLIMATE.id, "warm")
