"""Group orders at work: a few at a time, followed to the end, cancelled, taken back."""

from dataclasses import replace

import pytest

from heyzack_console.domain.devices.device import DeviceId, LanAddress
from heyzack_console.domain.errors import ConfirmationNeeded, InvalidInput, NotFound
from heyzack_console.domain.group_orders import DeviceOrder, LineState, RunId, Take
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.group_orders import (
    CancelGroupOrder,
    GroupOrderReport,
    GroupOrders,
    OrderGroup,
    PlanGroupOrder,
)
from heyzack_console.rules.group_orders import MOST_AT_ONCE, reversal
from tests.support.building import BOOK, CLIMATE, GATEWAY, THERMOSTAT, VALVE
from tests.support.console import console
from tests.support.memory_store import Disk

UNITS = tuple(
    replace(THERMOSTAT, id=DeviceId(f"u{n:02}"), name=f"Unit {n}", address=LanAddress("127.0.0.1", 8000 + n, "3.3"))
    for n in range(12)
)
HOUSE = SiteBook(BOOK.site, (*BOOK.devices, *UNITS))


def warmer(*devices, value=22):
    return tuple(DeviceOrder(device.id, {"temp_set": value}) for device in devices)


def house():
    return console(Disk(book=HOUSE))


async def begun(app, orders, **more):
    receipt = await app.engine.do(OrderGroup(orders, "Warmer", **more))
    await app.settle()
    return RunId(receipt.made)


async def states(app, run):
    await app.settle()
    report = await app.engine.ask(GroupOrderReport(run))
    return {line.planned.device: line.state for line in report.lines}


async def test_the_plan_says_who_will_and_who_will_not_and_sends_nothing():
    async with house() as app:
        app.lan.connect(UNITS[0], CLIMATE)
        await app.settle()
        orders = warmer(UNITS[0], UNITS[1], CLIMATE)
        plan = await app.engine.ask(PlanGroupOrder(orders))
        assert [line.take for line in plan.lines] == [Take.NOW, Take.WAITS, Take.REFUSES]
        told = await app.engine.do(OrderGroup(orders, dry_run=True))
        assert told.text == "2 of 3 would take it. Nothing was sent."
        assert (app.lan.sent, app.disk.orders) == ([], {})


async def test_a_few_have_their_turn_and_the_next_come_when_those_have_answered():
    async with house() as app:
        app.lan.connect(*UNITS)
        await app.settle()
        run = await begun(app, warmer(*UNITS))
        assert len(app.lan.sent) == MOST_AT_ONCE
        for unit in UNITS[:MOST_AT_ONCE]:
            app.lan.tell(unit, "temp_set", 22)
        await app.settle()
        assert len(app.lan.sent) == len(UNITS)
        for unit in UNITS[MOST_AT_ONCE:]:
            app.lan.tell(unit, "temp_set", 22)
        assert set((await states(app, run)).values()) == {LineState.CONFIRMED}
        (progress,) = await app.engine.ask(GroupOrders())
        assert (progress.ended, progress.total, progress.missed, progress.by) == (True, 12, 0, "Ines")


async def test_devices_that_stay_silent_hold_up_nobody_for_long():
    async with house() as app:
        app.lan.connect(*UNITS)
        await app.settle()
        run = await begun(app, warmer(*UNITS))
        await app.wait(5)
        assert len(app.lan.sent) == len(UNITS)
        await app.wait(20)
        assert set((await states(app, run)).values()) == {LineState.FAILED}


async def test_what_is_lost_on_the_way_stands_in_the_report_and_the_others_go_on():
    async with house() as app:
        app.lan.connect(*UNITS[:3])
        await app.settle()
        run = await begun(app, warmer(*UNITS[:4], CLIMATE))
        app.lan.tell(UNITS[0], "temp_set", 22)
        app.lan.tell(UNITS[1], "temp_set", 22)
        await app.wait(320)
        assert await states(app, run) == {
            UNITS[0].id: LineState.CONFIRMED,
            UNITS[1].id: LineState.CONFIRMED,
            UNITS[2].id: LineState.FAILED,
            UNITS[3].id: LineState.EXPIRED,
            CLIMATE.id: LineState.REFUSED,
        }
        report = await app.engine.ask(GroupOrderReport(run))
        assert all(line.text for line in report.lines if line.state is not LineState.CONFIRMED)
        assert (report.progress.ended, report.progress.missed) == (True, 3)


