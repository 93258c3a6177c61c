"""What an alert rule is: a condition on one data point or on reachability, with its text and its delay."""

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class AlertRule:
    """One rule.

    *limit* in the point's canonical unit; the condition must last *delay_s* seconds; it clears only *dead_band* inside
    the limit. STUCK is true when a value that should wander has not moved for *delay_s*; DIVERGING when LAN and cloud
    contradict one another; CLOUD is about a cloud project instead of a device; ANOMALY when a value does what it never
    did (rules/anomaly). *categories* empty: all.
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
