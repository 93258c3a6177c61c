"""The hybrid clock."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.storage.clock import HybridClock, from_us, stamp_at, time_of, to_ms, to_us

MOMENTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis takes naive bounds


@given(st.lists(st.integers(0, 2**42), min_size=2, max_size=30), st.integers(-(10**9), 10**9))
def test_stamps_rise_whatever_the_wall_clock_does(walls: list[int], offset: int):
    clock = HybridClock(0, offset)
    stamps = [clock.tick(wall) for wall in walls]
    assert stamps == sorted(set(stamps))
    assert all(stamp >= (wall + offset) << 16 for stamp, wall in zip(stamps, walls, strict=True))


def test_a_wall_clock_set_back_twenty_years_goes_on_by_one():
    clock = HybridClock()
    now = clock.tick(to_ms(datetime(2026, 3, 1, tzinfo=UTC)))
    assert clock.tick(to_ms(datetime(2006, 3, 1, tzinfo=UTC))) == now + 1


def test_a_stamp_follows_the_last_one_of_an_earlier_run():
    assert HybridClock(1 << 60).tick(0) == (1 << 60) + 1


def test_the_offset_moves_stamps_to_trusted_time():
    day = datetime(2026, 3, 1, tzinfo=UTC)
    assert time_of(HybridClock(0, 3_600_000).tick(to_ms(day))) == day + timedelta(hours=1)


@given(MOMENTS)
def test_a_moment_comes_back_from_its_microseconds(moment: datetime):
    assert from_us(to_us(moment)) == moment
    assert time_of(stamp_at(moment)) <= moment < time_of(stamp_at(moment) + 1)
