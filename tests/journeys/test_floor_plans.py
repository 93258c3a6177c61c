"""A floor plan comes into the building: chosen, measured, laid over another floor, taken in, and taken back."""

from contextlib import asynccontextmanager

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFileDialog, QLabel, QLineEdit, QListWidget, QPushButton

from heyzack_console.desktop.panes.map.plan_import_dialog import PlanImportDialog
from tests.plans.reading import a_dxf, a_picture
from tests.support.dialogs import OpenedDialogs
from tests.support.stage import stage
from tests.support.story import settle

DEVICES = 20


@asynccontextmanager
async def importing(folder, name, data):
    """A story with the import open on a file, chosen as a person does."""
    plan = folder / name
    plan.write_bytes(data)
    async with stage(folder / "home", DEVICES) as told:
        story = told.story
        await story.until(lambda: story.mirror.status.lan_online == DEVICES)
        with OpenedDialogs() as dialogs:
            story.console.binding.run("map.import_plan")
            dialog = await dialogs.next(PlanImportDialog)
            dialog.findChild(QPushButton, "choose").click()
            files = await dialogs.next(QFileDialog)
            files.findChild(QLineEdit).setText(str(plan))
            files.accept()
            await story.until(lambda: dialog.findChild(QListWidget, "floors").count())
            await settle()
            yield story, dialog


def button(dialog, name):
    return dialog.findChild(QPushButton, name)


def words(dialog, name):
    return dialog.findChild(QLabel, name).text()


def click(dialog, x, y):
    """Click the spot of the sheet that is shown."""
    preview = dialog.preview
    px, py = preview.view.to_screen(x, y)
    QTest.mouseClick(preview, Qt.MouseButton.LeftButton, pos=QPoint(round(px), round(py)))


def floor_named(story, name):
    return next((floor for floor in story.mirror.book.site.floors if floor.name == name), None)


async def test_a_picture_is_measured_by_two_points_and_shown_under_the_map(tmp_path):
    async with importing(tmp_path, "annex.png", a_picture(size=(1200, 900))) as (story, dialog):
        assert not button(dialog, "apply").isEnabled()
        assert words(dialog, "missing").startswith("Measure the scale first")
        button(dialog, "measure").click()
        assert "first point" in words(dialog, "hint")
        click(dialog, 100, 450)
        click(dialog, 1100, 450)
        dialog.findChild(QDoubleSpinBox, "distance").setValue(20.0)
        button(dialog, "set_scale").click()
        assert words(dialog, "scale").startswith("1 px is 0.0")
        button(dialog, "apply").click()
        floor = await story.until(lambda: floor_named(story, "Annex"))
        assert abs(floor.width - 24) < 0.3
        plan = story.console.panes.map
        plan.show_floor(floor.id)
        plan.grab()
        await story.console.bridge.idle()
        assert plan.pictures.levels(floor.picture, story.console.theme.color("map_room"))
        assert plan.undo_line.offers
        plan.undo_line.take_back()
        await story.until(lambda: floor_named(story, "Annex") is None)


async def test_a_drawing_is_laid_over_another_floor_by_two_common_points(tmp_path):
    async with importing(tmp_path, "loft.dxf", a_dxf()) as (story, dialog):
        zones = dialog.findChild(QListWidget, "zones")
        assert [zones.item(row).text() for row in range(zones.count())] == ["Store", "Office"]
        zones.item(0).setCheckState(Qt.CheckState.Unchecked)
        dialog.findChild(QComboBox, "over").setCurrentIndex(1)
        button(dialog, "align").click()
        click(dialog, 0, 0)
        click(dialog, 10, 0)
        assert "other floor" in words(dialog, "hint")
        click(dialog, 5, 5)
        click(dialog, 5, 15)
        assert "now lies over" in words(dialog, "hint")
        button(dialog, "apply").click()
        floor = await story.until(lambda: floor_named(story, "Loft"))
        names = [zone.name for zone in story.mirror.book.site.zones if zone.floor == floor.id]
        assert names == ["Office"]
        corners = [point for stroke in floor.strokes for point in stroke.points]
        # Turned by a right angle about its first corner, which lies five metres in.
        assert max(y for _, y in corners) > max(x for x, _ in corners) + 5


async def test_a_file_that_is_no_plan_is_refused_at_the_foot_and_the_dialog_stays(tmp_path):
    plan = tmp_path / "letter.pdf"
    plan.write_bytes(b"Dear all")
    async with stage(tmp_path / "home", DEVICES) as told:
        story = told.story
        with OpenedDialogs() as dialogs:
            story.console.binding.run("map.import_plan")
            dialog = await dialogs.next(PlanImportDialog)
            dialog.findChild(QPushButton, "choose").click()
            files = await dialogs.next(QFileDialog)
            files.findChild(QLineEdit).setText(str(plan))
            files.accept()
            await story.until(lambda: words(dialog, "said"))
            assert "none of PNG" in words(dialog, "said")
            assert dialog.isVisible()
            assert not button(dialog, "apply").isEnabled()
            dialog.reject()
            await story.console.bridge.idle()
