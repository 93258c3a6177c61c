"""An alert is put on the shelf with a reason, stays there over a restart, and comes back by itself at its end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QRadioButton

from heyzack_console.desktop.frame.header_cells import CountsCell, MarksCell
from heyzack_console.desktop.panes.alerts.shelve_dialog import ShelveDialog
from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.ports.engine.journal import VerifyJournal
from tests.support.dialogs import OpenedDialogs
from tests.support.open_house import open_house
from tests.support.stage import attended
from tests.support.story import Story, settle

DEVICES = 80
WHY = "pipe is being replaced"
FIFTY_MINUTES_S = 3000
TEN_MINUTES_S = 600


def buttons(story: Story) -> str:
    """Every word on the buttons of the queue that can be seen."""
    return "\n".join(b.text() for b in story.queue.findChildren(QPushButton) if b.isVisible())


async def shelve_by_hand(story: Story, dialogs: OpenedDialogs) -> None:
    """S, one hour, a reason, Shelve."""
    await story.press(Qt.Key.Key_S)
    asked = await dialogs.next(ShelveDialog)
    shelve, reason = asked.findChild(QPushButton, "shelve"), asked.findChild(QLineEdit, "reason")
    assert not shelve.isEnabled(), "no shelving without a reason"
    (hour,) = (b for b in asked.findChildren(QRadioButton) if b.text().startswith("1 hour"))
    hour.click()
    reason.setText(WHY)
    shelve.click()
    await story.console.bridge.idle()


async def test_a_shelved_alert_stays_aside_over_a_restart_and_comes_back_at_its_end(tmp_path):
    async with open_house(DEVICES) as house:
        with OpenedDialogs() as dialogs:
            async with attended(tmp_path, house) as told:
                story = told.story
                await story.until(lambda: story.mirror.status.lan_online == DEVICES)
                story.console.binding.run("demo.water-leak")
                alert = await story.until(lambda: next((a for a in story.waiting() if a.priority == 1), None))
                story.click_alert(alert)
                await shelve_by_hand(story, dialogs)
                await story.until(lambda: story.mirror.alerts[alert.id].state is AlertState.SHELVED)
                await story.until(lambda: story.mirror.status.shelved == 1)
                story.queue.table.clearSelection()
                assert alert.id not in story.queue.visible()
                assert story.queue.undo_line.offers
        async with attended(tmp_path, house) as told:
            story = told.story
            assert story.mirror.alerts[alert.id].shelf.reason == WHY
            story.console.window.header.findChild(CountsCell).click()
            await settle()
            assert story.queue.visible() == [alert.id]
            told.clock.forward(FIFTY_MINUTES_S)
            await story.until(lambda: "1 shelved ends within 15 min" in buttons(story))
            told.clock.forward(TEN_MINUTES_S)
            back = await story.until(lambda: next((a for a in story.waiting() if a.id == alert.id), None))
            assert back.annunciation.endswith(":up")
            story.console.window.header.findChild(MarksCell).click()
            await settle()
            story.click_alert(back)
            await story.press(Qt.Key.Key_A)
            await story.until(lambda: story.mirror.alerts[alert.id].state is AlertState.ACKNOWLEDGED)
        # The next run's clock is an hour behind: what has ended and was answered stays so.
        async with attended(tmp_path, house) as told:
            assert told.story.mirror.alerts[alert.id].state is AlertState.ACKNOWLEDGED
            assert (await told.engine.ask(VerifyJournal())).ok
