"""What happened to a device, newest first, and its passport."""

from datetime import UTC

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, EventId, Trigger
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.inspector.passport import passport
from heyzack_console.presentation.inspector.work import work_lines
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.site_time import SiteTime
from tests.support.building import BOOK, CLIMATE, THERMOSTAT, VALVE, at, reading


def event(seconds, trigger, device=THERMOSTAT, note="", by=""):
    ids = EventId(f"{seconds}"), AlertId("a")
    return AlertEvent(*ids, device.id, "hot", trigger, at(seconds), condition="Too warm", note=note, by=by)


def order(seconds, state, text=""):
    name = OrderId(f"{seconds}")
    return Order(name, THERMOSTAT.id, {"temp_set": 21.0}, at(seconds), at(300), "Ines", state, at(seconds), text=text)


def test_orders_and_alerts_of_the_device_stand_together_newest_first():
    events = [
        event(10, Trigger.TRUE),
        event(30, Trigger.SHELVE, note="Filter ordered", by="Omar"),
        event(5, Trigger.TRUE, VALVE),
    ]
    lines = work_lines(THERMOSTAT, [order(20, OrderState.FAILED, "No answer.")], events, UTC)
    assert [(line.what, line.who) for line in lines] == [
        ("Too warm, shelved: Filter ordered", "Omar"),
        ("Set point 21.0\N{NO-BREAK SPACE}°C: failed (No answer.)", "Ines"),
        ("Too warm, began", ""),
    ]


def test_every_trigger_has_its_words():
    lines = work_lines(THERMOSTAT, [], [event(n, trigger) for n, trigger in enumerate(Trigger)], UTC)
    assert len({line.what for line in lines}) == len(Trigger)


def made(device, work=()):
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    mirror.readings[THERMOSTAT.id] = {"temp_set": reading(THERMOSTAT, "temp_set", 21.5, 4)}
    return passport(device, mirror, index_of(BOOK), SiteTime(lambda: at(10), mirror), work)


def test_a_passport_names_the_device_its_place_and_every_point():
    paper = made(THERMOSTAT)
    assert (paper.title, paper.place, paper.code) == ("Thermostat 1.03", "Test house · Ground", "th1")
    assert paper.made == "02 March 2026, 09:00 (Europe/Berlin)"
    assert dict(paper.facts)["LAN address"] == "127.0.0.1:7002"
    assert [(p.name, p.value, p.takes) for p in paper.points[1:4]] == [
        ("Set point", "21.5\N{NO-BREAK SPACE}°C", "5.0 to 30.0\N{NO-BREAK SPACE}°C"),
        ("Temperature", "—", "reports number"),
        ("Mode", "—", "auto, manual"),
    ]
    assert paper.health[0].startswith("Score ")


def test_a_passport_of_a_sub_device_names_its_gateway():
    assert dict(made(CLIMATE).facts)["Gateway"] == "Gateway east"
