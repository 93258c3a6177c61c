"""What counts as an annunciation, and how long an alarm stood."""

from dataclasses import replace

from heyzack_console.domain.alerts.alert import AlertEvent, AlertId, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.rules.alerts.annunciations import told
from tests.support.alarm_history import second

T = Trigger


def event(number, trigger, **more):
    made = AlertEvent(
        EventId(f"e{number}"), AlertId("a"), DeviceId("d"), "warm", trigger, second(number), Priority.P3, "Warm"
    )
    return replace(made, **more)


def times(*events, until=1000):
    return [call.at for call in told(events, second(until)).annunciations]


def test_a_shelved_alarm_calls_again_when_its_shelving_ends_and_still_is_true():
    story = told([event(0, T.TRUE), event(10, T.SHELVE, until=second(60))], second(1000))
    assert [call.at for call in story.annunciations] == [second(0), second(60)]
    assert [(s.start, s.end) for s in story.standing] == [(second(0), second(10)), (second(60), None)]


def test_an_end_of_a_shelving_after_the_period_is_not_told():
    assert times(event(0, T.TRUE), event(10, T.SHELVE, until=second(60)), until=50) == [second(0)]


def test_what_is_suppressed_does_not_count_until_it_is_released():
    hidden = (event(0, T.SUPPRESS), event(1, T.TRUE))
    assert times(*hidden) == []
    assert times(*hidden, event(9, T.UNSUPPRESS)) == [second(9)]


def test_a_higher_priority_counts_and_taking_an_answer_back_does_not():
    seen = event(5, T.ACK, answers=EventId("e0"))
    assert times(event(0, T.TRUE), seen, event(6, T.UNACK, answers=EventId("e0"))) == [second(0)]
    assert times(event(0, T.TRUE), seen, event(7, T.REALARM, priority=Priority.P2)) == [second(0), second(7)]


def test_a_return_and_an_answer_belong_to_the_call_before_them():
    story = told(
        [event(0, T.TRUE), event(4, T.FALSE, value=21.5), event(9, T.ACK, answers=EventId("e0"), by="Ines")],
        second(100),
    )
    (call,) = story.annunciations
    assert (call.returned_at, call.returned_value, call.acknowledged_at) == (second(4), 21.5, second(9))
    assert [(ack.by, ack.at) for ack in story.acknowledgements] == [("Ines", second(9))]


def test_an_answer_to_an_earlier_call_is_no_answer():
    story = told([event(0, T.TRUE), event(1, T.ACK, answers=EventId("zz"))], second(100))
    assert story.acknowledgements == ()
