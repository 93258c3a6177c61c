"""Lets conditions last their delay, in the hours in which their rules judge, and tells the book of alerts."""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta, tzinfo
from itertools import count
from typing import Protocol

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.rules.alerts.conditions import Hold, Judge, due, held
from heyzack_console.rules.alerts.hours import within
from heyzack_console.services.alerts.book import Finding

LOOK_EVERY = timedelta(minutes=1)
"""How often the hours of rules are looked at."""


class Announcements(Protocol):
    """Where findings go: the book of alerts, or what is tried on the past."""

    def of(self, device: DeviceId, rule: str) -> Alert | None:
        """The alert of *rule* on *device*, None while it is normal."""

    def raised(self, finding: Finding, now: datetime) -> None:
        """The condition has become true and lasted its delay."""

    def raised_again(self, finding: Finding, now: datetime) -> None:
        """The condition has become worse."""

    def cleared(self, finding: Finding, now: datetime) -> None:
        """The condition has gone."""


@dataclass(slots=True)
class Watch:
    """One rule on one device, or on the operands of an expression; *worded* gives its condition for a value."""

    rule: AlertRule
    device: DeviceId
    judge: Judge
    worded: Callable[[Value], str]
    hold: Hold = field(default_factory=Hold)
    last: Reading | None = None
    queued: bool = False


class Lasting:
    """Keeps what waits for its delay; *zone* is the site's, for rules with hours."""

    def __init__(self, book: Announcements, zone: Callable[[], tzinfo]) -> None:
        self._book = book
        self._zone = zone
        self._due: list[tuple[datetime, int, Watch]] = []
        self._turn = count()
        self._timed: list[Watch] = []
        self._next_look: datetime | None = None

    @property
    def next_at(self) -> datetime | None:
        """When something may happen without a value, None where nothing can."""
        moments = [self._due[0][0]] if self._due else []
        if self._timed and self._next_look is not None:
            moments.append(self._next_look)
        return min(moments, default=None)

    def begin(self, watch: Watch, now: datetime) -> None:
        """Take up *watch* where the book says that it stands."""
        standing = self._book.of(watch.device, watch.rule.id)
        if standing is not None and standing.active:
            watch.hold = Hold(standing.since, announced=True)
        self.keep(watch, now)

    def keep(self, watch: Watch, now: datetime) -> None:
        """Go on with *watch*."""
        if watch.rule.hours is not None:
            self._timed.append(watch)
            self._next_look = self._next_look or _next_minute(now)

    def forget(self, gone: Callable[[Watch], bool]) -> None:
        """Let go of watches that are *gone*."""
        self._due = [item for item in self._due if not gone(item[2])]
        heapq.heapify(self._due)
        self._timed = [watch for watch in self._timed if not gone(watch)]

    def judge(self, watch: Watch, reading: Reading, now: datetime) -> None:
        """Judge a value; what has lasted, or has gone, is announced."""
        true = watch.judge(reading.value, watch.hold.announced, now)
        if true is not None:
            self.found(watch, reading, now, true=true)

    def found(self, watch: Watch, reading: Reading, now: datetime, *, true: bool) -> None:
        """The condition was found *true* or not of *reading*."""
        before, watch.last = watch.last, reading
        if not true and watch.hold.since is None:
            return  # by far the most frequent case
        rule = watch.rule
        true = true and (rule.hours is None or within(rule.hours, now.astimezone(self._zone())))
        if watch.hold.announced:
            if not true:
                self._book.cleared(_finding(watch), now)
            elif _more_bits(rule, before, reading.value):
                self._book.raised_again(_finding(watch), now)
        watch.hold = held(watch.hold, now, true=true, counted_s=rule.delay_s if rule.count > 1 else 0.0)
        self.follow(watch, now)

    def moved(self, watch: Watch, reading: Reading | None, now: datetime) -> None:
        """What would be missed if it stayed away has come."""
        watch.last = reading
        if watch.hold.announced:
            self._book.cleared(_finding(watch), now)
        watch.hold = Hold(since=now)
        self.follow(watch, now)

    def follow(self, watch: Watch, now: datetime) -> None:
        """Announce at once or wait for the rest of the delay."""
        when = due(watch.hold, watch.rule.delay_s, watch.rule.count)
        if when is None:
            return
        if when <= now:
            watch.hold = Hold(watch.hold.since, announced=True)
            self._book.raised(_finding(watch), now)
        elif not watch.queued:
            watch.queued = True
            heapq.heappush(self._due, (when, next(self._turn), watch))

    def tick(self, now: datetime) -> None:
        """Announce what has lasted its delay; look whether hours have begun or ended."""
        while self._due and self._due[0][0] <= now:
            _, _, watch = heapq.heappop(self._due)
            watch.queued = False
            self.follow(watch, now)
        if self._next_look is not None and now >= self._next_look:
            self._next_look = _next_minute(now)
            for watch in self._timed:
                if watch.last is not None:
                    self.judge(watch, watch.last, now)


def _finding(watch: Watch) -> Finding:
    last = watch.last
    value, unit = (last.value, last.unit) if last is not None else (None, "")
    return Finding(watch.device, watch.rule, watch.worded(value), value, unit)


def _next_minute(now: datetime) -> datetime:
    return now.replace(second=0, microsecond=0) + LOOK_EVERY


def _more_bits(rule: AlertRule, before: Reading | None, value: Value) -> bool:
    known = before.value if before is not None else value
    if rule.test is not Test.ANY_BIT or not isinstance(known, int) or not isinstance(value, int):
        return False
    return bool(value & ~known)
