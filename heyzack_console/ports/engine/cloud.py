"""Commands and queries about the Tuya cloud."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from heyzack_console.domain.cloud import (
    CloudCheck,
    CloudDevice,
    CloudProject,
    CloudSpace,
    CloudState,
    PairingPass,
    ProjectId,
    ProposedPlace,
)
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class ConnectCloud(Command):
    """Use a project from now on; the secret goes to the secret store. Replaces the project of the same id.

    An empty *secret* keeps the one that is stored.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    project: CloudProject
    secret: str = field(repr=False)


@dataclass(frozen=True)
class DisconnectCloud(Command):
    """Stop using a project and forget its secret; devices and their history stay."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    project: ProjectId


@dataclass(frozen=True)
class ReadSubscription(Command):
    """Let this console read the queue's subscription *suffix* from now on; the other consoles keep theirs."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    project: ProjectId
    suffix: str


@dataclass(frozen=True)
class SyncCloud(Command):
    """Read the inventory and the present values of a project's devices now; costs a few calls."""

    permission: ClassVar[Permission] = Permission.OPERATE
    project: ProjectId


@dataclass(frozen=True)
class ImportCloudDevices(Command):
    """Take devices of a project into the book, with their keys; those known are matched and keep their place.

    *devices* empty: all. *dry_run*: only say in the receipt what would happen.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    project: ProjectId
    devices: tuple[DeviceId, ...] = ()
    dry_run: bool = False


@dataclass(frozen=True)
class CheckCloud(Query[CloudCheck]):
    """Try a project's address, credentials and inventory step by step without keeping anything.

    An empty *secret* takes the one that is stored.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    answer: ClassVar[Any] = CloudCheck
    project: CloudProject
    secret: str = field(repr=False)


@dataclass(frozen=True)
class CloudProjects(Query[tuple[CloudProject, ...]]):
    """Every connected project, without its secret."""

    answer: ClassVar[Any] = tuple[CloudProject, ...]


@dataclass(frozen=True)
class CloudStates(Query[tuple[CloudState, ...]]):
    """Every project as it stands."""

    answer: ClassVar[Any] = tuple[CloudState, ...]


@dataclass(frozen=True)
class CloudInventory(Query[tuple[CloudDevice, ...]]):
    """The devices of a project as the cloud lists them, without their keys."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    answer: ClassVar[Any] = tuple[CloudDevice, ...]
    project: ProjectId


@dataclass(frozen=True)
class CloudSpaces(Query[tuple[CloudSpace, ...]]):
    """The project's space tree, from which floors and rooms can be proposed."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    answer: ClassVar[Any] = tuple[CloudSpace, ...]
    project: ProjectId


@dataclass(frozen=True)
class ProposedPlaces(Query[tuple[ProposedPlace, ...]]):
    """The site tree that the project's spaces and the devices in them suggest, parents before children."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    answer: ClassVar[Any] = tuple[ProposedPlace, ...]
    project: ProjectId


@dataclass(frozen=True)
class PairingToken(Query[PairingPass]):
    """A token that puts a new device into the project, for a QR code; it lives a few minutes."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    answer: ClassVar[Any] = PairingPass
    project: ProjectId
