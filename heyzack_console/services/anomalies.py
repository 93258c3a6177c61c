"""Watches measured values for what they never did before, and has it announced."""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from heyzack_console.domain.devices.device import Device, DeviceId
from heyzack_console.domain.devices.readings import Quality, Reading
from heyzack_console.domain.sites import Site
from heyzack_console.rules.alerts.defaults import ANOMALY
from heyzack_console.rules.anomaly.announcing import Announcing, Course, Restraint, SeriesKey
from heyzack_console.rules.anomaly.detector import LARGEST, Detector, Judgement
from heyzack_console.rules.anomaly.explanation import reasons
from heyzack_console.rules.anomaly.means import FiveMinuteMeans, Mean
from heyzack_console.rules.anomaly.sensitivity import QUIET, STANDARD, Sensitivity
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.anomalies_alerts import AnomalyAlerts, Cause
from heyzack_console.services.anomalies_memory import AnomalyMemory, Learned
from heyzack_console.services.anomalies_series import MOST_SERIES, Watched, series_of

log = logging.getLogger(__name__)

# How often a value that stands is vouched for.
ROUND = timedelta(minutes=1)
# What one tick may cost, in values taken, each about 8 µs: more would hold the loop up. A row costs as much as 5 of
# them, a series whose state is unpacked as much as 60.
PORTION = 300
COST_OF_ROW = 5
COST_OF_BEGINNING = 60
# One of so many series is written with each call; what a crash takes is a gap of a few hours in what was learned.
WRITTEN_SHARE = 240
WRITTEN_AT_ONCE = 100
OFF = "off"
_PRESETS: Mapping[str, Sensitivity] = {"quiet": QUIET, "standard": STANDARD}


@dataclass(slots=True)
class _Series:
    """One series from its first value in this run on."""

    watched: Watched
    means: FiveMinuteMeans
    detector: Detector


