"""From an empty home to a live building: the first page, a vault, a site, devices with their keys."""

import pytest

from heyzack_console.desktop.panes.first_run.page import FirstRunPage
from heyzack_console.domain.devices.device import Device
from heyzack_console.ports.engine.devices import AddDevices, NewDevice, UnlockSecrets
from heyzack_console.ports.engine.sites import CreateSite
from tests.support.engine_starter import engine_for
from tests.support.harbour_house import ForwardClock
from tests.support.open_house import open_house
from tests.support.story import settle, window_on


@pytest.fixture
def no_key_ring(monkeypatch):
    """The engine's process finds no key ring, so that nobody's own is written to."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


async def test_the_first_page_gives_way_to_the_building_that_was_brought_in(tmp_path, no_key_ring):
    async with (
        open_house() as house,
        engine_for(tmp_path) as engine,
        window_on(engine.port, ForwardClock(), tmp_path) as story,
    ):
        page = story.window.findChild(FirstRunPage)
        assert page.isVisible()
        known = [device for device in house.devices if device.address is not None and not device.sleeper][:5]

        await engine.port.do(UnlockSecrets("a passphrase for the vault"))
        await engine.port.do(CreateSite("Mill", "Europe/Berlin"))
        await story.until(lambda: not page.isVisible())
        bare = (Device(d.id, d.name, d.category, address=d.address) for d in known)
        keys = house.description.keys
        await engine.port.do(AddDevices(tuple(NewDevice(device, keys[device.id]) for device in bare)))

        await story.until(lambda: all(story.live(device.id) for device in known))
        await story.until(lambda: story.mirror.status.lan_online == len(known))
        story.console.panes.map.edit(on=True)
        await settle()
        assert story.console.panes.map.tray.isVisible(), "devices without a place wait beside the plan"
        assert story.window.windowTitle().startswith("Mill")
