"""Watches values for the conditions of the alert rules and lets them last their delay."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from functools import partial

from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.devices.templates import Threshold
from heyzack_console.rules.alerts.conditions import EVERY_VALUE, Hold, applies, judge_of, worded
from heyzack_console.rules.templates.tuning import tuned
from heyzack_console.services.alerts.composites import CompositeWatch
from heyzack_console.services.alerts.lasting import Announcements, Lasting, Watch

ANYTHING = ""
"""Stands for all points of a device."""
_ABSENCE = frozenset({Test.STUCK, Test.MISSING, Test.SILENT})

Tuning = Mapping[DeviceId, tuple[Threshold, ...]]


@dataclass(slots=True)
class _Point:
    """The last live value of a data point, and who judges it; *eager*: some judge the same value again too."""

    watches: tuple[Watch, ...]
    eager: bool
    last: Reading | None = None


class ConditionWatch:
    """Raises and clears what live values break. Remembered and assumed values neither raise nor clear anything."""

    def __init__(self, book: Announcements, zone: Callable[[], tzinfo] = lambda: UTC) -> None:
        self._lasting = Lasting(book, zone)
        self._composites = CompositeWatch(self._lasting)
        self._devices: Mapping[DeviceId, Device] = {}
        self._rules: dict[str, list[AlertRule]] = {}
        self._in_force: Sequence[AlertRule] = ()
        self._tuning: Tuning = {}
        self._points: dict[tuple[DeviceId, str], _Point] = {}

    @property
    def next_at(self) -> datetime | None:
        """When something may happen without a value, None where nothing can."""
        return self._lasting.next_at

    def arm(
        self, devices: Mapping[DeviceId, Device], rules: Sequence[AlertRule], now: datetime, tuning: Tuning
    ) -> None:
        """Take the building as it is now, and by device what its templates change in the rules.

        What is judged by the same rule as before goes on where it was; the last value is judged by what is new.
        """
        same_rules = tuple(rules) == tuple(self._in_force)
        same = {
            one
            for one, device in devices.items()
            if same_rules
            and _alike(device, self._devices.get(one))
            and tuning.get(one, ()) == self._tuning.get(one, ())
        }
        before = {key: point for key, point in self._points.items() if key[0] not in same and key[0] in devices}
        self._points = {key: point for key, point in self._points.items() if key[0] in same}
        self._devices = dict(devices)
        self._in_force, self._tuning = rules, tuning
        self._rules = {}
        for rule in rules:
            if rule.code or rule.test is Test.SILENT:
                self._rules.setdefault(rule.code or ANYTHING, []).append(rule)
        composites_anew = self._composites.arm(devices, rules, now)
        self._lasting.forget(lambda watch: watch.device not in same and not self._composites.owns(watch))
        for key, point in before.items():
            self._take_over(key, point, now)
        for point_key in dict.fromkeys(composites_anew):
            known = self._points.get(point_key)
            if known is not None and known.last is not None:
                self._composites.heard(known.last, now)
        self._await_silent(now)

    def heard(self, reading: Reading, now: datetime) -> None:
        """Judge a new live value by every rule on its point."""
        if reading.quality is not Quality.LIVE:
            return
        if ANYTHING in self._rules and (whole := self._points.get((reading.device, ANYTHING))) is not None:
            for watch in whole.watches:
                self._lasting.moved(watch, None, now)
        key = reading.device, reading.code
        point = self._points.get(key)
        if point is None:
            point = self._points[key] = self._new_point(key, {}, now)
        last, point.last = point.last, reading
        again = last is not None and last.value == reading.value and type(last.value) is type(reading.value)
        if again and not point.eager:
            return
        for watch in point.watches:
            if not again or watch.rule.test in EVERY_VALUE:
                self._judge(watch, reading, now)
        if not again:
            self._composites.heard(reading, now)

    def tick(self, now: datetime) -> None:
        """Announce what has lasted its delay."""
        self._lasting.tick(now)

    def _judge(self, watch: Watch, reading: Reading, now: datetime) -> None:
        if watch.rule.test in _ABSENCE:
            self._lasting.moved(watch, reading, now)
        else:
            self._lasting.judge(watch, reading, now)

    def _take_over(self, key: tuple[DeviceId, str], before: _Point, now: datetime) -> None:
        """Go on with the watches of *before* whose rule is the same; let the others judge the last value."""
        known = {watch.rule.id: watch for watch in before.watches}
        point = self._points[key] = self._new_point(key, known, now)
        point.last = before.last
        for watch in point.watches:
            if watch is known.get(watch.rule.id):
                watch.queued = False
                self._lasting.follow(watch, now)
            elif point.last is not None:
                self._judge(watch, point.last, now)

    def _new_point(self, key: tuple[DeviceId, str], known: Mapping[str, Watch], now: datetime) -> _Point:
        watches = []
        for rule in self._rules_on(key):
            device = self._devices[key[0]]
            words = partial(worded, rule, device.point(rule.code))
            watch = known.get(rule.id)
            if watch is not None and watch.rule == rule:
                watch.worded = words
                self._lasting.keep(watch, now)
            else:
                watch = Watch(rule, device.id, judge_of(rule), words)
                self._lasting.begin(watch, now)
            watches.append(watch)
        return _Point(tuple(watches), any(watch.rule.test in EVERY_VALUE for watch in watches))

    def _rules_on(self, key: tuple[DeviceId, str]) -> Iterator[AlertRule]:
        device = self._devices.get(key[0])
        if device is None:
            return
        thresholds = self._tuning.get(device.id, ())
        for rule in self._rules.get(key[1], ()):
            if applies(rule, device):
                yield tuned(rule, thresholds)

    def _await_silent(self, now: datetime) -> None:
        """What has never been heard is missed from now on."""
        for code, rules in self._rules.items():
            if not any(rule.test in {Test.MISSING, Test.SILENT} for rule in rules):
                continue
            for device in self._devices.values():
                key = device.id, code
                if key in self._points or not (code == ANYTHING or device.point(code)):
                    continue
                point = self._points[key] = self._new_point(key, {}, now)
                for watch in point.watches:
                    if watch.rule.test in {Test.MISSING, Test.SILENT} and not watch.hold.announced:
                        watch.hold = Hold(since=now)
                        self._lasting.follow(watch, now)


def _alike(device: Device, before: Device | None) -> bool:
    """Whether rules judge *device* as before; its name does not matter to them, and of its place only the zone."""
    return before is not None and _judged_by(device) == _judged_by(before)


def _judged_by(device: Device) -> tuple[object, ...]:
    return device.category, device.points, device.place.zone if device.place is not None else None
