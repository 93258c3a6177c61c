"""Devices whose product is not known get the usual points of what they report."""

from dataclasses import replace

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress
from heyzack_console.domain.devices.readings import Path, Reading
from heyzack_console.domain.orders import OrderState
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.orders import SendOrder
from tests.support.building import BOOK, THERMOSTAT
from tests.support.cloud_double import connect
from tests.support.console import console
from tests.support.memory_store import Disk

NOTE = "named from what is usual for such devices"
PLUG = Device(DeviceId("plug"), "Plug", Category.SOCKET, address=LanAddress("127.0.0.1", 7009, "3.3"))


def disk():
    return Disk(book=SiteBook(BOOK.site, (PLUG,)))


def tell(app, code, value, note=NOTE, path=Path.LAN):
    app.lan.listener.heard([Reading(PLUG.id, code, value, "", app.clock.now(), path=path, note=note)])


def points(app):
    return [point.code for point in app.services.parts.ground.building.device(PLUG.id).points]


async def test_what_a_device_reports_can_be_ordered_a_few_seconds_later():
    async with console(disk()) as app:
        app.lan.connect(PLUG)
        tell(app, "switch_1", False)
        tell(app, "dp_99", 7)
        await app.wait(8)
        assert points(app) == ["switch_1"]
        await app.engine.do(SendOrder(PLUG.id, {"switch_1": True}))
        (order,) = await app.orders()
        assert (order.state, app.lan.sent) == (OrderState.SENT, [(PLUG.id, {"switch_1": True})])


async def test_points_that_are_reported_later_join_the_others_in_one_entry_each_time():
    async with console(disk()) as app:
        tell(app, "switch_1", False)
        tell(app, "countdown_1", 0)
        await app.wait(8)
        before = len(app.disk.entries)
        tell(app, "cur_power", 4.2)
        tell(app, "switch_1", True)
        await app.wait(8)
        assert points(app) == ["switch_1", "countdown_1", "cur_power"]
        assert len(app.disk.entries) == before + 1


async def test_what_the_product_s_list_named_and_what_the_cloud_told_is_no_guess():
    async with console(disk()) as app:
        tell(app, "switch_1", False, note="")
        tell(app, "switch_1", False, path=Path.CLOUD)
        await app.wait(8)
        assert points(app) == []


async def test_the_product_s_own_list_takes_the_place_of_guesses():
    async with console(disk()) as app:
        tell(app, "switch_1", False)
        await app.wait(8)
        await connect(app, PLUG)
        assert app.services.parts.ground.building.device(PLUG.id).points == THERMOSTAT.points


async def test_a_device_with_a_list_of_its_own_is_left_alone():
    listed = replace(PLUG, points=THERMOSTAT.points)
    async with console(Disk(book=SiteBook(BOOK.site, (listed,)))) as app:
        tell(app, "switch_1", False)
        await app.wait(8)
        assert app.services.parts.ground.building.device(PLUG.id) == listed
