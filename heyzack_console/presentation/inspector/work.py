"""What was done to a device and what happened to it, newest first: orders, alerts and their answers."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo

from heyzack_console.domain.alerts.alert import AlertEvent, Trigger
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.orders import Order
from heyzack_console.domain.replacing import Succession
from heyzack_console.presentation.inspector.sections import order_lines

NEWEST_EVENTS = 200
"""So many alert events of the device are asked for."""
_TRIGGERS = {
    Trigger.TRUE: "began",
    Trigger.FALSE: "over",
    Trigger.REALARM: "announced again",
    Trigger.ACK: "acknowledged",
    Trigger.UNACK: "acknowledgement taken back",
    Trigger.SUPPRESS: "suppressed as a consequence",
    Trigger.UNSUPPRESS: "no longer suppressed",
    Trigger.SHELVE: "shelved",
    Trigger.UNSHELVE: "taken off the shelf",
}


@dataclass(frozen=True, slots=True)
class WorkLine:
    """One event; *who* is empty where a rule acted."""

    at: datetime
    when: str
    what: str
    who: str = ""


def work_lines(
    device: Device,
    orders: Iterable[Order],
    events: Iterable[AlertEvent],
    zone: tzinfo,
    more: Iterable[WorkLine] = (),
    limit: int = 60,
) -> tuple[WorkLine, ...]:
    """The newest of what happened to *device* and those whose place it took, with what *more* there is to tell."""
    lines = [_of_order(device, order, zone) for order in orders]
    lines += [_of_alert(device, event, zone) for event in events]
    lines += more
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:limit])


def succession_work(before: Iterable[Succession], zone: tzinfo) -> tuple[WorkLine, ...]:
    """When one device took the place of another."""
    return tuple(
        WorkLine(one.at, _when(one.at, zone), f"{one.new} took the place of {one.old} ({one.name})", one.by)
        for one in before
    )


def _of_order(device: Device, order: Order, zone: tzinfo) -> WorkLine:
    (line,) = order_lines(device, (replace(order, device=device.id),), zone)
    asked = line.text.removesuffix(f", {order.by}") if order.by else line.text
    reason = (f" ({order.text})" if order.text else "") + _whose(device, order.device)
    return WorkLine(
        order.made_at,
        _when(order.made_at, zone),
        f"{asked}: {line.result}{reason}",
        order.by,
    )


def _of_alert(device: Device, event: AlertEvent, zone: tzinfo) -> WorkLine:
    note = (f": {event.note}" if event.note else "") + _whose(device, event.device)
    condition = event.condition or "Alert"
    return WorkLine(
        event.at,
        _when(event.at, zone),
        f"{condition}, {_TRIGGERS[event.trigger]}{note}",
        event.by,
    )


def _whose(device: Device, other: DeviceId) -> str:
    return "" if other == device.id else f" (on {other}, before)"


def _when(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%d %b %Y %H:%M}"
