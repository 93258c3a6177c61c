"""Advice carries numbers that hold when they are tried on the same calls."""

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.alerts.alert import AlertId, EventId
from heyzack_console.domain.alerts.kpi import Annunciation, Remedy
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.rules.alerts.offenders import advice, offenders
from tests.support.alarm_history import second


def calls(*spells, limit=None, back=None):
    return [
        Annunciation(
            EventId(f"e{start}"),
            AlertId("a"),
            DeviceId("d"),
            "warm",
            second(start),
            Priority.P4,
            "Warm",
            "temp_current",
            "°C",
            limit,
            second(start + length),
            back,
        )
        for start, length in spells
    ]


def test_calls_that_end_soon_are_answered_by_the_shortest_delay_that_halves_them():
    found = advice(calls((0, 20), (3600, 25), (7200, 28), (9000, 400)))
    assert [(one.remedy, one.amount, one.spared) for one in found] == [(Remedy.DELAY, 30.0, 3)]


def test_calls_that_hover_around_a_limit_are_answered_by_a_dead_band_wide_enough():
    found = advice(calls((0, 9000), (9100, 9000), (18200, 9000), (27300, 9000), limit=26.0, back=25.7))
    assert [(one.remedy, one.amount, one.unit, one.spared) for one in found] == [(Remedy.DEAD_BAND, 0.35, "°C", 3)]


def test_what_called_twice_is_no_habit():
    assert advice(calls((0, 1), (100, 1))) == ()


@given(st.lists(st.integers(1, 2000), min_size=3, max_size=12))
def test_a_proposed_delay_would_have_spared_what_it_says(lengths):
    made = calls(*((number * 5000, length) for number, length in enumerate(lengths)))
    for one in advice(made):
        assert one.spared == sum(1 for length in lengths if length < one.amount)
        assert one.spared * 2 >= len(lengths)


def test_who_chatters_is_named_even_when_ten_others_call_more():
    busy = [
        call
        for number in range(10)
        for call in [
            Annunciation(
                EventId(f"{number}/{n}"), AlertId(f"b{number}"), DeviceId("x"), "r", second(n), Priority.P4, "C"
            )
            for n in range(5)
        ]
    ]
    found = offenders([*busy, *calls((0, 5))], {AlertId("a")}, {})
    assert len(found) == 11
    assert (found[-1].alert, found[-1].chattering) == ("a", True)
