"""Comparing the book with the cloud: few calls, nothing lost by a bad listing, names of people kept."""

from dataclasses import replace

import pytest

from heyzack_console.domain.cloud import CloudCause, CloudHappening, LinkState
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.health import PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.sites import SiteBook
from heyzack_console.ports.engine.cloud import ImportCloudDevices, SyncCloud
from heyzack_console.ports.engine.devices import RenameDevice
from heyzack_console.ports.engine.journal import ChangeSetting, Undo
from tests.support.building import BOOK, CLIMATE, GATEWAY, THERMOSTAT
from tests.support.cloud_double import PROJECT, connect, listed
from tests.support.console import console
from tests.support.memory_store import Disk

NEW = Device(DeviceId("new1"), "Lamp", Category.UNKNOWN)


def device(app, one):
    return app.services.parts.ground.building.device(one.id)


async def test_a_first_comparison_of_fifty_devices_takes_fewer_than_twenty_calls():
    many = tuple(replace(THERMOSTAT, id=DeviceId(f"th{number}")) for number in range(50))
    async with console(Disk(book=SiteBook(BOOK.site, many))) as app:
        await connect(app, *many)
        await app.wait(10)
        assert sum(app.cloud.calls.values()) < 20
        assert {one for read in app.cloud.reads for one in read} == {one.id for one in many}


async def test_afterwards_a_project_is_compared_at_the_pace_that_is_set():
    async with console() as app:
        await app.engine.do(ChangeSetting("cloud.reconcile_every_s", 900))
        await connect(app, THERMOSTAT)
        app.cloud.calls.clear()
        await app.wait(890)
        assert app.cloud.calls["list"] == 0
        await app.wait(20)
        assert (app.cloud.calls["list"], app.cloud.calls["read"]) == (1, 1)


async def test_a_reconnect_reads_what_the_cloud_hears_and_lists_again_only_after_a_while():
    async with console() as app:
        await connect(app, THERMOSTAT)
        await app.wait(120)
        app.cloud.calls.clear()
        app.cloud.fall()
        await app.wait(5)
        app.cloud.rise()
        await app.wait(5)
        assert (app.cloud.calls["list"], app.cloud.calls["read"]) == (0, 1)
        await app.wait(600)
        assert app.cloud.calls["list"] == 1


async def test_a_queue_that_breaks_off_is_a_reason_to_ask_whether_the_cloud_is_there_at_all():
    async with console() as app:
        app.lan.connect(THERMOSTAT, CLIMATE)
        await connect(app, THERMOSTAT, CLIMATE)
        app.cloud.reads.clear()
        app.cloud.stand(queue=LinkState.CONNECTING)
        await app.wait(4)
        assert app.cloud.reads == []
        await app.wait(300)
        assert [len(read) for read in app.cloud.reads] == [1]
        app.cloud.stand()
        await app.wait(900)
        assert len(app.cloud.reads) == 1


async def test_a_comparison_that_failed_is_tried_again_after_two_minutes():
    async with console() as app:
        await app.wait(1)
        app.cloud.devices = {THERMOSTAT.id: listed(THERMOSTAT)}
        app.cloud.refusal = None
        await connect(app)
        app.cloud.calls.clear()
        app.cloud.fall()
        app.cloud.stand()
        await app.wait(900)
        assert 1 <= app.cloud.calls["list"] <= 4
        assert device(app, THERMOSTAT) is not None


async def test_nothing_is_asked_in_the_background_once_the_share_is_used_up():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.stand(LinkState.DEGRADED, CloudCause.QUOTA, background_stopped=True)
        app.cloud.calls.clear()
        await app.wait(4000)
        assert app.cloud.calls["list"] == 0
        app.cloud.stand()
        await app.wait(2)
        assert app.cloud.calls["list"] == 1


async def test_an_incomplete_listing_unlinks_nobody_and_a_complete_one_does_without_touching_the_book():
    async with console() as app:
        await connect(app, THERMOSTAT, CLIMATE)
        del app.cloud.devices[CLIMATE.id]
        app.cloud.complete = False
        await app.engine.do(SyncCloud(PROJECT.id))
        await app.settle()
        health = app.services.parts.ground.twins.health_of
        assert health(CLIMATE.id).on(Path.CLOUD).state is PathState.CONNECTED
        app.cloud.complete = True
        await app.engine.do(SyncCloud(PROJECT.id))
        await app.settle()
        assert health(CLIMATE.id).on(Path.CLOUD).state is PathState.UNCONFIGURED
        assert device(app, CLIMATE) is not None


async def test_an_empty_listing_of_a_project_that_had_devices_unlinks_nobody():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.devices.clear()
        await app.engine.do(SyncCloud(PROJECT.id))
        await app.settle()
        assert app.services.parts.ground.twins.health_of(THERMOSTAT.id).on(Path.CLOUD).state is PathState.CONNECTED


