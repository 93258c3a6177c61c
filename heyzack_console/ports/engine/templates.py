"""Commands and queries about device templates."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.templates import DeviceDrift, DeviceTemplate, TemplateId
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class SaveTemplate(Command):
    """Keep a template in place of the one for the same product or kind; its thresholds hold at once. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    template: DeviceTemplate


@dataclass(frozen=True)
class RemoveTemplate(Command):
    """Forget a template; the bundled thresholds hold again, names and values stay as they are. Can be undone."""

    permission: ClassVar[Permission] = Permission.CONFIGURE
    template: TemplateId


@dataclass(frozen=True)
class ApplyTemplate(Command):
    """Give devices the names and kinds that their templates say, in one entry that can be undone.

    Values are put right by orders. *dry_run*: only say in the receipt what would change.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    devices: tuple[DeviceId, ...]
    names: bool = True
    categories: bool = True
    dry_run: bool = False


@dataclass(frozen=True)
class Templates(Query[tuple[DeviceTemplate, ...]]):
    """Every template, by its id."""

    answer: ClassVar[Any] = tuple[DeviceTemplate, ...]


@dataclass(frozen=True)
class TemplateDrift(Query[tuple[DeviceDrift, ...]]):
    """How *devices* (empty: all) differ from their templates; those that do not are left out."""

    answer: ClassVar[Any] = tuple[DeviceDrift, ...]
    devices: tuple[DeviceId, ...] = ()
