"""The running building as scenarios see it: implements scenarios.stage.Stage on the model and the network."""

from collections.abc import Mapping, Sequence

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.simulator.building.model import BuildingModel
from heyzack_console.simulator.lan.network import SimulatedLan


class HouseStage:
    """What scenarios do to the building, and how it is undone."""

    def __init__(self, model: BuildingModel, lan: SimulatedLan) -> None:
        self._model = model
        self._lan = lan
        self.unplugged: set[DeviceId] = set()

    @property
    def levels(self) -> int:
        """How many storeys there are."""
        return len(self._model.storeys)

    def of_category(self, category: Category, level: int | None = None) -> Sequence[Device]:
        """Devices of a kind, in the order of the book."""
        return self._model.of_category(category, level)

    def on_lan(self, level: int) -> Sequence[Device]:
        """The devices of a storey that have a network connection of their own."""
        instruments = self._model.instruments.values()
        return [i.device for i in instruments if i.device.address and i.spot.storey.level == level]

    def impose(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Let a device show these values whatever it feels."""
        self._model.impose(device, values)

    def unplug(self, device: DeviceId) -> None:
        """Take a device off the network until everything is put back."""
        self.unplugged.add(device)
        self._lan.devices[device].unplug()

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
        """Undo all of it, and every order that was given meanwhile."""
        self._model.settle()
        for device in sorted(self.unplugged):
            await self._lan.devices[device].plug_in()
        self.unplugged.clear()
