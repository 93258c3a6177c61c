"""What the person at the console may do and see, device by device."""

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from heyzack_console.domain.alerts.alert import AlertId
from heyzack_console.domain.dependencies import Dependency
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.errors import PermissionDenied
from heyzack_console.domain.group_orders import RunLine
from heyzack_console.domain.identity import Actor, Permission
from heyzack_console.domain.journal import EntryView
from heyzack_console.domain.orders import OrderId
from heyzack_console.ports.engine.alerts import Acknowledge, Shelve, Unacknowledge, Unshelve
from heyzack_console.ports.engine.devices import PlaceDevices
from heyzack_console.ports.engine.group_orders import OrderGroup, PlanGroupOrder
from heyzack_console.ports.engine.orders import CancelOrder
from heyzack_console.ports.engine.port import Command, Query
from heyzack_console.ports.engine.sites import ExportSite
from heyzack_console.services.access.book import AccessBook
from heyzack_console.services.identity import Identity

T = TypeVar("T")

UNSEEN = "a device that you may not see"

_TO_DO = {
    Permission.VIEW: "see this",
    Permission.ACKNOWLEDGE: "acknowledge alerts",
    Permission.OPERATE: "operate devices",
    Permission.CONFIGURE: "change the configuration",
    Permission.ADMINISTER: "administer the console",
}
_WITH_ONE = {
    Permission.VIEW: "see",
    Permission.ACKNOWLEDGE: "answer alerts of",
    Permission.OPERATE: "operate",
    Permission.CONFIGURE: "set up",
    Permission.ADMINISTER: "administer",
}
_ANSWERING = (Acknowledge, Shelve, Unacknowledge, Unshelve)
_PER_DEVICE = (OrderGroup, PlanGroupOrder)
"""Devices that are not allowed are left out one by one, with the reason."""


class Gate:
    """No other place decides who may do what.

    Args:
        of_alert: the device of an alert.
        of_order: the device of an order that is not settled.
    """

    def __init__(
        self,
        identity: Identity,
        book: AccessBook,
        of_alert: Callable[[AlertId], DeviceId | None],
        of_order: Callable[[OrderId], DeviceId | None],
    ) -> None:
        self._identity = identity
        self._book = book
        self._of_alert = of_alert
        self._of_order = of_order

    @property
    def actor(self) -> Actor:
        """Who sits at the console."""
        return self._identity.actor

    def let_in(self, request: Command | Query[Any]) -> None:
        """Let *request* pass, or raise PermissionDenied; nothing was done then."""
        permission, devices = request.permission, self._devices_of(request)
        refused = tuple(one for one in devices if not self._book.may(self.actor, permission, one))
        some = len(refused) < len(devices)
        if refused and not (some and isinstance(request, _PER_DEVICE)):
            self._refuse(permission, len(refused))
        if not devices:
            self.check(permission)
        if isinstance(request, ExportSite) and self.hidden:
            raise PermissionDenied("The site file holds devices that you may not see. Nothing was done.")

    def check(self, permission: Permission) -> None:
        """Raise PermissionDenied unless the role grants *permission*."""
        if not self.actor.may(permission):
            role = self.actor.role.replace("_", " ")
            raise PermissionDenied(f"The role {role} may not {_TO_DO[permission]}. Nothing was done.")

    @property
    def hidden(self) -> frozenset[DeviceId]:
        """The devices that the person may not see."""
        return self._book.hidden(self.actor)

    def veiled(self, answer: T) -> T:
        """Return *answer* without what tells of a device that the person may not see."""
        hidden = self.hidden
        if not hidden:
            return answer
        if isinstance(answer, tuple) and answer and isinstance(answer[0], EntryView):
            names = self._book.names(hidden)
            return tuple(_masked(entry, names) for entry in answer)  # type: ignore[return-value]
        return without(answer, hidden)

    def _refuse(self, permission: Permission, count: int) -> None:
        if not self.actor.may(permission):
            self.check(permission)
        what = "this device" if count == 1 else f"{count} of these devices"
        raise PermissionDenied(f"An access rule does not let you {_WITH_ONE[permission]} {what}. Nothing was done.")

    def _devices_of(self, request: Command | Query[Any]) -> tuple[DeviceId, ...]:
        """The devices that *request* is about; none where it is about none, or about all."""
        if isinstance(request, _ANSWERING):
            return _known(self._of_alert(alert) for alert, *_ in request.seen)
        if isinstance(request, CancelOrder):
            return _known([self._of_order(request.order)])
        if isinstance(request, _PER_DEVICE):
            return tuple(order.device for order in request.orders)
        if isinstance(request, PlaceDevices):
            return tuple(device for device, _ in request.places)
        one: DeviceId | None = getattr(request, "device", None)
        several: tuple[DeviceId, ...] = getattr(request, "devices", ())
        return _known((one, *several)) if all(isinstance(each, str) for each in several) else ()


def without(answer: T, hidden: frozenset[DeviceId]) -> T:
    """Return *answer* without the parts that are about one of *hidden*, at whatever depth they lie."""
    if isinstance(answer, tuple) and type(answer) is tuple:
        return tuple(without(each, hidden) for each in answer if not _about(each, hidden))  # type: ignore[return-value]
    if not is_dataclass(answer) or isinstance(answer, type):
        return answer
    parts = {part.name: getattr(answer, part.name) for part in fields(answer) if part.init}
    changed = {name: without(value, hidden) for name, value in parts.items() if isinstance(value, tuple) and value}
    differing = {name: value for name, value in changed.items() if value != parts[name]}
    return replace(answer, **differing) if differing else answer


def _masked(entry: EntryView, names: Iterable[str]) -> EntryView:
    """An entry stays, so that the journal has no gap; what it touched is not named."""
    touched = (UNSEEN if any(name in words for name in names) else words for words in entry.touched)
    return replace(entry, touched=tuple(touched))


def _about(part: object, hidden: frozenset[DeviceId]) -> bool:
    if isinstance(part, str):
        return part in hidden
    if isinstance(part, Device):
        return part.id in hidden
    if isinstance(part, RunLine):
        return part.planned.device in hidden
    if isinstance(part, Dependency):
        return part.source.device_id in hidden or part.target.device_id in hidden
    return getattr(part, "device", None) in hidden


def _known(devices: Iterable[DeviceId | None]) -> tuple[DeviceId, ...]:
    return tuple(device for device in devices if device)
