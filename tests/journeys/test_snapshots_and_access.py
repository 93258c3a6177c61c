"""Set-points are kept, compared and restored; a device is taken from a role and given back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel

from heyzack_console.desktop.dialogs import ConfirmDialog
from heyzack_console.desktop.panes.devices import access_dialog, snapshots_dialog
from heyzack_console.desktop.panes.devices.access_dialog import AccessDialog
from heyzack_console.desktop.panes.devices.order_dialog import PLANNING, OrderDialog
from heyzack_console.desktop.panes.devices.snapshots_dialog import SnapshotsDialog
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.errors import PermissionDenied
from heyzack_console.ports.engine.orders import SendOrder
from heyzack_console.presentation.selection import Selection
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, child, type_into, worked
from tests.support.stage import stage

DEVICES = 30
SET_POINT = "temp_set"


async def shown(story, device, value):
    await story.until(lambda: story.newest(device.id, SET_POINT).value == value)


async def test_what_was_changed_since_a_snapshot_is_restored_line_by_line(tmp_path):
    async with stage(tmp_path, DEVICES) as told:
        story = told.story
        units = [device for device in told.house.devices if device.category is Category.FAN_COIL]
        await story.until(lambda: all(story.newest(unit.id, SET_POINT) for unit in units))
        await story.until(lambda: all(story.health(unit.id).road for unit in units))
        before = story.newest(units[0].id, SET_POINT).value
        with OpenedDialogs() as dialogs:
            story.console.board.choose(Selection(tuple(unit.id for unit in units), ()))
            story.console.binding.run("snapshots.open")
            dialog = await dialogs.next(SnapshotsDialog)
            await worked(story, snapshots_dialog.READING)
            assert not button(dialog, "restore").isEnabled()
            type_into(dialog, "name", "Before winter")
            button(dialog, "take").click()
            await worked(story, snapshots_dialog.TAKING)
            assert "Snapshot “Before winter” taken" in child(dialog, QLabel, "said").text()
            assert len(dialog.lines) == 0
            await told.engine.do(SendOrder(units[0].id, {SET_POINT: 28}))
            await shown(story, units[0], 28)
            child(dialog, QComboBox, "which").currentIndexChanged.emit(0)
            await worked(story, snapshots_dialog.COMPARING)
            assert len(dialog.lines) == 1
            dialog.table.selectAll()
            button(dialog, "restore").click()
            order = await dialogs.next(OrderDialog)
            await worked(story, PLANNING)
            assert child(order, QLabel, "preview").text() == "1 of 1 take it now."
            button(order, "send").click()
            question = await dialogs.next(ConfirmDialog)
            assert question.windowTitle() == "Send “Restore “Before winter”” to 1 device?"
            button(question, "verb").click()
            await shown(story, units[0], before)
            button(order, "close").click()
            await worked(story, snapshots_dialog.RESTORING)
            assert len(dialog.lines) == 0
            button(dialog, "close").click()
            await story.console.bridge.idle()


async def test_a_device_that_a_rule_takes_cannot_be_operated_until_it_is_revoked(tmp_path):
    async with stage(tmp_path, DEVICES) as told:
        story = told.story
        unit = told.house.first_of(Category.FAN_COIL)
        order = SendOrder(unit.id, {SET_POINT: 25})
        with OpenedDialogs() as dialogs:
            story.console.board.choose(Selection((unit.id,), ()))
            story.console.binding.run("access.edit")
            dialog = await dialogs.next(AccessDialog)
            await worked(story, access_dialog.READING)
            who = child(dialog, QComboBox, "who")
            who.setCurrentIndex(who.findText("everybody: administrator", Qt.MatchFlag.MatchExactly))
            child(dialog, QComboBox, "may").setCurrentIndex(1)
            button(dialog, "add").click()
            await worked(story, access_dialog.SAVING)
            words = [cell.text for cell in dialog.lines.row(0).cells]
            assert words[:4] == ["everybody: administrator", "may not operate", unit.name, "until revoked"]
            with pytest.raises(PermissionDenied, match="access rule"):
                await told.engine.do(order)
            child(dialog, QComboBox, "access_right").setCurrentIndex(0)
            button(dialog, "add").click()
            await worked(story, access_dialog.SAVING)
            assert "Administrators always see" in child(dialog, QLabel, "said").text()
            dialog.table.selectAll()
            button(dialog, "revoke").click()
            await worked(story, access_dialog.REVOKING)
            assert len(dialog.lines) == 0
            await told.engine.do(order)
            button(dialog, "close").click()
            await story.console.bridge.idle()
        await story.until(story.console.panes.devices.undo_line.isVisible)
