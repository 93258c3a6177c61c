"""A shift hands over with a note; the next one sees on the map what changed since then, also after a restart."""

from PySide6.QtWidgets import QPushButton

from heyzack_console.desktop.panes.map.hand_over_dialog import HandOverDialog
from heyzack_console.ports.engine.hand_overs import HandOvers
from heyzack_console.presentation.map.changes import Since
from heyzack_console.presentation.map.layers import Layer, Tone
from tests.support.dialogs import OpenedDialogs
from tests.support.open_house import open_house
from tests.support.stage import attended
from tests.support.story import Story

DEVICES = 40
NOTE = "Chiller 1 is watched"


async def hand_over_by_hand(story: Story, dialogs: OpenedDialogs) -> None:
    """From the palette: a note, Hand over."""
    story.console.binding.run("map.hand_over")
    asked = await dialogs.next(HandOverDialog)
    asked.write("x" * 2_001)
    assert not asked.findChild(QPushButton, "hand_over").isEnabled()
    asked.write(NOTE)
    asked.findChild(QPushButton, "hand_over").click()
    await story.console.bridge.idle()


async def test_what_changed_since_the_hand_over_is_marked_also_after_a_restart(tmp_path):
    async with open_house(DEVICES) as house:
        with OpenedDialogs() as dialogs:
            async with attended(tmp_path, house) as told:
                story = told.story
                await story.until(lambda: story.mirror.status.lan_online == DEVICES)
                await hand_over_by_hand(story, dialogs)
                (handed,) = await story.console.desktop.port.ask(HandOvers())
                assert (handed.by, handed.note) == (story.mirror.status.actor, NOTE)
                told.clock.forward(60)
                story.console.binding.run("demo.water-leak")
                leak = await story.until(lambda: next((a for a in story.waiting() if a.priority == 1), None))
        async with attended(tmp_path, house) as told:
            story, plan = told.story, told.story.console.panes.map
            await story.until(lambda: leak.id in story.mirror.alerts)
            plan.show_layer(Layer.CHANGED)
            plan.layers.changes.choose(Since.HAND_OVER)
            scene = plan.stage.canvas.scene
            await story.until(lambda: scene.facts.then is not None)
            plan.show_floor(scene.picture.index.floor_of[leak.device])
            assert scene.field.tone[scene.number(leak.device)] == Tone.PLATE
            assert NOTE in plan.layers.bar.text
