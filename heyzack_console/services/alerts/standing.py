"""What stands: every alert that is not normal, folded from its events in the order of the journal."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertId, AlertState
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.rules.alerts.consequences import cause
from heyzack_console.rules.alerts.states import after, elapsed, fold
from heyzack_console.rules.oncall.calling import Call, call_of
from heyzack_console.services.feed import Feed


class StandingAlerts:
    """Applies events at once; those that the journal refused in the end are withdrawn again.

    What time alone has ended stays ended, also when the clock is put back: events after it are dated no earlier, so
    that the next start folds them to what stood here.
    """

    def __init__(self, feed: Feed) -> None:
        self._feed = feed
        self._alerts: dict[AlertId, Alert] = {}
        self._events: dict[AlertId, list[AlertEvent]] = {}
        self._under: dict[AlertId, set[AlertId]] = {}
        self._doubtful: Counter[AlertId] = Counter()
        self._fleeting: frozenset[str] = frozenset()
        self._shelved: set[AlertId] = set()
        self._ended: dict[AlertId, datetime] = {}

    def use_rules(self, rules: Iterable[AlertRule]) -> None:
        """Take the rules in force; an alert of a rule that is gone latches."""
        self._fleeting = frozenset(rule.id for rule in rules if not rule.latching)

    def load(self, events: Iterable[AlertEvent], now: datetime) -> None:
        """Fold what the journal holds of every alert since it was last normal; what ended meanwhile has ended.

        Done again when events of other consoles have joined; events that came here meanwhile follow after them.
        """
        told: dict[AlertId, list[AlertEvent]] = {}
        for event in events:
            told.setdefault(event.alert, []).append(event)
        for gone in [alert for name, alert in self._alerts.items() if name not in told and not self._doubtful[name]]:
            self._keep(replace(gone, state=AlertState.NORMAL, shelf=None))
        for alert, story in told.items():
            known = {event.id for event in story}
            late = (e for e in self._events.get(alert, ()) if e.id not in known and e.at > story[-1].at)
            self._events[alert] = [*story, *late]
            self._fold(alert)
        self.tick(now)

    def find(self, alert: AlertId) -> Alert | None:
        """The alert with its consequences counted, None while it is normal."""
        known = self._alerts.get(alert)
        return self._counted(known) if known is not None else None

    def call(self, alert: AlertId, now: datetime) -> Call | None:
        """Since when, and how long, the alert called for somebody; None where it never did."""
        events = self._events.get(alert, ())
        latching = not events or events[0].rule not in self._fleeting
        return call_of(events, max(now, self._ended.get(alert, now)), latching=latching)

    def active(self, alert: AlertId) -> bool:
        """Whether its condition counts as true."""
        known = self._alerts.get(alert)
        return known is not None and known.active

    def all(self) -> tuple[Alert, ...]:
        """Every alert that is not normal, in no order."""
        return tuple(self._counted(alert) for alert in self._alerts.values())

    def tick(self, now: datetime) -> None:
        """End the shelvings whose time is up."""
        for alert in list(self._shelved):
            self._elapse(alert, now)

    def dated(self, event: AlertEvent) -> AlertEvent:
        """The event with a time that is not before what time has ended already."""
        ended = self._ended.get(event.alert)
        return event if ended is None or event.at >= ended else replace(event, at=ended)

    def apply(self, events: Iterable[AlertEvent]) -> None:
        """Let *events* happen."""
        for event in events:
            self._elapse(event.alert, event.at)
            self._events.setdefault(event.alert, []).append(event)
            known = self._alerts.get(event.alert)
            self._keep(after(known, event, latching=event.rule not in self._fleeting))

    def doubt(self, alerts: Collection[AlertId]) -> None:
        """Keep the events of *alerts* even when they become normal: one of them may have to be withdrawn."""
        self._doubtful.update(alerts)

    def trust(self, alerts: Collection[AlertId]) -> None:
        """The doubt is over."""
        self._doubtful.subtract(alerts)
        for alert in alerts:
            self._trim(alert)

    def withdraw(self, events: Sequence[AlertEvent]) -> None:
        """Undo *events*, which were not recorded; what happened since stays."""
        ids = {event.id for event in events}
        for alert in {event.alert for event in events}:
            self._events[alert] = [e for e in self._events.get(alert, ()) if e.id not in ids]
            self._fold(alert)

    def _fold(self, alert: AlertId) -> None:
        events = self._events[alert]
        latching = bool(events) and events[0].rule not in self._fleeting
        folded = fold(events, latching=latching, now=self._ended.get(alert))
        if folded is not None:
            self._keep(folded)

    def _elapse(self, name: AlertId, now: datetime) -> None:
        known = self._alerts.get(name)
        shelf = known.shelf if known is not None else None
        if known is not None and shelf is not None and now >= shelf.until:
            self._ended[name] = shelf.until
            self._keep(elapsed(known, now))

    def _keep(self, alert: Alert) -> None:
        """Remember the alert, or forget it when normal, and tell the feed of it and of its cause."""
        before = self._alerts.get(alert.id)
        if alert.state is AlertState.NORMAL:
            self._alerts.pop(alert.id, None)
            self._trim(alert.id)
        else:
            self._alerts[alert.id] = alert
        if alert.shelf is not None:
            self._shelved.add(alert.id)
        else:
            self._shelved.discard(alert.id)
        if before == alert:
            return
        was, now = (cause(each) if each is not None else None for each in (before, alert))
        if was != now:
            self._move(alert.id, was, now)
        self._feed.alert(self._counted(alert))

    def _trim(self, alert: AlertId) -> None:
        if alert not in self._alerts and self._doubtful[alert] <= 0:
            self._events.pop(alert, None)
            self._doubtful.pop(alert, None)

    def _move(self, alert: AlertId, was: AlertId | None, now: AlertId | None) -> None:
        if was is not None:
            self._under.get(was, set()).discard(alert)
        if now is not None:
            self._under.setdefault(now, set()).add(alert)
        for parent in (was, now):
            known = self._alerts.get(parent) if parent is not None else None
            if known is not None:
                self._feed.alert(self._counted(known))

    def _counted(self, alert: Alert) -> Alert:
        under = len(self._under.get(alert.id, ()))
        return replace(alert, consequences=under) if under != alert.consequences else alert
