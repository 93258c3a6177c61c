"""An alert's state as a fold over its events: the table of operator-console section 3 for A to D and F.

Beyond that table an alert that nobody has acknowledged takes a higher priority. Whatever is not listed is a no-op: the
event stays in the record and changes nothing. So events that two consoles wrote without knowing of one another fold to
the same state everywhere.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertState, EventId, Shelf, Trigger

_A = AlertState.NORMAL
_B = AlertState.UNACKNOWLEDGED
_C = AlertState.ACKNOWLEDGED
_D = AlertState.RETURNED
_E = AlertState.SHELVED
_F = AlertState.SUPPRESSED


def fold(events: Iterable[AlertEvent], *, latching: bool = True, now: datetime | None = None) -> Alert | None:
    """Fold *events* of one alert, in journal order; None when there are none.

    Args:
        latching: whether a return before the acknowledgement keeps the alert in the queue (state D).
        now: until when time has passed; without it until the last event.
    """
    alert: Alert | None = None
    for event in events:
        alert = after(alert, event, latching=latching)
    return alert if alert is None or now is None else elapsed(alert, now)


def elapsed(alert: Alert, now: datetime) -> Alert:
    """Return the alert as time alone leaves it at *now*; the very same value unless a shelving has ended by then."""
    shelf = alert.shelf
    if shelf is None or now < shelf.until:
        return alert
    return _announced(alert, EventId(f"{shelf.id}:up"), shelf.until)


def after(alert: Alert | None, event: AlertEvent, *, latching: bool = True) -> Alert:
    """Return the alert as *event* leaves it; the very same value where neither event nor time does anything."""
    known = elapsed(alert, event.at) if alert is not None else _never_raised(event)
    step = _TABLE.get((known.state, event.trigger))
    if step is None:
        return known
    moved = step(known, event)
    if moved.state is _D and not latching:
        return replace(moved, state=_A)
    return moved


def _never_raised(event: AlertEvent) -> Alert:
    return Alert(
        id=event.alert,
        device=event.device,
        rule=event.rule,
        state=_A,
        priority=event.priority,
        condition=event.condition,
        since=event.at,
        annunciation=event.id,
        changed_at=event.at,
        code=event.code,
        count=0,
        active=False,
    )


def _described(alert: Alert, event: AlertEvent) -> Alert:
    """Take over what the event says about the condition that has just become true."""
    return replace(
        alert,
        priority=event.priority,
        condition=event.condition,
        code=event.code,
        value=event.value,
        unit=event.unit,
        limit=event.limit,
        changed_at=event.at,
    )


def _raised(alert: Alert, event: AlertEvent) -> Alert:
    return replace(
        _described(alert, event),
        state=_B,
        since=event.at,
        annunciation=event.id,
        acknowledged_by="",
        acknowledged_at=None,
        returned_at=None,
        count=1 if alert.state is _A else alert.count + 1,
        parent=None,
        note="",
        active=True,
    )


def _alarmed_again(alert: Alert, event: AlertEvent) -> Alert:
    return replace(_raised(alert, event), since=alert.since)


def _worsened(alert: Alert, event: AlertEvent) -> Alert:
    """Nobody has acknowledged it yet: only a higher priority is news."""
    return _alarmed_again(alert, event) if event.priority < alert.priority else alert


def _returned(alert: Alert, event: AlertEvent) -> Alert:
    return replace(alert, state=_D, active=False, returned_at=event.at, changed_at=event.at)


def _cleared(alert: Alert, event: AlertEvent) -> Alert:
    return replace(alert, state=_A, active=False, returned_at=event.at, changed_at=event.at)


def _seen(alert: Alert, event: AlertEvent) -> Alert:
    if event.answers != alert.annunciation:
        return alert
    return replace(
        alert,
        state=_C if alert.state is _B else _A,
        acknowledged_by=event.by,
        acknowledged_at=event.at,
        changed_at=event.at,
        note=event.note,
    )


def _unseen(alert: Alert, event: AlertEvent) -> Alert:
    if event.answers != alert.annunciation:
        return alert
    return replace(
        alert, state=_B, acknowledged_by="", acknowledged_at=None, changed_at=event.at, note=event.note or alert.note
    )


def _suppressed(alert: Alert, event: AlertEvent) -> Alert:
    count = 0 if alert.state is _A else alert.count
    return replace(alert, state=_F, parent=event.parent, count=count, changed_at=event.at, note=event.note)


def _shelved(alert: Alert, event: AlertEvent) -> Alert:
    """Put the alert aside until the end that the event names; of two shelvings the earlier end wins."""
    if event.until is None or event.until <= event.at:
        return alert
    if alert.shelf is not None and alert.shelf.until <= event.until:
        return alert
    shelf = Shelf(event.id, event.until, event.at, event.by, event.note)
    count = 0 if alert.state is _A else alert.count
    return replace(alert, state=_E, shelf=shelf, count=count, changed_at=event.at)


def _unshelved(alert: Alert, event: AlertEvent) -> Alert:
    """Whoever takes an alert from the shelf has seen it."""
    if alert.shelf is None or event.answers != alert.shelf.id:
        return alert
    if not alert.active:
        return replace(alert, state=_A, shelf=None, changed_at=event.at)
    return replace(
        alert,
        state=_C,
        shelf=None,
        acknowledged_by=event.by,
        acknowledged_at=event.at,
        changed_at=event.at,
        note=event.note,
    )


def _true_while_aside(alert: Alert, event: AlertEvent) -> Alert:
    if alert.active:
        return alert
    return replace(_described(alert, event), active=True, since=event.at, returned_at=None, count=alert.count + 1)


def _worse_while_shelved(alert: Alert, event: AlertEvent) -> Alert:
    return _described(alert, event) if alert.active else alert


def _false_while_aside(alert: Alert, event: AlertEvent) -> Alert:
    if not alert.active:
        return alert
    return replace(alert, active=False, returned_at=event.at, changed_at=event.at)


def _released(alert: Alert, event: AlertEvent) -> Alert:
    return _announced(alert, event.id, event.at)


def _announced(alert: Alert, annunciation: EventId, at: datetime) -> Alert:
    """The alert is no longer aside: a condition that is still true calls anew."""
    if not alert.active:
        return replace(alert, state=_A, parent=None, shelf=None, changed_at=at)
    return replace(
        alert,
        state=_B,
        parent=None,
        shelf=None,
        annunciation=annunciation,
        acknowledged_by="",
        acknowledged_at=None,
        changed_at=at,
        note="",
    )


_TABLE: dict[tuple[AlertState, Trigger], Callable[[Alert, AlertEvent], Alert]] = {
    (_A, Trigger.TRUE): _raised,
    (_B, Trigger.ACK): _seen,
    (_B, Trigger.FALSE): _returned,
    (_B, Trigger.REALARM): _worsened,
    (_C, Trigger.FALSE): _cleared,
    (_C, Trigger.UNACK): _unseen,
    (_C, Trigger.REALARM): _alarmed_again,
    (_D, Trigger.ACK): _seen,
    (_D, Trigger.TRUE): _raised,
    (_A, Trigger.SUPPRESS): _suppressed,
    (_B, Trigger.SUPPRESS): _suppressed,
    (_C, Trigger.SUPPRESS): _suppressed,
    (_D, Trigger.SUPPRESS): _suppressed,
    (_A, Trigger.SHELVE): _shelved,
    (_B, Trigger.SHELVE): _shelved,
    (_C, Trigger.SHELVE): _shelved,
    (_D, Trigger.SHELVE): _shelved,
    (_E, Trigger.SHELVE): _shelved,
    (_E, Trigger.UNSHELVE): _unshelved,
    (_E, Trigger.TRUE): _true_while_aside,
    (_E, Trigger.FALSE): _false_while_aside,
    (_E, Trigger.REALARM): _worse_while_shelved,
    (_F, Trigger.TRUE): _true_while_aside,
    (_F, Trigger.FALSE): _false_while_aside,
    (_F, Trigger.UNSUPPRESS): _released,
}
