"""Keys that sort by time, the engine's pulse, troubles that are told once."""

import asyncio
import logging
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from heyzack_console.services.keys import new_key
from heyzack_console.services.loops import Loops, Pulse
from heyzack_console.services.troubles import Troubles
from tests.support.building import T0, at
from tests.support.hand_clock import HandClock


@hypothesis_settings(max_examples=100)
@given(st.timedeltas(timedelta(), timedelta(days=36_500)), st.timedeltas(timedelta(milliseconds=1), timedelta(days=9)))
def test_keys_are_version_7_and_sort_by_the_time_of_their_making(since, later):
    first, second = new_key(T0 + since), new_key(T0 + since + later + timedelta(milliseconds=1))
    assert UUID(first).version == 7
    assert UUID(first).variant == UUID(second).variant == "specified in RFC 4122"
    assert first < second


def test_keys_of_one_moment_differ():
    assert len({new_key(T0) for _ in range(1000)}) == 1000


async def test_a_pulse_tells_the_time_again_and_again():
    clock, told, enough = HandClock(), [], asyncio.Event()

    def tick(now):
        told.append(now)
        clock.advance(1)
        if len(told) == 3:
            enough.set()

    async with asyncio.TaskGroup() as group:
        running = group.create_task(Loops(clock, (), (Pulse(0.001, ticks=(tick,)),)).run())
        await enough.wait()
        running.cancel()
    assert told[:3] == [at(0), at(1), at(2)]


async def test_a_fault_in_one_loop_ends_them_all():
    ended = asyncio.Event()

    async def lives():
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    def breaks(_now):
        raise ZeroDivisionError

    with pytest.raises(ExceptionGroup) as failed:
        await Loops(HandClock(), (lives,), (Pulse(1.0, ticks=(breaks,)),)).run()
    assert failed.group_contains(ZeroDivisionError)
    assert ended.is_set()


def test_a_trouble_is_logged_when_it_comes_and_when_it_goes_only(caplog):
    troubles = Troubles()
    with caplog.at_level(logging.INFO):
        for _ in range(5):
            troubles.came("disk", "The disk is full.")
        troubles.went("disk")
        troubles.went("disk")
    assert (len(caplog.records), troubles.sentences) == (2, ())


def test_of_one_cause_the_newest_sentence_stands():
    troubles = Troubles()
    troubles.came("disk", "The disk is nearly full.")
    troubles.came("keys", "The vault is locked.")
    troubles.came("disk", "The disk is full.")
    assert troubles.sentences == ("The disk is full.", "The vault is locked.")
