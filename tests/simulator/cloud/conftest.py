"""A cloud on loopback with the devices of a small Harbour House; time stands where the test puts it."""

from dataclasses import replace
from datetime import UTC, datetime

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
        site = harbour_house(40, 1)
        self.book = site.book
        spaces = SpaceTree.of(site.book.site)
        self.project = CloudProject(ACCOUNT, spaces, lambda: self.now_ms, seed=1)
        self.project.add(
            CloudTwin(d, spaces.of_device(d), NOW_MS // 1000, site.keys.get(d.id, "")) for d in site.book.devices
        )
        self.project.building = self.building = Obedient(self.project)
        model = BuildingModel(site.book, _begin(), 1)
        for twin in self.project.twins.values():
            twin.take(twin.encoded(model.instruments[twin.id].shown), NOW_MS - 60_000)

    def set(self, **changes):
        self.project.temper = replace(self.project.temper, **changes)

    def set_queue(self, **changes):
        self.set(queue=replace(self.project.temper.queue, **changes))

    def one(self, word):
        """A device by the first word of its name."""
        return next(device for device in self.book.devices if device.name.startswith(word))

    def read(self, **how):
        return reading(self.access, **how)


def _begin():
    return datetime.fromtimestamp(NOW_MS / 1000, UTC)


@pytest.fixture
async def rig():
    made = Rig()
    async with serving(made.project) as made.access:
        made.caller = Caller(made.access, lambda: made.now_ms)
        await made.caller.sign_in()
        yield made
        await made.caller.http.aclose()
