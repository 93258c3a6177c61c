"""The running building as scenarios see it: implements scenarios.stage.Stage on the model and both roads."""

from collections.abc import Mapping, Sequence
from random import Random

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.simulator.building.model import BuildingModel
from heyzack_console.simulator.cloud.temper import CloudTemper
from heyzack_console.simulator.cloud_side import CloudSide
from heyzack_console.simulator.house.harbour_house import fresh_key
from heyzack_console.simulator.house.roads import Road
from heyzack_console.simulator.lan.network import SimulatedLan


class HouseStage:
    """What scenarios do to the building, and how it is undone. Without *cloud* there is nothing to do to one."""

    def __init__(self, model: BuildingModel, lan: SimulatedLan, cloud: CloudSide | None = None) -> None:
        self._model = model
        self._lan = lan
        self._cloud = cloud
        self._temper_before: CloudTemper | None = None
        self._powerless: set[DeviceId] = set()
        self.off_lan: set[DeviceId] = set()
        """Devices that were taken off the LAN."""

    @property
    def levels(self) -> int:
        """How many storeys there are."""
        return len(self._model.storeys)

    def of_category(self, category: Category, level: int | None = None) -> Sequence[Device]:
        """Devices of a kind, in the order of the book."""
        return self._model.of_category(category, level)

    def on_network(self, level: int) -> Sequence[Device]:
        """The devices of a storey that have a network connection of their own."""
        instruments = self._model.instruments.values()
        return [i.device for i in instruments if i.device.gateway is None and i.spot.storey.level == level]

    def on_both_roads(self) -> Sequence[Device]:
        """The devices that both the LAN and the cloud reach without a gateway, except those that sleep."""
        roads = {} if self._cloud is None else self._cloud.roads
        devices = [instrument.device for instrument in self._model.instruments.values()]
        return [d for d in devices if roads.get(d.id) is Road.BOTH and not d.gateway and not d.sleeper]

    def impose(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Let a device show these values whatever it feels."""
        self._model.impose(device, values)

    def unplug(self, device: DeviceId) -> None:
        """Take a device off every network until everything is put back."""
        self._powerless.add(device)
        self.cut_lan(device)
        if self._cloud is not None:
            self._cloud.lose(device)

    def cut_lan(self, device: DeviceId) -> None:
        """Take a device off the LAN alone until everything is put back."""
        if device in self._lan.devices:
            self.off_lan.add(device)
            self._lan.devices[device].unplug()

    def change_cloud(self, temper: CloudTemper) -> None:
        """Let the cloud behave otherwise until everything is put back."""
        if self._cloud is not None:
            self._temper_before = self._temper_before or self._cloud.project.temper
            self._cloud.project.temper = temper

    def pair_anew(self, device: DeviceId, rng: Random) -> None:
        """Give a device on both roads another local key; it keeps that one."""
        key = fresh_key(rng)
        self._lan.devices[device].change_key(key)
        if self._cloud is not None:
            self._cloud.project.pair_anew(device, key)

    def set_cooling(self, *, on: bool, from_level: int) -> None:
        """Switch the cooling of server rooms and upper storeys."""
        self._model.set_cooling(on=on, from_level=from_level)

    def set_leak(self, level: int, l_min: float) -> None:
        """Let water run out on a storey."""
        self._model.set_leak(level, l_min)

    def water_on(self, level: int) -> bool:
        """The storey's valve is open."""
        return self._model.storeys[level].water_on

    async def put_back(self) -> None:
        """Undo all of it but new keys, and every order that was given meanwhile."""
        self._model.settle()
        for device in sorted(self.off_lan):
            await self._lan.devices[device].plug_in()
        self.off_lan.clear()
        if self._cloud is not None:
            self._put_cloud_back(self._cloud)
        self._powerless.clear()

    def _put_cloud_back(self, cloud: CloudSide) -> None:
        if self._temper_before is not None:
            cloud.project.temper, self._temper_before = self._temper_before, None
        for device in sorted(self._powerless):
            cloud.find(device)
