"""J1: a newcomer opens the demo, plays a water leak, acknowledges it and asks for help."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from heyzack_console.desktop.frame.key_help import KeyHelp
from heyzack_console.desktop.panes.first_run.page import FirstRunPage
from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.categories import Category
from tests.support.stage import stage
from tests.support.story import settle


async def test_a_newcomer_sees_water_acknowledges_it_and_learns_the_keys(tmp_path):
    async with stage(tmp_path, devices=45) as told:
        story, console = told.story, told.story.console

        awake = [device.id for device in told.house.devices if not device.sleeper]
        await story.until(lambda: all(story.live(device) for device in awake))
        await story.until(lambda: story.mirror.status.lan_online == len(told.house.devices))
        assert story.waiting() == []
        assert not [page for page in story.window.findChildren(FirstRunPage) if page.isVisible()]

        console.binding.run("demo.water-leak")
        (leak,) = await story.until(story.waiting)
        sensor = story.mirror.devices[leak.device]
        assert (sensor.category, leak.priority) == (Category.LEAK, Priority.P1)

        console.panes.map.show_floor(sensor.place.floor)
        await settle()
        assert story.mark_on_map(sensor.id).unacknowledged
        story.click_on_map(sensor)
        assert console.board.selection.device == sensor.id
        assert story.queue.table.selected_keys() == [leak.id]
        assert console.panes.devices.table.selected_keys() == [sensor.id]
        assert sensor.name in story.words(console.panes.inspector)

        await story.press(Qt.Key.Key_A)
        await story.until(lambda: story.mirror.alerts[leak.id].state is AlertState.ACKNOWLEDGED)
        assert not story.mark_on_map(sensor.id).unacknowledged
        await console.bridge.idle()
        assert story.queue.undo_line.offers

        await story.press(Qt.Key.Key_F1)
        (help_page,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, KeyHelp) and w.isVisible()]
        assert "Acknowledge" in story.words(help_page)
        help_page.close()