class AnomalyWatch:
    """Judges the 5-minute means of live values; remembered and assumed values teach it nothing.

    Values wait for the next tick, where a newer one takes the place of the one before: what this costs depends on the
    number of series and not on how often they report.
    """

    def __init__(
        self,
        book: AlertBook,
        memory: AnomalyMemory,
        device: Callable[[DeviceId], Device | None],
        actual: Callable[[DeviceId, str], Reading | None],
        preset: Callable[[], str],
    ) -> None:
        """
        Args:
            actual: the last value that was heard of a data point.
            preset: 'off', or how readily a series is called unusual.
        """
        restraint = Restraint()
        self._memory = memory
        self._actual = actual
        self._wanted = preset
        self._restraint = restraint
        self._alerts = AnomalyAlerts(book, device, restraint.calm)
        self._announcing = Announcing(restraint)
        self._preset = preset()
        self._zone: tzinfo = UTC
        self._watched: dict[tuple[DeviceId, str], Watched] = {}
        self._series: dict[SeriesKey, _Series] = {}
        self._fresh: dict[SeriesKey, tuple[float, datetime]] = {}
        self._round: list[_Series] = []
        self._round_from: datetime | None = None
        self._unsaved: dict[SeriesKey, None] = {}

    async def restore(self) -> None:
        """Take up what earlier runs learned and told; call it when the book of alerts is loaded."""
        await self._memory.load()
        courses = self._memory.courses()
        self._announcing = Announcing(self._restraint, courses)
        self._alerts.restore(courses)

    def arm(self, site: Site | None, devices: Mapping[DeviceId, Device], now: datetime) -> None:
        """Take the building as it is now."""
        if site is None:
            return
        self._zone = _zone_of(site)
        watched = series_of(devices.values())
        if len(watched) == MOST_SERIES:
            log.info("%d series are watched for anomalies, which is the most; any further ones are not", MOST_SERIES)
        keys = {one.key for one in watched}
        self._watched = {(one.key.device, one.key.code): one for one in watched}
        self._memory.watch_only(keys)
        self._series = {key: series for key, series in self._series.items() if key in keys}
        for series in self._series.values():
            series.watched = self._watched[series.watched.key.device, series.watched.key.code]
        self._unsaved = {key: None for key in self._unsaved if key in keys}
        self._fresh = {key: fresh for key, fresh in self._fresh.items() if key in keys}
        self._round = []
        self._take_preset(now)
        if self._preset != OFF:
            self._alerts.watch_only(keys, now)

    def heard(self, reading: Reading, now: datetime) -> None:
        """Take an accepted value for the next tick. It counts from *now*: a device's own clock may be wrong."""
        watched = self._watched.get((reading.device, reading.code))
        if watched is None or self._preset == OFF or reading.quality is not Quality.LIVE:
            return
        value = reading.value
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST:
            self._fresh[watched.key] = float(value), now

    def tick(self, now: datetime) -> None:
        """Take the values that have come, oldest first, and vouch for those that stand: a portion at a time."""
        self._take_preset(now)
        if self._preset == OFF:
            return
        left = PORTION
        while left > 0 and self._fresh:
            left -= self._taken(next(iter(self._fresh)), now)
        if not self._round and (self._round_from is None or abs(now - self._round_from) >= ROUND):
            self._round, self._round_from = list(self._series.values()), now
        while left > 0 and self._round:
            left -= self._vouched(self._round.pop(), now)

    async def save(self, _now: datetime) -> None:
        """Write the series that have waited longest; called once a minute, each is written about every four hours."""
        await self._save(1 + len(self._series) // WRITTEN_SHARE)

    async def save_all(self) -> None:
        """Write everything that is new, in parts: all at once would be in memory twice."""
        while self._unsaved and await self._save(WRITTEN_AT_ONCE):
            pass

    async def _save(self, most: int) -> bool:
        """Whether the store took it."""
        due = [self._series[key] for key in list(self._unsaved)[:most]]
        if not due:
            return True
        learned = {one.watched.key: Learned(one.means.state(), one.detector.state()) for one in due}
        for key in learned:
            del self._unsaved[key]
        written = False
        try:
            written = await self._memory.keep(learned, self._courses())
        finally:
            if not written:
                self._unsaved = {key: None for key in learned if key in self._series} | self._unsaved
        return written

    def _taken(self, key: SeriesKey, now: datetime) -> int:
        """Let a value count from when it came; returns what that cost."""
        value, came_at = self._fresh.pop(key)
        known = self._series.get(key)
        series = known if known is not None else self._begun(self._watched[key.device, key.code])
        rows = self._judged(series, series.means.add(value, came_at), now)
        return 1 + rows * COST_OF_ROW + (COST_OF_BEGINNING if known is None else 0)

    def _vouched(self, series: _Series, now: datetime) -> int:
        """Let the value of a connected device count on; returns what that cost."""
        key = series.watched.key
        held = self._actual(key.device, key.code)
        # What waits came before now: vouching first would make it a late report, which counts for nothing.
        if key in self._fresh or held is None or held.quality is not Quality.LIVE:
            return 1
        return 1 + self._judged(series, series.means.vouch(now), now) * COST_OF_ROW

    def _begun(self, watched: Watched) -> _Series:
        kept = self._memory.take(watched.key)
        means = FiveMinuteMeans(kept.means if kept is not None else None)
        detector = Detector(_PRESETS[self._preset], kept.detector if kept is not None else None)
        series = self._series[watched.key] = _Series(watched, means, detector)
        return series

    def _judged(self, series: _Series, means: Sequence[Mean], now: datetime) -> int:
        for mean in means:
            self._judge(series, mean, now)
        return len(means)

    def _judge(self, series: _Series, mean: Mean, now: datetime) -> None:
        watched, at = series.watched, mean.at.astimezone(self._zone)
        if mean.after_pause:
            series.detector.pause()
        judgement = series.detector.take(mean.value, at)
        self._unsaved.setdefault(watched.key)
        if judgement.learning:
            return
        for news in self._announcing.follow(watched.key, watched.zone, judgement, at):
            own = news.series == watched.key
            self._alerts.told(news, self._cause(series, judgement, at, mean.value) if own else None, now)
        self._alerts.row(watched.key, at, now, abnormal=judgement.abnormal)

    def _cause(self, series: _Series, judgement: Judgement, at: datetime, value: float) -> Cause:
        watched = series.watched
        why = reasons(series.detector.explanation(judgement, at), watched.unit)
        return Cause(" ".join((f"{ANOMALY.condition}: {watched.name}.", *why)), round(value, 3), watched.unit)

    def _take_preset(self, now: datetime) -> None:
        """Follow the setting: what was learned stays, only how readily it speaks changes."""
        wanted = self._wanted()
        if wanted == OFF:
            self._alerts.watch_only((), now)
        if wanted == self._preset:
            return
        self._preset = wanted
        if wanted == OFF:
            self._fresh = {}
            self._announcing = Announcing(self._restraint, tuple(_ended(course) for course in self._courses()))
            return
        for series in self._series.values():
            series.detector = Detector(_PRESETS[wanted], series.detector.state())

    def _courses(self) -> tuple[Course, ...]:
        return tuple(one for one in self._announcing.state() if (one.series.device, one.series.code) in self._watched)


def _ended(course: Course) -> Course:
    return replace(course, began=None, abnormal_at=None, ground=None, wants=False)


def _zone_of(site: Site) -> tzinfo:
    try:
        return ZoneInfo(site.time_zone)
    except (ZoneInfoNotFoundError, ValueError):
        log.warning("%s is no time zone known here; hours are those of UTC", site.time_zone)
        return UTC
