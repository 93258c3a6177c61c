"""The whole engine on the simulated building: real sockets, real files."""

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace

import pytest

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.domain.devices.readings import Quality
from heyzack_console.domain.errors import EngineLost, InvalidInput
from heyzack_console.domain.orders import OrderState
from heyzack_console.host.home import open_home
from heyzack_console.ports.engine.alerts import Acknowledge, AlertHistory, OpenAlerts
from heyzack_console.ports.engine.devices import Health, PlaceDevices, RemoveDevices, RenameDevice
from heyzack_console.ports.engine.journal import ChangeSetting, Settings, Undo, VerifyJournal
from heyzack_console.ports.engine.orders import SendOrder
from heyzack_console.ports.engine.sites import CreateSite, PlayScenario, SitePicture, Status
from heyzack_console.ports.engine.telemetry import Readings
from tests.support.harbour_house import ForwardClock, live_house

PATIENCE_S = 30


@asynccontextmanager
async def running(tmp_path, demo=None, clock=None):
    """An engine in the home *tmp_path* that hears no other LAN than the simulated one."""
    world = EngineWorld(clock or ForwardClock(), demo=demo, listens=False)
    async with open_engine(open_home(tmp_path, {}), world) as services:
        yield services.engine


async def until(engine, fits):
    """Follow the engine's changes until *fits* returns something for a batch."""
    changes = engine.changes()
    try:
        async with asyncio.timeout(PATIENCE_S):
            async for batch in changes:
                found = fits(batch)
                if found:
                    return found
    finally:
        await changes.aclose()


def live(batch):
    return [reading for reading in batch.readings if reading.quality is Quality.LIVE]


def a_switch(book):
    """A device with something that may be turned on and off without asking, and that data point."""
    return next(
        (device, point)
        for device in book.devices
        if not device.sleeper
        for point in device.points
        if point.kind is PointKind.BOOLEAN and point.writable and not point.safety
    )


async def test_values_of_the_simulated_building_arrive_in_words_and_units(tmp_path):
    async with live_house() as demo, running(tmp_path, demo) as engine:
        heard = await until(engine, live)
        points = {d.id: {p.code: p for p in d.points} for d in demo.book.devices}
        assert all(reading.code in points[reading.device] for reading in heard)


async def test_an_order_reaches_the_device_and_is_confirmed_by_its_value(tmp_path):
    async with live_house() as demo, running(tmp_path, demo) as engine:
        device, point = a_switch(demo.book)
        shown = await until(engine, lambda b: [r for r in live(b) if (r.device, r.code) == (device.id, point.code)])
        wanted = not shown[0].value
        receipt = await engine.do(SendOrder(device.id, {point.code: wanted}))
        done = await until(engine, lambda b: [o for o in b.orders if o.id == receipt.made and o.state.final] or None)
        assert done[0].state is OrderState.CONFIRMED
        (reading,) = [r for r in await engine.ask(Readings((device.id,))) if r.code == point.code]
        assert (reading.value, reading.quality) == (wanted, Quality.LIVE)


async def test_a_lost_gateway_is_one_alert_that_counts_its_children(tmp_path):
    clock = ForwardClock()
    async with live_house(60) as demo, running(tmp_path, demo, clock) as engine:
        behind = {d.gateway for d in demo.book.devices if d.gateway}
        connected = set()

        def all_there(batch):
            connected.update(h.device for h in batch.health if h.reachable)
            return connected >= {d.id for d in demo.book.devices}

        await until(engine, all_there)
        await engine.do(PlayScenario("gateway-loss"))

        def a_gateway_and_its_children_are_lost(batch):
            lost = {h.device for h in batch.health if h.lost}
            return [g for g in lost & behind if {d.id for d in demo.book.devices if d.gateway == g} <= lost]

        (gateway,) = await until(engine, collected(a_gateway_and_its_children_are_lost))
        clock.forward(60)
        raised = await until(engine, lambda b: [a for a in b.alerts if a.state is AlertState.UNACKNOWLEDGED])
        children = [d for d in demo.book.devices if d.gateway == gateway]
        shown = await until(engine, lambda b: [a for a in b.alerts if a.consequences == len(children)])
        assert {a.device for a in raised} == {a.device for a in shown} == {gateway}
        status = await engine.ask(Status())
        assert (sum(status.unacknowledged), status.suppressed) == (1, len(children))


def collected(fits):
    """Let *fits* see the health of all devices so far with each batch."""
    known = {}

    def look(batch):
        known.update({h.device: h for h in batch.health})
        return fits(replace(batch, health=tuple(known.values())))

    return look


