"""Open work as the map knows it: alerts that somebody has taken on, or has put aside for a time, and why."""

from collections.abc import Iterable

from heyzack_console.domain.alerts.alert import Alert, AlertState


def work_words(alerts: Iterable[Alert]) -> tuple[str, ...]:
    """Return one line for each alert that somebody is at, the worst first: who, and the note or the reason."""
    taken = [a for a in alerts if a.state in {AlertState.ACKNOWLEDGED, AlertState.SHELVED}]
    return tuple(_line(alert) for alert in sorted(taken, key=lambda a: (a.priority, a.since)))


def _line(alert: Alert) -> str:
    if alert.shelf is not None:
        return f"shelved: {alert.shelf.reason}" if alert.shelf.reason else "shelved"
    who = alert.acknowledged_by or "taken on"
    return f"{who}: {alert.note}" if alert.note else f"{who}: {alert.condition}"
