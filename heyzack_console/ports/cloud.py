"""What services ask of the Tuya cloud; `tuya/cloud_network.py` implements it on `tuya/cloud` and `tuya/queue`."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Protocol

from heyzack_console.domain.cloud import (
    CloudCheck,
    CloudDevice,
    CloudLog,
    CloudNews,
    CloudProject,
    CloudSpace,
    CloudState,
    PairingPass,
    ProjectId,
)
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import PointSpec, Value
from heyzack_console.domain.devices.readings import Reading


class CloudListener(Protocol):
    """Hears what the cloud tells, on the engine's loop; only `stored` waits and may raise."""

    def heard(self, readings: Sequence[Reading]) -> None:
        """New values with path CLOUD, in canonical units, each dated by the cloud."""

    async def stored(self) -> None:
        """Return once every value heard before is on the disk.

        Raises:
            StoreError: the store refused; a message that brought it must come again.
        """

    def cloud_news(self, news: CloudNews) -> None:
        """Something happened to a device."""

    def cloud_state(self, state: CloudState) -> None:
        """A project's state changed."""


class CloudMeter(Protocol):
    """Keeps counters across restarts."""

    def load(self, project: ProjectId, month: str) -> tuple[int, int]:
        """Calls and messages counted so far in *month* ('2026-11', UTC)."""

    def store(self, project: ProjectId, month: str, calls: int, messages: int) -> None:
        """Remember both; called at most every few seconds and at the end."""


class CloudNetwork(Protocol):
    """All projects side by side. Background work keeps to its share of the quota; *urgent* work may use the rest."""

    @property
    def states(self) -> tuple[CloudState, ...]:
        """Every project's state."""

    def attach(self, project: CloudProject, secret: str) -> None:
        """Use *project* from now on; replaces it where it is attached already.

        Raises:
            InvalidInput: its address cannot be used; one that was attached under its id goes on.
        """

    def detach(self, project: ProjectId) -> None:
        """Stop using it."""

    def know(self, devices: Sequence[Device]) -> None:
        """The devices whose words are to be understood; replaces the list."""

    async def check(self, project: CloudProject, secret: str) -> CloudCheck:
        """Try a project step by step; never raises."""

    async def inventory(self, project: ProjectId) -> tuple[tuple[CloudDevice, ...], bool]:
        """Every device of the project, and whether the listing is complete.

        Raises:
            CloudError: with its cause.
        """

    async def points(self, device: CloudDevice) -> tuple[PointSpec, ...]:
        """The device's data points from specification and thing model, remembered per product.

        Raises:
            CloudError: with its cause.
        """

    async def read(self, devices: Sequence[DeviceId], *, urgent: bool = False) -> None:
        """Read the present values in batches; they arrive at the listener.

        Raises:
            CloudError: with its cause; values read before still arrived.
        """

    async def send(self, device: DeviceId, values: Mapping[str, Value]) -> None:
        """Send new values once; returns when the cloud accepted them (the value that comes back confirms).

        Raises:
            CloudError: cause TRANSPORT means that it is not known whether it was accepted, unless its
                ``may_have_arrived`` is false: then nothing left this machine.
        """

    async def local_key(self, device: DeviceId) -> str:
        """The device's present local key; at most one question a device and minute.

        Raises:
            CloudError: with its cause.
        """

    async def log(self, device: DeviceId, start: datetime, end: datetime, calls: int = 500) -> CloudLog:
        """Values that the cloud logged in [start, end); where *calls* do not suffice, a part of it at one of its ends.

        Raises:
            CloudError: with its cause.
        """

    async def spaces(self, project: ProjectId) -> tuple[CloudSpace, ...]:
        """The project's space tree.

        Raises:
            CloudError: with its cause.
        """

    async def rename(self, device: DeviceId, name: str) -> None:
        """Give the device another name in the cloud.

        Raises:
            CloudError: with its cause.
        """

    async def pairing_token(self, project: ProjectId) -> PairingPass:
        """A token that puts a new device into this project, with the life that the cloud gave it.

        Raises:
            CloudError: with its cause.
        """
