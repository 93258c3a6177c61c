"""Commands about what supplies what."""

from dataclasses import dataclass
from typing import ClassVar

from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command


@dataclass(frozen=True)
class ChangeDependencies(Command):
    """Add and remove dependencies in one go; one that is there, or gone, already is left alone.

    InvalidInput when a thing would supply itself or a sub-device's network is drawn; NotFound for a thing that is not
    in the book. Then nothing was changed.
    """

    permission: ClassVar[Permission] = Permission.CONFIGURE
    added: tuple[Dependency, ...] = ()
    removed: tuple[Dependency, ...] = ()
