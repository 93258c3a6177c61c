"""Alerts from the value on the wire to the operator's acknowledgement, and across restarts."""

import asyncio
from dataclasses import replace

import pytest

from heyzack_console.domain.alerts.alert import AlertState, EventId, Trigger
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.errors import IllegalTransition, StoreFull
from heyzack_console.ports.engine.alerts import Acknowledge, AlertHistory, AlertRules, Unacknowledge
from heyzack_console.ports.engine.devices import PlaceDevices, RemoveDevices, RenameDevice
from heyzack_console.ports.engine.journal import Undo
from tests.support.building import BOOK, CLIMATE, DEVICES, LEAK, SMOKE, THERMOSTAT
from tests.support.console import console
from tests.support.memory_store import Disk

B, C, D = AlertState.UNACKNOWLEDGED, AlertState.ACKNOWLEDGED, AlertState.RETURNED


async def seen(app, note=""):
    """Acknowledge everything that is shown."""
    return await app.engine.do(Acknowledge(tuple((a.id, a.annunciation) for a in await app.alerts()), note))


async def test_smoke_is_announced_at_once_with_the_highest_priority():
    async with console() as app:
        app.lan.connect(SMOKE)
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        (alert,) = await app.alerts()
        assert (alert.state, alert.priority, alert.condition, alert.value) == (
            B,
            Priority.P1,
            "Smoke detected",
            "alarm",
        )


async def test_a_threshold_is_announced_only_after_its_delay_without_a_break():
    async with console() as app:
        app.lan.tell(THERMOSTAT, "temp_current", 31.0)
        await app.wait(299)
        assert await app.alerts() == ()
        app.lan.tell(THERMOSTAT, "temp_current", 29.0)
        app.lan.tell(THERMOSTAT, "temp_current", 31.0)
        await app.wait(299)
        assert await app.alerts() == ()
        await app.wait(2)
        (alert,) = await app.alerts()
        assert (alert.device, alert.value, alert.limit, alert.unit) == (THERMOSTAT.id, 31.0, 30.0, "°C")


async def test_an_announced_threshold_clears_only_beyond_its_dead_band():
    async with console() as app:
        app.lan.tell(THERMOSTAT, "temp_current", 31.0)
        await app.wait(301)
        app.lan.tell(THERMOSTAT, "temp_current", 29.5)
        assert [a.state for a in await app.alerts()] == [B]
        app.lan.tell(THERMOSTAT, "temp_current", 29.0)
        assert [a.state for a in await app.alerts()] == [D]


async def test_remembered_values_raise_nothing():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.tell(SMOKE, "battery_percentage", 90)
        await app.settle()
    key = SMOKE.id, "battery_percentage"
    disk.twins[key] = replace(disk.twins[key], value=3)
    async with console(disk) as app:
        await app.wait(5)
        assert (await app.twin(SMOKE, "battery_percentage")).value == 3
        assert await app.alerts() == ()


async def test_a_fault_is_named_by_its_bits_and_another_bit_calls_again():
    async with console() as app:
        app.lan.tell(THERMOSTAT, "fault", 0b001)
        (alert,) = await app.alerts()
        assert (alert.condition, alert.priority) == ("Fault: E1", Priority.P3)
        await seen(app)
        app.lan.tell(THERMOSTAT, "fault", 0b101)
        (alert,) = await app.alerts()
        assert (alert.condition, alert.state, alert.count) == ("Fault: E1, E3", B, 2)


async def test_a_sensor_that_does_not_move_for_a_day_is_called_stuck_until_it_moves():
    async with console() as app:
        app.lan.tell(CLIMATE, "va_temperature", 21.0)
        app.services.parts.ground.pipeline.drain()
        app.clock.advance(86_300)
        app.lan.tell(CLIMATE, "va_temperature", 21.0)
        await app.wait(99)
        assert await app.alerts() == ()
        await app.wait(2)
        assert [(a.condition, a.priority) for a in await app.alerts()] == [("Sensor stuck", Priority.P4)]
        app.lan.tell(CLIMATE, "va_temperature", 21.1)
        assert await app.alerts() == ()


async def test_an_acknowledgement_is_journalled_with_who_and_why():
    async with console() as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        receipt = await seen(app, "on my way")
        (alert,) = await app.alerts()
        assert (alert.state, alert.acknowledged_by, alert.note) == (C, "Ines", "on my way")
        ref, by = app.disk.entries[-1]
        assert (receipt.entry, by.actor.name, by.command, by.reason) == (ref, "Ines", "Acknowledge", "on my way")
        assert app.disk.events[-1].answers == alert.annunciation


async def test_what_changed_since_it_was_shown_is_left_out_and_said():
    async with console() as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        app.lan.tell(LEAK, "watersensor_state", "alarm")
        shown = {a.device: (a.id, a.annunciation) for a in await app.alerts()}
        for state in ("normal", "alarm"):
            app.lan.tell(LEAK, "watersensor_state", state)
        await app.settle()
        receipt = await app.engine.do(Acknowledge(tuple(shown.values())))
        assert (receipt.count, await app.states()) == (1, {SMOKE.id: C, LEAK.id: B})
        assert "1 had changed meanwhile and was left" in receipt.text


async def test_an_acknowledgement_of_nothing_current_is_refused():
    async with console() as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        (alert,) = await app.alerts()
        with pytest.raises(IllegalTransition, match="changed meanwhile"):
            await app.engine.do(Acknowledge(((alert.id, EventId("0" * 32)),)))
        await seen(app)
        with pytest.raises(IllegalTransition):
            await seen(app)


