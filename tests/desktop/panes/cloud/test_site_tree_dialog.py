"""Floors and rooms from the cloud: a tree with boxes, one command, and back to the places of devices."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTreeWidgetItem

from heyzack_console.desktop.panes.cloud.places_dialog import PlacesDialog
from heyzack_console.desktop.panes.cloud.site_tree_dialog import ADDING, ASKING, SiteTreeDialog
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import AddPlaces
from heyzack_console.presentation.selection import Selection
from tests.support.cloud_story import CloudStory
from tests.support.discovery_story import button, child, worked


async def opened(story: CloudStory) -> SiteTreeDialog:
    action = next(action for action in story.desk.actions() if action.id == "cloud.site_tree")
    work = action.handler(Selection())
    assert work is not None
    story.bridge.start(work, "site tree")
    dialog = await story.dialogs.next(SiteTreeDialog)
    await worked(story, ASKING)
    return dialog


def line(dialog: SiteTreeDialog, name: str) -> QTreeWidgetItem:
    (found,) = dialog.tree.findItems(name, Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    return found


async def test_what_is_missing_is_ticked_and_added_in_one_command(story: CloudStory):
    dialog = await opened(story)
    assert line(dialog, "Nook").checkState(0) is Qt.CheckState.Checked
    assert line(dialog, "lab  0.04").data(0, Qt.ItemDataRole.CheckStateRole) is None
    assert line(dialog, "Shed").text(1) == "hangs under no floor"
    assert button(dialog, "apply").text() == "Add 1 place"
    button(dialog, "apply").click()
    await story.bridge.idle()
    (command,) = (c for c in story.engine.done if isinstance(c, AddPlaces))
    assert [zone.name for zone in command.zones] == ["Nook"]
    assert story.said == ["AddPlaces"]


async def test_nothing_ticked_adds_nothing(story: CloudStory):
    dialog = await opened(story)
    line(dialog, "Nook").setCheckState(0, Qt.CheckState.Unchecked)
    assert not button(dialog, "apply").isEnabled()
    button(dialog, "close").click()
    await story.bridge.idle()
    assert story.engine.done == []


async def test_a_refusal_is_said_and_the_form_stays(story: CloudStory):
    def refuse(_command: AddPlaces) -> Receipt:
        raise InvalidInput("A room of these is in the site already. Nothing was added.", "room")

    story.engine.answers[AddPlaces] = refuse
    dialog = await opened(story)
    button(dialog, "apply").click()
    await worked(story, ADDING)
    assert child(dialog, QLabel, "said").text().startswith("A room of these is in the site already")
    assert button(dialog, "apply").isEnabled()
    button(dialog, "close").click()
    await story.bridge.idle()


async def test_without_a_site_the_form_says_how_to_begin_one(story: CloudStory):
    story.mirror.show_book(None)
    dialog = await opened(story)
    assert "There is no site yet" in child(dialog, QLabel, "said").text()
    assert not button(dialog, "apply").isEnabled()
    button(dialog, "close").click()
    await story.bridge.idle()


async def test_rooms_added_from_the_places_form_are_known_there_at_once(story: CloudStory):
    def add(command: AddPlaces) -> Receipt:
        book = story.mirror.book
        assert book is not None
        story.mirror.show_book(replace(book, site=replace(book.site, zones=(*book.site.zones, *command.zones))))
        return Receipt(count=1, text="1 room added.")

    story.engine.answers[AddPlaces] = add
    work = next(action for action in story.desk.actions() if action.id == "cloud.places").handler(Selection())
    assert work is not None
    story.bridge.start(work, "places")
    places = await story.dialogs.next(PlacesDialog)
    await worked(story, "Asking the cloud for its rooms")
    button(places, "add").click()
    tree = await story.dialogs.next(SiteTreeDialog)
    await worked(story, ASKING)
    button(tree, "apply").click()
    await worked(story, "Waiting for floors and rooms")
    await worked(story, "Asking the cloud for its rooms")
    (nook,) = places.tree.findItems("Nook", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)
    assert nook.text(1) == "Ground floor · Nook"
    button(places, "close").click()
    await story.bridge.idle()
