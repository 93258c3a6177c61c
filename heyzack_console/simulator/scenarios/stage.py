"""What a scenario may do to the building, and the shape of one."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Protocol

from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.simulator.cloud.temper import CloudTemper


class Stage(Protocol):
    """The running building, as scenarios see it. Everything takes effect at once."""

    @property
    def levels(self) -> int:
        """How many storeys there are."""

    def of_category(self, category: Category, level: int | None = None) -> Sequence[Device]:
        """Devices of a kind, in the order of the book."""

    def on_network(self, level: int) -> Sequence[Device]:
        """The devices of a storey that have a network connection of their own."""

    def on_both_roads(self) -> Sequence[Device]:
        """The devices that both the LAN and the cloud reach without a gateway, except those that sleep."""

    def impose(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Let a device show these values whatever it feels."""

    def unplug(self, device: DeviceId) -> None:
        """Take a device off every network."""

    def cut_lan(self, device: DeviceId) -> None:
        """Take a device off the LAN alone."""

    def change_cloud(self, temper: CloudTemper) -> None:
        """Let the cloud behave otherwise."""

    def pair_anew(self, device: DeviceId, rng: Random) -> None:
        """Give a device on both roads another local key."""

    def set_cooling(self, *, on: bool, from_level: int) -> None:
        """Switch the cooling of server rooms and upper storeys."""

    def set_leak(self, level: int, l_min: float) -> None:
        """Let water run out on a storey."""

    def water_on(self, level: int) -> bool:
        """The storey's valve is open."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happens *after_s* seconds from the beginning of a scenario."""

    after_s: float
    happen: Callable[[Stage], None]


Script = Callable[[Stage, Random], Sequence[Step]]
