"""Reads the events of alerts as a story: who called when, how long it stood, who answered."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertId, AlertState, Trigger
from heyzack_console.domain.alerts.kpi import Acknowledgement, AlertStory, Annunciation, Standing
from heyzack_console.domain.devices.points import Value
from heyzack_console.rules.alerts.states import after, elapsed

_STANDING = frozenset({AlertState.UNACKNOWLEDGED, AlertState.ACKNOWLEDGED})


def told(events: Iterable[AlertEvent], until: datetime) -> AlertStory:
    """Fold *events*, in journal order, and keep what happened before *until*.

    All alerts are folded as latching: an answer was only given where there was something to answer.
    """
    teller = _Teller()
    for event in events:
        if event.at < until:
            teller.take(event)
    teller.let_time_pass(until)
    return teller.story()


class _Teller:
    def __init__(self) -> None:
        self._alerts: dict[AlertId, Alert] = {}
        self._calls: list[Annunciation] = []
        self._last: dict[AlertId, int] = {}
        self._standing: list[Standing] = []
        self._since: dict[AlertId, datetime] = {}
        self._acks: list[Acknowledgement] = []

    def take(self, event: AlertEvent) -> None:
        """One event happens, and before it what time alone has done."""
        self._elapse(event.alert, event.at)
        before = self._alerts.get(event.alert)
        now = after(before, event)
        self._alerts[event.alert] = now
        self._note(before, now, event.at, event.value)
        answered = before is not None and before.state is not now.state and event.trigger is Trigger.ACK
        if answered:
            self._acknowledged(event)

    def let_time_pass(self, until: datetime) -> None:
        """Shelvings that end before *until* end."""
        for alert in list(self._alerts):
            shelf = self._alerts[alert].shelf
            if shelf is not None and shelf.until < until:
                self._elapse(alert, shelf.until)

    def story(self) -> AlertStory:
        """Everything so far, by time."""
        open_ones = [Standing(alert, since) for alert, since in self._since.items()]
        return AlertStory(
            tuple(sorted(self._calls, key=lambda one: one.at)),
            tuple(sorted((*self._standing, *open_ones), key=lambda one: one.start)),
            tuple(sorted(self._acks, key=lambda one: one.at)),
        )

    def _elapse(self, alert: AlertId, now: datetime) -> None:
        before = self._alerts.get(alert)
        if before is None or before.shelf is None:
            return
        moved = elapsed(before, now)
        if moved is not before:
            self._alerts[alert] = moved
            self._note(before, moved, before.shelf.until, None)

    def _note(self, before: Alert | None, now: Alert, at: datetime, value: Value) -> None:
        if now.state is AlertState.UNACKNOWLEDGED and (before is None or before.annunciation != now.annunciation):
            self._called(now, at)
        if before is not None and before.active and not now.active:
            self._returned(now.id, at, value)
        if now.state in _STANDING:
            self._since.setdefault(now.id, at)
        elif (since := self._since.pop(now.id, None)) is not None:
            self._standing.append(Standing(now.id, since, max(since, at)))

    def _called(self, alert: Alert, at: datetime) -> None:
        self._last[alert.id] = len(self._calls)
        self._calls.append(
            Annunciation(
                alert.annunciation,
                alert.id,
                alert.device,
                alert.rule,
                at,
                alert.priority,
                alert.condition,
                alert.code,
                alert.unit,
                alert.limit,
            )
        )

    def _returned(self, alert: AlertId, at: datetime, value: Value) -> None:
        number = self._last.get(alert)
        if number is not None and self._calls[number].returned_at is None:
            self._calls[number] = replace(self._calls[number], returned_at=at, returned_value=value)

    def _acknowledged(self, event: AlertEvent) -> None:
        self._acks.append(Acknowledgement(event.alert, event.at, event.by))
        number = self._last.get(event.alert)
        if number is not None and self._calls[number].acknowledged_at is None:
            self._calls[number] = replace(self._calls[number], acknowledged_at=event.at)
