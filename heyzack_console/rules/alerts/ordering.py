"""The default order of the queue."""

from heyzack_console.domain.alerts.alert import Alert, AlertState

_UNSEEN = frozenset({AlertState.UNACKNOWLEDGED, AlertState.RETURNED})


def queue_order(alert: Alert) -> tuple[bool, bool, int, float]:
    """Return the sort key: shown before suppressed, then unacknowledged, then priority, then newest."""
    return not alert.state.open, alert.state not in _UNSEEN, alert.priority, -alert.since.timestamp()
