"""J2's question "what did it look like before": back before the water came, forward to it, and to now."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.errors import IllegalTransition
from heyzack_console.ports.engine.orders import SendOrder
from tests.support.stage import Stage, stage
from tests.support.story import settle

DEVICES = 45


def marked(told: Stage, device: DeviceId) -> bool:
    """Whether the map shows a mark on *device*."""
    scene = told.story.canvas.scene
    number = scene.number(device)
    assert number is not None, f"{device} is not on the floor that is shown"
    return bool(scene.field.mark[number])


async def test_before_the_water_there_is_no_mark_then_there_is_one_and_now_is_one_key_away(tmp_path):
    async with stage(tmp_path, DEVICES) as told:
        story, console, time = told.story, told.story.console, told.story.console.panes.map.time
        awake = [device.id for device in told.house.devices if not device.sleeper]
        await story.until(lambda: all(story.live(device) for device in awake))
        told.clock.forward(120)
        console.binding.run("demo.water-leak")
        (leak,) = await story.until(story.waiting)
        sensor = story.mirror.devices[leak.device]
        told.clock.forward(120)
        await story.until(lambda: story.mirror.heard_at > leak.since + timedelta(minutes=1))
        console.panes.map.show_floor(sensor.place.floor)
        console.panes.map.enter()
        await settle()
        assert marked(told, sensor.id)

        await story.press(Qt.Key.Key_BracketLeft)
        await console.bridge.idle()
        assert time.bar.open
        assert marked(told, sensor.id), "a minute ago the water stood already"

        await story.press(Qt.Key.Key_BracketLeft)
        await story.press(Qt.Key.Key_BracketLeft)
        await console.bridge.idle()
        assert story.canvas.scene.now < leak.since
        assert not marked(told, sensor.id)
        assert time.band.text.startswith("PAST")
        assert story.window.windowTitle().startswith("PAST · Harbour House")
        assert story.waiting(), "header and queue stay those of the present"

        switch = next(d for d in told.house.devices if any(p.writable for p in d.points))
        point = next(p for p in switch.points if p.writable)
        with pytest.raises(IllegalTransition, match="shows the past"):
            await console.desktop.port.do(SendOrder(switch.id, {point.code: True}))
        assert not story.mirror.orders

        time.seek(leak.since + timedelta(seconds=2))
        await console.bridge.idle()
        assert marked(told, sensor.id)

        before = leak.since - timedelta(seconds=30)
        console.panes.map.comparison.turn(on=True)
        time.seek(before)
        await console.bridge.idle()
        first = console.panes.map.comparison.list.lines[0]
        assert first.startswith(sensor.name)
        assert "no alert → P1 Water leak" in first

        await story.press(Qt.Key.Key_Backspace)
        assert not time.past
        assert not story.canvas.scene.past
        assert story.window.windowTitle().startswith("Harbour House")
        assert story.canvas.scene.mirror is story.mirror
        assert marked(told, sensor.id)
