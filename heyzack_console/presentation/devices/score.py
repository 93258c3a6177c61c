"""The health score of a device over the mirror."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.orders import Order
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.rules.score import Score, score_of

INKS = {"good": "ink2", "fair": "ink", "poor": "caution", "bad": "caution"}


def device_score(device: Device, mirror: Mirror, now: datetime, orders: Iterable[Order] | None = None) -> Score:
    """Judge *device* by what the mirror knows; *now* is aware UTC, *orders* are its own where they are at hand."""
    readings, health = mirror.readings.get(device.id, {}), mirror.health.get(device.id)
    return score_of(device, health, readings, mirror.orders.values() if orders is None else orders, now)


def all_scores(mirror: Mirror, now: datetime) -> dict[DeviceId, int]:
    """Judge every device at once."""
    orders: dict[DeviceId, list[Order]] = defaultdict(list)
    for order in mirror.orders.values():
        orders[order.device].append(order)
    return {
        device.id: device_score(device, mirror, now, orders.get(device.id, ())).value
        for device in mirror.devices.values()
    }


def score_words(score: Score) -> str:
    """Return "86 · fair"."""
    return f"{score.value} · {score.word}"


def reason_lines(score: Score) -> tuple[str, ...]:
    """Return the reasons, the weightiest first: "−10  It does not answer by LAN."."""
    return tuple(f"−{reason.points}  {reason.text}" for reason in score.reasons)
