"""Public holidays are proposed, put on the site's list, taken back, and still there after a restart."""

from PySide6.QtWidgets import QComboBox, QPushButton

from heyzack_console.desktop.panes.discovery.holidays_dialog import HolidaysDialog
from tests.support.dialogs import OpenedDialogs
from tests.support.open_house import open_house
from tests.support.stage import attended
from tests.support.story import Story

DEVICES = 20


async def propose_and_save(story: Story, dialogs: OpenedDialogs) -> None:
    """The country is that of the site's zone; one click proposes, one stores."""
    story.console.binding.run("site.holidays")
    asked = await dialogs.next(HolidaysDialog)
    await story.until(lambda: asked.findChild(QComboBox, "country").currentText() == "Germany")
    save = asked.findChild(QPushButton, "save")
    await story.until(lambda: asked.findChild(QPushButton, "propose").isEnabled())
    asked.findChild(QPushButton, "propose").click()
    await story.until(lambda: save.isEnabled() and save.isVisible())
    save.click()
    await story.console.bridge.idle()
    await story.until(lambda: story.mirror.book.holidays)


async def test_a_proposed_list_is_stored_taken_back_and_survives_a_restart(tmp_path):
    async with open_house(DEVICES) as house:
        with OpenedDialogs() as dialogs:
            async with attended(tmp_path, house) as told:
                story = told.story
                await story.until(lambda: story.mirror.status.lan_online == DEVICES)
                await propose_and_save(story, dialogs)
                kept = story.mirror.book.holidays
                assert "Christmas Day" in {one.name for one in kept}
                (offering,) = [pane for pane in story.console.window.panes if pane.undo_line.offers]
                assert offering.isVisible()
                story.console.binding.run("edit.undo")
                await story.until(lambda: not story.mirror.book.holidays)
                await propose_and_save(story, dialogs)
        async with attended(tmp_path, house) as told:
            await told.story.until(lambda: told.story.mirror.book is not None)
            assert told.story.mirror.book.holidays == kept
