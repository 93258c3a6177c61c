"""What a recorded value is worth at a past moment, and which alerts stood then."""

from datetime import timedelta

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, AlertState, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.rules.time_travel import alerts_then, picture_then
from tests.support.building import CLIMATE, DEVICES, GATEWAY, SMOKE, THERMOSTAT, at, reading

BOOK = {device.id: device for device in DEVICES}
STALE = timedelta(minutes=15)
REACH = {"unreachable"}
LOST, WARM = AlertId("1" * 32), AlertId("2" * 32)


def happened(number, trigger, seconds, alert=WARM, rule="warm", device=THERMOSTAT.id, **more):
    return AlertEvent(EventId(f"{number:032x}"), alert, device, rule, trigger, at(seconds), Priority.P2, **more)


def picture(heard, alerts=(), seconds=60):
    return picture_then(heard, alerts, BOOK, REACH, at(seconds), STALE)


def qualities(found):
    return {(one.device, one.code): one.quality for one in found.readings}


def test_a_value_stands_however_old_while_its_device_is_not_known_to_be_lost():
    heard = [reading(THERMOSTAT, "switch", True, 0), reading(CLIMATE, "va_temperature", 21.0, 86_300)]
    assert set(qualities(picture(heard, seconds=86_400)).values()) == {Quality.LIVE}


def test_what_a_sleeper_said_long_ago_is_only_remembered():
    heard = [reading(SMOKE, "battery_percentage", 80, 0), reading(CLIMATE, "va_temperature", 21.0, 3_600)]
    assert qualities(picture(heard, seconds=3_600))[SMOKE.id, "battery_percentage"] is Quality.CACHED
    assert qualities(picture(heard[:1], seconds=60))[SMOKE.id, "battery_percentage"] is Quality.LIVE


def test_where_nothing_was_recorded_for_long_every_value_is_only_remembered():
    found = picture([reading(THERMOSTAT, "switch", True, 0)], seconds=3_600)
    assert found.newest == at(0)
    assert qualities(found) == {(THERMOSTAT.id, "switch"): Quality.CACHED}


def test_a_device_that_was_announced_as_lost_is_shown_as_lost():
    events = [happened(1, Trigger.TRUE, 10, LOST, "unreachable")]
    alerts = alerts_then(events, at(60), ())
    found = picture([reading(THERMOSTAT, "switch", True, 0), reading(CLIMATE, "va_temperature", 21.0, 59)], alerts)
    assert qualities(found)[THERMOSTAT.id, "switch"] is Quality.CACHED
    assert qualities(found)[CLIMATE.id, "va_temperature"] is Quality.LIVE
    assert [health.device for health in found.health if health.lost] == [THERMOSTAT.id]


def test_of_devices_that_nothing_was_announced_of_nothing_is_claimed():
    found = picture([reading(CLIMATE, "va_temperature", 21.0, 59)])
    assert [health.device for health in found.health] == [SMOKE.id]
    assert found.health[0].reachable


def test_values_of_devices_that_the_book_no_longer_has_are_left_out():
    gone = reading(THERMOSTAT, "switch", True, 0)
    stranger = type(gone)(DeviceId("gone"), "switch", True, "", at(1))
    assert [one.device for one in picture([gone, stranger]).readings] == [THERMOSTAT.id]


def test_alerts_are_those_that_stood_then_with_their_consequences_counted():
    events = [
        happened(1, Trigger.TRUE, 10, device=GATEWAY.id),
        happened(2, Trigger.SUPPRESS, 11, LOST, "unreachable", parent=WARM),
        happened(3, Trigger.TRUE, 12, LOST, "unreachable"),
    ]
    found = {alert.id: alert for alert in alerts_then(events, at(60), ())}
    assert found[WARM].consequences == 1
    assert found[LOST].state is AlertState.SUPPRESSED


def test_an_alert_of_a_fleeting_rule_has_left_by_itself():
    events = [happened(1, Trigger.TRUE, 10), happened(2, Trigger.FALSE, 20)]
    assert alerts_then(events, at(60), {"warm"}) == ()
    assert [alert.state for alert in alerts_then(events, at(60), ())] == [AlertState.RETURNED]


def test_a_shelving_whose_time_was_up_had_ended():
    events = [happened(1, Trigger.TRUE, 10), happened(2, Trigger.SHELVE, 20, until=at(40), note="known")]
    states = [alerts_then(events, at(second), ())[0].state for second in (30, 50)]
    assert states == [AlertState.SHELVED, AlertState.UNACKNOWLEDGED]