async def test_a_restart_shows_the_last_picture_before_any_device_answers(tmp_path):
    async with live_house() as demo, running(tmp_path, demo) as engine:
        await until(engine, live)
        last = {(r.device, r.code): r.value for r in await engine.ask(Readings())}
    async with running(tmp_path, demo) as engine:
        changes = engine.changes()
        picture = await anext(changes)
        await changes.aclose()
        shown = {(r.device, r.code): r.value for r in picture.readings}
        assert last.items() <= shown.items()
        assert {r.quality for r in picture.readings} == {Quality.CACHED}


async def test_an_acknowledged_alert_is_the_same_after_a_restart_and_annunciates_nothing_again(tmp_path):
    async with live_house(60) as demo:
        async with running(tmp_path, demo) as engine:
            await until(engine, live)
            await engine.do(PlayScenario("smoke"))
            (alert, *_) = await until(engine, lambda b: [a for a in b.alerts if a.condition == "Smoke detected"])
            await engine.do(Acknowledge(((alert.id, alert.annunciation),), "on my way"))
            before = {a.id: a for a in await engine.ask(OpenAlerts())}
            events = await engine.ask(AlertHistory(alert.id))
        async with running(tmp_path, demo) as engine:
            await until(engine, lambda b: [r for r in live(b) if r.device == alert.device])
            shown = {a.id: a for a in await engine.ask(OpenAlerts())}[alert.id]
            assert (shown, shown.state) == (before[alert.id], AlertState.ACKNOWLEDGED)
            assert (shown.acknowledged_by, shown.note) == ("Administrator", "on my way")
            assert await engine.ask(AlertHistory(alert.id)) == events


async def test_every_kind_of_change_can_be_undone_on_the_real_journal(tmp_path):
    async with live_house() as demo, running(tmp_path, demo) as engine:
        device = demo.book.devices[0]
        at_first = await engine.ask(SitePicture())
        receipts = [
            await engine.do(RenameDevice(device.id, "Another name")),
            await engine.do(PlaceDevices(((device.id, None),))),
            await engine.do(RemoveDevices((device.id,))),
            await engine.do(ChangeSetting("orders.expire_after_s", 60)),
        ]
        for receipt in reversed(receipts):
            await engine.do(Undo(receipt.entry))
        book = await engine.ask(SitePicture())
        assert {d.id: d for d in book.devices} == {d.id: d for d in at_first.devices}
        settings = {v.name: v.value for v in await engine.ask(Settings())}
        assert settings["orders.expire_after_s"] == 300
        assert (await engine.ask(VerifyJournal())).ok


async def test_a_change_that_changes_nothing_has_nothing_to_undo(tmp_path):
    async with live_house() as demo, running(tmp_path, demo) as engine:
        device = demo.book.devices[0]
        receipt = await engine.do(RenameDevice(device.id, device.name))
        assert (receipt.entry, receipt.undoable) == (None, False)


async def test_what_people_changed_in_the_demo_survives_its_restart_with_other_ports(tmp_path):
    async with live_house() as demo, running(tmp_path, demo) as engine:
        device, _ = a_switch(demo.book)
        await engine.do(RenameDevice(device.id, "Lamp of the porter"))
    async with live_house() as demo, running(tmp_path, demo) as engine:
        book = await engine.ask(SitePicture())
        stored = {d.id: d for d in book.devices}
        assert stored[device.id].name == "Lamp of the porter"
        assert {d.id: d.address for d in book.devices} == {d.id: d.address for d in demo.book.devices}
        assert (await engine.ask(VerifyJournal())).ok


async def test_a_smaller_demo_building_leaves_no_devices_of_the_larger_one(tmp_path):
    async with live_house(40) as demo, running(tmp_path, demo) as engine:
        assert (await engine.ask(Status())).devices == 40
    async with live_house(20) as demo, running(tmp_path, demo) as engine:
        assert {d.id for d in (await engine.ask(SitePicture())).devices} == {d.id for d in demo.book.devices}


async def test_the_demo_does_not_enter_the_home_of_a_real_building(tmp_path):
    async with running(tmp_path) as engine:
        await engine.do(CreateSite("Mill", "Europe/Berlin"))
    async with live_house() as demo:
        with pytest.raises(InvalidInput, match="Mill, a real building"):
            async with running(tmp_path, demo):
                pass
    async with running(tmp_path) as engine:
        assert (await engine.ask(Status())).site == "Mill"


async def test_a_new_home_has_no_site_and_no_devices(tmp_path):
    async with running(tmp_path) as engine:
        assert await engine.ask(SitePicture()) is None
        assert await engine.ask(Health()) == ()


async def to_the_end(changes):
    async for _ in changes:
        pass


async def test_listeners_are_told_when_the_engine_stops(tmp_path):
    async with running(tmp_path) as engine:
        changes = engine.changes()
        await anext(changes)
    with pytest.raises(EngineLost):
        await to_the_end(changes)
