"""Shelving: from the command to the end that comes by itself, over restarts and clocks that jump."""

from datetime import datetime, timedelta

import pytest

from heyzack_console.domain.alerts.alert import AlertState, EventId, Trigger
from heyzack_console.domain.errors import IllegalTransition, InvalidInput, PermissionDenied, StoreFull
from heyzack_console.domain.identity import Actor, Role
from heyzack_console.ports.engine.alerts import Acknowledge, Shelve, Unshelve
from heyzack_console.ports.engine.devices import RemoveDevices
from heyzack_console.ports.engine.journal import ChangeSetting, Undo
from heyzack_console.ports.engine.sites import Status
from tests.support.building import BOOK, LEAK, SMOKE
from tests.support.console import Console, console
from tests.support.memory_store import ADMIN, Disk

A, B, C, D, E = (AlertState(letter) for letter in "ABCDE")
HOUR = timedelta(hours=1)
WHY = "detector is being replaced"


async def smoke(app: Console, state: str = "alarm"):
    """Let the detector say *state*; answers with its alert."""
    app.lan.tell(SMOKE, "smoke_sensor_state", state)
    return next((a for a in await app.alerts() if a.device == SMOKE.id), None)


async def shelved(app: Console, span: timedelta = HOUR, why: str = WHY):
    """Shelve everything that is shown."""
    seen = tuple((a.id, a.annunciation) for a in await app.alerts())
    return await app.engine.do(Shelve(seen, app.clock.now() + span, why))


async def test_a_shelved_alert_tells_who_why_and_until_when_and_is_counted():
    async with console() as app:
        await smoke(app)
        receipt = await shelved(app)
        (alert,) = await app.alerts()
        shelf = alert.shelf
        assert (alert.state, shelf.by, shelf.reason, shelf.until) == (E, "Ines", WHY, app.clock.now() + HOUR)
        assert (receipt.text, receipt.undoable) == ("1 alert shelved.", True)
        ref, by = app.disk.entries[-1]
        assert (receipt.entry, by.command, by.reason) == (ref, "Shelve", WHY)
        status = await app.engine.ask(Status())
        assert (status.shelved, sum(status.unacknowledged)) == (1, 0)


async def test_the_end_calls_again_without_being_written_into_the_journal():
    async with console() as app:
        await smoke(app)
        await shelved(app, timedelta(seconds=60))
        await app.wait(59)
        assert await app.states() == {SMOKE.id: E}
        written = len(app.disk.events)
        await app.wait(1)
        (alert,) = await app.alerts()
        assert (alert.state, alert.annunciation) == (B, f"{app.disk.events[-1].id}:up")
        assert len(app.disk.events) == written
        await app.engine.do(Acknowledge(((alert.id, alert.annunciation),)))
        assert await app.states() == {SMOKE.id: C}


async def test_a_condition_that_went_while_shelved_is_not_called_at_the_end():
    async with console() as app:
        await smoke(app)
        await shelved(app, timedelta(seconds=60))
        assert (await smoke(app, "normal")).state is E
        await app.wait(60)
        assert await app.alerts() == ()


async def test_unshelving_leaves_a_true_condition_acknowledged_by_whoever_did_it():
    async with console() as app:
        await smoke(app)
        await shelved(app)
        (alert,) = await app.alerts()
        receipt = await app.engine.do(Unshelve(((alert.id, alert.shelf.id),)))
        (alert,) = await app.alerts()
        assert (alert.state, alert.acknowledged_by, alert.shelf) == (C, "Ines", None)
        assert receipt.text == "1 alert taken from the shelf."


async def test_undo_takes_from_the_shelf_what_was_put_there():
    async with console() as app:
        await smoke(app)
        app.lan.tell(LEAK, "watersensor_state", "alarm")
        receipt = await shelved(app)
        assert set((await app.states()).values()) == {E}
        await app.engine.do(Undo(receipt.entry))
        assert set((await app.states()).values()) == {C}


async def test_an_unshelving_of_an_earlier_shelving_is_refused():
    async with console() as app:
        await smoke(app)
        await shelved(app)
        (first,) = await app.alerts()
        answer = Unshelve(((first.id, first.shelf.id),))
        await app.engine.do(answer)
        await shelved(app)
        with pytest.raises(IllegalTransition, match="changed meanwhile"):
            await app.engine.do(answer)
        assert await app.states() == {SMOKE.id: E}


async def test_a_shelving_of_what_came_back_meanwhile_is_refused():
    async with console() as app:
        alert = await smoke(app)
        with pytest.raises(IllegalTransition, match="Nothing was shelved"):
            await app.engine.do(Shelve(((alert.id, EventId("0" * 32)),), app.clock.now() + HOUR, WHY))


