"""The alert mark that a device or a floor carries: the worst one, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from heyzack_console.domain.alerts.alert import Alert, AlertState
from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import PointKind
from heyzack_console.presentation.building.values import digits_of, number_text, value_text

MARK_STATES = ("unacknowledged", "acknowledged", "returned", "shelved", "suppressed", "out_of_service")
_STATE_NAMES = {
    AlertState.UNACKNOWLEDGED: "unacknowledged",
    AlertState.ACKNOWLEDGED: "acknowledged",
    AlertState.RETURNED: "returned",
    AlertState.SHELVED: "shelved",
    AlertState.SUPPRESSED: "suppressed",
    AlertState.OUT_OF_SERVICE: "out_of_service",
}
MARK_CODES = len(MARK_STATES) * len(Priority)


@dataclass(frozen=True, slots=True)
class Mark:
    """A priority in a state; *state* as the sprites of the theme are named."""

    priority: int
    state: str

    @property
    def code(self) -> int:
        """1 to 24, so that a mark fits into an array; 0 means no mark."""
        return 1 + MARK_STATES.index(self.state) * len(Priority) + self.priority - 1

    @property
    def badness(self) -> int:
        """Larger is worse; what asks for somebody comes before what is put aside, then the priority decides."""
        order = MARK_STATES.index(self.state)
        aside = order >= 3
        return (0 if aside else 100) + (5 - self.priority) * 10 + (9 - order)

    @property
    def unacknowledged(self) -> bool:
        """Somebody has still to look at it."""
        return self.state == "unacknowledged"

    @property
    def flashes(self) -> bool:
        """Its sprite changes with the flash clock."""
        return self.state in {"unacknowledged", "returned"}


@dataclass(frozen=True, slots=True)
class Flag:
    """The words below a chip with an unacknowledged P1 or P2: value and limit, or the condition where it has none."""

    priority: int
    text: str
    limit: str = ""


def mark_of(alert: Alert) -> Mark:
    """Return the mark of an alert that is not normal."""
    return Mark(int(alert.priority), _STATE_NAMES[alert.state])


def marked(alerts: Iterable[Alert]) -> list[Alert]:
    """Return the alerts that carry a mark, the worst first; of equals the newest."""
    live = [alert for alert in alerts if alert.state in _STATE_NAMES]
    return sorted(live, key=lambda alert: (-mark_of(alert).badness, -alert.since.timestamp()))


def worst(alerts: Iterable[Alert]) -> Mark | None:
    """Return the worst mark; None without alerts."""
    found = marked(alerts)
    return mark_of(found[0]) if found else None


def flag_of(device: Device, alerts: Iterable[Alert]) -> Flag | None:
    """Return the flag of *device*; None unless a P1 or P2 of it is unacknowledged."""
    for alert in marked(alerts):
        if alert.priority <= Priority.P2 and alert.state is AlertState.UNACKNOWLEDGED:
            return _flag(device, alert)
    return None


def alarm_value(device: Device, alert: Alert) -> str:
    """Return the value that the alert speaks of, in words; empty where it has none or the condition names its bits."""
    spec = device.point(alert.code) if alert.code else None
    if alert.value is None or (spec is not None and spec.kind is PointKind.BITMAP):
        return ""
    return value_text(device.category, spec, alert.value, alert.unit)


def alert_line(device: Device, alert: Alert) -> str:
    """Return condition, value and limit in one line: "Temperature high · 31.4 °C, limit 27.0"."""
    value = alarm_value(device, alert) if is_number(alert) else ""
    if value and alert.limit is not None:
        value = f"{value}, limit {_limit(device, alert)}"
    return f"{alert.condition} · {value}" if value else alert.condition


def is_number(alert: Alert) -> bool:
    """Tell whether the alert is about a measured value, which alone can have a distance to a limit."""
    return isinstance(alert.value, int | float) and not isinstance(alert.value, bool)


def _flag(device: Device, alert: Alert) -> Flag:
    if not is_number(alert) or alert.limit is None:
        return Flag(int(alert.priority), alert.condition)
    return Flag(int(alert.priority), alarm_value(device, alert), f"limit {_limit(device, alert)}")


def _limit(device: Device, alert: Alert) -> str:
    spec = device.point(alert.code) if alert.code else None
    return number_text(alert.limit or 0.0, digits_of(spec))
