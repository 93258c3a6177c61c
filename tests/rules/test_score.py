"""The health score: what takes points off, and what holds for every device."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.health import DeviceHealth, PathHealth, PathState
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.domain.orders import Order, OrderId, OrderState
from heyzack_console.rules.score import WEIGHTS, Factor, Score, score_of
from tests.support.building import LEAK, T0, THERMOSTAT, at

NOW = at(600)


def paths(*states: PathState) -> DeviceHealth:
    ways = zip((Path.LAN, Path.CLOUD), states, strict=False)
    return DeviceHealth(THERMOSTAT.id, tuple(PathHealth(way, state, T0) for way, state in ways))


def values(**found: object) -> dict[str, Reading]:
    return {code: Reading(THERMOSTAT.id, code, value, "", T0) for code, value in found.items()}


def order(state: OrderState, number: int = 0) -> Order:
    return Order(
        OrderId(f"{number:032x}"), THERMOSTAT.id, {"switch": True}, T0, T0 + timedelta(minutes=5), "Anna", state
    )


REACHED = paths(PathState.CONNECTED, PathState.CONNECTED)
WELL = values(temp_current=21.0)


def judged(health=REACHED, readings=None, orders=(), device=THERMOSTAT, now=NOW) -> Score:
    return score_of(device, health, WELL if readings is None else readings, orders, now)


def test_all_well_is_a_hundred_without_a_reason():
    assert judged() == Score(100)
    assert judged().word == "good"


@pytest.mark.parametrize(
    ("health", "points"),
    [
        (None, 20),
        (paths(PathState.UNREACHABLE, PathState.UNREACHABLE), 40),
        (paths(PathState.UNREACHABLE, PathState.CONNECTED), 10),
        (paths(PathState.CONNECTING), 15),
        (paths(PathState.ASLEEP), 0),
        (paths(PathState.RELEASED, PathState.CONNECTED), 0),
    ],
)
def test_reachability_weighs_most(health, points):
    assert judged(health).value == 100 - points


def test_a_weak_signal_takes_up_to_ten_and_a_share_in_percent_none():
    assert judged(readings=WELL | values(signal_strength=-67)).value == 100
    assert judged(readings=WELL | values(signal_strength=-76)).value == 95
    assert judged(readings=WELL | values(rssi=-99)).value == 90
    assert judged(readings=WELL | values(rssi=80)).value == 100


def test_a_battery_counts_by_percent_or_word():
    assert judged(readings=WELL | values(battery_percentage=30)).value == 100
    assert judged(readings=WELL | values(battery_percentage=20)).value == 95
    assert judged(readings=WELL | values(battery_percentage=9)).value == 85
    assert judged(readings=WELL | values(battery_state="low")).value == 85
    assert judged(readings=WELL | values(battery_value=420)).value == 100, "a number without a unit says nothing"


def test_values_grow_old_by_the_hour_and_those_of_sleepers_by_the_day():
    assert judged(now=T0 + timedelta(hours=1)).value == 100
    assert judged(now=T0 + timedelta(hours=24)).value == 85
    asleep = replace(THERMOSTAT, sleeper=True)
    assert judged(now=T0 + timedelta(hours=24), device=asleep).value == 100
    assert judged(now=T0 + timedelta(hours=24), device=replace(LEAK, id=THERMOSTAT.id)).value == 100
    assert judged(readings={}).reasons[0].text == "No value has come yet."


def test_failed_orders_faults_and_doubtful_values_are_named():
    ended = [order(OrderState.FAILED, 1), order(OrderState.CONFIRMED, 2), order(OrderState.WAITING, 3)]
    assert judged(orders=ended).reasons[0].text == "1 of its last 2 orders failed."
    assert judged(orders=ended).value == 95
    assert judged(readings=WELL | values(fault=2)).reasons[0].text == "It reports a fault."
    odd = WELL | {"x": replace(WELL["temp_current"], note="outside the range of the product")}
    assert "1 value is doubtful: outside the range of the product." in judged(readings=odd).reasons[0].text


def test_the_weights_make_a_hundred():
    assert sum(WEIGHTS.values()) == 100
    assert set(WEIGHTS) == set(Factor)


@given(
    st.lists(st.sampled_from(PathState), max_size=2),
    st.dictionaries(
        st.sampled_from(["signal_strength", "battery_percentage", "battery_state", "fault", "temp_current"]),
        st.one_of(st.none(), st.booleans(), st.integers(-200, 1000), st.floats(allow_nan=False), st.text(max_size=6)),
    ),
    st.lists(st.sampled_from(OrderState), max_size=5),
    st.timedeltas(timedelta(), timedelta(days=90)),
)
def test_the_score_is_what_its_reasons_leave(states, found, orders, age):
    made = [order(state, number) for number, state in enumerate(orders)]
    score = judged(paths(*states), values(**found), made, now=T0 + age)
    assert 0 <= score.value <= 100
    assert score.value == 100 - sum(reason.points for reason in score.reasons)
    assert all(reason.text and 0 < reason.points <= WEIGHTS[reason.factor] for reason in score.reasons)
    older = judged(paths(*states), values(**found), made, now=T0 + age + timedelta(days=1))
    assert older.value <= score.value
