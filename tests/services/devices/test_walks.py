"""A walk test is a record; its ticks too, and a store that refuses loses none."""

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import IllegalTransition, InvalidInput, NotFound, StoreFull
from heyzack_console.domain.identity import Actor, ActorId, By, Role
from heyzack_console.ports.engine.walks import FinishWalk, StartWalk, Walks
from heyzack_console.services.devices.walks import WalkDesk
from heyzack_console.services.feed import Feed
from tests.services.devices.test_diagnosis import Book
from tests.support.building import LEAK, THERMOSTAT, VALVE, reading
from tests.support.hand_clock import HandClock
from tests.support.memory_walks import MemoryWalks

INES = By(Actor(ActorId("1" * 32), "Ines", Role.TECHNICIAN), "", "StartWalk")


def by_rule(command):
    return By(INES.actor, "", command)


@pytest.fixture
def clock():
    return HandClock()


@pytest.fixture
def store():
    return MemoryWalks()


@pytest.fixture
def desk(store, clock):
    return WalkDesk(store, Book(), Feed(clock), clock, by_rule)


def fresh(device, clock):
    clock.advance(1)
    return reading(device, "x", 1, (clock.now() - reading(device, "x", 1).at).total_seconds())


async def test_ticks_are_written_at_the_next_beat_and_read_again(desk, store, clock):
    made = (await desk.start(StartWalk("Ground", (THERMOSTAT.id, LEAK.id, LEAK.id)), INES)).made
    desk.heard(fresh(LEAK, clock), clock.now())
    desk.heard(fresh(VALVE, clock), clock.now())
    assert store.walks[made].ticks == ()
    await desk.save(clock.now())
    await desk.save(clock.now())
    assert store.commands == ["StartWalk", "TickWalk"]
    again = WalkDesk(store, Book(), Feed(clock), clock, by_rule)
    await again.load()
    assert again.running is not None
    assert (again.running.by, again.running.ticked) == ("Ines", {LEAK.id})
    receipt = await again.finish(FinishWalk(made), INES)
    assert receipt.text == "Walk test “Ground” finished: 1 of 2 ticked."
    assert again.running is None


async def test_a_store_that_refuses_loses_no_tick(desk, store, clock):
    made = (await desk.start(StartWalk("Ground", (LEAK.id,)), INES)).made
    store.refusal = StoreFull("There is no room.")
    desk.heard(fresh(LEAK, clock), clock.now())
    await desk.save(clock.now())
    store.refusal = None
    await desk.save(clock.now())
    assert store.walks[made].ticked == {LEAK.id}


async def test_what_cannot_be_is_refused_in_words(desk):
    with pytest.raises(InvalidInput, match="title"):
        await desk.start(StartWalk("  ", (LEAK.id,)), INES)
    with pytest.raises(InvalidInput, match="no device"):
        await desk.start(StartWalk("Ground", ()), INES)
    with pytest.raises(NotFound):
        await desk.start(StartWalk("Ground", (DeviceId("elsewhere"),)), INES)
    with pytest.raises(NotFound):
        await desk.finish(FinishWalk("0" * 32), INES)
    made = (await desk.start(StartWalk("Ground", (LEAK.id,)), INES)).made
    with pytest.raises(IllegalTransition, match="still runs"):
        await desk.start(StartWalk("Again", (LEAK.id,)), INES)
    await desk.finish(FinishWalk(made), INES)
    with pytest.raises(IllegalTransition, match="ended already"):
        await desk.finish(FinishWalk(made), INES)
    assert [walk.title for walk in await desk.walks(Walks())] == ["Ground"]
