"""J4's technical side: water is found, the valve is closed by an order that asks first, and the record says so."""

from PySide6.QtWidgets import QLineEdit, QPushButton

from heyzack_console.desktop.dialogs import ConfirmDialog
from heyzack_console.desktop.panes.inspector.switch import Switch
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.orders import OrderState
from heyzack_console.ports.engine.journal import JournalEntries
from heyzack_console.presentation.selection import Selection
from tests.support.dialogs import OpenedDialogs
from tests.support.stage import stage
from tests.support.story import settle

DEVICES = 80


async def test_a_valve_is_closed_only_after_a_question_and_the_reason_is_kept(tmp_path):
    with OpenedDialogs() as dialogs:
        async with stage(tmp_path, DEVICES) as told:
            story, console = told.story, told.story.console
            valve = told.house.first_of(Category.VALVE)
            point = next(p for p in valve.points if p.safety and p.writable)
            open_now = (await story.until(lambda: story.newest(valve.id, point.code))).value
            await story.until(lambda: story.health(valve.id).reachable)
            console.board.choose(Selection((valve.id,)))
            await settle()
            (switch,) = (s for s in console.panes.inspector.findChildren(Switch) if s.isVisible())

            switch.click()
            asked = await dialogs.next(ConfirmDialog)
            assert valve.name in story.words(asked)
            asked.findChild(QPushButton, "cancel").click()
            await console.bridge.idle()
            assert switch.isChecked() is open_now, "the switch shows the value as it stands"
            assert not story.mirror.orders

            switch.click()
            asked = await dialogs.next(ConfirmDialog)
            asked.findChild(QLineEdit, "reason").setText("water in 2.33")
            asked.findChild(QPushButton, "verb").click()
            (order,) = await story.until(lambda: [o for o in story.mirror.orders.values() if o.state.final])
            assert (order.state, order.values) == (OrderState.CONFIRMED, {point.code: not open_now})
            entries = await told.engine.ask(JournalEntries(limit=50))
            assert "water in 2.33" in {entry.reason for entry in entries}
