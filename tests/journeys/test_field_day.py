"""J3: a technician walks through the building, nearest work first; labels lead to devices; nothing needs internet."""

import pytest
from PySide6.QtWidgets import QComboBox, QFileDialog, QLabel, QLineEdit

from heyzack_console.desktop.panes.fieldwork.jump_dialog import JumpDialog
from heyzack_console.desktop.panes.fieldwork.labels_dialog import PRINTING, LabelsDialog
from heyzack_console.desktop.panes.fieldwork.pane import WorkPane
from heyzack_console.domain.devices.codes import code_of
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.presentation.selection import Selection
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, child, worked
from tests.support.stage import stage
from tests.support.story import settle

UNREACHABLE_AFTER_S = 60


def work_pane(story):
    return next(pane for pane in story.console.panes.all if isinstance(pane, WorkPane))


async def scanned(story, dialogs, text):
    story.console.binding.run("field.jump")
    dialog = await dialogs.next(JumpDialog)
    child(dialog, QLineEdit, "code").setText(text)
    button(dialog, "go").click()
    return dialog


async def test_a_scanned_label_leads_to_its_device_and_says_where_one_stands(tmp_path):
    async with stage(tmp_path) as told:
        story = told.story
        device = told.house.first(lambda one: one.place is not None)
        story.window.arrangement.open("field")
        await settle()
        with OpenedDialogs() as dialogs:
            dialog = await scanned(story, dialogs, code_of(DeviceId("of-another-house")))
            assert "not in this building's list" in child(dialog, QLabel, "said").text()
            child(dialog, QLineEdit, "code").setText(code_of(device.id))
            button(dialog, "go").click()
            await story.console.bridge.idle()
        assert story.console.board.selection.device == device.id
        pane = work_pane(story)
        assert f"You are at: {device.name}" in story.words(pane)


async def test_the_nearest_open_work_stands_first(tmp_path):
    async with stage(tmp_path) as told:
        story = told.story
        story.window.arrangement.open("field")
        pane = work_pane(story)
        lost = [told.house.first(lambda one: one.place and one.address and one.gateway is None)]
        lost.append(told.house.first(lambda one: one.place and one.address and one.place.floor != lost[0].place.floor))
        await story.until(lambda: all(story.live(device.id) for device in lost))
        for device in lost:
            told.house.on_wire(device.id).change_key("K7#installer+9xQ")
        await story.until(lambda: all(story.health(device.id).lost for device in lost))
        told.clock.forward(UNREACHABLE_AFTER_S)
        await story.until(lambda: all(story.mirror.alerts_of(device.id) for device in lost))
        for device in lost:
            story.console.board.choose(Selection((device.id,), ()))
            listed = [pane.listing.task(pane.listing.key(n)) for n in range(len(pane.listing))]
            assert listed[0].device == device.id
            assert listed[0].way_m == 0
        pane.table.selectRow(1)
        assert story.console.board.selection.device != lost[1].id
        assert pane.listing.task(pane.listing.key(0)).device == lost[1].id, "looking at work is not going there"


async def test_labels_are_printed_as_a_pdf_that_a_reader_understands(tmp_path):
    pdfium = pytest.importorskip("pypdfium2")
    reader = pytest.importorskip("zxingcpp", reason="reads codes from pictures; an optional part of the test machine")
    async with stage(tmp_path) as told:
        story = told.story
        chosen = told.house.devices[:3]
        story.console.board.choose(Selection(tuple(device.id for device in chosen), ()))
        target, picture = tmp_path / "labels.pdf", tmp_path / "label.png"
        with OpenedDialogs() as dialogs:
            story.console.binding.run("field.labels")
            dialog = await dialogs.next(LabelsDialog)
            assert child(dialog, QComboBox, "what").currentText() == "Selected devices (3)"
            await saved(dialog, dialogs, target, story)
            button(dialog, "close").click()
            await story.console.bridge.idle()
            document = pdfium.PdfDocument(str(target))
            image = document[0].render(scale=3, grayscale=True).to_numpy().squeeze()
            assert {code.text for code in reader.read_barcodes(image)} == {code_of(device.id) for device in chosen}
            document[0].render(scale=3).to_pil().save(picture)
            document.close()
            await jumped_by_picture(story, dialogs, picture)
        assert story.console.board.selection.device in {device.id for device in chosen}


async def saved(dialog, dialogs, target, story):
    button(dialog, "save").click()
    place = await dialogs.next(QFileDialog)
    child(place, QLineEdit, "fileNameEdit").setText(str(target))
    place.accept()
    await worked(story, PRINTING)
    assert "Written to labels.pdf" in child(dialog, QLabel, "said").text()


async def jumped_by_picture(story, dialogs, picture):
    story.console.binding.run("field.jump")
    dialog = await dialogs.next(JumpDialog)
    button(dialog, "picture").click()
    place = await dialogs.next(QFileDialog)
    child(place, QLineEdit, "fileNameEdit").setText(str(picture))
    place.accept()
    await story.console.bridge.idle()
