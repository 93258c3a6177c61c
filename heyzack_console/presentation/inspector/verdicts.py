"""What became of the newest order for a data point: said at the point itself while it matters."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.orders import Order, OrderState
from heyzack_console.presentation.building.values import value_text

CONFIRMED_FOR = timedelta(seconds=20)
REFUSED_FOR = timedelta(minutes=10)
_WORDS = {
    OrderState.WAITING: ("waits for the device", "caution"),
    OrderState.SENT: ("ordered, not confirmed yet", "ink2"),
    OrderState.CONFIRMED: ("confirmed", "ok"),
    OrderState.FAILED: ("failed", "caution"),
    OrderState.EXPIRED: ("expired unsent", "caution"),
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """The words below a point, with their ink."""

    text: str
    ink: str


def verdicts(device: Device, orders: Iterable[Order], now: datetime) -> dict[str, Verdict]:
    """The verdict of each code whose newest order is under way, or was settled a moment ago."""
    newest: dict[str, Order] = {}
    for order in sorted((o for o in orders if o.device == device.id), key=lambda o: o.made_at):
        newest |= dict.fromkeys(order.values, order)
    return {code: verdict for code, order in newest.items() if (verdict := _verdict(device, code, order, now))}


def _verdict(device: Device, code: str, order: Order, now: datetime) -> Verdict | None:
    if order.state not in _WORDS:
        return None
    kept = CONFIRMED_FOR if order.state is OrderState.CONFIRMED else REFUSED_FOR
    if order.state.final and now - (order.changed_at or order.made_at) > kept:
        return None
    spec = device.point(code)
    value = value_text(device.category, spec, order.values[code], spec.unit if spec else "")
    words, ink = _WORDS[order.state]
    reason = f": {order.text}" if order.text and order.state is not OrderState.CONFIRMED else ""
    return Verdict(f"{value} {words}{reason}", ink)
