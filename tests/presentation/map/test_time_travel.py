"""A look back: where it leads, how far it reaches, how it is written."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.time_travel import AlertCall
from heyzack_console.presentation.map.time_travel import (
    SPANS,
    SPEEDS,
    Journey,
    band_words,
    counts_words,
    file_words,
    moment_tip,
    moment_words,
    record_words,
)

NOW = datetime(2026, 11, 25, 17, 40, 12, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
HERE = Journey(NOW)
BERLIN = ZoneInfo("Europe/Berlin")


def test_a_look_back_begins_at_the_present():
    assert not HERE.past
    assert (HERE.moment, HERE.seconds) == (NOW, HERE.length)


def test_a_step_is_as_long_as_the_span_asks_for():
    assert [NOW - HERE.over(span).stepped(-1).moment for span in SPANS] == [span.step for span in SPANS]


def test_stepping_forward_ends_at_the_present():
    back = HERE.stepped(-2)
    assert back.stepped(1).at == NOW - MINUTE
    assert not back.stepped(2).past
    assert not back.stepped(50).past


def test_nothing_lies_before_the_span_and_before_the_record():
    assert HERE.to(NOW - 5 * HOUR).at == NOW - HOUR
    known = HERE.recorded(NOW - 10 * MINUTE, ())
    assert known.to(NOW - HOUR).at == NOW - 10 * MINUTE
    assert HERE.to(NOW - HOUR).recorded(NOW - 10 * MINUTE, ()).at == NOW - 10 * MINUTE


def test_a_replay_runs_as_many_times_as_fast_and_ends_at_the_present():
    for speed in SPEEDS:
        running = Journey(NOW, speed=speed, span=SPANS[1]).to(NOW - 20 * HOUR).played(on=True)
        assert running.advanced(timedelta(seconds=1)).at == NOW - 20 * HOUR + timedelta(seconds=speed)
    ended = running.advanced(timedelta(days=1))
    assert not ended.past
    assert not ended.playing


def test_a_replay_from_the_present_begins_at_the_left_end():
    begun = HERE.recorded(NOW - 10 * MINUTE, ()).played(on=True)
    assert begun.playing
    assert begun.at == NOW - 10 * MINUTE
    assert not begun.played(on=False).playing


def test_without_a_replay_time_does_not_run():
    still = HERE.to(NOW - MINUTE)
    assert still.advanced(HOUR) is still


@given(st.integers(0, 40 * 86_400), st.integers(0, 40 * 86_400), st.sampled_from(SPANS))
def test_every_moment_lies_between_the_ends_of_the_slider(back, recorded, span):
    known = Journey(NOW, span=span).recorded(NOW - timedelta(seconds=recorded), ())
    found = known.to(NOW - timedelta(seconds=back))
    assert 0 <= found.seconds <= found.length
    assert not found.past or found.start <= found.moment < NOW


@given(st.integers(0, 3598))
def test_a_place_on_the_slider_leads_to_its_moment_and_back(second):
    assert HERE.to_second(second).seconds == second


def test_the_last_second_of_the_slider_is_the_present():
    assert not HERE.to_second(3599).past


def test_alerts_are_ticks_the_most_urgent_on_top():
    calls = tuple(
        AlertCall(NOW - back, Priority(priority))
        for back, priority in ((MINUTE, 1), (2 * MINUTE, 4), (2 * HOUR, 1), (30 * MINUTE, 2))
    )
    assert HERE.recorded(NOW - 3 * HOUR, calls).ticks() == ((3480, 4), (1800, 2), (3540, 1))


def test_of_alerts_that_began_close_together_the_most_urgent_is_the_tick():
    wide = HERE.over(SPANS[3])
    calls = tuple(AlertCall(NOW - timedelta(seconds=60 * n), Priority(1 + n % 4)) for n in range(20_000))
    ticks = wide.recorded(NOW - timedelta(days=40), calls).ticks()
    assert 0 < len(ticks) <= 400
    assert {priority for _, priority in ticks} == {1}


def test_a_moment_is_written_in_site_time_with_utc_behind():
    assert moment_words(NOW, BERLIN) == "Wed 25 Nov 2026, 18:40:12"
    assert moment_tip(NOW, BERLIN) == "2026-11-25 18:40:12 +0100\n2026-11-25 17:40:12 UTC"
    assert file_words(NOW, BERLIN) == "2026-11-25_184012"


def test_the_band_says_past_and_what_is_not_known():
    there = HERE.to(NOW - MINUTE)
    assert band_words(there, UTC, NOW - 2 * MINUTE).startswith("PAST · Wed 25 Nov 2026, 17:39:12 · the map alone")
    assert band_words(there, UTC, None).endswith("nothing was recorded yet")
    assert band_words(there, UTC, NOW - 3 * HOUR).endswith("nothing was recorded for 2 h")


def test_the_bar_says_since_when_there_is_a_record():
    assert record_words(HERE, UTC) == "Looking up the record"
    assert record_words(HERE.recorded(None, ()), UTC) == "Nothing is recorded yet"
    assert record_words(HERE.recorded(NOW - MINUTE, ()), UTC) == "Recorded since Wed 25 Nov 2026, 17:39:12"
    assert record_words(HERE.recorded(NOW - 2 * HOUR, ()), UTC) == ""


def test_alerts_that_wait_are_counted_by_priority():
    assert counts_words([Priority.P3, Priority.P1, Priority.P3]) == "P1 1 · P3 2 not acknowledged"
    assert counts_words([]) == "No alert waits"
