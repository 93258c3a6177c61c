"""The book of alerts: what stands, folded from events; who raises, clears, suppresses or answers writes here."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertId, AlertState, EventId, Trigger
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.errors import StoreError
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.domain.sites import SiteId
from heyzack_console.rules.alerts.consequences import cause
from heyzack_console.rules.alerts.identity import identity
from heyzack_console.rules.alerts.states import after, fold
from heyzack_console.services.alerts.recording import AlertRecorder
from heyzack_console.services.feed import Feed
from heyzack_console.services.keys import new_key


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule found on a device: the words and the value that the alert will show."""

    device: DeviceId
    rule: AlertRule
    condition: str
    value: Value = None
    unit: str = ""


class AlertBook:
    """Every alert that is not normal. Memory follows the order of the journal, so a restart folds the same."""

    def __init__(self, recorder: AlertRecorder, feed: Feed, site: Callable[[], SiteId], console: By) -> None:
        self._recorder = recorder
        self._feed = feed
        self._site = site
        self._console = console
        self._alerts: dict[AlertId, Alert] = {}
        self._events: dict[AlertId, list[AlertEvent]] = {}
        self._under: dict[AlertId, set[AlertId]] = {}
        self._awaited: Counter[AlertId] = Counter()
        self._latching: Callable[[str], bool] = lambda _rule: True

    def load(self, events: Sequence[AlertEvent], rules: Sequence[AlertRule]) -> None:
        """Fold what the journal holds of every alert since it was last normal."""
        self.use_rules(rules)
        for event in events:
            self._events.setdefault(event.alert, []).append(event)
        for alert_id in list(self._events):
            self._fold(alert_id)

    def use_rules(self, rules: Sequence[AlertRule]) -> None:
        """Take the rules in force; an alert of a rule that is gone latches."""
        fleeting = frozenset(rule.id for rule in rules if not rule.latching)
        self._latching = lambda rule: rule not in fleeting

    def of(self, device: DeviceId, rule: str) -> Alert | None:
        """The alert of *rule* on *device*, None while it is normal."""
        return self.get(identity(self._site(), device, rule))

    def get(self, alert: AlertId) -> Alert | None:
        """The alert, None while it is normal."""
        known = self._alerts.get(alert)
        return self._shown(known) if known is not None else None

    def active(self, device: DeviceId, rule: str) -> bool:
        """Whether the condition of *rule* on *device* counts as true."""
        known = self._alerts.get(identity(self._site(), device, rule))
        return known is not None and known.active

    def all(self) -> tuple[Alert, ...]:
        """Every alert that is not normal, in no order."""
        return tuple(self._shown(alert) for alert in self._alerts.values())

    def raised(self, finding: Finding, now: datetime) -> None:
        """The condition has become true and lasted its delay."""
        self._happened([self._event(finding, Trigger.TRUE, now)])

    def raised_again(self, finding: Finding, now: datetime) -> None:
        """The condition has become worse; who had acknowledged it has to look again."""
        self._happened([self._event(finding, Trigger.REALARM, now)])

    def cleared(self, finding: Finding, now: datetime) -> None:
        """The condition has gone."""
        self._happened([self._event(finding, Trigger.FALSE, now)])

    def suppressed(self, finding: Finding, parent: AlertId, now: datetime) -> None:
        """The condition is true only because of *parent*; nobody is called for it."""
        quiet = replace(self._event(finding, Trigger.SUPPRESS, now), parent=parent)
        self._happened([quiet, self._event(finding, Trigger.TRUE, now)])

    def released(self, finding: Finding, now: datetime) -> None:
        """The cause is over; a condition that is still true is announced."""
        self._happened([self._event(finding, Trigger.UNSUPPRESS, now)])

    def dropped(self, device: DeviceId, now: datetime) -> None:
        """The device left the book: its conditions are gone and nothing suppresses them any more."""
        for alert in [alert for alert in self._alerts.values() if alert.device == device]:
            gone = AlertEvent(
                EventId(new_key(now)), alert.id, device, alert.rule, Trigger.FALSE, now, note="device removed"
            )
            wanted = [gone]
            if alert.state is AlertState.SUPPRESSED:
                wanted.append(replace(gone, id=EventId(new_key(now)), trigger=Trigger.UNSUPPRESS))
            self._happened(wanted)

    async def answer(self, events: Sequence[AlertEvent], by: By) -> EntryRef:
        """Let a person's *events* act and wait until they are on the disk.

        Raises:
            StoreError: nothing was recorded and the alerts stand as before.
        """
        touched = {event.alert for event in events}
        self._awaited.update(touched)
        self._apply(events)
        try:
            return await self._recorder.durably(events, by)
        except StoreError:
            self._withdraw(events)
            raise
        finally:
            self._awaited.subtract(touched)
            for alert_id in touched:
                self._trim(alert_id)

    def _happened(self, events: Sequence[AlertEvent]) -> None:
        self._apply(events)
        self._recorder.soon(events, self._console)

    def _apply(self, events: Sequence[AlertEvent]) -> None:
        for event in events:
            self._events.setdefault(event.alert, []).append(event)
            known = self._alerts.get(event.alert)
            self._keep(after(known, event, latching=self._latching(event.rule)))

    def _withdraw(self, events: Sequence[AlertEvent]) -> None:
        ids = {event.id for event in events}
        for alert_id in {event.alert for event in events}:
            self._events[alert_id] = [e for e in self._events.get(alert_id, ()) if e.id not in ids]
            self._fold(alert_id)

    def _fold(self, alert_id: AlertId) -> None:
        events = self._events[alert_id]
        alert = fold(events, latching=self._latching(events[0].rule)) if events else None
        if alert is not None:
            self._keep(alert)

    def _keep(self, alert: Alert) -> None:
        """Remember the alert, or forget it when normal, and tell the feed of it and of its cause."""
        before = self._alerts.get(alert.id)
        if alert.state is AlertState.NORMAL:
            self._alerts.pop(alert.id, None)
            self._trim(alert.id)
        else:
            self._alerts[alert.id] = alert
        if before == alert:
            return
        was, now = (cause(each) if each is not None else None for each in (before, alert))
        if was != now:
            self._move(alert.id, was, now)
        self._feed.alert(self._shown(alert))

    def _trim(self, alert: AlertId) -> None:
        """Forget the events of a normal alert, unless one of them may still be withdrawn."""
        if alert not in self._alerts and self._awaited[alert] <= 0:
            self._events.pop(alert, None)
            self._awaited.pop(alert, None)

    def _move(self, alert: AlertId, was: AlertId | None, now: AlertId | None) -> None:
        if was is not None:
            self._under.get(was, set()).discard(alert)
        if now is not None:
            self._under.setdefault(now, set()).add(alert)
        for parent in (was, now):
            known = self._alerts.get(parent) if parent is not None else None
            if known is not None:
                self._feed.alert(self._shown(known))

    def _shown(self, alert: Alert) -> Alert:
        under = len(self._under.get(alert.id, ()))
        return replace(alert, consequences=under) if under != alert.consequences else alert

    def _event(self, finding: Finding, trigger: Trigger, now: datetime) -> AlertEvent:
        rule = finding.rule
        return AlertEvent(
            id=EventId(new_key(now)),
            alert=identity(self._site(), finding.device, rule.id),
            device=finding.device,
            rule=rule.id,
            trigger=trigger,
            at=now,
            priority=rule.priority,
            condition=finding.condition,
            code=rule.code or None,
            value=finding.value,
            unit=finding.unit,
            limit=rule.limit,
        )
