"""When an alert rule's condition is true: thresholds with dead-band and delay, words, fault bits, stuck values."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointSpec, Value


@dataclass(frozen=True, slots=True)
class Hold:
    """How far a condition has come: true without a break since *since*; *announced* once it lasted its delay."""

    since: datetime | None = None
    announced: bool = False


def applies(rule: AlertRule, device: Device) -> bool:
    """Tell whether *rule* watches *device* at all."""
    if not rule.enabled:
        return False
    if rule.devices:
        return device.id in rule.devices
    return not rule.categories or device.category in rule.categories


def breached(rule: AlertRule, value: Value, *, announced: bool) -> bool | None:
    """Tell whether *value* makes the rule's condition true; None where the value says nothing about it.

    Args:
        announced: the condition counts as true already, so a threshold only clears beyond its dead-band.
    """
    match rule.test:
        case Test.EQUALS:
            return None if value is None else any(_same(value, wanted) for wanted in rule.equals)
        case Test.ANY_BIT:
            return value != 0 if isinstance(value, int) and not isinstance(value, bool) else None
        case Test.ABOVE | Test.BELOW:
            return _beyond(rule, value, announced=announced)
        case _:
            return None


def held(hold: Hold, now: datetime, *, true: bool) -> Hold:
    """Return *hold* after the condition was found *true* or not at *now*."""
    if not true:
        return Hold()
    return hold if hold.since is not None else Hold(since=now)


def due(hold: Hold, delay_s: float) -> datetime | None:
    """Return when the condition will have lasted its delay; None if it is not true or has been announced."""
    if hold.since is None or hold.announced:
        return None
    return hold.since + timedelta(seconds=delay_s)


def worded(rule: AlertRule, point: PointSpec | None, value: Value) -> str:
    """Return the condition in words; of a bitmap with the labels of the bits that are set."""
    if rule.test is not Test.ANY_BIT or not isinstance(value, int):
        return rule.condition
    return f"{rule.condition}: {', '.join(set_bits(point, value))}" if value else rule.condition


def set_bits(point: PointSpec | None, value: int) -> tuple[str, ...]:
    """Return the label of each bit set in *value*, lowest first; 'bit N' (from 0) where the product names none."""
    labels = point.labels if point is not None else ()
    bits = (bit for bit in range(value.bit_length()) if value >> bit & 1)
    return tuple(labels[bit] if bit < len(labels) else f"bit {bit}" for bit in bits)


def _beyond(rule: AlertRule, value: Value, *, announced: bool) -> bool | None:
    if rule.limit is None or isinstance(value, bool) or not isinstance(value, int | float):
        return None
    band = rule.dead_band if announced else 0.0
    return value > rule.limit - band if rule.test is Test.ABOVE else value < rule.limit + band


def _same(value: Value, wanted: Value) -> bool:
    # In Python True equals 1; a switch and a count are different things here.
    return type(value) is type(wanted) and value == wanted
