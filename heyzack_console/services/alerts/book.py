"""The book of alerts: who raises, clears, suppresses, shelves or answers one writes here."""

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
from heyzack_console.rules.alerts.identity import identity
from heyzack_console.rules.oncall.calling import Call
from heyzack_console.services.alerts.recording import AlertRecorder
from heyzack_console.services.alerts.standing import StandingAlerts
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
    """Who raises, clears, shelves or answers comes here: memory changes at once, the journal follows in order."""

    def __init__(
        self, standing: StandingAlerts, recorder: AlertRecorder, site: Callable[[], SiteId], console: By
    ) -> None:
        self._standing = standing
        self._recorder = recorder
        self._site = site
        self._console = console

    def load(self, events: Sequence[AlertEvent], rules: Sequence[AlertRule], now: datetime) -> None:
        """Take up what the journal holds: at the start, and when events of other consoles have joined it."""
        self._standing.use_rules(rules)
        self._standing.load(events, now)

    def tick(self, now: datetime) -> None:
        """Let shelvings end whose time is up."""
        self._standing.tick(now)

    def use_rules(self, rules: Sequence[AlertRule]) -> None:
        """Take the rules in force."""
        self._standing.use_rules(rules)

    def of(self, device: DeviceId, rule: str) -> Alert | None:
        """The alert of *rule* on *device*, None while it is normal."""
        return self._standing.find(identity(self._site(), device, rule))

    def get(self, alert: AlertId) -> Alert | None:
        """The alert, None while it is normal."""
        return self._standing.find(alert)

    def call(self, alert: AlertId, now: datetime) -> Call | None:
        """Since when, and how long, the alert called for somebody; None where it never did."""
        return self._standing.call(alert, now)

    def active(self, device: DeviceId, rule: str) -> bool:
        """Whether the condition of *rule* on *device* counts as true."""
        return self._standing.active(identity(self._site(), device, rule))

    def all(self) -> tuple[Alert, ...]:
        """Every alert that is not normal, in no order."""
        return self._standing.all()

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
        self._let_go([alert for alert in self._standing.all() if alert.device == device], "device removed", now)

    def retired(self, rule: str, now: datetime) -> None:
        """The rule left the book: nobody looks any more whether its condition is true."""
        self._let_go([alert for alert in self._standing.all() if alert.rule == rule], "rule removed", now)

    def _let_go(self, alerts: Sequence[Alert], note: str, now: datetime) -> None:
        for alert in alerts:
            gone = AlertEvent(EventId(new_key(now)), alert.id, alert.device, alert.rule, Trigger.FALSE, now, note=note)
            wanted = [gone]
            if alert.state is AlertState.SUPPRESSED:
                wanted.append(replace(gone, id=EventId(new_key(now)), trigger=Trigger.UNSUPPRESS))
            if alert.shelf is not None:
                off = replace(gone, id=EventId(new_key(now)), trigger=Trigger.UNSHELVE, answers=alert.shelf.id)
                wanted.append(off)
            self._happened(wanted)

    async def answer(self, events: Sequence[AlertEvent], by: By) -> EntryRef:
        """Let a person's *events* act and wait until they are on the disk.

        Raises:
            StoreError: nothing was recorded and the alerts stand as before.
        """
        events = [self._standing.dated(event) for event in events]
        touched = {event.alert for event in events}
        self._standing.doubt(touched)
        self._standing.apply(events)
        try:
            return await self._recorder.durably(events, by)
        except StoreError:
            self._standing.withdraw(events)
            raise
        finally:
            self._standing.trust(touched)

    def _happened(self, events: Sequence[AlertEvent]) -> None:
        events = [self._standing.dated(event) for event in events]
        self._standing.apply(events)
        self._recorder.soon(events, self._console)

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
