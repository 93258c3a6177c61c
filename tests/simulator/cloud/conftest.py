"""A cloud on loopback with the devices of a small Harbour House; time stands where the test puts it."""

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from heyzack_console.simulator.building.model import BuildingModel
from heyzack_console.simulator.cloud.account import Account
from heyzack_console.simulator.cloud.project import CloudProject
from heyzack_console.simulator.cloud.server import serving
from heyzack_console.simulator.cloud.spaces import SpaceTree
from heyzack_console.simulator.cloud.twin import CloudTwin
from heyzack_console.simulator.house.harbour_house import harbour_house
from tests.simulator.cloud.caller import NOW_MS, Caller, reading

ACCOUNT = Account("heldoutclientid00001", "f00dfacecafebeef0123456789abcdef")


class Obedient:
    """A building whose devices do as they are told and report it."""

    def __init__(self, project):
        self._project = project
        self.obeyed = []

    def obey(self, device, values):
        self.obeyed.append((device, dict(values)))
        self._project.report(device, values, urgent=True)


class Rig:
    """One cloud, one caller, one clock."""

    def __init__(self):
        self.now_ms = NOW_MS
        site, shown = furnished()
        self.book = site.book
        spaces = SpaceTree.of(site.book.site)
        self.project = CloudProject(ACCOUNT, spaces, lambda: self.now_ms, seed=1)
        self.project.add(
            CloudTwin(d, spaces.of_device(d), NOW_MS // 1000, site.keys.get(d.id, "")) for d in site.book.devices
        )
        self.project.building = self.building = Obedient(self.project)
        for twin in self.project.twins.values():
            twin.take(twin.encoded(shown[twin.id]), NOW_MS - 60_000)

    def set(self, **changes):
        self.project.temper = replace(self.project.temper, **changes)

    def set_queue(self, **changes):
        self.set(queue=replace(self.project.temper.queue, **changes))

    def one(self, word):
        """A device by the first word of its name."""
        return next(device for device in self.book.devices if device.name.startswith(word))

    def read(self, **how):
        return reading(self.access, **how)


@cache
def furnished():
    """The site and what its devices show at first, built once because both never change."""
    site = harbour_house(40, 1)
    model = BuildingModel(site.book, datetime.fromtimestamp(NOW_MS / 1000, UTC), 1)
    return site, {identity: instrument.shown for identity, instrument in model.instruments.items()}


@pytest.fixture
async def rig():
    made = Rig()
    async with serving(made.project) as made.access:
        made.caller = Caller(made.access, lambda: made.now_ms)
        await made.caller.sign_in()
        yield made
        await made.caller.http.aclose()
