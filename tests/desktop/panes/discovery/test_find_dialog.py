"""Finding devices: what is heard shows at once, keys are typed blind, the vault is asked for, a site is begun once."""

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit

from heyzack_console.desktop.panes.discovery.find_dialog import FindDialog
from heyzack_console.desktop.panes.discovery.import_dialog import ImportDialog
from heyzack_console.desktop.panes.discovery.site_part import SitePart
from heyzack_console.desktop.panes.discovery.unlock_dialog import UnlockDialog
from heyzack_console.desktop.progress_panel import ProgressPanel
from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.cloud import CloudInventory, CloudProjects, ImportCloudDevices
from heyzack_console.ports.engine.devices import AddDevices, ProbeRange, UnlockSecrets
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import CreateSite
from tests.support.cloud_project import EUROPE, LAMP
from tests.support.discovery_story import DiscoveryStory, button, child, type_into, worked
from tests.support.first_run_engine import announced

KEY = "0123456789abcdef"


async def opened(story: DiscoveryStory) -> FindDialog:
    story.bridge.start(story.desk.find_devices(), "find devices")
    return await story.dialogs.next(FindDialog)


async def scanned(story: DiscoveryStory) -> FindDialog:
    dialog = await opened(story)
    await worked(story, "Listening on the local network")
    return dialog


def choose(dialog: FindDialog, *keys: str) -> None:
    dialog.table.clearSelection()
    dialog.table.select_keys(keys)
    dialog.table.chosen.emit(dialog.table.selected_keys())


async def closed(story: DiscoveryStory, dialog: FindDialog) -> None:
    button(dialog, "close").click()
    await story.bridge.idle()


async def test_the_scan_begins_by_itself_and_lists_what_it_hears(story: DiscoveryStory):
    dialog = await scanned(story)
    assert dialog.table.visible_keys() == ["a", "b"]
    assert child(dialog, QLabel, "chosen").text() == "2 found, 2 new, 0 selected"
    await closed(story, dialog)


async def test_a_cancelled_scan_keeps_what_was_heard(story: DiscoveryStory):
    dialog = await scanned(story)
    story.engine.air.clear()
    story.engine.waiting.clear()
    dialog.scan()
    await story.engine.waiting.wait()
    panel = child(dialog, ProgressPanel, "")
    assert panel.isVisible()
    panel.cancel()
    await worked(story, "Listening on the local network")
    assert not panel.isVisible()
    assert dialog.table.visible_keys() == ["a", "b"]
    assert button(dialog, "scan").isEnabled()
    await closed(story, dialog)


async def test_closing_the_form_ends_its_scan(story: DiscoveryStory):
    story.engine.air.clear()
    dialog = await opened(story)
    await story.engine.waiting.wait()
    await closed(story, dialog)
    assert len(story.engine.asked) == 1


async def test_a_range_is_tried_only_when_it_is_one(story: DiscoveryStory):
    dialog = await scanned(story)
    story.engine.range = [announced("", "10.9.0.7")]
    type_into(dialog, "range", "10.9.0.0/8")
    button(dialog, "probe").click()
    assert "too many" in child(dialog, QLabel, "range_hint").text()
    type_into(dialog, "range", "10.9.0.0/24")
    button(dialog, "probe").click()
    await worked(story, "Trying the addresses of 10.9.0.0/24")
    assert story.engine.asked[-1] == ProbeRange("10.9.0.0/24")
    assert dialog.table.visible_keys()[-1] == "10.9.0.7:6668"
    await closed(story, dialog)


async def test_chosen_devices_are_added_to_a_new_site(story: DiscoveryStory):
    dialog = await scanned(story)
    choose(dialog, "a")
    type_into(dialog, "name", "Lobby light")
    assert "site's name" in button(dialog, "add").toolTip()
    child(child(dialog, SitePart, "SiteFields"), QLineEdit, "name").setText("Mill")
    kinds = child(dialog, QComboBox, "category")
    kinds.setCurrentIndex(kinds.findData(Category.LIGHT))
    kinds.activated.emit(kinds.currentIndex())
    type_into(dialog, "key", KEY)
    button(dialog, "add").click()
    await worked(story, "Taking in the devices")
    created, added = story.engine.done
    assert isinstance(created, CreateSite)
    assert isinstance(added, AddDevices)
    assert (created.name, created.floors) == ("Mill", ("Ground floor",))
    (new,) = added.devices
    assert (new.device.name, new.device.category, new.key) == ("Lobby light", Category.LIGHT, KEY)
    assert "placed" in child(dialog, QLabel, "said").text()
    assert story.said == ["1 devices taken in."]
    await closed(story, dialog)


async def test_a_typed_key_is_hidden_and_not_shown_again(story: DiscoveryStory):
    story.have_site()
    dialog = await scanned(story)
    choose(dialog, "a")
    type_into(dialog, "key", KEY)
    field = child(dialog, QLineEdit, "key")
    assert field.echoMode() is QLineEdit.EchoMode.Password
    choose(dialog, "b")
    assert field.text() == ""
    choose(dialog, "a")
    assert field.text() == ""
    button(dialog, "add").click()
    await worked(story, "Taking in the devices")
    assert story.engine.keys == {"a": KEY}
    await closed(story, dialog)


