"""The inspector's words: age and quality of values, limits, paths with advice, orders with results."""

from dataclasses import replace
from datetime import UTC, timedelta

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState, EventId
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState, Stage
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.presentation.inspector.sections import alert_cards, hero, order_lines, path_lines, point_lines
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, CLIMATE, T0, THERMOSTAT, at, reading

WARM = Alert(
    AlertId("a"),
    THERMOSTAT.id,
    "warm",
    AlertState.UNACKNOWLEDGED,
    Priority.P2,
    "Temperature high",
    T0,
    EventId("e"),
    T0,
    "temp_current",
    31.4,
    "°C",
    27.0,
)


def a_mirror(**batch: object) -> Mirror:
    mirror = Mirror(connected=True)
    mirror.show_book(BOOK)
    mirror.apply(Batch(1, T0, complete=True, **batch))
    return mirror


def health(state: PathState, **more: object) -> DeviceHealth:
    return DeviceHealth(THERMOSTAT.id, (PathHealth(Path.LAN, state, T0, **more),))


def line(mirror: Mirror, code: str):
    return next(p for p in point_lines(THERMOSTAT, mirror, at(60)) if p.code == code)


def test_the_main_value_tells_limit_and_distance_while_it_alarms():
    mirror = a_mirror(readings=(reading(THERMOSTAT, "temp_current", 31.4, 59),), alerts=(WARM,))
    shown = hero(THERMOSTAT, mirror, at(60))
    assert (shown.figure, shown.unit, shown.ink) == ("31.4", "°C", "p2_text")
    assert shown.beside == ("limit 27.0 °C · 4.4 above", "Temperature, 1 s ago")


def test_a_remembered_value_is_grey_and_says_how_old_it_is():
    mirror = a_mirror(readings=(reading(THERMOSTAT, "temp_current", 20.0, -3540, Quality.CACHED),))
    shown = hero(THERMOSTAT, mirror, at(60))
    assert shown.stale
    assert shown.beside == ("Temperature, 1 h old",)


def test_a_value_of_an_unreachable_device_is_stale_however_young():
    readings = (reading(THERMOSTAT, "temp_current", 20.0, 59),)
    assert line(a_mirror(readings=readings, health=(health(PathState.UNREACHABLE),)), "temp_current").stale
    assert not line(a_mirror(readings=readings, health=(health(PathState.CONNECTED),)), "temp_current").stale


def test_while_the_engine_is_lost_every_value_is_the_last_picture():
    mirror = a_mirror(readings=(reading(THERMOSTAT, "temp_current", 20.0, 59),))
    mirror.connected = False
    assert line(mirror, "temp_current").stale


def test_an_ordered_value_waits_for_its_confirmation():
    mirror = a_mirror(readings=(reading(THERMOSTAT, "temp_set", 22.0, 59, Quality.ASSUMED),))
    assert line(mirror, "temp_set").assumed


def test_a_point_that_was_never_heard_is_listed_without_a_value():
    assert line(a_mirror(), "temp_set").value == "—"


def test_set_bits_of_a_fault_are_named_and_unknown_ones_counted_out():
    mirror = a_mirror(readings=(reading(THERMOSTAT, "fault", 0b10101),))
    assert line(mirror, "fault").value == "E1, E3, bits 0x10"
    assert line(a_mirror(readings=(reading(THERMOSTAT, "fault", 0),)), "fault").value == "none"


def test_a_value_beyond_the_products_points_is_shown_with_its_code():
    mirror = a_mirror(readings=(reading(THERMOSTAT, "dp_101", "on"),))
    assert line(mirror, "dp_101").value == "on"


def test_the_worst_alert_comes_first_and_only_urgent_ones_are_tinted():
    calm = replace(WARM, id=AlertId("b"), priority=Priority.P4, condition="Battery low", value=None, limit=None)
    cards = alert_cards(THERMOSTAT, (calm, WARM), at(600), UTC)
    assert [c.title for c in cards] == ["Temperature high · 31.4\N{NO-BREAK SPACE}°C, limit 27.0", "Battery low"]
    assert [c.tint for c in cards] == ["p2_tint", "raised"]


def test_a_lost_path_says_why_and_what_to_do():
    lost = health(
        PathState.UNREACHABLE,
        stage=Stage.KEY,
        cause="It proves another key.",
        advice="Refresh the key.",
        address="10.0.0.4",
    )
    (path,) = path_lines(THERMOSTAT, lost, at(60))
    assert (path.title, path.state, path.ink) == ("LAN 10.0.0.4", "not reachable", "caution")
    assert path.advice == "It proves another key. Refresh the key."
    assert path.offers == ("key",)


def test_a_working_path_offers_to_release_its_session_and_a_released_one_to_take_it_back():
    assert path_lines(THERMOSTAT, health(PathState.CONNECTED), at(60))[0].offers == ("release",)
    assert path_lines(THERMOSTAT, health(PathState.RELEASED), at(60))[0].offers == ("resume",)


def test_a_device_behind_a_gateway_has_no_session_of_its_own_to_release():
    through = DeviceHealth(CLIMATE.id, (PathHealth(Path.GATEWAY, PathState.CONNECTED, T0),))
    assert path_lines(CLIMATE, through, at(60))[0].offers == ()


def test_orders_are_told_newest_first_with_their_result():
    def order(name: str, seconds: float, state: OrderState) -> Order:
        made = at(seconds)
        return Order(
            OrderId(name), THERMOSTAT.id, {"temp_set": 21.5}, made, made + timedelta(minutes=5), "Ines", state, made
        )

    lines = order_lines(THERMOSTAT, (order("1", 0, OrderState.CONFIRMED), order("2", 5, OrderState.FAILED)), UTC)
    assert [(o.text, o.result) for o in lines] == [
        ("Set point 21.5\N{NO-BREAK SPACE}°C, Ines", "failed"),
        ("Set point 21.5\N{NO-BREAK SPACE}°C, Ines", "confirmed"),
    ]
