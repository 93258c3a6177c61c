"""What was done to a device and what happened to it, newest first: orders, alerts and their answers."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, tzinfo

from heyzack_console.domain.alerts.alert import AlertEvent, Trigger
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.orders import Order
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
    """The newest events of *device* among those given, together with what *more* there is to tell."""
    own = [order for order in orders if order.device == device.id]
    lines = [_of_order(device, order, zone) for order in own]
    lines += [_of_alert(event, zone) for event in events if event.device == device.id]
    lines += more
    return tuple(sorted(lines, key=lambda line: line.at, reverse=True)[:limit])


def _of_order(device: Device, order: Order, zone: tzinfo) -> WorkLine:
    (line,) = order_lines(device, (order,), zone)
    asked = line.text.removesuffix(f", {order.by}") if order.by else line.text
    reason = f" ({order.text})" if order.text else ""
    return WorkLine(order.made_at, _when(order.made_at, zone), f"{asked}: {line.result}{reason}", order.by)


def _of_alert(event: AlertEvent, zone: tzinfo) -> WorkLine:
    note = f": {event.note}" if event.note else ""
    condition = event.condition or "Alert"
    return WorkLine(event.at, _when(event.at, zone), f"{condition}, {_TRIGGERS[event.trigger]}{note}", event.by)


def _when(at: datetime, zone: tzinfo) -> str:
    return f"{at.astimezone(zone):%d %b %Y %H:%M}"
