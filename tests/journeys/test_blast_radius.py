"""What hangs on a breaker: shown on the plan, drawn anew by a click, and taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from heyzack_console.domain.dependencies import Dependency, Supply, Thing
from heyzack_console.domain.devices.categories import Category
from heyzack_console.presentation.selection import Selection
from tests.support.stage import stage
from tests.support.story import settle

DEVICES = 150


async def test_a_blast_radius_is_shown_and_edited_on_the_plan(tmp_path):
    async with stage(tmp_path, DEVICES) as told:
        story, console = told.story, told.story.console
        await story.until(lambda: story.mirror.status.lan_online == DEVICES)
        plan = console.panes.map
        breaker = next(d for d in told.house.devices if d.category is Category.BREAKER)
        gateway = next(
            d for d in told.house.devices if d.category is Category.GATEWAY and d.place.floor == breaker.place.floor
        )
        console.board.choose(Selection(devices=(breaker.id,)))
        plan.enter()
        await story.press(Qt.Key.Key_B)
        view = story.canvas.overlay.impact
        assert gateway.id in view.devices
        assert {device.id for device in told.house.behind(gateway.id)} <= view.devices
        assert view.headline in plan.impact.bar.text

        lamp = next(
            d
            for d in told.house.devices
            if d.place.floor != breaker.place.floor and d.category is not Category.GATEWAY and not d.gateway
        )
        await story.press(Qt.Key.Key_L)
        console.board.choose(Selection(devices=(lamp.id,)))
        assert story.canvas.overlay.impact.root == Thing.device(breaker.id), "the source stays while lines are drawn"
        await story.press(Qt.Key.Key_Return)
        line = Dependency(Thing.device(breaker.id), Thing.device(lamp.id), Supply.POWER)
        await story.until(lambda: line in story.mirror.book.dependencies)
        assert lamp.id in story.canvas.overlay.impact.devices
        await story.press(Qt.Key.Key_Return)
        await story.until(lambda: line not in story.mirror.book.dependencies)

        await story.press(Qt.Key.Key_Escape)
        assert not plan.impact.drawing
        await story.press(Qt.Key.Key_B)
        assert story.canvas.overlay.impact is None


async def test_the_inspector_tells_what_hangs_on_a_device_and_leads_to_the_map(tmp_path):
    async with stage(tmp_path, DEVICES) as told:
        story, console = told.story, told.story.console
        await story.until(lambda: story.mirror.status.lan_online == DEVICES)
        gateway = next(d for d in told.house.devices if d.category is Category.GATEWAY)
        console.board.choose(Selection(devices=(gateway.id,)))
        inspector = console.panes.inspector
        await settle()
        assert f"{len(told.house.behind(gateway.id))} devices and " in story.words(inspector)
        link = next(b for b in inspector.findChildren(QPushButton) if b.text() == "Show on map" and b.isVisible())
        link.click()
        assert console.panes.map.impact.on
        assert story.canvas.overlay.impact.root == Thing.device(gateway.id)
