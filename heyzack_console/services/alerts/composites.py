"""Watches expressions over several points: judged anew whenever one of their operands has a new value."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from heyzack_console.domain.alerts.rule import AlertRule, Test
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.rules.alerts.composites import belongs, stand_in, values_of
from heyzack_console.rules.alerts.expressions import BadExpression, Expression
from heyzack_console.services.alerts.lasting import Lasting, Watch

Point = tuple[DeviceId, str]


class _Composite:
    """One rule: its expression, its watch, and the newest value of every point by operand."""

    def __init__(self, rule: AlertRule, devices: Mapping[DeviceId, Device]) -> None:
        self.rule = rule
        self.watch = Watch(rule, stand_in(rule), self._true, lambda _: rule.condition)
        self._expression = Expression(rule.expression)
        self._readings: dict[str, dict[Point, Reading]] = {one.name: {} for one in rule.operands}
        self.points: dict[Point, list[str]] = {}
        for operand in rule.operands:
            for device in devices.values():
                if belongs(operand, device):
                    self.points.setdefault((device.id, operand.code), []).append(operand.name)

    def take(self, reading: Reading) -> None:
        """Remember a value for the operands that look at its point."""
        key = reading.device, reading.code
        for name in self.points.get(key, ()):
            self._readings[name][key] = reading

    def _true(self, _value: Value, _announced: bool, _at: datetime) -> bool | None:
        values = values_of(self.rule, {name: points.values() for name, points in self._readings.items()})
        return self._expression.true(values)


class CompositeWatch:
    """Remembered and assumed values do not count, as everywhere."""

    def __init__(self, lasting: Lasting) -> None:
        self._lasting = lasting
        self._rules: tuple[AlertRule, ...] = ()
        self._composites: dict[str, _Composite] = {}
        self._of: dict[Point, list[_Composite]] = {}

    def owns(self, watch: Watch) -> bool:
        """Whether *watch* is that of a rule in force."""
        known = self._composites.get(watch.rule.id)
        return known is not None and known.watch is watch

    def arm(self, devices: Mapping[DeviceId, Device], rules: Sequence[AlertRule], now: datetime) -> list[Point]:
        """Take rules and building as they are now; the points whose last values have to be heard again.

        A rule that looks at the same points as before goes on where it was.
        """
        before, self._composites, self._of = self._composites, {}, {}
        anew: list[Point] = []
        for rule in rules:
            if rule.test is not Test.COMPOSITE or not rule.enabled:
                continue
            try:
                fresh = _Composite(rule, devices)
            except BadExpression:
                continue  # it was in order when it was taken in; a newer library may see it differently
            known = before.get(rule.id)
            if known is not None and known.rule == rule and known.points == fresh.points:
                fresh = known
            else:
                self._lasting.begin(fresh.watch, now)
                anew.extend(fresh.points)
            self._composites[rule.id] = fresh
            for point in fresh.points:
                self._of.setdefault(point, []).append(fresh)
        return anew

    def heard(self, reading: Reading, now: datetime) -> None:
        """Judge what looks at the point of *reading*."""
        if reading.quality is not Quality.LIVE:
            return
        for composite in self._of.get((reading.device, reading.code), ()):
            composite.take(reading)
            self._lasting.judge(composite.watch, reading, now)
