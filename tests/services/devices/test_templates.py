"""Templates at work: thresholds in the alerts, names and kinds in the book, drift, undo."""

from dataclasses import replace

import pytest

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import DeviceId, ZoneId
from heyzack_console.domain.devices.templates import DeviceTemplate, DriftKind, TemplateId, Threshold, WantedValue
from heyzack_console.domain.errors import InvalidInput, NotFound
from heyzack_console.domain.sites import SiteBook, Zone, ZoneKind
from heyzack_console.ports.engine.alerts import Acknowledge
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.ports.engine.templates import (
    ApplyTemplate,
    RemoveTemplate,
    SaveTemplate,
    TemplateDrift,
    Templates,
)
from tests.support.building import BOOK, GROUND, THERMOSTAT
from tests.support.console import console
from tests.support.memory_store import Disk

ROOM = Zone(ZoneId("z1"), GROUND, "Lobby", "0.01", ZoneKind.ROOM, ((0, 0), (10, 0), (10, 10), (0, 10)))
HERE = replace(THERMOSTAT, product="p1", place=replace(THERMOSTAT.place, zone=ROOM.id))
THERE = replace(THERMOSTAT, id=DeviceId("th2"), name="th2", product="p1", place=None)
HOUSE = SiteBook(replace(BOOK.site, zones=(ROOM,)), (*(d for d in BOOK.devices if d.id != THERMOSTAT.id), HERE, THERE))
COOL = DeviceTemplate(product="p1", thresholds=(Threshold("temperature_high", limit=26.0, delay_s=60.0),))


def house():
    return console(Disk(book=HOUSE))


async def named(app):
    book = await app.engine.ask(SitePicture())
    return {device.id: device.name for device in book.devices if device.product == "p1"}


async def test_a_threshold_of_a_template_decides_when_an_alert_is_raised():
    async with house() as app:
        await app.engine.do(SaveTemplate(COOL))
        app.lan.tell(HERE, "temp_current", 27.0)
        await app.wait(59)
        assert await app.alerts() == ()
        await app.wait(2)
        (alert,) = await app.alerts()
        assert (alert.device, alert.limit) == (HERE.id, 26.0)


async def test_a_device_without_the_template_keeps_the_bundled_threshold():
    async with house() as app:
        await app.engine.do(SaveTemplate(replace(COOL, product="another")))
        app.lan.tell(HERE, "temp_current", 27.0)
        await app.wait(400)
        assert await app.alerts() == ()


async def test_a_stricter_threshold_judges_the_value_that_stands_and_its_removal_clears_the_alert():
    async with house() as app:
        app.lan.tell(HERE, "temp_current", 27.0)
        await app.wait(400)
        await app.engine.do(SaveTemplate(COOL))
        await app.wait(61)
        (alert,) = await app.alerts()
        await app.engine.do(Acknowledge(((alert.id, alert.annunciation),)))
        await app.engine.do(RemoveTemplate(COOL.id))
        assert await app.alerts() == ()
        assert await app.engine.ask(Templates()) == ()


async def test_templates_survive_a_restart_with_their_thresholds():
    disk = Disk(book=HOUSE)
    async with console(disk) as app:
        await app.engine.do(SaveTemplate(COOL))
    async with console(disk) as app:
        app.lan.tell(HERE, "temp_current", 27.0)
        await app.wait(61)
        assert [alert.limit for alert in await app.alerts()] == [26.0]


async def test_names_and_kinds_are_applied_in_one_entry_that_can_be_undone():
    async with house() as app:
        template = replace(COOL, name_pattern="{category} {room} {number}", category=Category.FAN_COIL)
        kept = await app.engine.do(SaveTemplate(template))
        assert kept.text == "Template for product p1 kept. It fits 2 devices."
        before = len(app.disk.entries)
        told = await app.engine.do(ApplyTemplate((HERE.id, THERE.id), dry_run=True))
        assert (told.count, len(app.disk.entries)) == (2, before)
        receipt = await app.engine.do(ApplyTemplate((HERE.id, THERE.id)))
        assert (receipt.count, len(app.disk.entries)) == (2, before + 1)
        assert await named(app) == {HERE.id: "Fan coil Lobby 1", THERE.id: "Fan coil 1"}
        await app.engine.do(Undo(receipt.entry))
        assert await named(app) == {HERE.id: HERE.name, THERE.id: THERE.name}


async def test_applying_to_devices_that_are_as_they_should_be_writes_nothing():
    async with house() as app:
        await app.engine.do(SaveTemplate(COOL))
        before = len(app.disk.entries)
        with pytest.raises(InvalidInput, match="as their templates say"):
            await app.engine.do(ApplyTemplate((HERE.id,)))
        with pytest.raises(NotFound):
            await app.engine.do(ApplyTemplate((DeviceId("nobody"),)))
        assert len(app.disk.entries) == before


async def test_drift_lists_what_differs_by_device():
    async with house() as app:
        template = replace(COOL, name_pattern="{category} {number}", values=(WantedValue("temp_set", 21),))
        await app.engine.do(SaveTemplate(template))
        app.lan.tell(HERE, "temp_set", 24.0)
        app.lan.tell(THERE, "temp_set", 21.0)
        await app.settle()
        drift = {each.device: each.differences for each in await app.engine.ask(TemplateDrift())}
        assert {one: [(d.kind, d.shown, d.wanted) for d in differences] for one, differences in drift.items()} == {
            HERE.id: [(DriftKind.NAME, HERE.name, "Thermostat 1"), (DriftKind.VALUE, 24.0, 21)],
            THERE.id: [(DriftKind.NAME, "th2", "Thermostat 2")],
        }
        assert [each.device for each in await app.engine.ask(TemplateDrift((THERE.id,)))] == [THERE.id]


async def test_a_template_that_is_not_acceptable_changes_nothing():
    async with house() as app:
        with pytest.raises(InvalidInput, match="5 to 30 °C"):
            await app.engine.do(SaveTemplate(replace(COOL, values=(WantedValue("temp_set", 99.0),))))
        assert (app.disk.templates, app.disk.entries) == ({}, [])


async def test_a_template_that_is_not_there_cannot_be_removed():
    async with house() as app:
        with pytest.raises(NotFound):
            await app.engine.do(RemoveTemplate(TemplateId("product/none")))


async def test_a_removed_template_comes_back_by_undo():
    async with house() as app:
        await app.engine.do(SaveTemplate(COOL))
        receipt = await app.engine.do(RemoveTemplate(COOL.id))
        assert receipt.text == "Template for product p1 removed."
        await app.engine.do(Undo(receipt.entry))
        assert await app.engine.ask(Templates()) == (COOL,)
