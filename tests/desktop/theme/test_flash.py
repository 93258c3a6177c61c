"""The one clock of everything that flashes."""

import pytest

from heyzack_console.desktop.theme.flash import FlashClock


@pytest.fixture
def clock(qapp):
    return FlashClock({"flash_half_ms": 500, "returned_flash_half_ms": 1500})


def test_unacknowledged_flashes_every_beat_and_returned_every_third(clock: FlashClock):
    seen = []
    for _ in range(6):
        seen.append((clock.lit_for("unacknowledged"), clock.lit_for("returned"), clock.lit_for("acknowledged")))
        clock.advance()
    assert [lit for lit, _, _ in seen] == [True, False] * 3
    assert [lit for _, lit, _ in seen] == [True, True, True, False, False, False]
    assert all(steady for _, _, steady in seen)


def test_all_who_paint_marks_are_told_at_once(clock: FlashClock):
    heard = []
    clock.ticked.connect(lambda: heard.append(clock.lit))
    clock.ticked.connect(lambda: heard.append(clock.lit))
    clock.advance()
    assert heard == [False, False]


def test_without_flashing_every_ring_stays_lit(clock: FlashClock):
    clock.start()
    clock.advance()
    clock.allow(flashing=False)
    assert clock.lit
    assert clock.returned_lit
    clock.stop()


def test_a_clock_that_may_flash_again_goes_on(clock: FlashClock, qtbot):
    clock.allow(flashing=False)
    clock.start()
    with qtbot.waitSignal(clock.ticked):
        clock.allow(flashing=True)
    clock.stop()
