"""The ladder: which steps are due while an alert calls, and what an answer does to them."""

from dataclasses import replace
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, EventId, Trigger
from heyzack_console.domain.notifications.policies import Policy, PolicyId, Step, Target, TargetKind
from heyzack_console.rules.oncall.calling import call_of
from heyzack_console.rules.oncall.escalation import due, next_due
from tests.support.building import CLIMATE, at

FIRST, SECOND, THIRD = (Target(TargetKind.PERSON, name) for name in ("first", "second", "third"))


def minutes(count: float) -> datetime:
    return at(60 * count)


def policy(repeat: int = 0) -> Policy:
    steps = (
        Step(timedelta(0), (FIRST,)),
        Step(timedelta(minutes=5), (SECOND,)),
        Step(timedelta(minutes=10), (THIRD,)),
    )
    return Policy(PolicyId("p"), "Building", steps, repeat=repeat, pause=timedelta(minutes=30))


def event(name: str, trigger: Trigger, moment: datetime, answers: str = "", until: datetime | None = None):
    return AlertEvent(
        EventId(name), AlertId("a"), CLIMATE.id, "warm", trigger, moment,
        answers=EventId(answers) if answers else None, until=until,
    )  # fmt: skip


def numbers(found) -> list[tuple[int, datetime]]:
    return [(step.number, step.at) for step in found]


def test_each_step_is_due_its_delay_after_the_one_before():
    calls = ((minutes(0), None),)
    assert numbers(due(policy(), calls, minutes(0))) == [(0, minutes(0))]
    assert numbers(due(policy(), calls, minutes(4.9))) == [(0, minutes(0))]
    assert numbers(due(policy(), calls, minutes(60))) == [(0, minutes(0)), (1, minutes(5)), (2, minutes(15))]
    assert next_due(policy(), calls, minutes(6)) == minutes(15)
    assert next_due(policy(), calls, minutes(16)) is None


def test_a_repeated_ladder_begins_again_a_pause_after_its_last_step():
    found = due(policy(repeat=1), ((minutes(0), None),), minutes(600))
    assert numbers(found)[3:] == [(3, minutes(45)), (4, minutes(50)), (5, minutes(60))]


def test_what_called_long_before_the_policy_was_made_begins_its_ladder_with_it():
    late = replace(policy(), since=minutes(100))
    spans = ((minutes(0), minutes(20)), (minutes(40), None))
    assert numbers(due(late, spans, minutes(99))) == []
    assert numbers(due(late, spans, minutes(106))) == [(0, minutes(100)), (1, minutes(105))]


def test_an_acknowledgement_stops_the_ladder_and_taking_it_back_lets_it_go_on_where_it_was():
    events = [
        event("e0", Trigger.TRUE, minutes(0)),
        event("e1", Trigger.ACK, minutes(7), "e0"),
        event("e2", Trigger.UNACK, minutes(100), "e0"),
    ]
    stopped = call_of(events[:2], minutes(90))
    assert not stopped.open
    assert numbers(due(policy(), stopped.spans, minutes(90))) == [(0, minutes(0)), (1, minutes(5))]
    assert next_due(policy(), stopped.spans, minutes(90)) is None
    again = call_of(events, minutes(120))
    assert again.annunciation == "e0"
    assert numbers(due(policy(), again.spans, minutes(107.9)))[-1] == (1, minutes(5))
    assert numbers(due(policy(), again.spans, minutes(108)))[-1] == (2, minutes(108))


def test_an_alert_that_returned_before_anybody_saw_it_still_calls():
    events = [event("e0", Trigger.TRUE, minutes(0)), event("e1", Trigger.FALSE, minutes(1))]
    assert call_of(events, minutes(9)).spans == ((minutes(0), None),)
    assert not call_of(events, minutes(9), latching=False).open


def test_a_new_annunciation_begins_a_ladder_of_its_own():
    events = [
        event("e0", Trigger.TRUE, minutes(0)),
        event("e1", Trigger.ACK, minutes(1), "e0"),
        event("e2", Trigger.FALSE, minutes(2)),
        event("e3", Trigger.TRUE, minutes(9)),
    ]
    call = call_of(events, minutes(10))
    assert (call.annunciation, call.spans) == ("e3", ((minutes(9), None),))


def test_a_shelved_alert_does_not_call_until_its_shelving_ends():
    events = [
        event("e0", Trigger.TRUE, minutes(0)),
        event("e1", Trigger.SHELVE, minutes(2), until=minutes(30)),
    ]
    assert not call_of(events, minutes(20)).open
    late = call_of(events, minutes(40))
    assert (late.annunciation, late.spans) == ("e1:up", ((minutes(30), None),))


def test_what_was_suppressed_from_the_start_never_calls():
    events = [event("e0", Trigger.SUPPRESS, minutes(0)), event("e1", Trigger.TRUE, minutes(0))]
    assert call_of(events, minutes(9)) is None


@given(st.lists(st.integers(1, 40), min_size=1, max_size=8), st.integers(0, 400), st.integers(0, 3))
def test_steps_never_come_out_of_order_and_one_that_was_due_stays_due(lengths, passed, repeat):
    edges, moment = [], 0
    for length in lengths:
        edges.append((minutes(moment), minutes(moment + length)))
        moment += length + 5
    spans = (*edges, (minutes(moment), None))
    early, late = due(policy(repeat), spans, minutes(passed)), due(policy(repeat), spans, minutes(passed + 17))
    assert late[: len(early)] == early
    assert [step.number for step in late] == list(range(len(late)))
    assert [step.at for step in late] == sorted(step.at for step in late)
    assert all(any(start <= step.at and (end is None or step.at < end) for start, end in spans) for step in late)
