"""A room is drawn, named, changed and copied; a floor is added; every step is taken back."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QPushButton, QSpinBox

from heyzack_console.desktop.panes.map.copy_zones_dialog import CopyZonesDialog
from heyzack_console.desktop.panes.map.floors_dialog import FloorsDialog
from heyzack_console.desktop.panes.map.zone_dialog import ZoneDialog
from tests.support.dialogs import OpenedDialogs
from tests.support.stage import stage
from tests.support.story import settle

DEVICES = 20


def zones(story, name):
    return [zone for zone in story.mirror.book.site.zones if zone.name == name]


def click(story, x, y):
    px, py = story.canvas.scene.view.to_screen(x, y)
    spot = QPoint(round(px), round(py))
    QTest.mouseClick(story.canvas, Qt.MouseButton.LeftButton, pos=spot)


async def test_a_room_is_drawn_named_moved_taken_back_and_copied(tmp_path):
    async with stage(tmp_path / "home", DEVICES) as told:
        story, plan = told.story, told.story.console.panes.map
        await story.until(lambda: story.mirror.status.lan_online == DEVICES)
        device = next(d for d in story.mirror.book.devices if d.place is not None)
        plan.show_floor(device.place.floor)
        x, y = device.place.x, device.place.y
        with OpenedDialogs() as dialogs:
            story.console.binding.run("map.draw_zone")
            for dx, dy in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5)):
                click(story, x + dx, y + dy)
            assert len(plan.zoning.drawing.corners) == 4
            QTest.keyClick(story.canvas, Qt.Key.Key_Return)
            dialog = await dialogs.next(ZoneDialog)
            assert not dialog.findChild(QPushButton, "apply").isEnabled()
            dialog.findChild(QLineEdit, "name").setText("Booth")
            dialog.findChild(QSpinBox, "capacity").setValue(2)
            dialog.findChild(QPushButton, "apply").click()
            (booth,) = await story.until(lambda: zones(story, "Booth"))
            await story.until(lambda: story.console.board.selection.zone == booth.id)
            assert booth.capacity == 2
            assert story.mirror.devices[device.id].place.zone == booth.id

            await settle()
            story.canvas.setFocus()
            QTest.keyClick(story.canvas, Qt.Key.Key_Right)
            await story.until(lambda: zones(story, "Booth")[0].outline != booth.outline)
            plan.undo_line.take_back()
            await story.until(lambda: zones(story, "Booth") == [booth])

            story.console.binding.run("map.copy_zones")
            copying = await dialogs.next(CopyZonesDialog)
            copying.findChild(QComboBox, "target").setCurrentIndex(0)
            copying.findChild(QCheckBox, "walls").setChecked(False)
            copying.findChild(QPushButton, "apply").click()
            await settle()
            await story.until(lambda: len(zones(story, "Booth")) == 2)


async def test_a_floor_is_added_and_one_in_use_is_kept_with_the_reason(tmp_path):
    async with stage(tmp_path / "home", DEVICES) as told:
        story, plan = told.story, told.story.console.panes.map
        await story.until(lambda: story.mirror.status.lan_online == DEVICES)
        with OpenedDialogs() as dialogs:
            story.console.binding.run("map.floors")
            dialog = await dialogs.next(FloorsDialog)
            dialog.findChild(QListWidget, "floors").setCurrentRow(1)
            dialog.findChild(QPushButton, "remove").click()
            dialog.findChild(QPushButton, "apply").click()
            await story.until(lambda: "Remove or move them first" in story.words(dialog))
            assert dialog.isVisible()
            dialog.reject()
            await settle()
            story.console.binding.run("map.floors")
            dialog = await dialogs.next(FloorsDialog)
            dialog.findChild(QPushButton, "add").click()
            name = dialog.findChild(QLineEdit, "name")
            name.selectAll()
            QTest.keyClicks(name, "Roof")
            dialog.findChild(QPushButton, "apply").click()
            await story.until(lambda: any(f.name == "Roof" for f in story.mirror.book.site.floors))
        await story.until(lambda: plan.undo_line.offers)
        plan.undo_line.take_back()
        await story.until(lambda: not any(f.name == "Roof" for f in story.mirror.book.site.floors))
