"""Commands and queries about devices: their book, their keys, their paths."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from heyzack_console.domain.devices.device import Device, DeviceId, LanAddress, Place
from heyzack_console.domain.devices.health import DeviceHealth, FoundDevice, FrameRecord
from heyzack_console.domain.devices.visits import Dial, Visit
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class PlaceDevices(Command):
    """Put devices on the plan, move them, or (Place None) take them off it. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    places: tuple[tuple[DeviceId, Place | None], ...]


@dataclass(frozen=True)
class RenameDevice(Command):
    """Give a device another name. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    device: DeviceId
    name: str


@dataclass(frozen=True)
class NewDevice:
    """A device to take in, with its local key where it is known (empty: none). Never journalled as it stands."""

    device: Device
    key: str = field(default="", repr=False)


@dataclass(frozen=True)
class AddDevices(Command):
    """Take devices into the book; keys go to the secret store. A device that is known is updated, its place kept."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    devices: tuple[NewDevice, ...]


@dataclass(frozen=True)
class RemoveDevices(Command):
    """Take devices out of the book; their history stays. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    devices: tuple[DeviceId, ...]


@dataclass(frozen=True)
class SetLocalKey(Command):
    """Store a device's local key (16 characters) and reconnect with it."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    device: DeviceId
    key: str = field(repr=False)


@dataclass(frozen=True)
class SetLanAddress(Command):
    """Set or clear a device's address on the LAN and reconnect. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    device: DeviceId
    address: LanAddress | None


@dataclass(frozen=True)
class ReleaseSession(Command):
    """Close the LAN connection of a device so that another program can have it; *resume* takes it back."""

    permission: ClassVar[Permission] = Permission.OPERATE
    device: DeviceId
    resume: bool = False


@dataclass(frozen=True)
class UnlockSecrets(Command):
    """Open the vault file with its passphrase, or make a new vault with it."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Health(Query[tuple[DeviceHealth, ...]]):
    """Path health of *devices*, or of all when empty."""

    answer: ClassVar[Any] = tuple[DeviceHealth, ...]
    devices: tuple[DeviceId, ...] = ()


@dataclass(frozen=True)
class RecentFrames(Query[tuple[FrameRecord, ...]]):
    """The newest decoded frames of one device's LAN session, oldest first; keys hidden."""

    answer: ClassVar[Any] = tuple[FrameRecord, ...]
    device: DeviceId


@dataclass(frozen=True)
class DialDevice(Query[Dial]):
    """Resolve the address of a device, or of its gateway, and connect three times.

    IllegalTransition while the session is not released: most devices have one slot, and the session holds it.
    """

    permission: ClassVar[Permission] = Permission.OPERATE
    answer: ClassVar[Any] = Dial
    device: DeviceId


@dataclass(frozen=True)
class VisitDevice(Query[Visit]):
    """Connect to a device once, agree on a key and read its data points, raw and decoded; nothing of it is kept.

    IllegalTransition while the session is not released.
    """

    permission: ClassVar[Permission] = Permission.OPERATE
    answer: ClassVar[Any] = Visit
    device: DeviceId


@dataclass(frozen=True)
class Scan(Query[tuple[FoundDevice, ...]]):
    """Listen and ask on the LAN for *seconds*, then answer with every device found."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    answer: ClassVar[Any] = tuple[FoundDevice, ...]
    seconds: float = 8.0


@dataclass(frozen=True)
class ProbeRange(Query[tuple[FoundDevice, ...]]):
    """Try TCP port *port* of every address in *network* (CIDR, at most 4,096 addresses); ids stay empty."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    answer: ClassVar[Any] = tuple[FoundDevice, ...]
    network: str
    port: int = 6668