async def test_an_acknowledgement_can_be_taken_back():
    async with console() as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        await seen(app)
        (alert,) = await app.alerts()
        await app.engine.do(Unacknowledge(((alert.id, alert.annunciation),)))
        assert (await app.states())[SMOKE.id] is B


async def test_undo_takes_an_acknowledgement_of_many_back():
    async with console() as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        app.lan.tell(LEAK, "watersensor_state", "alarm")
        await app.settle()
        receipt = await seen(app)
        await app.engine.do(Undo(receipt.entry))
        assert set((await app.states()).values()) == {B}


async def test_states_survive_a_restart_without_a_second_annunciation():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        app.lan.tell(LEAK, "watersensor_state", "alarm")
        app.lan.tell(THERMOSTAT, "fault", 1)
        await app.settle()
        await seen(app)
        app.lan.tell(LEAK, "watersensor_state", "normal")
        before = await app.alerts()
    written = len(disk.events)
    async with console(disk, app.clock) as app:
        assert await app.alerts() == before
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        await app.wait(60)
        assert await app.alerts() == before
        assert len(disk.events) == written


async def test_a_condition_that_went_while_the_engine_was_away_returns_with_the_first_live_value():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        await app.settle()
    async with console(disk, app.clock) as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "normal")
        assert await app.states() == {SMOKE.id: D}


async def test_while_the_store_refuses_alerts_go_on_and_are_written_later():
    async with console() as app:
        app.disk.full = True
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        assert await app.states() == {SMOKE.id: B}
        assert app.disk.events == []
        assert any("not recorded" in sentence for sentence in app.services.parts.ground.troubles.sentences)
        app.disk.full = False
        await app.wait(1)
        assert [e.trigger for e in app.disk.events] == [Trigger.TRUE]
        assert app.services.parts.ground.troubles.sentences == ()


async def test_an_acknowledgement_that_cannot_be_written_leaves_the_alert_as_it_was():
    async with console() as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        before = await app.alerts()
        app.disk.full = True
        with pytest.raises(StoreFull):
            await seen(app)
        assert await app.alerts() == before
        app.disk.full = False
        await app.wait(1)
        assert [e.trigger for e in app.disk.events] == [Trigger.TRUE]


async def test_the_alerts_of_a_removed_device_end_with_it():
    async with console() as app:
        app.lan.tell(THERMOSTAT, "fault", 1)
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        await app.settle()
        await app.engine.do(RemoveDevices((THERMOSTAT.id,)))
        assert await app.states() == {THERMOSTAT.id: D, SMOKE.id: B}


async def test_the_history_shows_events_newest_first_and_the_rules_their_guidance():
    async with console() as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        await app.settle()
        await seen(app)
        assert [e.trigger for e in await app.engine.ask(AlertHistory())] == [Trigger.ACK, Trigger.TRUE]
        rules = await app.engine.ask(AlertRules())
        assert {rule.id for rule in rules} >= {"smoke/smoke_sensor_state", "gateway_unreachable"}
        assert len(DEVICES) == 6


async def test_a_last_acknowledgement_that_cannot_be_written_leaves_the_alert_in_the_queue():
    async with console() as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        app.lan.tell(SMOKE, "smoke_sensor_state", "normal")
        before = await app.alerts()
        assert [a.state for a in before] == [D]
        app.disk.full = True
        with pytest.raises(StoreFull):
            await seen(app)
        assert await app.alerts() == before
        app.disk.full = False
        await seen(app)
        assert await app.alerts() == ()


async def test_the_journal_has_people_s_answers_and_rules_events_in_the_order_in_which_they_acted():
    async with console() as app:
        pipeline = app.services.parts.ground.pipeline
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        pipeline.drain()
        (alert,) = app.services.parts.alerts.book.all()
        async with asyncio.TaskGroup() as group:
            group.create_task(app.engine.do(Acknowledge(((alert.id, alert.annunciation),))))
            app.services.parts.alerts.line.tick(app.clock.now())
            await asyncio.sleep(0)
            app.lan.tell(SMOKE, "smoke_sensor_state", "normal")
            pipeline.drain()
        await app.settle()
        assert [e.trigger for e in app.disk.events] == [Trigger.TRUE, Trigger.ACK, Trigger.FALSE]


async def test_a_delay_goes_on_while_its_device_is_renamed_and_moved():
    async with console() as app:
        app.lan.tell(THERMOSTAT, "temp_current", 31.0)
        await app.wait(200)
        await app.engine.do(RenameDevice(THERMOSTAT.id, "Thermostat hall"))
        await app.engine.do(PlaceDevices(((THERMOSTAT.id, None),)))
        await app.wait(101)
        assert await app.states() == {THERMOSTAT.id: B}


async def test_when_the_rules_change_the_last_value_is_judged_by_the_new_ones():
    async with console() as app:
        app.lan.tell(CLIMATE, "va_temperature", 28.0)
        await app.wait(61)
        assert await app.alerts() == ()
        await app.engine.do(RenameDevice(CLIMATE.id, "Server room 1.02"))
        await app.wait(59)
        assert await app.alerts() == ()
        await app.wait(2)
        assert [a.condition for a in await app.alerts()] == ["Server room too warm"]


async def test_an_announced_condition_stays_announced_once_when_its_device_is_renamed():
    async with console() as app:
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        await app.settle()
        await app.engine.do(RenameDevice(SMOKE.id, "Smoke hall"))
        app.lan.tell(SMOKE, "smoke_sensor_state", "alarm")
        assert [(a.state, a.count) for a in await app.alerts()] == [(B, 1)]
        app.lan.tell(SMOKE, "smoke_sensor_state", "normal")
        assert await app.states() == {SMOKE.id: D}
