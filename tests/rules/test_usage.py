"""On-time, cycles and energy from what was recorded; gaps count as nothing, counters may begin again."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.usage import Usage
from heyzack_console.domain.telemetry import Gap, WordChange
from heyzack_console.rules.usage import consumed, is_on, judged, meter_of, switch_of, switched
from tests.support.building import LEAK, T0, THERMOSTAT, at

HOUR = 3600
END = at(10 * HOUR)


def hours(**spells):
    return {name: timedelta(hours=value) for name, value in spells.items()}


def changed(*pairs):
    return [WordChange(at(hour * HOUR), value) for hour, value in pairs]


def test_a_switch_is_on_from_change_to_change_and_a_cycle_is_each_going_on():
    did = switched(changed((-3, False), (1, True), (3, False), (8, True)), T0, END)
    assert (did.on, did.known, did.cycles, did.last) == (*hours(on=4, known=10).values(), 2, END)


def test_what_was_on_before_the_span_is_no_cycle_and_unknown_before_the_first_word():
    assert switched(changed((-3, True)), T0, END).cycles == 0
    did = switched(changed((4, True)), T0, END)
    assert (did.known, did.cycles) == (timedelta(hours=6), 0)


def test_in_a_gap_nobody_knows_and_gaps_may_overlap():
    gaps = [
        Gap(LEAK.id, at(2 * HOUR), at(4 * HOUR)),
        Gap(LEAK.id, at(3 * HOUR), at(5 * HOUR)),
        Gap(LEAK.id, at(9 * HOUR)),
    ]
    did = switched(changed((0, True)), T0, END, gaps)
    assert did.on == did.known == timedelta(hours=6)


@pytest.mark.parametrize(
    ("values", "total"),
    [([], 0), ([5], 0), ([5, 7, 7.5], 2.5), ([98, 99, 1, 3], 4), ([5, 0, 0], 0)],
)
def test_a_counter_that_begins_again_goes_on_from_nothing(values, total):
    assert consumed(values) == pytest.approx(total)


@given(st.lists(st.floats(0, 1e6), max_size=40))
def test_nobody_takes_negative_energy(values):
    assert consumed(values) >= 0


@given(
    st.lists(st.tuples(st.integers(-20, 30), st.booleans()), max_size=20),
    st.lists(st.tuples(st.integers(-20, 30), st.none() | st.integers(-20, 30)), max_size=6),
)
def test_on_is_never_longer_than_known_nor_known_than_the_span(pairs, spells):
    gaps = [Gap(LEAK.id, at(a * HOUR), None if b is None else at(b * HOUR)) for a, b in spells]
    did = switched(changed(*sorted(dict(pairs).items())), T0, END, gaps)
    assert timedelta() <= did.on <= did.known <= END - T0
    assert did.last is None or T0 <= did.last <= END


def alike(*on_ms):
    devices = {DeviceId(f"d{n}"): replace(THERMOSTAT, id=DeviceId(f"d{n}")) for n in range(len(on_ms))}
    found = {name: Usage(name, 1000, ms, 3 if ms else 0) for name, ms in zip(devices, on_ms, strict=True)}
    return {one.device: one for one in judged(found, devices)}


def test_one_that_is_on_far_longer_than_its_kind_stands_out_and_one_never_on_is_unused():
    told = alike(200, 210, 190, 205, 195, 990, 0)
    assert told["d5"].remarks == ("on much longer than 6 alike",)
    assert (told["d6"].unused, told["d6"].remarks) == (True, ("never on",))
    assert not any(told[f"d{n}"].remarks for n in range(5))


def test_a_few_devices_are_no_kind_to_compare_with():
    assert not any(one.remarks for one in alike(10, 10, 990).values())


def test_the_switch_and_the_meter_of_a_product_are_found_by_kind_and_unit():
    assert switch_of(THERMOSTAT).code == "switch"
    assert switch_of(LEAK) is None
    assert meter_of(THERMOSTAT) is None
    assert is_on("Open")
    assert not is_on(False)
