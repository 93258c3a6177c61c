"""Shelving: an alert put aside by a person, always with an end that comes by itself."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertId, AlertState, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.rules.alerts.states import after, elapsed, fold
from tests.support.building import CLIMATE, at

FEW = hypothesis_settings(max_examples=200)
A, B, C, D, E, F = (AlertState(letter) for letter in "ABCDEF")
T = Trigger
LONG = 1000
"""An end that no story reaches."""


def shelve(end: float) -> tuple[Trigger, float]:
    return T.SHELVE, end


def story(*steps: Trigger | tuple[Trigger, float]) -> list[AlertEvent]:
    """Events e0, e1 …, one a second; (ACK, 0) answers e0, (SHELVE, 9) ends at second 9."""
    events = []
    for number, step in enumerate(steps):
        trigger, more = step if isinstance(step, tuple) else (step, None)
        ends = trigger is T.SHELVE
        events.append(
            AlertEvent(
                EventId(f"e{number}"),
                AlertId("a"),
                CLIMATE.id,
                "warm",
                trigger,
                at(number),
                Priority.P3,
                "Temperature high",
                answers=None if ends or more is None else EventId(f"e{more:.0f}"),
                until=at(more) if ends and more is not None else None,
                note="fan is being replaced" if ends else "",
                by="Ines" if trigger in {T.ACK, T.UNACK, T.SHELVE, T.UNSHELVE} else "",
            )
        )
    return events


def folded(*steps: Trigger | tuple[Trigger, float], now: float | None = None) -> Alert:
    alert = fold(story(*steps), now=None if now is None else at(now))
    assert alert is not None
    return alert


BEFORE = {
    A: (T.TRUE, (T.ACK, 0), T.FALSE),
    B: (T.TRUE,),
    C: (T.TRUE, (T.ACK, 0)),
    D: (T.TRUE, T.FALSE),
}


@pytest.mark.parametrize("state", BEFORE)
def test_whatever_is_not_aside_can_be_shelved(state):
    assert folded(*BEFORE[state]).state is state
    assert folded(*BEFORE[state], shelve(LONG)).state is E


@pytest.mark.parametrize(("state", "true"), [(A, False), (B, True), (C, True), (D, False)])
def test_the_end_announces_a_condition_that_is_still_true_and_forgets_one_that_is_gone(state, true):
    steps = (*BEFORE[state], shelve(60))
    assert folded(*steps, now=59.9).state is E
    assert folded(*steps, now=60).state is (B if true else A)


@pytest.mark.parametrize(("state", "true"), [(A, False), (B, True), (C, True), (D, False)])
def test_unshelving_by_hand_leaves_a_true_condition_acknowledged(state, true):
    steps = (*BEFORE[state], shelve(LONG))
    assert folded(*steps, (T.UNSHELVE, len(steps) - 1)).state is (C if true else A)


def test_a_shelf_tells_who_why_and_until_when():
    shelf = folded(T.TRUE, shelve(60)).shelf
    assert shelf is not None
    assert (shelf.id, shelf.by, shelf.reason, shelf.at, shelf.until) == (
        "e1",
        "Ines",
        "fan is being replaced",
        at(1),
        at(60),
    )


def test_whoever_unshelves_has_seen_the_alert():
    seen = folded(T.TRUE, shelve(LONG), (T.UNSHELVE, 1))
    assert (seen.acknowledged_by, seen.acknowledged_at, seen.shelf) == ("Ines", at(2), None)


def test_the_end_is_an_annunciation_with_an_id_of_its_own():
    back = folded(T.TRUE, (T.ACK, 0), shelve(60), now=90)
    assert (back.annunciation, back.changed_at, back.acknowledged_by) == ("e2:up", at(60), "")
    assert after(back, replace(story(T.ACK)[0], at=at(91), answers=EventId("e2:up"))).state is C
    assert after(back, replace(story(T.ACK)[0], at=at(91), answers=EventId("e0"))).state is B


@pytest.mark.parametrize(("change", "at_end"), [(T.FALSE, A), (T.REALARM, B)])
def test_a_shelved_alert_keeps_following_its_condition(change, at_end):
    assert folded(T.TRUE, shelve(60), change).state is E
    assert folded(T.TRUE, shelve(60), change, now=60).state is at_end


def test_a_condition_that_returns_while_shelved_counts_and_is_called_at_the_end():
    again = folded(T.TRUE, shelve(60), T.FALSE, T.TRUE, now=60)
    assert (again.state, again.count, again.since) == (B, 2, at(3))


def test_what_became_worse_on_the_shelf_has_its_new_words():
    events = story(T.TRUE, shelve(60), T.REALARM)
    worse = fold([*events[:2], replace(events[2], condition="Fault: E1, E3", priority=Priority.P2)])
    assert (worse.state, worse.condition, worse.priority) == (E, "Fault: E1, E3", Priority.P2)


@pytest.mark.parametrize("ends", [(60, 90), (90, 60), (60, 60)])
def test_of_two_shelvings_the_earlier_end_wins(ends):
    shelf = folded(T.TRUE, *map(shelve, ends)).shelf
    assert shelf.until == at(60)
    assert shelf.id == ("e2" if ends == (90, 60) else "e1")


def test_an_unshelving_acts_only_on_the_shelving_that_it_answers():
    assert folded(T.TRUE, shelve(90), shelve(60), (T.UNSHELVE, 1)).state is E
    assert folded(T.TRUE, shelve(90), shelve(60), (T.UNSHELVE, 2)).state is C


def test_to_lengthen_a_shelving_it_is_ended_and_made_again():
    assert folded(T.TRUE, shelve(60), (T.UNSHELVE, 1), shelve(90), now=60).state is E


@pytest.mark.parametrize("end", [None, 1.0, 0.5])
def test_a_shelving_without_an_end_ahead_of_it_does_nothing(end):
    events = story(T.TRUE, shelve(60))
    before = fold(events[:1])
    assert after(before, replace(events[1], until=None if end is None else at(end))) is before


@pytest.mark.parametrize("step", [(T.ACK, 0), (T.UNACK, 0), T.SUPPRESS, T.UNSUPPRESS, (T.UNSHELVE, 0)])
def test_other_things_do_not_move_a_shelved_alert(step):
    events = story(T.TRUE, shelve(LONG), step)
    before = fold(events[:2])
    assert after(before, events[2]) is before


def test_what_is_suppressed_is_not_shelved():
    assert folded(T.SUPPRESS, T.TRUE, shelve(LONG)).state is F


STEPS = st.one_of(
    st.sampled_from([T.TRUE, T.FALSE, T.REALARM, T.SUPPRESS, T.UNSUPPRESS]),
    st.tuples(st.sampled_from([T.ACK, T.UNACK, T.UNSHELVE]), st.integers(0, 14)),
    st.tuples(st.just(T.SHELVE), st.floats(0, 30)),
)
HISTORIES = st.lists(STEPS, min_size=1, max_size=15)
MOMENTS = st.floats(0, 40)


@FEW
@given(HISTORIES, st.lists(MOMENTS, max_size=4), MOMENTS)
def test_looking_in_between_changes_nothing(steps, looks, end):
    """However often the time is looked at, the alert is what one fold at the last moment finds."""
    events = story(*steps)
    end_at = max(at(end), events[-1].at)
    alert = None
    moments = [(e.at, e) for e in events] + [(at(look), None) for look in looks if at(look) <= end_at]
    for moment, event in sorted(moments, key=lambda each: each[0]):
        if event is not None:
            alert = after(alert, event)
        elif alert is not None:
            alert = elapsed(alert, moment)
    assert elapsed(alert, end_at) == fold(events, now=end_at)


@FEW
@given(HISTORIES, MOMENTS)
def test_nothing_is_shelved_beyond_its_end_and_a_shelf_belongs_to_a_shelved_alert(steps, moment):
    alert = fold(story(*steps), now=at(moment))
    assert (alert.state is E) is (alert.shelf is not None)
    if alert.shelf is not None:
        assert alert.shelf.until > at(moment)


@FEW
@given(HISTORIES)
def test_whether_the_condition_is_true_follows_its_last_change_also_on_the_shelf(steps):
    condition = False
    events = story(*steps)
    for number, event in enumerate(events):
        condition = {T.TRUE: True, T.FALSE: False}.get(event.trigger, condition)
        assert fold(events[: number + 1]).active is condition


@FEW
@given(HISTORIES)
def test_an_alert_leaves_the_shelf_only_by_its_end_or_by_an_answer_to_it(steps):
    alert = None
    for event in story(*steps):
        before, alert = alert, after(alert, event)
        if before is None or before.shelf is None or alert.state is E:
            continue
        by_time = event.at >= before.shelf.until
        assert by_time or (event.trigger is T.UNSHELVE and event.answers == before.shelf.id)


@FEW
@given(HISTORIES, st.floats(0, 30), st.floats(0, 30))
def test_two_shelvings_end_alike_in_either_order(steps, one, other):
    """As after a merge of what two consoles wrote in the same moment."""
    *events, first, second = story(*steps, shelve(one), shelve(other))
    second = replace(second, at=first.at)
    ends = {
        (s.shelf.until if s.shelf else None) for s in (fold([*events, first, second]), fold([*events, second, first]))
    }
    assert len(ends) == 1
