"""Commands and queries about orders."""

from dataclasses import dataclass
from typing import Any, ClassVar

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.identity import Permission
from heyzack_console.domain.orders import Order, OrderId
from heyzack_console.ports.engine.port import Command, Query


@dataclass(frozen=True)
class SendOrder(Command):
    """Tell a device new values (by code, canonical units); returns once the order is recorded, not when it is done.

    Raises ConfirmationNeeded for safety points unless *confirmed*, InvalidInput outside the specification.
    """

    permission: ClassVar[Permission] = Permission.OPERATE
    device: DeviceId
    values: dict[str, Value]
    confirmed: bool = False
    reason: str = ""


@dataclass(frozen=True)
class CancelOrder(Command):
    """Take a waiting order out of the outbox; IllegalTransition when it has been sent."""

    permission: ClassVar[Permission] = Permission.OPERATE
    order: OrderId


@dataclass(frozen=True)
class Orders(Query[tuple[Order, ...]]):
    """Orders of *device*, or of all; newest first; *unsent*: only those still in the outbox."""

    answer: ClassVar[Any] = tuple[Order, ...]
    device: DeviceId | None = None
    unsent: bool = False
    limit: int = 50
