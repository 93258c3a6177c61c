"""A template is made for a product, the devices are compared with it and put right, and what was named is undone."""

from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from heyzack_console.desktop.panes.devices.cell_table import CellTable
from heyzack_console.desktop.panes.devices.drift_dialog import COMPARING, PUTTING, DriftDialog
from heyzack_console.desktop.panes.devices.template_dialog import LOADING, SAVING, TemplateDialog
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.orders import OrderState
from heyzack_console.ports.engine.journal import VerifyJournal
from heyzack_console.ports.engine.orders import Orders
from heyzack_console.presentation.selection import Selection
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, child, worked
from tests.support.open_house import open_house
from tests.support.stage import attended
from tests.support.story import Story

DEVICES = 20
SET_POINT = "temp_set"


def type_in(table: CellTable, title: str, column: int, text: str) -> None:
    (row,) = (row for row in range(table.rowCount()) if table.item(row, 0).text() == title)
    table.item(row, column).setText(text)


async def opened(story: Story, dialogs: OpenedDialogs) -> TemplateDialog:
    story.console.binding.run("templates.edit")
    dialog = await dialogs.next(TemplateDialog)
    await worked(story, LOADING)
    return dialog


async def compared_from(story: Story, dialogs: OpenedDialogs, dialog: TemplateDialog) -> DriftDialog:
    button(dialog, "save").click()
    await worked(story, SAVING)
    button(dialog, "compare").click()
    drift = await dialogs.next(DriftDialog)
    await worked(story, COMPARING)
    return drift


async def test_devices_are_put_right_and_their_names_come_back_by_undo(tmp_path):
    async with open_house(DEVICES) as house, attended(tmp_path, house) as told:
        story = told.story
        units = [device for device in house.devices if device.category is Category.FAN_COIL]
        with OpenedDialogs() as dialogs:
            await story.until(lambda: all(story.newest(device.id, SET_POINT) for device in units))
            story.console.board.choose(Selection((units[0].id,), ()))
            dialog = await opened(story, dialogs)
            assert child(dialog, QComboBox, "subject").currentText().startswith(units[0].model)
            child(dialog, QLineEdit, "pattern").setText("Unit {room_number}")
            type_in(dialog.values, "Set point", 2, "19")
            assert "Would be called: Unit 1.07" in child(dialog, QLabel, "preview").text()
            drift = await compared_from(story, dialogs, dialog)
            assert button(drift, "apply").text() == f"Put right {2 * len(units)}"
            button(drift, "apply").click()
            await worked(story, PUTTING)
            assert drift.report.as_text().count("confirmed by the device") == len(units)
            orders = await told.engine.ask(Orders())
            assert {o.device for o in orders if o.state is OrderState.CONFIRMED} == {d.id for d in units}
            button(drift, "again").click()
            await worked(story, COMPARING)
            assert drift.report.summary() == "No difference"
            button(drift, "close").click()
            await worked(story, "Waiting for the comparison")
            button(dialog, "close").click()
            await story.console.bridge.idle()
        await story.until(lambda: story.mirror.devices[units[0].id].name == "Unit 1.07")
        story.console.panes.devices.undo_line.take_back()
        await story.until(lambda: story.mirror.devices[units[0].id].name == units[0].name)
        assert (await told.engine.ask(VerifyJournal())).ok
