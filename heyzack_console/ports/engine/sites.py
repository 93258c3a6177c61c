"""Commands and queries about the site as a whole."""

from dataclasses import dataclass, field
from typing import Any, ClassVar

from heyzack_console.domain.identity import Permission
from heyzack_console.domain.sites import Floor, SiteBook, Zone
from heyzack_console.ports.engine.feed import EngineStatus
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class CreateSite(Command):
    """Begin a new, empty site with one floor per name in *floors*, each *width* × *height* metres."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    name: str
    time_zone: str
    floors: tuple[str, ...] = ("Ground floor",)
    width: float = 40.0
    height: float = 25.0


@dataclass(frozen=True)
class ImportSite(Command):
    """Take in a site file (its text); sealed secrets are opened with *passphrase*. Nothing changes if it is refused."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    text: str = field(repr=False)
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True)
class ImportDevices(Command):
    """Take in devices and keys from a tinytuya devices.json or a CSV (its text); *dry_run* only reports."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    text: str = field(repr=False)
    dry_run: bool = False


@dataclass(frozen=True)
class AddPlaces(Command):
    """Add floors and rooms to the site, in one entry that can be undone; what it has already is refused."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    floors: tuple[Floor, ...] = ()
    zones: tuple[Zone, ...] = ()


@dataclass(frozen=True)
class PlayScenario(Command):
    """Let the demo building play a named scenario; NotFound on a real site."""

    permission: ClassVar[Permission] = Permission.OPERATE
    name: str


@dataclass(frozen=True)
class SitePicture(Query[SiteBook | None]):
    """The site with floors, zones and devices; None before the first run's choice."""

    answer: ClassVar[Any] = SiteBook | None


@dataclass(frozen=True)
class ExportSite(Query[str]):
    """The site as a file's text: JSON, without secrets unless sealed with *passphrase*."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    answer: ClassVar[Any] = str
    passphrase: str = field(default="", repr=False)


@dataclass(frozen=True)
class Status(Query[EngineStatus]):
    """The facts of the header strip."""

    answer: ClassVar[Any] = EngineStatus
