"""What an alert rule is: a condition on one data point or on reachability, with its text and its delay."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import Value


class Test(StrEnum):
    """How a rule judges."""

    __test__ = False

    ABOVE = "above"
    BELOW = "below"
    EQUALS = "equals"
    ANY_BIT = "any_bit"
    UNREACHABLE = "unreachable"
    STUCK = "stuck"
    DIVERGING = "diverging"
    CLOUD = "cloud"
    ANOMALY = "anomaly"
    RATE = "rate"
    MISSING = "missing"
    SILENT = "silent"
    DEGRADED = "degraded"
    COMPOSITE = "composite"


class Direction(StrEnum):
    """Which way a value has to go."""

    UP = "up"
    DOWN = "down"
    BOTH = "both"


class Take(StrEnum):
    """What an operand makes of the values that it finds."""

    LAST = "last"
    MEAN = "mean"
    MIN = "min"
    MAX = "max"
    SUM = "sum"
    SPREAD = "spread"
    COUNT = "count"
    ANY = "any"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Operand:
    """One name in an expression: the point *code* of devices, zones or categories, taken together.

    LAST is the newest value; COUNT, ANY and ALL are about values that are true, or an alarm word.
    """

    name: str
    code: str
    devices: tuple[str, ...] = ()
    categories: tuple[Category, ...] = ()
    zones: tuple[str, ...] = ()
    take: Take = Take.LAST


@dataclass(frozen=True, slots=True)
class Hours:
    """When a rule judges, in the site's local time: [start, end) on *days* (0 is Monday), never on *closed* dates.

    Where end is not after start it goes on until the next day. Empty *days*: every day.
    """

    days: tuple[int, ...] = ()
    start: time = time(0)
    end: time = time(0)
    closed: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class AlertRule:
    """One rule.

    *limit* in the point's canonical unit; the condition must last *delay_s* seconds; it clears only *dead_band* inside
    the limit. STUCK is true when a value that should wander has not moved for *delay_s*; DIVERGING when LAN and cloud
    contradict one another; CLOUD is about a cloud project instead of a device; ANOMALY when a value does what it never
    did (rules/anomaly). RATE is true when the value has moved by *limit* within *span_s*; MISSING when no value of the
    point, SILENT when none of the device has come for *delay_s*; DEGRADED when the value is *limit* percent away from
    what was usual over *span_s*; COMPOSITE when *expression* over *operands* is true. *categories* and *zones* empty:
    all. With *count* the condition may instead become true so often within *delay_s*.
    """

    id: str
    condition: str
    test: Test
    priority: Priority
    code: str = ""
    categories: tuple[Category, ...] = ()
    devices: tuple[str, ...] = ()
    limit: float | None = None
    equals: tuple[Value, ...] = ()
    delay_s: float = 0.0
    dead_band: float = 0.0
    latching: bool = True
    guidance: str = ""
    enabled: bool = True
    zones: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    count: int = 1
    span_s: float = 0.0
    direction: Direction = Direction.BOTH
    expression: str = ""
    operands: tuple[Operand, ...] = ()
    hours: Hours | None = None
    version: int = 0
    author: str = ""
    reason: str = ""
