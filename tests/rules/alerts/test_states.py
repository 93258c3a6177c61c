"""The states of an alert as a fold over its events."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, AlertState, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.rules.alerts.states import after, fold
from tests.support.building import CLIMATE, at

FEW = hypothesis_settings(max_examples=200)
A, B, C, D, F = (AlertState(letter) for letter in "ABCDF")
T = Trigger


def story(*steps: Trigger | tuple[Trigger, int | None]) -> list[AlertEvent]:
    """Events e0, e1 … in order; (ACK, 0) answers e0."""
    events = []
    for number, step in enumerate(steps):
        trigger, answers = step if isinstance(step, tuple) else (step, None)
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
                answers=None if answers is None else EventId(f"e{answers}"),
                parent=AlertId("gateway") if trigger is T.SUPPRESS else None,
                by="Ines" if trigger in {T.ACK, T.UNACK} else "",
            )
        )
    return events


def ends(*steps):
    return fold(story(*steps)).state


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((T.TRUE,), B),
        ((T.TRUE, (T.ACK, 0)), C),
        ((T.TRUE, T.FALSE), D),
        ((T.TRUE, (T.ACK, 0), T.FALSE), A),
        ((T.TRUE, (T.ACK, 0), (T.UNACK, 0)), B),
        ((T.TRUE, (T.ACK, 0), T.REALARM), B),
        ((T.TRUE, T.FALSE, (T.ACK, 0)), A),
        ((T.TRUE, T.FALSE, T.TRUE), B),
        ((T.SUPPRESS,), F),
        ((T.TRUE, T.SUPPRESS), F),
        ((T.TRUE, (T.ACK, 0), T.SUPPRESS), F),
        ((T.TRUE, T.FALSE, T.SUPPRESS), F),
        ((T.SUPPRESS, T.UNSUPPRESS), A),
        ((T.SUPPRESS, T.TRUE, T.UNSUPPRESS), B),
        ((T.SUPPRESS, T.TRUE, T.FALSE, T.UNSUPPRESS), A),
        ((T.TRUE, T.SUPPRESS, T.UNSUPPRESS), B),
        ((T.TRUE, T.SUPPRESS, T.FALSE, T.UNSUPPRESS), A),
    ],
)
def test_each_transition_of_the_table_leads_where_it_says(steps, state):
    assert ends(*steps) is state


@pytest.mark.parametrize(
    ("steps", "state"),
    [
        ((T.FALSE,), A),
        (((T.ACK, 0),), A),
        ((T.UNSUPPRESS,), A),
        ((T.REALARM,), A),
        ((T.TRUE, T.TRUE), B),
        ((T.TRUE, T.REALARM), B),
        ((T.TRUE, (T.UNACK, 0)), B),
        ((T.TRUE, (T.ACK, 0), T.TRUE), C),
        ((T.TRUE, T.FALSE, T.FALSE), D),
        ((T.SUPPRESS, (T.ACK, 0)), F),
        ((T.SUPPRESS, T.SUPPRESS), F),
    ],
)
def test_what_the_table_does_not_list_changes_nothing(steps, state):
    assert ends(*steps) is state
    events = story(*steps)
    before = fold(events[:-1])
    assert before is None or after(before, events[-1]) is before


def test_an_acknowledgement_of_an_earlier_annunciation_does_not_act_on_the_next():
    returned = fold(story(T.TRUE, T.FALSE, T.TRUE, (T.ACK, 0)))
    assert (returned.state, returned.acknowledged_by) == (B, "")


@pytest.mark.parametrize("acknowledged", [False, True])
def test_a_higher_priority_is_a_new_annunciation_whether_or_not_the_lower_was_acknowledged(acknowledged):
    events = story(T.TRUE, *([(T.ACK, 0)] if acknowledged else []), T.REALARM)
    events[-1] = replace(events[-1], priority=Priority.P2, condition="Temperature very high")
    alert = fold(events)
    assert (alert.state, alert.priority, alert.condition) == (B, Priority.P2, "Temperature very high")
    assert (alert.annunciation, alert.since) == (events[-1].id, at(0))


def test_an_alert_that_does_not_latch_leaves_the_queue_when_its_condition_goes():
    assert fold(story(T.TRUE, T.FALSE), latching=False).state is A


def test_a_return_and_a_second_raise_count_as_the_same_alert_raised_twice():
    again = fold(story(T.TRUE, T.FALSE, T.TRUE))
    assert (again.count, again.annunciation, again.since) == (2, "e2", at(2))


def test_a_raise_after_normal_begins_to_count_anew():
    assert fold(story(T.TRUE, T.FALSE, (T.ACK, 0), T.TRUE)).count == 1


def test_an_acknowledgement_names_who_when_and_why():
    events = story(T.TRUE, (T.ACK, 0))
    seen = fold([events[0], replace(events[1], note="on my way")])
    assert (seen.acknowledged_by, seen.acknowledged_at, seen.note) == ("Ines", at(1), "on my way")


def test_of_two_acknowledgements_at_once_the_first_one_counts():
    events = story(T.TRUE, (T.ACK, 0), (T.ACK, 0))
    assert fold([*events[:2], replace(events[2], by="Omar")]).acknowledged_by == "Ines"


def test_a_consequence_names_its_cause_until_it_is_released():
    assert fold(story(T.SUPPRESS, T.TRUE)).parent == "gateway"
    assert fold(story(T.SUPPRESS, T.TRUE, T.UNSUPPRESS)).parent is None


def test_a_release_with_the_condition_still_true_is_a_new_annunciation():
    assert fold(story(T.TRUE, T.SUPPRESS, T.UNSUPPRESS)).annunciation == "e2"
    assert ends(T.TRUE, T.SUPPRESS, T.UNSUPPRESS, (T.ACK, 0)) is B


HISTORIES = st.lists(
    st.one_of(
        st.sampled_from([T.TRUE, T.FALSE, T.REALARM, T.SUPPRESS, T.UNSUPPRESS]),
        st.tuples(st.sampled_from([T.ACK, T.UNACK]), st.integers(0, 11)),
    ),
    min_size=1,
    max_size=12,
)


@FEW
@given(HISTORIES, st.booleans())
def test_folding_twice_or_in_two_parts_gives_the_same_alert(steps, latching):
    events = story(*steps)
    whole = fold(events, latching=latching)
    half = fold(events[: len(events) // 2], latching=latching)
    for event in events[len(events) // 2 :]:
        half = after(half, event, latching=latching)
    assert whole == half == fold(events, latching=latching)


@FEW
@given(HISTORIES)
def test_an_acknowledgement_acts_only_on_the_annunciation_that_it_answers(steps):
    alert = None
    for event in story(*steps):
        before, alert = alert, after(alert, event)
        if event.trigger in {T.ACK, T.UNACK} and alert is not before and before is not None:
            assert event.answers == before.annunciation


@FEW
@given(HISTORIES)
def test_whether_the_condition_is_true_follows_its_last_change_in_every_state(steps):
    events = story(*steps)
    condition = False
    for number, event in enumerate(events):
        condition = {T.TRUE: True, T.FALSE: False}.get(event.trigger, condition)
        assert fold(events[: number + 1]).active is condition


@FEW
@given(HISTORIES)
def test_a_release_leads_to_where_the_condition_stands(steps):
    suppressed = fold(story(*steps, T.SUPPRESS))
    released = after(suppressed, story(*steps, T.SUPPRESS, T.UNSUPPRESS)[-1])
    assert released.state is (B if suppressed.active else A)


@FEW
@given(HISTORIES)
def test_the_order_of_acknowledgement_and_return_does_not_matter_for_the_end_state(steps):
    raised = (*steps, T.UNSUPPRESS, T.FALSE, T.TRUE)
    seen = fold(story(*raised))
    if seen.state is not B:
        return
    answers = int(seen.annunciation[1:])
    assert ends(*raised, (T.ACK, answers), T.FALSE) is ends(*raised, T.FALSE, (T.ACK, answers)) is A