async def test_a_wrong_key_is_blamed_in_its_field_and_keeps_the_device_out(story: DiscoveryStory):
    story.have_site()
    dialog = await scanned(story)
    choose(dialog, "a")
    type_into(dialog, "key", "short")
    child(dialog, QLineEdit, "key").editingFinished.emit()
    assert "16 characters" in child(dialog, QLabel, "key_hint").text()
    assert not button(dialog, "add").isEnabled()
    assert "16 characters" in button(dialog, "add").toolTip()
    await closed(story, dialog)


async def test_where_the_vault_is_locked_its_passphrase_is_asked_and_the_devices_are_added(story: DiscoveryStory):
    story.have_site()
    story.engine.vault = "open sesame"
    dialog = await scanned(story)
    choose(dialog, "a")
    type_into(dialog, "key", KEY)
    button(dialog, "add").click()
    vault = await story.dialogs.next(UnlockDialog)
    type_into(vault, "passphrase", "not the one")
    button(vault, "unlock").click()
    await worked(story, "Opening the vault")
    assert child(vault, QLabel, "said").text() == "The passphrase is wrong. The vault stays closed."
    type_into(vault, "passphrase", "open sesame")
    button(vault, "unlock").click()
    await worked(story, "Taking in the devices")
    assert [type(command) for command in story.engine.done] == [AddDevices, UnlockSecrets, UnlockSecrets, AddDevices]
    assert story.engine.keys == {"a": KEY}
    await closed(story, dialog)


async def test_who_does_not_open_the_vault_is_told_that_nothing_was_added(story: DiscoveryStory):
    story.have_site()
    story.engine.vault = "open sesame"
    dialog = await scanned(story)
    choose(dialog, "a")
    type_into(dialog, "key", KEY)
    button(dialog, "add").click()
    button(await story.dialogs.next(UnlockDialog), "cancel").click()
    await worked(story, "Taking in the devices")
    assert "vault" in child(dialog, QLabel, "said").text()
    assert story.engine.keys == {}
    await closed(story, dialog)


async def test_a_refusal_is_said_at_the_foot_and_what_was_typed_stays(story: DiscoveryStory):
    story.have_site()

    def refused(_command: AddDevices) -> None:
        raise InvalidInput("The local key of a must have 16 plain characters.", "key")

    story.engine.answers[AddDevices] = refused
    dialog = await scanned(story)
    choose(dialog, "a")
    type_into(dialog, "name", "Lobby light")
    button(dialog, "add").click()
    await worked(story, "Taking in the devices")
    assert child(dialog, QLabel, "said").text() == "The local key of a must have 16 plain characters."
    assert child(dialog, QLineEdit, "name").text() == "Lobby light"
    await closed(story, dialog)


async def test_a_device_that_the_cloud_lists_is_taken_in_with_its_key_and_then_gets_its_address(story: DiscoveryStory):
    story.have_site()
    listed = replace(LAMP, id=DeviceId("a"), kind=Category.LIGHT)

    def imported(command: ImportCloudDevices) -> Receipt:
        by_cloud = Device(DeviceId("a"), "Lamp", Category.LIGHT, points=(PointSpec(1, "on", PointKind.BOOLEAN),))
        story.engine.book = replace(story.engine.book, devices=(by_cloud,))
        return Receipt(count=1)

    story.engine.answers |= {
        CloudProjects: lambda _: (EUROPE,), CloudInventory: lambda _: (listed,), ImportCloudDevices: imported
    }  # fmt: skip
    dialog = await scanned(story)
    choose(dialog, "a")
    button(dialog, "add").click()
    await worked(story, "Taking in the devices")
    assert ImportCloudDevices(EUROPE.id, (DeviceId("a"),)) in story.engine.done
    (taken,) = (c for c in story.engine.done if isinstance(c, AddDevices))
    (new,) = taken.devices
    assert (new.device.name, new.device.address.host, len(new.device.points)) == ("Lamp", "10.0.0.5", 1)
    await closed(story, dialog)


async def test_a_cloud_that_does_not_answer_hinders_no_scan(story: DiscoveryStory):
    def refuse(_query: CloudInventory) -> None:
        raise CloudError("The cloud did not answer.", CloudCause.TRANSPORT)

    story.engine.answers |= {CloudProjects: lambda _: (EUROPE,), CloudInventory: refuse}
    dialog = await scanned(story)
    assert dialog.table.visible_keys() == ["a", "b"]
    assert child(dialog, QLabel, "said").text() == "Keys from the cloud are not at hand. The cloud did not answer."
    await closed(story, dialog)


async def test_after_an_import_the_scan_tells_what_is_known_now(story: DiscoveryStory, tmp_path: Path):
    story.have_site()
    path = tmp_path / "devices.json"
    path.write_text(json.dumps([{"id": "a", "key": KEY}]))
    dialog = await scanned(story)
    button(dialog, "import_keys").click()
    imports = await story.dialogs.next(ImportDialog)
    button(imports, "choose").click()
    files = await story.dialogs.next(QFileDialog)
    child(files, QLineEdit, "fileNameEdit").setText(str(path))
    files.accept()
    await worked(story, "Reading the list")
    story.engine.lan = [replace(found, known=found.id == "a") for found in story.engine.lan]
    button(imports, "apply").click()
    await worked(story, "Importing a list")
    await worked(story, "Listening on the local network")
    assert child(dialog, QLabel, "chosen").text() == "2 found, 1 new, 0 selected"
    await closed(story, dialog)
