"""Importing from a cloud project: what is selected is tried first, then taken in; what was refused is named."""

import asyncio

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit
from pytestqt.modeltest import ModelTester

from heyzack_console.desktop.panes.cloud.import_dialog import CHECKING, LISTING, NO_SITE, TAKING_IN, ImportDialog
from heyzack_console.desktop.panes.cloud.places_dialog import PlacesDialog
from heyzack_console.desktop.progress_panel import ProgressPanel
from heyzack_console.desktop.table.row_model import RowModel
from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.ports.engine.cloud import CloudInventory, CloudProjects, ImportCloudDevices, SyncCloud
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.presentation.cloud.inventory import InventoryList, Standing
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from tests.support.cloud_project import AMERICA, EUROPE, HUB, LAMP, LEAF, LISTED, SECRET_KEY, WARM, listed
from tests.support.cloud_story import CloudStory
from tests.support.discovery_story import button, child, worked

GONE = CloudError("The cloud does not know the device any more (code 2009). Pair it again.", CloudCause.DEVICE, 2009)
USED_UP = CloudError("This month's calls are used up. Orders still go out.", CloudCause.QUOTA, 28841004)


async def opened(story: CloudStory) -> ImportDialog:
    story.desk.act("import", EUROPE.id)
    dialog = await story.dialogs.next(ImportDialog)
    await worked(story, LISTING)
    await worked(story, CHECKING)
    return dialog


async def choose(story: CloudStory, dialog: ImportDialog, *keys: str) -> None:
    dialog.view.table.clearSelection()
    dialog.view.table.select_keys(keys)
    dialog.view.table.chosen.emit(dialog.view.table.selected_keys())
    await worked(story, CHECKING)


async def closed(story: CloudStory, dialog: ImportDialog) -> None:
    button(dialog, "close").click()
    await story.bridge.idle()


def said(dialog: ImportDialog, name: str) -> str:
    label = child(dialog, QLabel, name)
    return "" if label.isHidden() else label.text()


async def test_new_devices_are_proposed_and_what_would_happen_is_told_before_anything_does(story: CloudStory):
    dialog = await opened(story)
    assert sorted(dialog.view.table.selected_keys()) == ["hub", "lamp", "leaf"]
    assert said(dialog, "report") == "Would take in 3 devices."
    assert said(dialog, "chosen") == "5 listed, 3 new, 3 selected"
    assert (story.imports(dry_run=True), story.imports(dry_run=False)) == ([("hub", "lamp", "leaf")], [])
    await closed(story, dialog)


async def test_nothing_can_be_taken_in_before_it_was_tried(story: CloudStory):
    dialog = await opened(story)
    answer = asyncio.Event()

    async def late(command: ImportCloudDevices):
        await answer.wait()

    story.engine.answers[ImportCloudDevices] = late
    dialog.view.table.clearSelection()
    assert button(dialog, "apply").toolTip() == "Select the devices that shall be taken in"
    dialog.view.table.select_keys(("lamp",))
    dialog.view.table.chosen.emit(["lamp"])
    assert not button(dialog, "apply").isEnabled()
    assert button(dialog, "apply").toolTip() == "What would happen is not known yet"
    await closed(story, dialog)


async def test_what_was_tried_is_what_is_taken_in_with_gateways_before_what_hangs_on_them(story: CloudStory):
    dialog = await opened(story)
    button(dialog, "apply").click()
    await worked(story, TAKING_IN)
    ((first, second, last),) = story.imports(dry_run=False)
    assert ({first, second}, last) == ({HUB.id, LAMP.id}, LEAF.id)
    assert said(dialog, "report") == "3 devices taken in. They wait beside the plan to be placed."
    assert said(dialog, "chosen") == "5 listed, 0 new, 0 selected"
    await closed(story, dialog)
    assert story.said == ["Took in 3 devices."]


async def test_only_the_last_selection_is_tried_when_it_changes_quickly(story: CloudStory):
    dialog = await opened(story)
    answers: dict[DeviceId, asyncio.Event] = {LAMP.id: asyncio.Event(), HUB.id: asyncio.Event()}

    async def late(command: ImportCloudDevices) -> Receipt:
        (device,) = command.devices
        await answers[device].wait()
        return Receipt(count=1, text=f"Would take in {device}.")

    story.engine.answers[ImportCloudDevices] = late
    for device in (LAMP.id, HUB.id):
        dialog.view.table.select_keys((device,))
        dialog.view.table.chosen.emit([device])
        await asyncio.sleep(0)
    answers[HUB.id].set()
    answers[LAMP.id].set()
    await worked(story, CHECKING)
    assert said(dialog, "report") == "Would take in hub."
    assert button(dialog, "apply").isEnabled()
    await closed(story, dialog)


