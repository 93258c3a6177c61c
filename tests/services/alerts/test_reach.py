"""Devices that cannot be reached, and what is only the consequence of a lost gateway."""

from heyzack_console.domain.alerts.alert import AlertState, Trigger
from heyzack_console.domain.devices.health import PathState
from heyzack_console.ports.engine.journal import ChangeSetting
from tests.support.building import BOOK, CLIMATE, GATEWAY, LEAK, SMOKE, THERMOSTAT, VALVE
from tests.support.console import console
from tests.support.memory_store import Disk

A, B, C, D, F = (AlertState(letter) for letter in "ABCDF")
BEHIND = (LEAK, CLIMATE)


async def test_a_lost_device_is_announced_after_its_delay():
    async with console() as app:
        app.lan.connect(THERMOSTAT)
        await app.wait(20)
        app.lan.lose(THERMOSTAT)
        await app.wait(29)
        assert await app.alerts() == ()
        await app.wait(2)
        assert [a.condition for a in await app.alerts()] == ["Not reachable"]


async def test_a_device_that_comes_back_in_time_is_never_announced():
    async with console() as app:
        await app.wait(20)
        app.lan.lose(THERMOSTAT)
        await app.wait(25)
        app.lan.connect(THERMOSTAT)
        await app.wait(60)
        assert app.disk.events == []


async def test_the_delay_is_a_setting_that_acts_at_once():
    async with console() as app:
        await app.engine.do(ChangeSetting("alerts.unreachable_after_s", 5))
        await app.wait(20)
        app.lan.lose(THERMOSTAT)
        await app.wait(6)
        assert len(await app.alerts()) == 1


async def test_losses_in_the_first_seconds_of_a_run_count_from_the_end_of_the_grace():
    async with console() as app:
        app.lan.lose(THERMOSTAT, VALVE)
        await app.wait(39)
        assert await app.alerts() == ()
        await app.wait(2)
        assert len(await app.alerts()) == 2


async def test_a_sleeper_is_not_missed():
    async with console() as app:
        app.lan.path(SMOKE, PathState.ASLEEP)
        await app.wait(120)
        assert await app.alerts() == ()


async def test_a_lost_gateway_is_one_alert_with_its_children_as_consequences():
    async with console() as app:
        app.lan.connect(GATEWAY, *BEHIND)
        await app.wait(20)
        app.lan.lose(*BEHIND, GATEWAY)
        await app.wait(31)
        states = await app.states()
        assert states == {GATEWAY.id: B, LEAK.id: F, CLIMATE.id: F}
        (gateway,) = [a for a in await app.alerts() if a.state is B]
        assert (gateway.condition, gateway.consequences) == ("Gateway not reachable", 2)
        assert {a.parent for a in await app.alerts() if a.state is F} == {gateway.id}


async def test_children_lost_long_before_their_gateway_become_consequences_when_it_is_announced():
    async with console() as app:
        app.lan.connect(GATEWAY, *BEHIND)
        await app.wait(20)
        app.lan.lose(LEAK)
        await app.wait(31)
        assert await app.states() == {LEAK.id: B}
        app.lan.lose(GATEWAY, CLIMATE)
        await app.wait(31)
        assert await app.states() == {GATEWAY.id: B, LEAK.id: F, CLIMATE.id: F}


async def test_children_wait_while_the_gateway_is_still_being_tried():
    async with console() as app:
        await app.wait(20)
        app.lan.path(GATEWAY, PathState.CONNECTING)
        app.lan.lose(*BEHIND)
        await app.wait(60)
        assert await app.alerts() == ()


async def test_when_the_gateway_is_back_its_children_leave_quietly():
    async with console() as app:
        app.lan.connect(GATEWAY, *BEHIND)
        await app.wait(20)
        app.lan.lose(GATEWAY, *BEHIND)
        await app.wait(31)
        app.lan.connect(GATEWAY, *BEHIND)
        await app.wait(40)
        assert await app.states() == {GATEWAY.id: D}
        (gateway,) = await app.alerts()
        assert gateway.consequences == 0


async def test_a_child_that_stays_away_after_its_gateway_is_back_is_announced():
    async with console() as app:
        app.lan.connect(GATEWAY, *BEHIND)
        await app.wait(20)
        app.lan.lose(GATEWAY, *BEHIND)
        await app.wait(31)
        app.lan.connect(GATEWAY, CLIMATE)
        await app.wait(29)
        assert (await app.states())[LEAK.id] is F
        await app.wait(2)
        assert await app.states() == {GATEWAY.id: D, LEAK.id: B}


async def test_a_gateway_that_fails_again_before_its_child_is_announced_keeps_it_hidden():
    async with console() as app:
        app.lan.connect(GATEWAY, *BEHIND)
        await app.wait(20)
        app.lan.lose(GATEWAY, *BEHIND)
        await app.wait(31)
        app.lan.connect(GATEWAY)
        await app.wait(10)
        app.lan.lose(GATEWAY)
        await app.wait(60)
        assert await app.states() == {GATEWAY.id: B, LEAK.id: F, CLIMATE.id: F}
        assert Trigger.UNSUPPRESS not in {event.trigger for event in app.disk.events}


async def test_a_restart_during_a_gateway_loss_annunciates_nothing_twice():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.connect(GATEWAY, *BEHIND)
        await app.wait(20)
        app.lan.lose(GATEWAY, *BEHIND)
        await app.wait(31)
        before = await app.states()
    written = len(disk.events)
    async with console(disk, app.clock) as app:
        app.lan.lose(*BEHIND, GATEWAY)
        await app.wait(90)
        assert await app.states() == before
        assert len(disk.events) == written
        assert max(a.consequences for a in await app.alerts()) == 2
        app.lan.connect(GATEWAY, *BEHIND)
        await app.wait(40)
        assert await app.states() == {GATEWAY.id: D}
