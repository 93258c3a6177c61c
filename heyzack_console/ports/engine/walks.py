"""Commands and queries about walk tests."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.walks import WalkId, WalkTest
from heyzack_console.domain.identity import Permission
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class StartWalk(Command):
    """Tick *devices* as they are heard from now on; IllegalTransition while another walk test runs."""

    permission: ClassVar[Permission] = Permission.OPERATE
    title: str
    devices: tuple[DeviceId, ...]


@dataclass(frozen=True)
class FinishWalk(Command):
    """End a walk test; what was ticked is kept. IllegalTransition where it has ended."""

    permission: ClassVar[Permission] = Permission.OPERATE
    walk: WalkId


@dataclass(frozen=True)
class Walks(Query[tuple[WalkTest, ...]]):
    """Every walk test, the newest first; the first may still be running."""

    answer: ClassVar[Any] = tuple[WalkTest, ...]
