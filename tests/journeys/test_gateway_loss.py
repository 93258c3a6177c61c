"""A gateway falls silent: one alert that counts what hangs on it, acknowledged, and over when it is back."""

from PySide6.QtCore import Qt

from heyzack_console.domain.alerts.alert import AlertState
from heyzack_console.domain.devices.categories import Category
from tests.support.stage import stage

UNREACHABLE_AFTER_S = 60
DEVICES = 45


async def test_a_lost_gateway_is_one_line_with_its_children_behind_it_until_it_is_back(tmp_path):
    async with stage(tmp_path, DEVICES) as told:
        story, console = told.story, told.story.console
        await story.until(lambda: story.mirror.status.lan_online == DEVICES)

        console.binding.run("demo.gateway-loss")
        gateways = {d.id for d in told.house.devices if d.category is Category.GATEWAY}
        gateway = await story.until(lambda: next((g for g in gateways if story.health(g).lost), None))
        children = told.house.behind(gateway)
        assert children
        await story.until(lambda: all(story.health(child.id).lost for child in children))
        assert story.waiting() == [], "a gateway that has just gone may come back by itself"

        told.clock.forward(UNREACHABLE_AFTER_S)
        alert = await story.until(lambda: next((a for a in story.waiting() if a.consequences == len(children)), None))
        assert [a.device for a in story.waiting()] == [gateway]
        await story.until(lambda: story.mirror.status.suppressed == len(children))
        assert len(story.queue.queue) == 1
        row = story.queue.queue.row(0)
        assert f"{len(children)} device" in row.cells[1].text

        story.click_alert(alert)
        await story.press(Qt.Key.Key_A)
        await story.until(lambda: story.mirror.alerts[alert.id].state is AlertState.ACKNOWLEDGED)

        console.binding.run("demo.normal")
        await story.until(lambda: story.mirror.status.lan_online == DEVICES)
        await story.until(lambda: alert.id not in story.mirror.alerts and not story.mirror.status.suppressed)
        assert all(story.live(child.id) for child in children)
        assert story.waiting() == []
