"""J2's first minute: the console is opened again and shows everything as it was left, and then as it is."""

from heyzack_console.domain.devices.readings import Quality
from tests.support.open_house import open_house
from tests.support.stage import attended
from tests.support.story import settle


def readings(story):
    """Every reading that the window shows."""
    return {(r.device, r.code): r for of in story.mirror.readings.values() for r in of.values()}


async def test_the_last_picture_is_there_at_once_as_cached_and_then_comes_alive(tmp_path):
    async with open_house() as house:
        awake = [d.id for d in house.devices if not d.sleeper]
        async with attended(tmp_path, house) as told:
            await told.story.until(lambda: all(told.story.live(device) for device in awake))
            last = readings(told.story)
        for wire in house.house.lan.devices.values():
            wire.unplug()
        async with attended(tmp_path, house) as told:
            story = told.story
            kept = readings(story)
            assert kept.keys() >= last.keys()
            # The engine may have heard more after the window was looked at: another value must be a newer one.
            assert [p for p, seen in last.items() if kept[p].value != seen.value and kept[p].at <= seen.at] == []
            assert {r.quality for of in story.mirror.readings.values() for r in of.values()} == {Quality.CACHED}
            assert story.mirror.status.lan_online == 0
            assert story.waiting() == [], "a start is no reason for a flood"
            for wire in house.house.lan.devices.values():
                await wire.plug_in()
            await story.until(lambda: all(story.live(device) for device in awake))


async def test_the_window_comes_back_as_it_was_left(tmp_path):
    async with open_house() as house:
        async with attended(tmp_path, house) as told:
            window = told.story.window
            window.arrangement.open("overview")
            await settle()
            window.docks.dock("devices").close()
            window.arrangement.open("field")
            await settle()
            look = told.story.console.theme.name
            told.story.console.binding.run("view.theme")
            await told.story.until(lambda: told.story.mirror.setting("look.theme") not in {"system", look})
        async with attended(tmp_path, house) as told:
            window = told.story.window
            assert window.arrangement.perspective == "field"
            assert told.story.console.theme.name != look
            window.arrangement.open("overview")
            await settle()
            shown = {dock.pane.name for dock in window.docks.in_order()}
            assert {"map", "alerts", "inspector"} <= shown
            assert "devices" not in shown
