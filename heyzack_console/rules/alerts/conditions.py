"""When an alert rule's condition is true: thresholds with dead-band and delay, words, fault bits, stuck values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointSpec, Value
from heyzack_console.rules.alerts.courses import BaselineJudge, RateJudge

Judge = Callable[[Value, bool, datetime], bool | None]
"""Asked with a value, whether the condition counts as true already, and when the value was heard."""
EVERY_VALUE = frozenset({Test.RATE, Test.DEGRADED, Test.MISSING})
"""These judge also when the same value comes again."""


@dataclass(frozen=True, slots=True)
class Hold:
    """How far a condition has come: true without a break since *since*; *announced* once it lasted its delay.

    *times*: when it became true lately, for rules that count; the last one is *since* while it is true.
    """

    since: datetime | None = None
    announced: bool = False
    times: tuple[datetime, ...] = ()


def applies(rule: AlertRule, device: Device) -> bool:
    """Tell whether *rule* watches *device* at all."""
    if not rule.enabled:
        return False
    if rule.zones and (device.place is None or device.place.zone not in rule.zones):
        return False
    if rule.devices:
        return device.id in rule.devices
    return not rule.categories or device.category in rule.categories


def judge_of(rule: AlertRule) -> Judge:
    """Return the function that tells whether a value makes the rule's condition true; None where it says nothing.

    Its second argument says that the condition counts as true already: a threshold then clears only beyond its
    dead-band. Made once per rule, because it is asked for every value that arrives.
    """
    match rule.test:
        case Test.EQUALS:
            return partial(_equals, rule.equals)
        case Test.ANY_BIT:
            return _any_bit
        case Test.ABOVE if rule.limit is not None:
            return partial(_above, rule.limit, rule.limit - rule.dead_band)
        case Test.BELOW if rule.limit is not None:
            return partial(_below, rule.limit, rule.limit + rule.dead_band)
        case Test.RATE:
            return RateJudge(rule)
        case Test.DEGRADED:
            return BaselineJudge(rule)
        case _:
            return _says_nothing


def held(hold: Hold, now: datetime, *, true: bool, counted_s: float = 0.0) -> Hold:
    """Return *hold* after the condition was found *true* or not at *now*; *counted_s*: how far back a count looks."""
    if not true:
        return Hold(times=() if hold.announced else hold.times)
    if hold.since is not None:
        return hold
    recent = tuple(one for one in hold.times if (now - one).total_seconds() <= counted_s)
    return Hold(since=now, times=(*recent, now) if counted_s else ())


def due(hold: Hold, delay_s: float, count: int = 1) -> datetime | None:
    """Return when the condition will have lasted its delay, or came true *count* times within it.

    None if it is not true or has been announced.
    """
    if hold.since is None or hold.announced:
        return None
    if count > 1 and len(hold.times) >= count:
        return hold.since
    return hold.since + timedelta(seconds=delay_s)


def worded(rule: AlertRule, point: PointSpec | None, value: Value) -> str:
    """Return the condition in words; of a bitmap with the labels of the bits that are set."""
    if rule.test is not Test.ANY_BIT or not isinstance(value, int):
        return rule.condition
    return f"{rule.condition}: {', '.join(set_bits(point, value))}" if value else rule.condition


def set_bits(point: PointSpec | None, value: int) -> tuple[str, ...]:
    """Return the label of each bit set in *value*, lowest first; 'bit N' (from 0) where the product names none.

    Products write their labels like code, with underlines for spaces.
    """
    labels = point.labels if point is not None else ()
    bits = (bit for bit in range(value.bit_length()) if value >> bit & 1)
    return tuple(labels[bit].replace("_", " ") if bit < len(labels) else f"bit {bit}" for bit in bits)


def _above(limit: float, clears_at: float, value: Value, announced: bool, _at: datetime) -> bool | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value > (clears_at if announced else limit)


def _below(limit: float, clears_at: float, value: Value, announced: bool, _at: datetime) -> bool | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value < (clears_at if announced else limit)


def _equals(words: tuple[Value, ...], value: Value, _announced: bool, _at: datetime) -> bool | None:
    return None if value is None else any(_same(value, wanted) for wanted in words)


def _any_bit(value: Value, _announced: bool, _at: datetime) -> bool | None:
    return value != 0 if isinstance(value, int) and not isinstance(value, bool) else None


def _says_nothing(_value: Value, _announced: bool, _at: datetime) -> bool | None:
    return None


def _same(value: Value, wanted: Value) -> bool:
    # In Python True equals 1; a switch and a count are different things here.
    return type(value) is type(wanted) and value == wanted
