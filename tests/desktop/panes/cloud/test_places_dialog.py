"""Places from the cloud: proposed as a tree, put on the plan where the room is known, otherwise said what is next."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTreeWidgetItem

from heyzack_console.desktop.panes.cloud.places_dialog import PlacesDialog
from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.domain.devices.device import Place
from heyzack_console.ports.engine.cloud import ProposedPlaces
from heyzack_console.ports.engine.devices import PlaceDevices
from heyzack_console.presentation.selection import Selection
from tests.support.building import CLIMATE, VALVE
from tests.support.cloud_project import GROUND, LAB
from tests.support.cloud_story import CloudStory
from tests.support.discovery_story import button, child, worked

LISTING = "Asking the cloud for its rooms"
PUTTING = "Placing the devices"


async def opened(story: CloudStory) -> PlacesDialog:
    action = next(action for action in story.desk.actions() if action.id == "cloud.places")
    work = action.handler(Selection())
    assert work is not None
    story.bridge.start(work, "places")
    dialog = await story.dialogs.next(PlacesDialog)
    await worked(story, LISTING)
    return dialog


def line(dialog: PlacesDialog, name: str) -> QTreeWidgetItem:
    (found,) = dialog.tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return found


def has_box(item: QTreeWidgetItem) -> bool:
    return item.data(0, Qt.ItemDataRole.CheckStateRole) is not None


async def closed(story: CloudStory, dialog: PlacesDialog) -> None:
    button(dialog, "close").click()
    await story.bridge.idle()


async def test_known_rooms_are_checked_rooms_that_the_plan_does_not_have_are_not(story: CloudStory):
    dialog = await opened(story)
    assert line(dialog, "lab  0.04").checkState(0) is Qt.CheckState.Checked
    assert line(dialog, "Nook").checkState(0) is Qt.CheckState.Unchecked
    assert has_box(line(dialog, "Nook"))
    assert not has_box(line(dialog, "Shed"))
    assert not has_box(line(dialog, "Mill"))
    assert line(dialog, "lab  0.04").text(1) == "Ground floor · Lab 0.04"
    await closed(story, dialog)


async def test_the_devices_of_checked_places_are_put_on_the_plan_and_no_other(story: CloudStory):
    dialog = await opened(story)
    assert button(dialog, "apply").text() == "Place 1 device"
    button(dialog, "apply").click()
    await story.bridge.idle()
    (command,) = story.engine.done
    assert isinstance(command, PlaceDevices)
    ((device, place),) = command.places
    assert isinstance(place, Place)
    assert (device, place.floor, place.zone) == (VALVE.id, GROUND.id, LAB.id)
    assert story.said == ["PlaceDevices"]


async def test_what_is_checked_by_hand_comes_along(story: CloudStory):
    dialog = await opened(story)
    line(dialog, "Nook").setCheckState(0, Qt.CheckState.Checked)
    assert button(dialog, "apply").text() == "Place 2 devices"
    line(dialog, "lab  0.04").setCheckState(0, Qt.CheckState.Unchecked)
    button(dialog, "apply").click()
    await story.bridge.idle()
    (command,) = story.engine.done
    assert isinstance(command, PlaceDevices)
    assert [device for device, _ in command.places] == [CLIMATE.id]


async def test_what_is_left_is_said_with_what_to_do(story: CloudStory):
    dialog = await opened(story)
    text = child(dialog, QLabel, "next").text()
    assert "Not in the book yet: 1 device" in text
    assert "Not on the plan: Shed." in text
    await closed(story, dialog)


async def test_a_refused_question_is_said_in_the_form(story: CloudStory):
    def refused(_query: ProposedPlaces) -> None:
        raise CloudError("The project has no right to spaces (code 28841105).", CloudCause.PERMISSION, 28841105)

    story.engine.answers[ProposedPlaces] = refused
    dialog = await opened(story)
    assert child(dialog, QLabel, "said").text() == "The project has no right to spaces (code 28841105)."
    assert not button(dialog, "apply").isEnabled()
    await closed(story, dialog)


async def test_a_refused_placing_leaves_the_form_open(story: CloudStory):
    def refused(_command: PlaceDevices) -> None:
        raise CloudError("Not now.", CloudCause.OTHER)

    story.engine.answers[PlaceDevices] = refused
    dialog = await opened(story)
    button(dialog, "apply").click()
    await worked(story, PUTTING)
    assert child(dialog, QLabel, "said").text() == "Not now."
    assert dialog.isVisible()
    await closed(story, dialog)
    assert story.said == []


async def test_a_row_is_as_high_as_in_every_table(story: CloudStory):
    dialog = await opened(story)
    assert dialog.tree.visualItemRect(line(dialog, "Nook")).height() == story.theme.row_height
    await closed(story, dialog)
