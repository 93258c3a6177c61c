"""Handing over to the next shift."""

import pytest

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.hand_overs import HandOver, HandOvers
from tests.support.console import console


async def test_a_hand_over_names_the_person_the_moment_and_the_note() -> None:
    async with console() as opened:
        done = await opened.engine.do(HandOver("  Chiller 1 is watched "))
        (kept,) = await opened.engine.ask(HandOvers())
        assert done.undoable
        assert (kept.id, kept.note) == (done.made, "Chiller 1 is watched")
        assert kept.by
        assert kept.at == opened.clock.now()


async def test_a_note_that_is_too_long_is_refused_and_nothing_is_recorded() -> None:
    async with console() as opened:
        with pytest.raises(InvalidInput, match="2,000 characters"):
            await opened.engine.do(HandOver("x" * 2_001))
        assert await opened.engine.ask(HandOvers()) == ()
