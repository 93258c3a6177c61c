"""How long a point had each of its values."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.telemetry import Share, WordChange
from heyzack_console.rules.telemetry.shares import changes_inside, shares

T0 = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)


def at(minutes: float) -> datetime:
    return T0 + timedelta(minutes=minutes)


def change(minutes: float, value) -> WordChange:
    return WordChange(at(minutes), value)


def test_a_value_holds_until_the_next_one_and_the_last_until_the_end():
    changes = [change(-60, False), change(10, True), change(45, False)]
    assert shares(changes, at(0), at(60)) == (Share(True, 35 * 60_000), Share(False, 25 * 60_000))


def test_before_the_first_word_nothing_is_known():
    assert shares([change(50, "auto")], at(0), at(60)) == (Share("auto", 10 * 60_000),)
    assert shares([], at(0), at(60)) == ()


def test_only_changes_inside_count_and_the_first_word_ever_is_none():
    assert changes_inside([change(-60, False), change(0, True), change(60, False)], at(0), at(60)) == 1
    assert changes_inside([change(10, True)], at(0), at(60)) == 0


@given(st.lists(st.tuples(st.floats(-100, 100), st.sampled_from(["a", "b", True, 1.5])), min_size=1, max_size=20))
def test_the_shares_sum_up_to_the_time_for_which_a_word_is_known(told):
    changes = [change(minutes, value) for minutes, value in sorted(told, key=lambda one: one[0])]
    known = at(60) - max(at(0), min(changes[0].at, at(60)))
    total = sum(share.ms for share in shares(changes, at(0), at(60)))
    assert abs(total - known / timedelta(milliseconds=1)) <= len(changes)
