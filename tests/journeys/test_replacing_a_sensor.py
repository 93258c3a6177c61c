"""J3: a sensor is replaced by a spare one; the old one is retired with its history, the new one takes its place."""

from itertools import combinations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QPlainTextEdit, QPushButton

from heyzack_console.desktop.panes.devices.replace_dialog import ReplaceDialog
from heyzack_console.desktop.panes.inspector.notes_section import NotesSection
from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.ports.engine.dependencies import ChangeDependencies
from heyzack_console.ports.engine.devices import PlaceDevices
from heyzack_console.ports.engine.journal import VerifyJournal
from heyzack_console.presentation.selection import Selection
from tests.support.dialogs import OpenedDialogs
from tests.support.open_house import OpenHouse
from tests.support.stage import stage
from tests.support.story import Story, settle


def two_alike(house: OpenHouse) -> tuple[Device, Device]:
    """Two devices of one kind that are reached in the same way and are awake."""
    for old, spare in combinations(house.devices, 2):
        alike = old.category is spare.category and old.gateway == spare.gateway and not old.sleeper
        if alike and old.category is not Category.GATEWAY:
            return old, spare
    raise AssertionError("the house has no two devices alike")


def button(story: Story, text: str) -> QPushButton:
    """The button with *text* in the inspector."""
    found = story.console.panes.inspector.findChildren(QPushButton)
    return next(b for b in found if b.text() == text and b.isVisible())


async def write_a_note(story: Story, text: str) -> None:
    """Into the inspector, kept with Ctrl+Enter."""
    edit = story.console.panes.inspector.findChild(NotesSection).findChild(QPlainTextEdit)
    QTest.keyClicks(edit, text)
    QTest.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await story.console.bridge.idle()


async def test_a_spare_sensor_takes_the_place_and_the_history_of_the_old_one_stays_within_reach(tmp_path):
    async with stage(tmp_path) as told:
        story = told.story
        old, spare = two_alike(told.house)
        gateway = told.house.first_of(Category.GATEWAY)
        line = Dependency(Thing.device(old.id), Thing.device(gateway.id), Supply.POWER)
        await told.engine.do(ChangeDependencies(added=(line,)))
        await told.engine.do(PlaceDevices(((spare.id, None),)))
        await story.until(lambda: story.mirror.devices[spare.id].place is None and story.live(spare.id))
        story.console.board.choose(Selection((old.id,), ()))
        await settle()
        await write_a_note(story, "Behind the grille")
        with OpenedDialogs() as dialogs:
            story.console.binding.run("devices.replace")
            asked = await dialogs.next(ReplaceDialog)

            choices = asked.findChild(QListWidget, "choices")
            assert choices.item(0).text().startswith(f"{spare.name} · ")
            choices.setCurrentRow(0)
            asked.findChild(QPushButton, "replace").click()
            await story.console.bridge.idle()
        taken = await story.until(lambda: old.id not in story.mirror.devices and story.mirror.devices[spare.id])
        assert (taken.name, taken.place, taken.gateway) == (old.name, old.place, spare.gateway)
        assert Dependency(Thing.device(spare.id), line.target, Supply.POWER) in story.mirror.book.dependencies
        ends = {end for one in story.mirror.book.dependencies for end in (one.source, one.target)}
        assert Thing.device(old.id) not in ends
        assert story.live(spare.id)
        assert story.console.board.selection.device == spare.id

        button(story, "Show work history").click()
        await story.console.bridge.idle()
        words = story.words(story.console.panes.inspector)
        assert f"{spare.id} took the place of {old.id} ({old.name})" in words
        assert "Note: Behind the grille" in words

        story.console.panes.devices.undo_line.take_back()
        await story.until(lambda: old.id in story.mirror.devices)
        assert story.mirror.devices[old.id] == old
        assert (story.mirror.devices[spare.id].name, story.mirror.devices[spare.id].place) == (spare.name, None)
        assert (await told.engine.ask(VerifyJournal())).ok