async def test_a_refused_device_does_not_keep_the_others_out_and_its_line_says_why(story: CloudStory):
    story.refuse([LAMP.id], GONE)
    dialog = await opened(story)
    button(dialog, "apply").click()
    await worked(story, TAKING_IN)
    assert dialog.view.table.selected_keys() == ["lamp"]
    report = said(dialog, "report")
    assert report == f"2 of 3 devices taken in. 1 refused; each line says why. Lamp: {GONE.text}"
    button(dialog, "copy").click()
    assert QGuiApplication.clipboard().text().splitlines()[1:] == [f"{LAMP.id}\t{LAMP.name}\t{GONE.text}"]
    assert dialog.view.listed.row(dialog.view.listed.position("lamp") or 0).cells[-1].text == GONE.text
    story.refusals.clear()
    button(dialog, "apply").click()
    await worked(story, TAKING_IN)
    assert story.imports(dry_run=False)[-1] == ("lamp",)
    assert said(dialog, "chosen") == "5 listed, 0 new, 0 selected"
    await closed(story, dialog)


async def test_a_refusal_that_would_meet_all_ends_the_import_in_the_cloud_s_words(story: CloudStory):
    story.refuse([LAMP.id], USED_UP)
    dialog = await opened(story)
    button(dialog, "apply").click()
    await worked(story, TAKING_IN)
    assert len(story.imports(dry_run=False)) == 1
    assert said(dialog, "said") == USED_UP.text
    assert said(dialog, "report").startswith("0 of 3 devices taken in. 3 not tried.")
    assert len(dialog.view.table.selected_keys()) == 3
    await closed(story, dialog)
    assert (story.said, story.failures) == ([], [])


async def test_many_devices_come_in_part_by_part_and_a_stop_keeps_what_is_in(story: CloudStory):
    many = tuple(listed(f"Lamp {n:02d}") for n in range(45))
    story.engine.answers[CloudInventory] = lambda _: many
    second = asyncio.Event()

    async def hold(_command: ImportCloudDevices) -> None:
        if len(story.imports(dry_run=False)) == 2:
            second.set()
            await asyncio.Event().wait()

    story.before = hold
    dialog = await opened(story)
    button(dialog, "apply").click()
    await second.wait()
    panel = child(dialog, ProgressPanel, "")
    assert "20 of 45 taken in" in [label.text() for label in panel.findChildren(QLabel)]
    panel.cancel()
    await worked(story, TAKING_IN)
    assert said(dialog, "report") == "20 of 45 devices taken in. 25 not tried. What is not taken in is still selected."
    assert len(dialog.view.table.selected_keys()) == 25
    story.before = None
    button(dialog, "apply").click()
    await worked(story, TAKING_IN)
    assert sorted(one for part in story.imports(dry_run=False)[2:] for one in part) == sorted(
        each.id for each in many[20:]
    )
    await closed(story, dialog)
    assert story.said == ["25 devices taken in."]


async def test_the_form_can_be_closed_in_the_middle_of_an_import(story: CloudStory):
    begun = asyncio.Event()

    async def hold(_command: ImportCloudDevices) -> None:
        begun.set()
        await asyncio.Event().wait()

    story.before = hold
    dialog = await opened(story)
    button(dialog, "apply").click()
    await begun.wait()
    await closed(story, dialog)
    assert story.crashes == []


async def test_a_list_that_is_refused_says_so_in_the_form_and_can_be_asked_for_again(story: CloudStory):
    def refused(_query: CloudInventory) -> None:
        raise CloudError("The subscription has expired (code 28841002). Renew it.", CloudCause.SUBSCRIPTION, 28841002)

    given, story.engine.answers[CloudInventory] = story.engine.answers[CloudInventory], refused
    dialog = await opened(story)
    assert said(dialog, "said") == "The subscription has expired (code 28841002). Renew it."
    story.engine.answers[CloudInventory] = given
    button(dialog, "again").click()
    await worked(story, LISTING)
    assert said(dialog, "said") == ""
    assert len(dialog.view.table.visible_keys()) == 5
    assert SyncCloud(EUROPE.id) in story.engine.done
    await closed(story, dialog)


