"""Lists and site files: report before act, refusals in the form, nothing replaced without a question."""

import json
import os
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QLineEdit, QPushButton

from heyzack_console.desktop.dialogs import ConfirmDialog
from heyzack_console.desktop.panes.discovery.import_dialog import ImportDialog
from heyzack_console.desktop.panes.discovery.site_export_dialog import SiteExportDialog
from heyzack_console.desktop.panes.discovery.site_import_dialog import SiteImportDialog
from heyzack_console.desktop.progress_panel import ProgressPanel
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.engine.sites import CreateSite, ExportSite, ImportDevices, ImportSite
from tests.support.discovery_story import DiscoveryStory, button, child, type_into, worked
from tests.support.first_run_engine import site_text

LIST = json.dumps([{"id": "a", "key": "0123456789abcdef"}, {"id": "b", "key": "fedcba9876543210"}])


async def chosen(story: DiscoveryStory, path: Path) -> None:
    """Answer the file dialog that opens next."""
    files = await story.dialogs.next(QFileDialog)
    child(files, QLineEdit, "fileNameEdit").setText(str(path))
    files.accept()


async def read_in(story: DiscoveryStory, dialog: QDialog, path: Path, title: str) -> None:
    button(dialog, "choose").click()
    await chosen(story, path)
    await worked(story, title)


async def list_dialog(story: DiscoveryStory, path: Path) -> ImportDialog:
    story.bridge.start(story.desk.import_devices(), "import devices")
    dialog = await story.dialogs.next(ImportDialog)
    await read_in(story, dialog, path, "Reading the list")
    return dialog


async def site_dialog(story: DiscoveryStory, path: Path) -> SiteImportDialog:
    story.bridge.start(story.desk.import_site(), "open a site file")
    dialog = await story.dialogs.next(SiteImportDialog)
    await read_in(story, dialog, path, "Reading the file")
    return dialog


async def export_dialog(story: DiscoveryStory) -> SiteExportDialog:
    story.have_site()
    story.bridge.start(story.desk.export_site(), "export the site")
    return await story.dialogs.next(SiteExportDialog)


def said(dialog: QDialog) -> str:
    return child(dialog, QLabel, "said").text()


def cancel(dialog: QDialog) -> None:
    button(dialog, "close" if dialog.findChild(QPushButton, "close") else "cancel").click()


async def test_a_list_is_reported_before_anything_is_taken_in(story: DiscoveryStory, tmp_path: Path):
    story.have_site()
    path = tmp_path / "devices.json"
    path.write_text(LIST)
    dialog = await list_dialog(story, path)
    assert child(dialog, QLabel, "report").text() == "Would take in 2 devices."
    assert story.engine.done == [ImportDevices(LIST, dry_run=True)]
    button(dialog, "apply").click()
    await story.bridge.idle()
    assert story.engine.done[1:] == [ImportDevices(LIST)]
    assert len(story.engine.keys) == 2
    assert story.said == ["2 devices taken in, to be placed on the plan"]


async def test_without_a_site_the_list_waits_for_its_name(story: DiscoveryStory, tmp_path: Path):
    path = tmp_path / "devices.json"
    path.write_text(LIST)
    dialog = await list_dialog(story, path)
    assert not button(dialog, "apply").isEnabled()
    child(dialog, QLineEdit, "name").setText("Mill")
    button(dialog, "apply").click()
    await story.bridge.idle()
    assert [type(command) for command in story.engine.done] == [ImportDevices, CreateSite, ImportDevices]


async def test_a_list_that_is_none_is_refused_in_the_form(story: DiscoveryStory, tmp_path: Path):
    path = tmp_path / "devices.json"
    path.write_text("{")
    dialog = await list_dialog(story, path)
    assert said(dialog) == "The file is no valid JSON. Nothing was changed."
    assert not button(dialog, "apply").isEnabled()
    cancel(dialog)
    await story.bridge.idle()


async def test_a_file_that_is_missing_or_no_text_is_named(story: DiscoveryStory, tmp_path: Path):
    dialog = await list_dialog(story, tmp_path / "gone.json")
    assert "gone.json cannot be read: No such file" in said(dialog)
    path = tmp_path / "picture.json"
    path.write_bytes(b"\xff\xfe\x00\xd8")
    await read_in(story, dialog, path, "Reading the list")
    assert "picture.json is no text file" in said(dialog)
    cancel(dialog)
    await story.bridge.idle()


async def test_an_import_can_be_cancelled_and_the_form_stays(story: DiscoveryStory, tmp_path: Path):
    story.have_site()
    path = tmp_path / "devices.json"
    path.write_text(LIST)
    dialog = await list_dialog(story, path)
    story.engine.air.clear()
    button(dialog, "apply").click()
    await story.engine.waiting.wait()
    child(dialog, ProgressPanel, "").cancel()
    await worked(story, "Taking in the devices")
    assert dialog.isVisible()
    assert story.engine.keys == {}
    assert button(dialog, "apply").isEnabled()
    cancel(dialog)
    await story.bridge.idle()


