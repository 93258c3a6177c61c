"""What the sieve lets through of repeated and mixed-up messages."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain.cloud import CloudHappening, CloudNews
from heyzack_console.tuya.queue.events import Content, Message, PointValue, PointValues
from heyzack_console.tuya.queue.sieve import Sieve, Sifting
from tests.support.queue_server import WHEN


def message(name, *values, data_id=""):
    """*values* are (device, code, seconds, value)."""
    events = tuple(
        PointValues(device, (PointValue(code, None, value, WHEN + timedelta(seconds=at)),))
        for device, code, at, value in values
    )
    return Message(name, Content(events, data_id), None, 1)


def passed(sieve, *messages, keeps=True):
    sifting = Sifting(sieve)
    events = [event for one in messages for event in sifting.pass_on(one)]
    if keeps:
        sifting.keep()
    return [(e.device, v.code, (v.at - WHEN).total_seconds(), v.value) for e in events for v in e.values]


def test_a_repeated_data_id_under_another_message_id_is_held_back():
    sieve = Sieve()
    assert passed(sieve, message("m1", ("d", "a", 1, 5), data_id="x")) == [("d", "a", 1, 5)]
    assert passed(sieve, message("m2", ("d", "a", 2, 6), data_id="x")) == []


def test_a_batch_that_was_not_kept_passes_again():
    sieve = Sieve()
    one = message("m1", ("d", "a", 1, 5))
    assert passed(sieve, one, keeps=False) == passed(sieve, one)
    assert passed(sieve, one) == []


def news(name, happening, seconds=0.0, text=""):
    return Message(name, Content((CloudNews("d", happening, WHEN + timedelta(seconds=seconds), text),)), None, 1)


def happenings(sieve, *messages):
    sifting = Sifting(sieve)
    told = [event.happening for one in messages for event in sifting.pass_on(one)]
    sifting.keep()
    return told


def test_news_are_not_ordered_by_the_times_of_values():
    sieve = Sieve()
    passed(sieve, message("m1", ("d", "a", 10, 5)))
    assert happenings(sieve, news("m2", CloudHappening.ONLINE)) == [CloudHappening.ONLINE]


def test_a_late_offline_does_not_undo_a_newer_online_nor_touch_a_name():
    late = [news("m2", CloudHappening.OFFLINE, 4), news("m3", CloudHappening.RENAMED, 4, "Hall")]
    told = happenings(Sieve(), news("m1", CloudHappening.ONLINE, 5), *late)
    assert told == [CloudHappening.ONLINE, CloudHappening.RENAMED]


def test_news_that_both_families_tell_pass_once():
    twice = [news("m1", CloudHappening.OFFLINE, 4), news("m2", CloudHappening.OFFLINE, 4)]
    assert happenings(Sieve(), *twice) == [CloudHappening.OFFLINE]


def test_taking_out_and_in_at_one_moment_are_both_told():
    both = [news("m1", CloudHappening.UNBOUND, 4), news("m2", CloudHappening.BOUND, 4)]
    assert happenings(Sieve(), *both) == [CloudHappening.UNBOUND, CloudHappening.BOUND]


def test_another_value_of_the_same_time_passes():
    sieve = Sieve()
    assert len(passed(sieve, message("m1", ("d", "a", 1, 5)), message("m2", ("d", "a", 1, 6)))) == 2


def test_what_is_remembered_is_bounded():
    sieve = Sieve(ids_kept=2, points_kept=2)
    for number in range(4):
        passed(sieve, message(f"m{number}", (f"d{number}", "a", 1, 5)))
    assert [sieve.knows(f"m:m{number}") for number in range(4)] == [False, False, True, True]
    assert [sieve.newest((f"d{number}", "a", None)) is None for number in range(4)] == [True, True, False, False]


CHANGES = st.lists(
    st.tuples(st.sampled_from("de"), st.sampled_from("ab"), st.integers(0, 20), st.integers(0, 3)), max_size=30
)


@given(CHANGES, st.data())
@settings(max_examples=150)
def test_in_any_order_and_repetition_time_never_runs_back_and_the_newest_is_told(changes, data):
    messages = [message(f"m{number}", change) for number, change in enumerate(changes)]
    shuffled = data.draw(st.permutations(messages + messages[: len(messages) // 2]))
    sieve, told = Sieve(), []
    while shuffled:
        size = data.draw(st.integers(1, 5))
        batch, shuffled = shuffled[:size], shuffled[size:]
        if data.draw(st.booleans()):
            passed(sieve, *batch, keeps=False)
        told += passed(sieve, *batch)
    for point in {change[:2] for change in changes}:
        times = [at for *where, at, _ in told if tuple(where) == point]
        assert times == sorted(times)
        assert times[-1] == max(at for *where, at, _ in changes if tuple(where) == point)
