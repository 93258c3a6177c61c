"""What a lost gateway means for the devices behind it: their silence is its consequence, not news."""

from enum import Enum

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState


class Loss(Enum):
    """How the loss of a device is to be treated."""

    ANNOUNCE = "announce"
    CONSEQUENCE = "consequence"
    WAIT = "wait"


def judged(*, gateway_reachable: bool, gateway_announced: bool) -> Loss:
    """Judge the loss of a device behind a gateway; without a gateway pass True and False.

    While the gateway is away but not announced yet nothing is decided: announcing the child first would flood.
    """
    if gateway_announced:
        return Loss.CONSEQUENCE
    return Loss.ANNOUNCE if gateway_reachable else Loss.WAIT


def cause(alert: Alert) -> AlertId | None:
    """Return the alert under which *alert* counts as a consequence: suppressed by it, its condition being true."""
    return alert.parent if alert.active and alert.state is AlertState.SUPPRESSED else None