async def test_a_refused_trial_is_said_and_keeps_the_devices_out(story: CloudStory):
    def refused(_command: ImportCloudDevices) -> None:
        raise USED_UP

    story.engine.answers[ImportCloudDevices] = refused
    dialog = await opened(story)
    assert said(dialog, "said") == USED_UP.text
    assert not button(dialog, "apply").isEnabled()
    assert button(dialog, "apply").toolTip() == "What would happen is not known yet"
    await closed(story, dialog)


async def test_a_filter_narrows_the_lines_and_all_means_those_that_are_shown(story: CloudStory):
    dialog = await opened(story)
    child(dialog, QLineEdit, "filter").setText("dimmer therm")
    button(dialog, "select_all").click()
    await worked(story, CHECKING)
    assert dialog.view.table.selected_keys() == [WARM.id]
    assert story.imports(dry_run=True)[-1] == (WARM.id,)
    child(dialog, QLineEdit, "filter").clear()
    only = child(dialog, QComboBox, "only")
    only.setCurrentIndex(only.findData(Standing.NEW))
    assert dialog.view.table.visible_keys() == ["hub", "lamp", "leaf"]
    await closed(story, dialog)


async def test_without_a_site_the_form_says_what_comes_first(story: CloudStory):
    story.mirror.show_book(None)
    dialog = await opened(story)
    assert not button(dialog, "apply").isEnabled()
    assert button(dialog, "apply").toolTip() == NO_SITE
    assert story.imports(dry_run=True) == []
    await closed(story, dialog)


async def test_with_several_projects_another_one_is_listed_when_it_is_chosen(story: CloudStory):
    story.engine.answers[CloudProjects] = lambda _: (EUROPE, AMERICA)
    dialog = await opened(story)
    field = child(dialog, QComboBox, "project")
    assert [field.itemText(n) for n in range(2)] == ["Central Europe, project p1", "Western America, project p2"]
    field.setCurrentIndex(1)
    await worked(story, LISTING)
    await worked(story, CHECKING)
    asked = [query.project for query in story.engine.asked if isinstance(query, CloudInventory)]
    assert asked == [EUROPE.id, AMERICA.id]
    await closed(story, dialog)


async def test_one_project_alone_is_not_asked_for(story: CloudStory):
    dialog = await opened(story)
    assert child(dialog, QComboBox, "project").isHidden()
    await closed(story, dialog)


async def test_places_are_proposed_from_the_form(story: CloudStory):
    dialog = await opened(story)
    button(dialog, "places").click()
    places = await story.dialogs.next(PlacesDialog)
    button(places, "close").click()
    await worked(story, "Waiting for the places")
    await closed(story, dialog)


async def test_no_key_is_shown_or_copied(story: CloudStory):
    story.engine.answers[CloudInventory] = lambda _: (listed("Lamp", local_key=SECRET_KEY),)
    dialog = await opened(story)
    line = dialog.view.listed.row(0)
    assert all(SECRET_KEY not in cell.text + cell.tip for cell in line.cells)
    assert SECRET_KEY not in dialog.view.table.rows.as_text([0])
    await closed(story, dialog)


def test_the_table_keeps_qts_rules(qtmodeltester: ModelTester):
    inventory = InventoryList(Mirror())
    inventory.take(LISTED)
    model = RowModel(inventory)
    qtmodeltester.check(model, force_py=True)


@pytest.mark.parametrize("name", ["cloud.import", "cloud.places", "cloud.pairing"])
async def test_without_a_project_the_action_is_off_and_says_why(story: CloudStory, name: str):
    action = next(action for action in story.desk.actions() if action.id == name)
    nothing = Selection()
    assert (action.menu, action.enabled(nothing)) == ("Site", False)
    assert action.why_not == "Connect a cloud project first"
    story.hear_of_project()
    assert action.enabled(nothing)


async def test_a_project_that_went_meanwhile_is_said(story: CloudStory):
    story.engine.answers[CloudProjects] = lambda _: ()
    story.desk.act("import", EUROPE.id)
    await story.bridge.idle()
    assert [error.text for error in story.failures] == ["No cloud project is connected. Connect a cloud project first."]
