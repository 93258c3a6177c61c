"""Watches values for the conditions of the alert rules and lets them last their delay."""

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count

from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.devices.templates import Threshold
from heyzack_console.rules.alerts.conditions import Hold, Judge, applies, due, held, judge_of, worded
from heyzack_console.rules.templates.tuning import tuned
from heyzack_console.services.alerts.book import AlertBook, Finding


@dataclass(slots=True)
class _Watch:
    """One rule on one data point of one device."""

    rule: AlertRule
    device: Device
    judge: Judge
    hold: Hold = field(default_factory=Hold)
    last: Reading | None = None
    queued: bool = False


@dataclass(slots=True)
class _Point:
    """The last live value of a data point, and who judges it."""

    watches: tuple[_Watch, ...]
    last: Reading | None = None


class ConditionWatch:
    """Raises and clears what live values break. Remembered and assumed values neither raise nor clear anything."""

    def __init__(self, book: AlertBook) -> None:
        self._book = book
        self._devices: Mapping[DeviceId, Device] = {}
        self._rules: dict[str, list[AlertRule]] = {}
        self._in_force: Sequence[AlertRule] = ()
        self._tuning: Mapping[DeviceId, tuple[Threshold, ...]] = {}
        self._points: dict[tuple[DeviceId, str], _Point] = {}
        self._due: list[tuple[datetime, int, _Watch]] = []
        self._turn = count()

    def arm(
        self,
        devices: Mapping[DeviceId, Device],
        rules: Sequence[AlertRule],
        now: datetime,
        tuning: Mapping[DeviceId, tuple[Threshold, ...]],
    ) -> None:
        """Take the building as it is now, and by device what its templates change in the rules.

        What runs on a device that is judged as before goes on running; elsewhere the last value is judged anew.
        """
        same_rules = tuple(rules) == tuple(self._in_force)
        same = {
            one
            for one, device in devices.items()
            if same_rules
            and _alike(device, self._devices.get(one))
            and tuning.get(one, ()) == self._tuning.get(one, ())
        }
        anew = [point.last for key, point in self._points.items() if key[0] not in same and key[0] in devices]
        self._points = {key: point for key, point in self._points.items() if key[0] in same}
        self._due = [item for item in self._due if item[2].device.id in same]
        heapq.heapify(self._due)
        self._devices = dict(devices)
        self._in_force, self._tuning = rules, tuning
        self._rules = {}
        for rule in rules:
            if rule.code:
                self._rules.setdefault(rule.code, []).append(rule)
        for reading in anew:
            if reading is not None:
                self.heard(reading, now)

    def heard(self, reading: Reading, now: datetime) -> None:
        """Judge a new live value by every rule on its point; the same value again changes no verdict."""
        if reading.quality is not Quality.LIVE:
            return
        key = reading.device, reading.code
        point = self._points.get(key)
        if point is None:
            point = self._points[key] = _Point(self._new_watches(reading))
        last, point.last = point.last, reading
        if last is not None and last.value == reading.value and type(last.value) is type(reading.value):
            return
        for watch in point.watches:
            if watch.rule.test is Test.STUCK:
                self._moved(watch, reading, now)
            else:
                self._judge(watch, reading, now)

    def tick(self, now: datetime) -> None:
        """Announce what has lasted its delay."""
        while self._due and self._due[0][0] <= now:
            _, _, watch = heapq.heappop(self._due)
            watch.queued = False
            self._follow(watch, now)

    def _new_watches(self, reading: Reading) -> tuple[_Watch, ...]:
        device = self._devices.get(reading.device)
        if device is None:
            return ()
        watches = []
        thresholds = self._tuning.get(device.id, ())
        for bundled in self._rules.get(reading.code, ()):
            if applies(bundled, device):
                rule = tuned(bundled, thresholds)
                standing = self._book.of(device.id, rule.id)
                active = standing is not None and standing.active
                hold = Hold(standing.since, announced=True) if standing is not None and active else Hold()
                watches.append(_Watch(rule, device, judge_of(rule), hold))
        return tuple(watches)

    def _judge(self, watch: _Watch, reading: Reading, now: datetime) -> None:
        true = watch.judge(reading.value, watch.hold.announced)
        if true is None:
            return
        before, watch.last = watch.last, reading
        if not true and watch.hold.since is None:
            return  # by far the most frequent case
        if watch.hold.announced:
            if not true:
                self._book.cleared(self._finding(watch), now)
            elif _more_bits(watch.rule, before, reading.value):
                self._book.raised_again(self._finding(watch), now)
        watch.hold = held(watch.hold, now, true=true)
        self._follow(watch, now)

    def _moved(self, watch: _Watch, reading: Reading, now: datetime) -> None:
        """A value that should wander has wandered."""
        watch.last = reading
        if watch.hold.announced:
            self._book.cleared(self._finding(watch), now)
        watch.hold = Hold(since=now)
        self._follow(watch, now)

    def _follow(self, watch: _Watch, now: datetime) -> None:
        """Announce at once or wait for the rest of the delay."""
        when = due(watch.hold, watch.rule.delay_s)
        if when is None:
            return
        if when <= now:
            watch.hold = Hold(watch.hold.since, announced=True)
            self._book.raised(self._finding(watch), now)
        elif not watch.queued:
            watch.queued = True
            heapq.heappush(self._due, (when, next(self._turn), watch))

    def _finding(self, watch: _Watch) -> Finding:
        last = watch.last
        value, unit = (last.value, last.unit) if last is not None else (None, "")
        words = worded(watch.rule, watch.device.point(watch.rule.code), value)
        return Finding(watch.device.id, watch.rule, words, value, unit)


def _alike(device: Device, before: Device | None) -> bool:
    """Whether rules judge *device* as they did before; its name and place do not matter to them."""
    return before is not None and (device.category, device.points) == (before.category, before.points)


def _more_bits(rule: AlertRule, before: Reading | None, value: Value) -> bool:
    known = before.value if before is not None else value
    if rule.test is not Test.ANY_BIT or not isinstance(known, int) or not isinstance(value, int):
        return False
    return bool(value & ~known)
