"""Tries rules on recorded values: the same watch that judges live values hears them again."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta, tzinfo
from uuid import NAMESPACE_OID, uuid5

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, EventId, Trigger
from heyzack_console.domain.alerts.kpi import Period
from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.alerts.trial import Firing, RuleTrial, Trial
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.sites import SiteBook
from heyzack_console.rules.alerts.annunciations import told
from heyzack_console.rules.alerts.identity import identity
from heyzack_console.rules.alerts.kpi import covered, measured
from heyzack_console.rules.alerts.scopes import settled
from heyzack_console.services.alerts.book import Finding
from heyzack_console.services.alerts.conditions import ConditionWatch

WARM_UP = timedelta(hours=1)
LONGEST_WARM_UP = timedelta(days=35)


class _PastBook:
    """Hears what would have been announced; implements Announcements."""

    def __init__(self) -> None:
        self.firings: list[Firing] = []
        self._open: dict[tuple[DeviceId, str], int] = {}

    def of(self, _device: DeviceId, _rule: str) -> Alert | None:
        return None

    def raised(self, finding: Finding, now: datetime) -> None:
        self._open[finding.device, finding.rule.id] = len(self.firings)
        self.firings.append(
            Firing(finding.rule.id, finding.device, finding.condition, now, value=finding.value),
        )

    def raised_again(self, finding: Finding, now: datetime) -> None:
        """A further bit is the same alarm; the figures count it as a call of its own."""
        self.cleared(finding, now)
        self.raised(finding, now)

    def cleared(self, finding: Finding, now: datetime) -> None:
        number = self._open.pop((finding.device, finding.rule.id), None)
        if number is not None:
            self.firings[number] = replace(self.firings[number], end=now, returned=finding.value)


class Past:
    """Rules on the way through the record of *period*. Values come in the order of time, from `begins` on."""

    def __init__(self, rules: Sequence[AlertRule], site: SiteBook, period: Period, zone: tzinfo) -> None:
        self.rules = tuple(rules)
        self.period = period
        self._site = site
        self._zone = zone
        self._samples = 0
        self._first: datetime | None = None
        self._book = _PastBook()
        self._watch = ConditionWatch(self._book, lambda: zone)
        devices = {device.id: device for device in site.devices}
        in_force = settled(self.rules, site.site, site.devices)
        self._watch.arm(devices, in_force, self.begins, {})

    @property
    def begins(self) -> datetime:
        """From when values are needed: what is usual, or lasts, has to be known when the period begins."""
        needed = max((max(rule.span_s, 2 * rule.delay_s) for rule in self.rules), default=0.0)
        return self.period.start - min(LONGEST_WARM_UP, max(WARM_UP, timedelta(seconds=needed)))

    @property
    def codes(self) -> frozenset[str]:
        """The points that have to be read; empty means all of them."""
        if any(rule.test is Test.SILENT for rule in self.rules):
            return frozenset()
        own = {rule.code for rule in self.rules if rule.code}
        return frozenset(own | {operand.code for rule in self.rules for operand in rule.operands})

    def hear(self, readings: Iterable[Reading]) -> None:
        """Let time pass until each of *readings* and take it."""
        for reading in readings:
            at = max(reading.at, self.begins)
            self._pass(at)
            self._samples += at >= self.period.start
            self._first = self._first or reading.at
            self._watch.heard(reading, at)

    def end(self, events: Iterable[AlertEvent], begun: datetime | None, now: datetime) -> Trial:
        """Let time pass until the end and sum up; *events* are what the journal holds, *begun* since when."""
        end = self.period.end
        self._pass(end)
        before = tuple(event for event in events if event.at < end)
        names = {rule.id for rule in self.rules}
        others = [event for event in before if event.rule not in names]
        after = sorted([*others, *self._events()], key=lambda event: event.at)
        part = covered(self.period, begun, now)
        return Trial(
            self.period,
            tuple(self._trial(rule) for rule in self.rules),
            self._samples,
            self._first,
            measured(told(before, end), self.period, self._zone, part),
            measured(told(after, end), self.period, self._zone, part),
        )

    def _pass(self, until: datetime) -> None:
        while (next_at := self._watch.next_at) is not None and next_at < until:
            self._watch.tick(next_at)
        self._watch.tick(until)

    def _trial(self, rule: AlertRule) -> RuleTrial:
        start, end = self.period.start, self.period.end
        own = [one for one in self._book.firings if one.rule == rule.id]
        spans = ((max(one.start, start), min(one.end or end, end)) for one in own)
        stood = sum(max(0.0, (until - since).total_seconds()) for since, until in spans)
        return RuleTrial(rule, tuple(one for one in own if self.period.holds(one.start)), stood)

    def _events(self) -> Iterable[AlertEvent]:
        priorities = {rule.id: rule.priority for rule in self.rules}
        for number, one in enumerate(self._book.firings):
            called = AlertEvent(
                EventId(uuid5(NAMESPACE_OID, f"trial/{number}").hex),
                identity(self._site.site.id, one.device, one.rule),
                one.device,
                one.rule,
                Trigger.TRUE,
                one.start,
                priorities[one.rule],
                one.condition,
                value=one.value,
            )
            yield called
            if one.end is not None:
                over = EventId(uuid5(NAMESPACE_OID, f"trial/{number}/over").hex)
                yield replace(called, id=over, trigger=Trigger.FALSE, at=one.end, value=one.returned)