async def test_the_rest_can_be_cancelled_and_what_was_sent_stays():
    async with house() as app:
        app.lan.connect(*UNITS[1:])
        await app.settle()
        run = await begun(app, warmer(*UNITS))
        receipt = await app.engine.do(CancelGroupOrder(run))
        assert receipt.count == 4
        await app.wait(10)
        assert len(app.lan.sent) == MOST_AT_ONCE
        found = await states(app, run)
        assert [found[unit.id] for unit in (UNITS[0], *UNITS[9:])] == [LineState.CANCELLED] * 4


async def test_it_is_taken_back_by_the_values_that_were_there_before():
    async with house() as app:
        app.lan.connect(*UNITS[:2])
        app.lan.tell(UNITS[0], "temp_set", 19.5)
        await app.settle()
        run = await begun(app, warmer(*UNITS[:2]))
        for unit in UNITS[:2]:
            app.lan.tell(unit, "temp_set", 22)
        await app.settle()
        back = reversal((await app.engine.ask(GroupOrderReport(run))).lines)
        assert back == warmer(UNITS[0], value=19.5)
        await begun(app, back)
        assert app.lan.sent[-1] == (UNITS[0].id, {"temp_set": 19.5})


async def test_safety_points_need_one_confirmation_for_the_whole_group():
    async with house() as app:
        app.lan.connect(VALVE)
        await app.settle()
        orders = (DeviceOrder(VALVE.id, {"switch_1": False}),)
        with pytest.raises(ConfirmationNeeded, match="1 device act"):
            await app.engine.do(OrderGroup(orders))
        assert app.disk.orders == {}
        await begun(app, orders, confirmed=True, reason="leak")
        assert app.lan.sent == [(VALVE.id, {"switch_1": False})]
        assert {by.reason for _, by in app.disk.entries} == {"leak"}


async def test_an_order_that_nobody_takes_is_refused():
    async with house() as app:
        with pytest.raises(InvalidInput, match="None of these devices"):
            await app.engine.do(OrderGroup(warmer(CLIMATE)))
        with pytest.raises(NotFound, match="not remembered"):
            await app.engine.ask(GroupOrderReport(RunId("x")))


async def test_a_full_disk_fails_the_lines_with_its_reason():
    async with house() as app:
        app.lan.connect(*UNITS[:2])
        await app.settle()
        app.disk.full = True
        run = await begun(app, warmer(*UNITS[:2]))
        app.disk.full = False
        report = await app.engine.ask(GroupOrderReport(run))
        assert {(line.state, line.text[:16]) for line in report.lines} == {(LineState.FAILED, "The disk is full")}
        assert app.lan.sent == []


async def test_the_first_picture_tells_of_runs_and_each_step_is_told():
    async with house() as app:
        app.lan.connect(UNITS[0])
        await app.settle()
        run = await begun(app, warmer(UNITS[0]))
        changes = app.engine.changes()
        picture = await anext(changes)
        assert [progress.run for progress in picture.group_orders] == [run]
        app.lan.tell(UNITS[0], "temp_set", 22)
        await app.settle()
        batch = await anext(changes)
        assert [progress.ended for progress in batch.group_orders] == [True]
        await changes.aclose()


async def test_a_gateway_lost_midway_leaves_its_devices_in_the_outbox_and_the_others_go_on():
    point = replace(THERMOSTAT.points[1])
    behind = tuple(
        replace(CLIMATE, id=DeviceId(f"gw1/s{n}"), cid=f"s{n}", name=f"Radiator {n}", points=(point,)) for n in range(5)
    )
    async with console(Disk(book=SiteBook(BOOK.site, (*HOUSE.devices, *behind)))) as app:
        app.lan.connect(GATEWAY, *behind, UNITS[0])
        await app.settle()
        run = await begun(app, warmer(*behind, UNITS[0]))
        assert [device for device, _ in app.lan.sent] == [behind[0].id, behind[1].id, UNITS[0].id]
        app.lan.tell(behind[0], "temp_set", 22)
        app.lan.lose(GATEWAY, *behind)
        app.lan.tell(UNITS[0], "temp_set", 22)
        await app.wait(330)
        found = await states(app, run)
        assert (found[UNITS[0].id], found[behind[0].id]) == (LineState.CONFIRMED, LineState.CONFIRMED)
        assert {found[one.id] for one in behind[3:]} == {LineState.EXPIRED}
        assert found[behind[1].id] is LineState.FAILED
