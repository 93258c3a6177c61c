"""The wall clock."""

from datetime import UTC, datetime

from heyzack_console.host.clock import WallClock


def test_the_clock_tells_aware_utc():
    before = datetime.now(UTC)
    told = WallClock().now()
    assert told.tzinfo is UTC
    assert before <= told <= datetime.now(UTC)
