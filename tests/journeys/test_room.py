"""A click on the empty ground of a room shows the room in the inspector; a device takes its place."""

from heyzack_console.presentation.selection import Selection
from tests.support.stage import stage
from tests.support.story import settle

DEVICES = 40


async def test_a_selected_room_tells_its_state_and_averages(tmp_path):
    async with stage(tmp_path, DEVICES) as told:
        story, console = told.story, told.story.console
        await story.until(lambda: story.mirror.status.lan_online == DEVICES)
        device = next(d for d in story.mirror.book.devices if d.category.value == "temperature" and d.place.zone)
        zone = next(z for z in story.mirror.book.site.zones if z.id == device.place.zone)
        await story.until(lambda: story.live(device.id))
        console.board.choose(Selection(zones=(zone.id,)))
        await settle()
        said = story.words(console.panes.inspector)
        assert zone.name in said
        assert "reached" in said
        assert "Temperature" in said
        console.board.choose(Selection(devices=(device.id,)))
        await settle()
        assert device.name in story.words(console.panes.inspector)