@pytest.mark.parametrize(
    ("span", "why", "said"),
    [
        (HOUR, "  ", "needs a reason"),
        (timedelta(0), WHY, "lies ahead"),
        (timedelta(hours=24, seconds=1), WHY, "at most 24 hours"),
    ],
)
async def test_a_shelving_without_a_reason_or_with_a_wrong_end_is_refused(span, why, said):
    async with console() as app:
        await smoke(app)
        with pytest.raises(InvalidInput, match=said):
            await shelved(app, span, why)
        assert await app.states() == {SMOKE.id: B}


async def test_an_end_without_a_time_zone_is_refused():
    async with console() as app:
        alert = await smoke(app)
        with pytest.raises(InvalidInput, match="time zone"):
            await app.engine.do(Shelve(((alert.id, alert.annunciation),), datetime(2030, 1, 1), WHY))  # noqa: DTZ001


async def test_the_longest_shelving_is_a_setting():
    async with console() as app:
        await smoke(app)
        await app.engine.do(ChangeSetting("alerts.shelve_longest_h", 1))
        with pytest.raises(InvalidInput, match="at most 1 hour\\."):
            await shelved(app, 2 * HOUR)
        await app.engine.do(ChangeSetting("alerts.shelve_longest_h", 48))
        await shelved(app, 48 * HOUR)
        assert await app.states() == {SMOKE.id: E}


async def test_who_may_not_acknowledge_may_not_shelve():
    guest = Actor(ADMIN.id, "Guest", Role.AUDITOR)
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        alert = await smoke(app)
    async with console(disk, app.clock, actor=guest) as app:
        with pytest.raises(PermissionDenied):
            await app.engine.do(Shelve(((alert.id, alert.annunciation),), app.clock.now() + HOUR, WHY))


async def test_a_shelving_that_cannot_be_written_leaves_the_alert_in_the_queue():
    async with console() as app:
        before = await smoke(app)
        app.disk.full = True
        with pytest.raises(StoreFull):
            await shelved(app)
        assert await app.alerts() == (before,)


async def test_a_shelved_alert_is_the_same_after_a_restart():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        await smoke(app)
        await shelved(app)
        before = await app.alerts()
    async with console(disk, app.clock) as app:
        assert await app.alerts() == before
        await app.wait(1)
        assert await app.alerts() == before


async def test_a_shelving_that_ended_while_nothing_ran_has_ended_at_the_start():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        await smoke(app)
        await shelved(app)
    app.clock.advance(7200)
    async with console(disk, app.clock) as app:
        (alert,) = await app.alerts()
        assert (alert.state, alert.changed_at) == (B, disk.events[-1].until)
        await app.wait(1)
        assert await app.alerts() == (alert,)


async def test_a_clock_that_jumps_ahead_ends_the_shelving_at_its_end():
    async with console() as app:
        await smoke(app)
        await shelved(app)
        app.clock.advance(86_400)
        await app.wait(1)
        (alert,) = await app.alerts()
        assert (alert.state, alert.changed_at) == (B, app.disk.events[-1].until)


async def test_what_has_ended_stays_ended_when_the_clock_is_put_back():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        await smoke(app)
        await shelved(app)
        await app.wait(1)
        app.clock.advance(3600)
        await app.wait(1)
        (alert,) = await app.alerts()
        assert alert.state is B
        app.clock.advance(-3000)
        await app.wait(1)
        assert await app.alerts() == (alert,)
        await app.engine.do(Acknowledge(((alert.id, alert.annunciation),)))
        (alert,) = await app.alerts()
        assert alert.state is C
    async with console(disk, app.clock) as app:
        assert await app.alerts() == (alert,)


async def test_a_raise_after_the_clock_was_put_back_is_the_same_after_a_restart():
    disk = Disk(book=BOOK)
    async with console(disk) as app:
        await smoke(app)
        await shelved(app)
        await smoke(app, "normal")
        app.clock.advance(3600)
        await app.wait(1)
        assert await app.alerts() == ()
        app.clock.advance(-3000)
        alert = await smoke(app)
        assert (alert.state, alert.count) == (B, 1)
    async with console(disk, app.clock) as app:
        assert await app.alerts() == (alert,)


async def test_a_shelving_that_would_end_before_the_alert_last_changed_is_refused():
    async with console() as app:
        await smoke(app)
        await shelved(app)
        app.clock.advance(3600)
        await app.wait(1)
        app.clock.advance(-3000)
        with pytest.raises(IllegalTransition, match="Nothing was shelved"):
            await shelved(app, timedelta(seconds=60))
        assert await app.states() == {SMOKE.id: B}


async def test_a_device_that_is_removed_takes_its_shelved_alert_with_it():
    async with console() as app:
        await smoke(app)
        await shelved(app)
        await app.engine.do(RemoveDevices((SMOKE.id,)))
        assert await app.alerts() == ()
        assert [e.trigger for e in app.disk.events[-2:]] == [Trigger.FALSE, Trigger.UNSHELVE]
