"""When an alert called for somebody: while it waited for an acknowledgement, and no longer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertState, EventId
from heyzack_console.rules.alerts.states import after, elapsed

CALLING = frozenset({AlertState.UNACKNOWLEDGED, AlertState.RETURNED})
"""A condition that has gone before anybody saw it still calls (ISA-18.2, state D)."""


@dataclass(frozen=True, slots=True)
class Call:
    """The newest annunciation of an alert, and the spans in which it called; an end of None is not there yet."""

    annunciation: EventId
    spans: tuple[tuple[datetime, datetime | None], ...]

    @property
    def open(self) -> bool:
        """It calls now."""
        return bool(self.spans) and self.spans[-1][1] is None


def call_of(events: Sequence[AlertEvent], now: datetime, *, latching: bool = True) -> Call | None:
    """Fold *events* of one alert, in journal order; None where it never called.

    An acknowledgement ends a span, taking it back begins another of the same annunciation; whatever announces the
    alert anew begins from nothing.
    """
    known: Alert | None = None
    call: Call | None = None
    for event in events:
        if known is not None:
            call = _next(call, elapsed(known, event.at), known.shelf.until if known.shelf is not None else event.at)
        known = after(known, event, latching=latching)
        call = _next(call, known, event.at)
    if known is not None and known.shelf is not None:
        call = _next(call, elapsed(known, now), known.shelf.until)
    return call


def _next(call: Call | None, alert: Alert, at: datetime) -> Call | None:
    calls = alert.state in CALLING
    if call is None or call.annunciation != alert.annunciation:
        return Call(alert.annunciation, ((at, None),)) if calls else _closed(call, at)
    if calls and not call.open:
        return Call(call.annunciation, (*call.spans, (at, None)))
    return call if calls else _closed(call, at)


def _closed(call: Call | None, at: datetime) -> Call | None:
    if call is None or not call.open:
        return call
    start = call.spans[-1][0]
    return Call(call.annunciation, (*call.spans[:-1], (start, max(start, at))))