async def test_the_listing_adds_what_the_book_did_not_know_and_keeps_what_people_gave():
    bare = Device(DeviceId("th1"), "My thermostat", Category.UNKNOWN)
    async with console(Disk(book=SiteBook(BOOK.site, (bare,)))) as app:
        await connect(app, THERMOSTAT)
        known = device(app, bare)
        assert (known.name, known.product, known.category) == ("My thermostat", "product", Category.THERMOSTAT)
        assert known.points == THERMOSTAT.points
        assert [one.id for one in app.cloud.known] == [bare.id]


async def test_a_sub_device_first_known_on_the_lan_keeps_its_id_and_is_the_cloud_s_under_another():
    async with console() as app:
        far = DeviceId("bf99")
        app.cloud.devices[far] = listed(CLIMATE, id=far)
        await connect(app)
        assert [one.id for one in app.cloud.known] == [far]
        app.cloud.tell(replace(CLIMATE, id=far), "va_temperature", 20.5)
        assert (await app.twin(CLIMATE, "va_temperature")).value == 20.5
        assert app.services.parts.ground.twins.health_of(CLIMATE.id).on(Path.CLOUD) is not None


async def test_new_devices_are_taken_in_only_when_somebody_says_so():
    async with console() as app:
        app.cloud.devices[NEW.id] = listed(NEW, category="wk", local_key="n" * 16)
        await connect(app)
        assert device(app, NEW) is None
        would = await app.engine.do(ImportCloudDevices(PROJECT.id, dry_run=True))
        assert would.text == "Would take in 1 devices, 1 of them new, 0 without a key."
        assert device(app, NEW) is None
        await app.engine.do(ImportCloudDevices(PROJECT.id, (NEW.id,)))
        await app.settle()
        known = device(app, NEW)
        assert (known.category, known.points) == (Category.THERMOSTAT, THERMOSTAT.points)
        assert app.lan.watched[NEW.id][1] == "n" * 16
        assert app.services.parts.ground.twins.health_of(NEW.id).on(Path.CLOUD).state is PathState.CONNECTED
        assert app.cloud.reads[-1] == (NEW.id,)


async def test_a_sub_device_whose_gateway_does_not_come_along_is_reached_by_the_cloud_alone():
    async with console(Disk(book=SiteBook(BOOK.site))) as app:
        app.cloud.devices = {one.id: listed(one) for one in (GATEWAY, CLIMATE)}
        await connect(app)
        receipt = await app.engine.do(ImportCloudDevices(PROJECT.id, (CLIMATE.id,)))
        assert "1 hang on a gateway that is not taken in" in receipt.text
        assert device(app, CLIMATE).gateway is None
    async with console(Disk(book=SiteBook(BOOK.site))) as app:
        app.cloud.devices = {one.id: listed(one) for one in (GATEWAY, CLIMATE)}
        await connect(app)
        await app.engine.do(ImportCloudDevices(PROJECT.id))
        assert (device(app, CLIMATE).gateway, device(app, CLIMATE).cid) == (GATEWAY.id, CLIMATE.cid)


async def test_an_import_of_strangers_is_refused_and_one_that_was_made_can_be_undone():
    async with console() as app:
        app.cloud.devices[NEW.id] = listed(NEW)
        await connect(app)
        with pytest.raises(InvalidInput, match="lists none of these"):
            await app.engine.do(ImportCloudDevices(PROJECT.id, (DeviceId("nobody"),)))
        receipt = await app.engine.do(ImportCloudDevices(PROJECT.id))
        await app.engine.do(Undo(receipt.entry))
        assert device(app, NEW) is None


async def test_a_new_name_in_the_cloud_is_followed_unless_people_gave_another_here():
    async with console() as app:
        await connect(app, THERMOSTAT, CLIMATE)
        await app.engine.do(RenameDevice(CLIMATE.id, "Ours"))
        app.cloud.happen(THERMOSTAT, CloudHappening.RENAMED, "Thermostat of the lab")
        app.cloud.happen(CLIMATE, CloudHappening.RENAMED, "Theirs")
        await app.settle()
        assert (device(app, THERMOSTAT).name, device(app, CLIMATE).name) == ("Thermostat of the lab", "Ours")


async def test_a_device_that_was_linked_is_listed_two_seconds_later():
    async with console() as app:
        await connect(app, THERMOSTAT)
        app.cloud.calls.clear()
        app.cloud.happen(NEW, CloudHappening.BOUND)
        await app.wait(1)
        assert app.cloud.calls["list"] == 0
        await app.wait(2)
        assert app.cloud.calls["list"] == 1
