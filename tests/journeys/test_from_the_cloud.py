"""Devices that the cloud lists come into the book and into their rooms on the plan, and another one can be paired."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QLabel, QLineEdit

from heyzack_console.composition.engine import EngineWorld, open_engine
from heyzack_console.desktop.panes.cloud.import_dialog import CHECKING, LISTING, TAKING_IN, ImportDialog
from heyzack_console.desktop.panes.cloud.pairing_dialog import PairingDialog
from heyzack_console.desktop.panes.cloud.places_dialog import PlacesDialog
from heyzack_console.domain.cloud import LinkState
from heyzack_console.domain.devices.device import Device
from heyzack_console.host.home import open_home
from heyzack_console.ports.engine.devices import RemoveDevices
from heyzack_console.services.engine import Engine
from heyzack_console.simulator.house.roads import Road
from tests.support.dialogs import OpenedDialogs
from tests.support.discovery_story import button, child, worked
from tests.support.harbour_house import ForwardClock
from tests.support.stage import BRISK
from tests.support.story import Story, window_on
from tests.support.two_road_house import TwoRoadHouse, two_road_house


@dataclass(frozen=True)
class Told:
    """The building, the engine on it, and the window with its dialogs."""

    house: TwoRoadHouse
    engine: Engine
    story: Story
    dialogs: OpenedDialogs


@asynccontextmanager
async def connected(folder: Path) -> AsyncIterator[Told]:
    """Everything, once the building's cloud project answers."""
    clock = ForwardClock()
    async with two_road_house() as house:
        world = EngineWorld(clock, demo=house.description, listens=False, timings=BRISK)
        async with (
            open_engine(open_home(folder, {}), world) as services,
            window_on(services.engine, clock, folder) as story,
        ):
            with OpenedDialogs() as dialogs:
                await story.until(lambda: [s for s in story.mirror.cloud.values() if s.state is LinkState.UP])
                yield Told(house, services.engine, story, dialogs)


async def two_are_gone(told: Told) -> tuple[Device, ...]:
    """Take two devices that only the cloud reaches out of the book."""
    mirror = told.story.mirror
    by_cloud = told.house.on(Road.CLOUD)
    gone = tuple(d for d in mirror.devices.values() if d.id in by_cloud and d.gateway is None)[:2]
    await told.engine.do(RemoveDevices(tuple(device.id for device in gone)))
    await told.story.until(lambda: not {device.id for device in gone} & mirror.devices.keys())
    return gone


async def test_what_the_cloud_lists_is_imported_and_placed_in_its_room(tmp_path):
    async with connected(tmp_path) as told:
        story, mirror = told.story, told.story.mirror
        gone = await two_are_gone(told)
        ids = {device.id for device in gone}

        story.console.binding.qaction("cloud.import").trigger()
        form = await told.dialogs.next(ImportDialog)
        await worked(story, LISTING)
        await worked(story, CHECKING)
        assert set(form.view.selected) == ids
        assert child(form, QLabel, "report").text().startswith("Would take in 2 devices, 2 of them new")
        button(form, "apply").click()
        await worked(story, TAKING_IN)
        assert child(form, QLabel, "report").text().startswith("2 devices taken in.")
        await story.until(lambda: ids <= mirror.devices.keys())
        assert all(mirror.devices[one].points for one in ids)

        button(form, "places").click()
        places = await told.dialogs.next(PlacesDialog)
        await worked(story, "Asking the cloud for its rooms")
        button(places, "apply").click()
        await worked(story, "Waiting for the places")
        await story.until(lambda: all(mirror.devices[one].place for one in ids))
        for device in gone:
            place = mirror.devices[device.id].place
            assert (place.floor, place.zone) == (device.place.floor, device.place.zone)
        button(form, "close").click()
        await story.console.bridge.idle()


async def test_a_token_for_one_more_device_is_shown(tmp_path):
    async with connected(tmp_path) as told:
        action = told.story.console.binding.qaction("cloud.pairing")
        await told.story.until(action.isEnabled)
        action.trigger()
        pairing = await told.dialogs.next(PairingDialog)
        await worked(told.story, "Asking the cloud for a token")
        assert child(pairing, QLineEdit, "token").text().startswith("EU")
        assert pairing.code.isVisible()
        button(pairing, "close").click()
        await told.story.console.bridge.idle()
