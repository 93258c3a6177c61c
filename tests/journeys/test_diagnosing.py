"""J3: a technician diagnoses a device step by step; the session gives way and comes back; the report holds no key."""

from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QTabWidget

from heyzack_console.desktop.panes.fieldwork.diagnose_dialog import CHECKING, SAVING, DiagnoseDialog
from heyzack_console.domain.devices.health import Stage
from heyzack_console.presentation.fieldwork.diagnosis import Outcome
from heyzack_console.presentation.selection import Selection
from tests.journeys.test_in_the_basement import on_the_lan
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, child, worked
from tests.support.stage import stage
from tests.support.story import settle

PLANTED = "K7#installer+9xQ"


async def opened(story, dialogs, device):
    story.console.board.choose(Selection((device.id,), ()))
    story.console.binding.run("field.diagnose")
    return await dialogs.next(DiagnoseDialog)


async def closed(story, dialog):
    button(dialog, "close").click()
    await story.console.bridge.idle()


async def saved(story, dialogs, dialog, path):
    button(dialog, "save").click()
    place = await dialogs.next(QFileDialog)
    child(place, QLineEdit, "fileNameEdit").setText(str(path))
    place.accept()
    await worked(story, SAVING)
    return path.read_text()


async def test_a_device_in_order_is_looked_at_through_its_session_then_measured_and_is_back(tmp_path):
    async with stage(tmp_path) as told:
        story = told.story
        device = told.house.first(on_the_lan("3.4"))
        key = told.house.description.keys[device.id]
        await story.until(lambda: story.live(device.id))
        connections = told.house.on_wire(device.id).clients
        with OpenedDialogs() as dialogs:
            dialog = await opened(story, dialogs, device)
            assert {check.outcome for check in dialog.report.checks[:5]} == {Outcome.OK}
            assert told.house.on_wire(device.id).clients == connections, "looking takes no connection"
            child(dialog, QCheckBox, "measure").setChecked(True)
            button(dialog, "run").click()
            await worked(story, CHECKING)
            assert [check.outcome for check in dialog.report.checks[:5]] == [Outcome.OK] * 5
            assert {point.code for point in dialog.report.points} >= {
                point.code for point in device.points if point.readable and story.newest(device.id, point.code)
            }
            child(dialog, QTabWidget, "pages").setCurrentIndex(2)
            await settle()
            text = await saved(story, dialogs, dialog, tmp_path / "found.json")
            assert key not in text
            assert '"raw"' in text
            await closed(story, dialog)
        await story.until(lambda: story.health(device.id).reachable and story.live(device.id))


async def test_a_key_that_another_pairing_changed_is_found_and_stands_in_no_report(tmp_path):
    async with stage(tmp_path) as told:
        story = told.story
        device = told.house.first(on_the_lan("3.3"))
        key = told.house.description.keys[device.id]
        await story.until(lambda: story.live(device.id))
        told.house.on_wire(device.id).change_key(PLANTED)
        await story.until(lambda: story.health(device.id).paths[0].stage is Stage.KEY)
        with OpenedDialogs() as dialogs:
            dialog = await opened(story, dialogs, device)
            button(dialog, "run").click()
            await worked(story, CHECKING)
            found = {check.title: check for check in dialog.report.checks}
            assert found["Connection"].outcome is Outcome.OK
            assert found["Local key"].outcome is Outcome.FAILED
            assert "Fetch the local key again" in found["Local key"].advice
            texts = [await saved(story, dialogs, dialog, tmp_path / f"found.{ending}") for ending in ("json", "txt")]
            assert not [text for text in texts if PLANTED in text or key in text]
            await closed(story, dialog)


async def test_a_diagnosis_that_is_cancelled_gives_the_session_back(tmp_path):
    async with stage(tmp_path) as told:
        story = told.story
        device = told.house.first(on_the_lan("3.4"))
        await story.until(lambda: story.live(device.id))
        with OpenedDialogs() as dialogs:
            dialog = await opened(story, dialogs, device)
            child(dialog, QCheckBox, "measure").setChecked(True)
            button(dialog, "run").click()
            await story.until(lambda: not story.health(device.id).reachable)
            await closed(story, dialog)
        await story.until(lambda: story.health(device.id).reachable)
