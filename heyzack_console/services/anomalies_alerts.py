"""Announced anomalies as alerts: one for each device, in words, until all its series are as usual again."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.rules.alerts.defaults import ANOMALY
from heyzack_console.rules.anomaly.announcing import Announcement, Course, Ground, SeriesKey
from heyzack_console.services.alerts.book import AlertBook, Finding


@dataclass(frozen=True, slots=True)
class Cause:
    """What an alert says of one unusual series: condition and reasons in *words*, and the value at that time."""

    words: str
    value: Value = None
    unit: str = ""


class AnomalyAlerts:
    """Follows the rows of told series. One that falls silent stays as it was told: nobody saw it calm down."""

    def __init__(self, book: AlertBook, device: Callable[[DeviceId], Device | None], calm: timedelta) -> None:
        """*calm*: how long a series has to be normal for its anomaly to be over."""
        self._book = book
        self._device = device
        self._calm = calm
        self._abnormal_at: dict[SeriesKey, datetime] = {}
        self._causes: dict[SeriesKey, Cause] = {}

    def restore(self, courses: Iterable[Course]) -> None:
        """Take up the alerts of earlier runs."""
        for alert in self._book.all():
            if alert.rule == ANOMALY.id and alert.active:
                self._abnormal_at[SeriesKey(alert.device, alert.code or "")] = alert.since
        devices = {series.device for series in self._abnormal_at}
        for course in courses:
            if course.ground is not None and course.abnormal_at is not None and course.series.device in devices:
                self._abnormal_at[course.series] = course.abnormal_at

    def told(self, news: Announcement, cause: Cause | None, now: datetime) -> None:
        """Raise what *news* announces, or take it to its higher priority.

        *cause*: None where another series confirms an anomaly that was told before.
        """
        series = news.series
        self._abnormal_at[series] = news.at
        if cause is not None:
            self._causes[series] = cause
        alert = self._active(series.device)
        if alert is None:
            self._book.raised(self._finding(news, self._causes.get(series, Cause(ANOMALY.condition))), now)
        elif news.priority < alert.priority:
            known = self._causes.get(series, Cause(alert.condition, alert.value, alert.unit))
            self._book.raised_again(self._finding(news, known), now)

    def row(self, series: SeriesKey, at: datetime, now: datetime, *, abnormal: bool) -> None:
        """A row of *series* was judged."""
        last = self._abnormal_at.get(series)
        if last is None:
            return
        if abnormal:
            self._abnormal_at[series] = at
        elif at - last > self._calm:
            self._over(series, now)

    def watch_only(self, series: Collection[SeriesKey], now: datetime) -> None:
        """End what was told of all other series: nobody follows them any more."""
        for told in [one for one in self._abnormal_at if one not in series]:
            self._over(told, now)

    def _over(self, series: SeriesKey, now: datetime) -> None:
        del self._abnormal_at[series]
        self._causes.pop(series, None)
        alert = self._active(series.device)
        if alert is not None and not any(one.device == series.device for one in self._abnormal_at):
            rule = replace(ANOMALY, priority=alert.priority, code=alert.code or "")
            self._book.cleared(Finding(alert.device, rule, alert.condition, alert.value, alert.unit), now)

    def _active(self, device: DeviceId) -> Alert | None:
        alert = self._book.of(device, ANOMALY.id)
        return alert if alert is not None and alert.active else None

    def _finding(self, news: Announcement, cause: Cause) -> Finding:
        rule = replace(ANOMALY, priority=news.priority, code=news.series.code)
        parts = (part.removesuffix(".") for part in (cause.words, self._confirmation(news)) if part)
        words = ". ".join(parts)  # without a full stop: the queue says behind it what became of it
        return Finding(news.series.device, rule, words, cause.value, cause.unit)

    def _confirmation(self, news: Announcement) -> str:
        if news.ground is Ground.LASTS:
            return f"It began at {news.began:%H:%M} and goes on."
        if news.ground is Ground.LONE:
            return ""
        first, *others = sorted({one.device for one in news.agreeing})
        known = self._device(first)
        name = known.name if known is not None else first
        if not others:
            return f"{name} in the same zone is unusual too."
        return f"{name} and {len(others)} more in the same zone are unusual too."
