"""Devices of a cloud project come in by one flow: road, import, then named by a template and put into their rooms."""

from dataclasses import replace

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.desktop.panes.cloud.import_dialog import CHECKING, LISTING, TAKING_IN, ImportDialog
from heyzack_console.desktop.panes.discovery.add_dialog import AddDialog
from heyzack_console.desktop.panes.discovery.setup_dialog import PROPOSING, SETTING_UP, SetupDialog
from heyzack_console.domain.cloud import LinkState
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.health import FoundDevice, PathState
from heyzack_console.domain.devices.readings import Path
from heyzack_console.domain.devices.templates import DeviceTemplate
from heyzack_console.host.home import open_home
from heyzack_console.ports.engine.cloud import CloudInventory, ImportCloudDevices
from heyzack_console.ports.engine.devices import AddDevices
from heyzack_console.ports.engine.journal import VerifyJournal
from heyzack_console.ports.engine.sites import SitePicture
from heyzack_console.ports.engine.templates import SaveTemplate
from heyzack_console.presentation.discovery.found import FoundList
from heyzack_console.simulator.house.roads import Road
from tests.journeys.test_from_the_cloud import Told, connected, two_are_gone
from tests.support.discovery_story import button, child, type_into, worked
from tests.support.harbour_house import ForwardClock
from tests.support.stage import BRISK
from tests.support.story import Story, window_on
from tests.support.two_road_house import two_road_house


async def came_in(told: Told) -> SetupDialog:
    """Choose the cloud, take in what is new, close the import."""
    told.story.console.binding.run("devices.add")
    first = await told.dialogs.next(AddDialog)
    button(first, "cloud").click()
    form = await told.dialogs.next(ImportDialog)
    await worked(told.story, LISTING)
    await worked(told.story, CHECKING)
    button(form, "apply").click()
    await worked(told.story, TAKING_IN)
    button(form, "close").click()
    setup = await told.dialogs.next(SetupDialog)
    await worked(told.story, PROPOSING)
    return setup


def choose(setup: SetupDialog, device: DeviceId) -> None:
    setup.table.select_keys((device,))
    setup.table.chosen.emit(setup.table.selected_keys())


async def test_new_devices_are_named_by_their_template_and_stand_in_their_rooms(tmp_path):
    async with connected(tmp_path) as told:
        story, mirror = told.story, told.story.mirror
        zones = {zone.id: zone for zone in mirror.book.site.zones}
        gone = await two_are_gone(told)
        for product in {device.product for device in gone}:
            pattern = "New {category} {room_number} {number}"
            await told.engine.do(SaveTemplate(DeviceTemplate(product=product, name_pattern=pattern)))
        setup = await came_in(told)
        wanted = {device.id: f"New {device.category.word} {zones[device.place.zone].number} 1" for device in gone}
        assert {device.id: setup.listed.draft(device.id).name for device in gone} == wanted
        assert "2 renamed, 2 put on the plan" in child(setup, QLabel, "preview").text()

        choose(setup, gone[0].id)
        type_into(setup, "name", "Named by hand")
        assert mirror.devices[gone[0].id].place is None, "nothing is done before the button is pressed"
        button(setup, "apply").click()
        await worked(story, SETTING_UP)
        assert child(setup, QLabel, "said").text() == "2 of 2 set up."
        button(setup, "copy").click()
        assert QGuiApplication.clipboard().text().count("set up") == 2
        button(setup, "close").click()
        await story.console.bridge.idle()

        await story.until(lambda: all(mirror.devices[device.id].place for device in gone))
        assert mirror.devices[gone[0].id].name == "Named by hand"
        assert mirror.devices[gone[1].id].name == wanted[gone[1].id]
        for device in gone:
            assert mirror.devices[device.id].place.zone == device.place.zone
            assert mirror.devices[device.id].points
        story.console.panes.devices.undo_line.take_back()
        await story.until(lambda: mirror.devices[gone[0].id].place is None)
        assert (await told.engine.ask(VerifyJournal())).ok


async def test_a_road_by_which_nothing_came_leads_back_to_the_choice(tmp_path):
    async with connected(tmp_path) as told:
        told.story.console.binding.run("devices.add")
        first = await told.dialogs.next(AddDialog)
        button(first, "cloud").click()
        form = await told.dialogs.next(ImportDialog)
        await worked(told.story, LISTING)
        button(form, "close").click()
        again = await told.dialogs.next(AddDialog)
        assert child(again, QLabel, "said").text().startswith("Nothing new came in that way")
        button(again, "close").click()
        await told.story.console.bridge.idle()


async def test_devices_beside_the_plan_are_put_into_the_room_that_is_chosen(tmp_path):
    async with connected(tmp_path) as told:
        story, mirror = told.story, told.story.mirror
        zone = mirror.book.site.zones[0]
        await two_are_gone(told)
        setup = await came_in(told)
        button(setup, "close").click()
        await story.console.bridge.idle()
        waiting = [device for device in mirror.devices.values() if device.place is None]
        story.console.binding.run("devices.add")
        first = await told.dialogs.next(AddDialog)
        button(first, "waiting").click()
        setup = await told.dialogs.next(SetupDialog)
        await worked(story, PROPOSING)
        setup.table.selectAll()
        rooms = child(setup, QComboBox, "room")
        rooms.setCurrentIndex(rooms.findData(zone.id))
        rooms.activated.emit(rooms.currentIndex())
        assert not child(setup, QLineEdit, "name").isEnabled(), "a name belongs to one device"
        button(setup, "apply").click()
        await worked(story, SETTING_UP)
        button(setup, "close").click()
        await story.until(lambda: all(mirror.devices[device.id].place for device in waiting))
        assert {mirror.devices[device.id].place.zone for device in waiting} == {zone.id}
        assert len({(mirror.devices[d.id].place.x, mirror.devices[d.id].place.y) for d in waiting}) == len(waiting)


async def test_a_found_device_answers_on_the_network_with_the_key_that_the_cloud_has(tmp_path):
    clock = ForwardClock()
    async with two_road_house() as house:
        told = house.description
        device = next(d for d in told.book.devices if d.id in house.on(Road.BOTH) and d.address and not d.sleeper)
        rest = replace(told.book, devices=tuple(d for d in told.book.devices if d.id != device.id))
        keys = {one: key for one, key in told.keys.items() if one != device.id}
        world = EngineWorld(clock, demo=replace(told, book=rest, keys=keys), listens=False, timings=BRISK)
        async with (
            open_engine(open_home(tmp_path, {}), world) as services,
            window_on(services.engine, clock, tmp_path) as story,
        ):
            engine = services.engine
            await story.until(lambda: [s for s in story.mirror.cloud.values() if s.state is LinkState.UP])
            (project,) = story.mirror.cloud
            found = FoundList(story.mirror)
            heard = FoundDevice(device.id, device.address.host, device.address.port, "", device.product, clock.now())
            found.take([heard])
            found.know_cloud(await engine.ask(CloudInventory(project)))
            for of_project, devices in found.fetched([device.id]).items():
                await engine.do(ImportCloudDevices(of_project, devices))
            book = await engine.ask(SitePicture())
            known = {one.id: one for one in book.devices}
            await engine.do(AddDevices(found.new_devices([device.id], known)))
            await story.until(lambda: _on_lan(story, device.id))
            assert story.mirror.devices[device.id].points


def _on_lan(story: Story, device: DeviceId) -> bool:
    path = story.health(device).on(Path.LAN)
    return path is not None and path.state is PathState.CONNECTED