async def test_a_wrong_passphrase_is_said_and_the_right_one_opens_the_file(story: DiscoveryStory, tmp_path: Path):
    story.engine.sealed_with = "open sesame"
    path = tmp_path / "mill.site.json"
    path.write_text(site_text("Mill", sealed="x"))
    dialog = await site_dialog(story, path)
    assert child(dialog, QLabel, "report").text() == "Mill: 1 floor, 0 devices, keys sealed with a passphrase."
    type_into(dialog, "passphrase", "not the one")
    button(dialog, "apply").click()
    await worked(story, "Taking in the site")
    assert said(dialog) == "The passphrase is wrong. Nothing was opened."
    assert dialog.isVisible()
    assert button(dialog, "unlock").isVisible()
    type_into(dialog, "passphrase", "open sesame")
    button(dialog, "apply").click()
    await story.bridge.idle()
    assert story.said == ["Test house taken in with 0 devices."]


async def test_a_file_that_is_no_site_is_refused_before_the_engine_sees_it(story: DiscoveryStory, tmp_path: Path):
    path = tmp_path / "other.json"
    path.write_text("[]")
    dialog = await site_dialog(story, path)
    assert "no site file" in said(dialog)
    assert not button(dialog, "apply").isEnabled()
    assert story.engine.done == []
    cancel(dialog)
    await story.bridge.idle()


async def test_a_site_takes_the_place_of_another_only_after_a_question(story: DiscoveryStory, tmp_path: Path):
    story.have_site()
    path = tmp_path / "mill.site.json"
    path.write_text(site_text("Mill"))
    dialog = await site_dialog(story, path)
    button(dialog, "apply").click()
    cancel(await story.dialogs.next(ConfirmDialog))
    await worked(story, "Taking in the site")
    assert story.engine.done == []
    assert dialog.isVisible()
    button(dialog, "apply").click()
    button(await story.dialogs.next(ConfirmDialog), "verb").click()
    await story.bridge.idle()
    assert [type(command) for command in story.engine.done] == [ImportSite]


async def test_a_site_is_exported_without_keys_unless_they_are_sealed(story: DiscoveryStory, tmp_path: Path):
    dialog = await export_dialog(story)
    button(dialog, "write").click()
    await chosen(story, tmp_path / "plain.json")
    await story.bridge.idle()
    assert json.loads((tmp_path / "plain.json").read_text())["sealed"] == ""
    assert story.said == ["Site exported to plain.json, without keys"]


async def test_sealing_needs_the_passphrase_twice(story: DiscoveryStory, tmp_path: Path):
    dialog = await export_dialog(story)
    child(dialog, QCheckBox, "seal").setChecked(True)
    assert not button(dialog, "write").isEnabled()
    type_into(dialog, "passphrase", "open sesame")
    type_into(dialog, "again", "open sesam")
    assert "differ" in button(dialog, "write").toolTip()
    type_into(dialog, "again", "open sesame")
    button(dialog, "write").click()
    await chosen(story, tmp_path / "sealed.json")
    await story.bridge.idle()
    assert story.engine.asked == [ExportSite("open sesame")]
    assert json.loads((tmp_path / "sealed.json").read_text())["sealed"] == "closed"


async def test_a_file_is_replaced_only_after_a_question(story: DiscoveryStory, tmp_path: Path):
    path = tmp_path / "mine.json"
    path.write_text("mine")
    dialog = await export_dialog(story)
    button(dialog, "write").click()
    await chosen(story, path)
    cancel(await story.dialogs.next(ConfirmDialog))
    await worked(story, "Exporting the site")
    assert path.read_text() == "mine"
    button(dialog, "write").click()
    await chosen(story, path)
    button(await story.dialogs.next(ConfirmDialog), "verb").click()
    await story.bridge.idle()
    assert "heyzack_site" in path.read_text()
    assert os.listdir(tmp_path) == ["mine.json"]


async def test_a_place_that_cannot_be_written_is_named_and_the_form_stays(story: DiscoveryStory, tmp_path: Path):
    dialog = await export_dialog(story)
    button(dialog, "write").click()
    await chosen(story, tmp_path / "no folder" / "mine.json")
    await worked(story, "Exporting the site")
    assert "mine.json cannot be written" in said(dialog)
    assert dialog.isVisible()
    cancel(dialog)
    await story.bridge.idle()


async def test_what_a_list_leaves_out_can_be_copied_whole(story: DiscoveryStory, tmp_path: Path):
    story.have_site()
    notes = tuple(f"line {n}: id is missing" for n in range(9))
    story.engine.answers[ImportDevices] = lambda command: Receipt(count=1, text="Would take in 1 device.", notes=notes)
    path = tmp_path / "devices.csv"
    path.write_text("id\na\n")
    dialog = await list_dialog(story, path)
    button(dialog, "copy").click()
    assert QGuiApplication.clipboard().text().splitlines() == list(notes)
    dialog.reject()
    await story.bridge.idle()
