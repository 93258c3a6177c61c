"""Group orders: who takes one, whose turn is next, what takes it back."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import DeviceHealth
from heyzack_console.domain.devices.readings import Path, Quality
from heyzack_console.domain.group_orders import DeviceOrder, LineState, PlannedOrder, RunLine, Take
from heyzack_console.rules.group_orders import (
    MOST_AT_ONCE,
    MOST_OVER_CLOUD,
    MOST_PER_GATEWAY,
    Turn,
    planned,
    reversal,
    whose_turn,
)
from tests.support.building import CLIMATE, THERMOSTAT, VALVE, reading

WARMER = DeviceOrder(THERMOSTAT.id, {"temp_set": 21})


def nothing(_code):
    return None


def there(device):
    return DeviceHealth(device.id, (), Path.LAN)


def test_a_device_that_is_there_takes_it_now_and_its_live_value_is_kept_for_the_way_back():
    line = planned(WARMER, THERMOSTAT, there(THERMOSTAT), lambda code: reading(THERMOSTAT, code, 19.5))
    assert (line.take, line.why, line.road, line.before) == (Take.NOW, "", Path.LAN, {"temp_set": 19.5})


def test_a_value_that_was_only_remembered_is_no_way_back():
    old = reading(THERMOSTAT, "temp_set", 19.5, quality=Quality.CACHED)
    assert planned(WARMER, THERMOSTAT, there(THERMOSTAT), lambda _: old).before == {}


def test_a_device_that_cannot_be_reached_gets_it_from_the_outbox():
    line = planned(WARMER, THERMOSTAT, None, nothing)
    assert (line.take, line.road) == (Take.WAITS, None)
    assert "outbox" in line.why


def test_each_that_does_not_take_it_says_why():
    gone = planned(WARMER, None, None, nothing)
    other = planned(DeviceOrder(CLIMATE.id, {"temp_set": 21}), CLIMATE, there(CLIMATE), nothing)
    read_only = planned(DeviceOrder(CLIMATE.id, {"va_temperature": 21}), CLIMATE, there(CLIMATE), nothing)
    hot = planned(DeviceOrder(THERMOSTAT.id, {"temp_set": 99}), THERMOSTAT, there(THERMOSTAT), nothing)
    forbidden = planned(WARMER, THERMOSTAT, there(THERMOSTAT), nothing, "You may not operate it.")
    lines = (gone, other, read_only, hot, forbidden)
    assert {line.take for line in lines} == {Take.REFUSES}
    said = ("not in the book", "no data point", "only be read", "5 to 30", "may not")
    assert all(word in line.why for word, line in zip(said, lines, strict=True))


def test_what_protects_people_is_named():
    line = planned(DeviceOrder(VALVE.id, {"switch_1": False}), VALVE, there(VALVE), nothing)
    assert line.asks_first == ("Valve",)


def test_only_what_was_sent_known_and_changed_is_taken_back():
    def line(state, before, value=21):
        return RunLine(PlannedOrder(DeviceId(f"{state}{before}"), {"a": value}, Take.NOW, before=before), state)

    done = line(LineState.CONFIRMED, {"a": 19})
    lines = (
        done,
        line(LineState.CONFIRMED, {}),
        line(LineState.CONFIRMED, {"a": 21}),
        line(LineState.CANCELLED, {"a": 19}),
        line(LineState.REFUSED, {"a": 19}),
    )
    assert reversal(lines) == (DeviceOrder(done.planned.device, {"a": 19}),)


turns = st.builds(
    Turn,
    st.integers(0, 60).map(lambda n: DeviceId(f"d{n}")),
    st.sampled_from([None, DeviceId("g1"), DeviceId("g2")]),
    st.sampled_from([None, Path.LAN, Path.GATEWAY, Path.CLOUD]),
)


@given(st.lists(turns, max_size=60, unique_by=lambda turn: turn.device))
def test_no_gateway_and_no_cloud_ever_gets_more_at_once_than_its_share(waiting):
    under_way = [turn for turn in whose_turn(waiting, ()) if turn.road is not None]
    both = [*under_way, *(turn for turn in whose_turn(waiting[::-1], under_way) if turn.road is not None)]
    assert len(both) <= MOST_AT_ONCE
    assert sum(turn.road is Path.CLOUD for turn in both) <= MOST_OVER_CLOUD
    through = Counter(turn.gateway for turn in both if turn.gateway and turn.road is not Path.CLOUD)
    assert all(count <= MOST_PER_GATEWAY for count in through.values())
    assert len({turn.device for turn in both}) == len(both)


@given(st.lists(turns, min_size=1, max_size=60, unique_by=lambda turn: turn.device))
def test_somebody_always_has_the_turn_while_nothing_is_under_way(waiting):
    assert whose_turn(waiting, ())
