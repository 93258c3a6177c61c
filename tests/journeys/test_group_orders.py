"""One order for a group: some refuse, one is lost on the way, the report says so, and the rest is taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton

from heyzack_console.desktop.dialogs import ConfirmDialog
from heyzack_console.desktop.panes.devices.groups_dialog import KEEPING, LOADING, GroupsDialog
from heyzack_console.desktop.panes.devices.order_dialog import PLANNING, READING, SENDING, OrderDialog
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.group_orders import LineState
from heyzack_console.domain.orders import OrderState
from heyzack_console.ports.engine.group_orders import GroupOrderReport, GroupOrders
from heyzack_console.ports.engine.groups import Groups
from heyzack_console.ports.engine.journal import VerifyJournal
from heyzack_console.presentation.selection import Selection
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, child, type_into, worked
from tests.support.open_house import open_house
from tests.support.stage import attended

DEVICES = 60
SET_POINT = "temp_set"
UNCONFIRMED_AFTER_S = 15


async def planned(story, dialog):
    """Wait until the form has looked again who takes the order."""
    dialog.plan_now()
    await worked(story, PLANNING)


def confirmed(story):
    """The values of the newest order of each device that confirmed it."""
    done = (order for order in story.mirror.orders.values() if order.state is OrderState.CONFIRMED)
    return {order.device: order.values for order in done}


async def test_a_group_order_ends_in_a_report_of_who_did_not_take_it_and_is_taken_back(tmp_path):
    async with open_house(DEVICES) as house, attended(tmp_path, house) as told:
        story = told.story
        units = [device for device in house.devices if device.category is Category.FAN_COIL]
        sensor = house.first_of(Category.TEMPERATURE)
        silent, vanishing, *obedient = units
        await story.until(lambda: all(story.newest(unit.id, SET_POINT) for unit in units))
        await story.until(lambda: all(story.health(unit.id).road for unit in units))
        before = {unit.id: story.newest(unit.id, SET_POINT).value for unit in units}
        house.on_wire(silent.id).obey = lambda _cid, _values: {}
        lost = house.on_wire(vanishing.id)

        def vanish(_cid, _values):
            lost.unplug()
            return {}

        lost.obey = vanish
        with OpenedDialogs() as dialogs:
            story.console.board.choose(Selection((*(unit.id for unit in units), sensor.id), ()))
            story.console.binding.run("groups.edit")
            groups = await dialogs.next(GroupsDialog)
            await worked(story, LOADING)
            button(groups, "from_selection").click()
            type_into(groups, "name", "Fan coils")
            button(groups, "save").click()
            await worked(story, KEEPING)
            (kept,) = await told.engine.ask(Groups())
            assert (kept.group.name, len(kept.devices)) == ("Fan coils", len(units) + 1)
            button(groups, "order").click()
            dialog = await dialogs.next(OrderDialog)
            await worked(story, READING)
            what = child(dialog, QComboBox, "what")
            what.setCurrentIndex(what.findText(f"Set point ({SET_POINT})", flags=Qt.MatchFlag.MatchStartsWith))
            child(dialog, QLineEdit, "typed").setText("19")
            await planned(story, dialog)
            words = f"{len(units)} of {len(units) + 1} take it now, 1 will not."
            assert child(dialog, QLabel, "preview").text() == words
            assert "Will not: It has no data point" in dialog.lines.row(0).cells[-1].text

            button(dialog, "send").click()
            question = await dialogs.next(ConfirmDialog)
            assert f"to {len(units)} devices" in question.windowTitle()
            button(question, "verb").click()
            told_to = {unit.id for unit in units}
            await story.until(lambda: {order.device for order in story.mirror.orders.values()} >= told_to)
            await story.until(lambda: story.health(vanishing.id).lost)
            told.clock.forward(UNCONFIRMED_AFTER_S)
            await worked(story, SENDING)
            (progress,) = await told.engine.ask(GroupOrders())
            report = await told.engine.ask(GroupOrderReport(progress.run))
            missed = {line.planned.device for line in report.lines if line.state is not LineState.CONFIRMED}
            assert missed == {silent.id, vanishing.id, sensor.id}
            text = dialog.lines.as_text()
            assert text.count("confirmed by the device") == len(obedient)
            assert all(device.name in text for device in (silent, vanishing, sensor))
            said = child(dialog, QLabel, "said").text()
            assert said == f"{len(obedient)} of {len(units) + 1} confirmed it; 3 did not take it, each line says why."

            await lost.plug_in()
            await story.until(lambda: story.health(vanishing.id).road)
            button(dialog, "undo").click()
            await worked(story, PLANNING)
            button(dialog, "send").click()
            button(await dialogs.next(ConfirmDialog), "verb").click()
            wanted = {unit.id: {SET_POINT: before[unit.id]} for unit in obedient}
            await story.until(lambda: confirmed(story).items() >= wanted.items())
            assert all(story.newest(unit.id, SET_POINT).value == before[unit.id] for unit in obedient)
            for opened in (dialog, groups):
                opened.findChild(QPushButton, "close").click()
            await story.console.bridge.idle()
        assert (await told.engine.ask(VerifyJournal())).ok
