"""A site of one floor grows floors and rooms from the cloud's spaces, and the devices stand in them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.desktop.panes.cloud.places_dialog import PlacesDialog
from heyzack_console.desktop.panes.cloud.site_tree_dialog import ASKING, SiteTreeDialog
from heyzack_console.domain.cloud import LinkState
from heyzack_console.host.home import open_home
from heyzack_console.ports.engine.cloud import ProposedPlaces
from heyzack_console.ports.engine.journal import JournalEntries, Undo, VerifyJournal
from tests.journeys.test_from_the_cloud import Told
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, worked
from tests.support.harbour_house import ForwardClock
from tests.support.stage import BRISK
from tests.support.story import window_on
from tests.support.two_road_house import two_road_house


@asynccontextmanager
async def bare(folder: Path) -> AsyncIterator[Told]:
    """The building with its cloud, and a console that knows only the ground floor without rooms."""
    clock = ForwardClock()
    async with two_road_house() as house:
        book = house.description.book
        ground = tuple(floor for floor in book.site.floors if floor.level == 0)
        site = replace(book.site, floors=ground, zones=())
        devices = tuple(replace(device, place=None) for device in book.devices)
        described = replace(house.description, book=replace(book, site=site, devices=devices))
        world = EngineWorld(clock, demo=described, listens=False, timings=BRISK)
        async with (
            open_engine(open_home(folder, {}), world) as services,
            window_on(services.engine, clock, folder) as story,
        ):
            with OpenedDialogs() as dialogs:
                await story.until(lambda: [s for s in story.mirror.cloud.values() if s.state is LinkState.UP])
                yield Told(house, services.engine, story, dialogs)


async def test_floors_and_rooms_of_the_cloud_are_added_and_devices_put_into_them(tmp_path):
    async with bare(tmp_path) as told:
        story, mirror = told.story, told.story.mirror
        real = told.house.description.book.site
        story.console.binding.run("cloud.places")
        places = await told.dialogs.next(PlacesDialog)
        await worked(story, "Asking the cloud for its rooms")
        button(places, "add").click()
        tree = await told.dialogs.next(SiteTreeDialog)
        await worked(story, ASKING)
        button(tree, "apply").click()
        await worked(story, "Waiting for floors and rooms")
        await worked(story, "Asking the cloud for its rooms")
        await story.until(lambda: len(mirror.book.site.floors) > 1)
        assert {floor.level for floor in mirror.book.site.floors} <= {floor.level for floor in real.floors}
        assert mirror.book.site.zones

        button(places, "apply").click()
        await story.until(lambda: any(device.place for device in mirror.devices.values()))
        await story.console.bridge.idle()
        (project,) = mirror.cloud
        listed = await told.engine.ask(ProposedPlaces(project))
        rooms = {one: place.name for place in listed if place.devices for one in place.devices}
        zones = {zone.id: zone for zone in mirror.book.site.zones}
        placed = [device for device in mirror.devices.values() if device.place is not None]
        assert len(placed) > 10
        names = {f"{zones[d.place.zone].number} {zones[d.place.zone].name}".strip() for d in placed}
        assert names == {" ".join(rooms[d.id].split()) for d in placed}

        added = next(e for e in await told.engine.ask(JournalEntries()) if e.command == "AddPlaces")
        assert (await told.engine.ask(VerifyJournal())).ok
        undone = next(e for e in await told.engine.ask(JournalEntries()) if e.command == "PlaceDevices")
        for entry in (undone, added):
            await told.engine.do(Undo(entry.ref))
        await story.until(lambda: len(mirror.book.site.floors) == 1 and not mirror.book.site.zones)
