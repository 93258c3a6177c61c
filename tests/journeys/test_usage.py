"""A technician sees what is used and what is not, and takes the list along as a file."""

from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from heyzack_console.desktop.panes.fieldwork.usage_dialog import COUNTING, SAVING, UsageDialog
from heyzack_console.rules.usage import meter_of, switch_of
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, child, worked
from tests.support.stage import stage


async def test_the_usage_of_the_last_days_is_counted_and_saved(tmp_path):
    async with stage(tmp_path) as told:
        story = told.story
        wanted = {d.id for d in told.house.devices if switch_of(d) or meter_of(d)}
        one = next(d for d in told.house.devices if switch_of(d))
        await story.until(lambda: story.newest(one.id, switch_of(one).code))
        with OpenedDialogs() as dialogs:
            story.console.binding.run("field.usage")
            dialog = await dialogs.next(UsageDialog)
            await worked(story, COUNTING)
            assert {dialog.listing.key(n) for n in range(len(dialog.listing))} == wanted
            assert f"{len(wanted)} devices with a switch or a meter" in child(dialog, QLabel, "counts").text()
            button(dialog, "save").click()
            place = await dialogs.next(QFileDialog)
            child(place, QLineEdit, "fileNameEdit").setText(str(tmp_path / "usage.csv"))
            place.accept()
            await worked(story, SAVING)
            assert len((tmp_path / "usage.csv").read_text().splitlines()) == len(wanted) + 1
            button(dialog, "close").click()
            await story.console.bridge.idle()
