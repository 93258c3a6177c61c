"""Which anomalies are told to an operator, and how loudly: few, quiet when alone, louder when confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from heyzack_console.domain.alerts.priority import Priority
from heyzack_console.domain.devices.device import DeviceId, ZoneId
from heyzack_console.rules.anomaly.detector import Judgement

WEEK = timedelta(days=7)


class Ground(StrEnum):
    """Why an anomaly has the priority it has."""

    LONE = "lone"
    ZONE = "zone"
    LASTS = "lasts"


@dataclass(frozen=True, slots=True, order=True)
class SeriesKey:
    """One data point of one device."""

    device: DeviceId
    code: str


@dataclass(frozen=True, slots=True)
class Restraint:
    """How much may be told.

    Attributes:
        per_week: announcements of one series in any seven days …
        reserve: … and how many more for anomalies that are confirmed.
        agree_within: how long ago another device of the zone may have been abnormal to confirm.
        agree_share: which part of the zone's other devices has to; at least one.
        lasts: how long an anomaly without confirmation has to go on to be raised.
        calm: how long a series has to be normal for its anomaly to be over.
    """

    per_week: int = 2
    reserve: int = 1
    agree_within: timedelta = timedelta(hours=1)
    agree_share: float = 0.25
    lasts: timedelta = timedelta(hours=3)
    calm: timedelta = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Announcement:
    """One anomaly to tell, or one told before whose priority *raises*.

    *agreeing* are the series of other devices of the zone that were abnormal as well.
    """

    series: SeriesKey
    began: datetime
    at: datetime
    ground: Ground
    raises: bool = False
    agreeing: tuple[SeriesKey, ...] = ()

    @property
    def priority(self) -> Priority:
        """The lowest for a lone anomaly, one above for a confirmed one."""
        return Priority.P4 if self.ground is Ground.LONE else Priority.P3


@dataclass(frozen=True, slots=True)
class Course:
    """Where one series stands: the anomaly under way, if any, and what was told or withheld in the last seven days.

    *ground* is None while nothing was told of the anomaly under way; *wants* tells that it asked to be.
    """

    series: SeriesKey
    zone: ZoneId | None
    began: datetime | None = None
    abnormal_at: datetime | None = None
    ground: Ground | None = None
    wants: bool = False
    told: tuple[datetime, ...] = ()
    withheld: tuple[datetime, ...] = ()


class Announcing:
    """Follows the judgements of all series of a site, row by row in the order of their times."""

    def __init__(self, restraint: Restraint, kept: Iterable[Course] = ()) -> None:
        """*kept*: what `state` returned before a restart."""
        self._restraint = restraint
        self._courses = {course.series: course for course in kept}

    def state(self) -> tuple[Course, ...]:
        """Everything that a restart needs."""
        return tuple(self._courses.values())

    def withheld(self, series: SeriesKey) -> int:
        """How many anomalies of *series* the budget kept back in the last seven days."""
        course = self._courses.get(series)
        return len(course.withheld) if course else 0

    def follow(
        self, series: SeriesKey, zone: ZoneId | None, judgement: Judgement, at: datetime
    ) -> tuple[Announcement, ...]:
        """Return what has to be told after *judgement* of the row of *at* (aware)."""
        course = _brought_up(self._courses.get(series, Course(series, zone)), zone, at, self._restraint.calm)
        if not judgement.abnormal:
            self._courses[series] = course
            return ()
        course = replace(course, began=course.began or at, abnormal_at=at, wants=course.wants or judgement.alert)
        self._courses[series] = course
        agreeing = self._agreeing(course, at)
        own = self._own(course, self._ground(course, agreeing, at), agreeing, judgement, at)
        raised = [self._raised(other, at) for other in agreeing if other.ground is Ground.LONE]
        return (*own, *(one for one in raised if one))

    def _own(
        self, course: Course, ground: Ground, agreeing: list[Course], judgement: Judgement, at: datetime
    ) -> list[Announcement]:
        told_before = course.ground is not None
        news = course.ground is Ground.LONE and ground is not Ground.LONE if told_before else course.wants
        if not news:
            return []
        if not told_before and not self._affordable(course, ground):
            if judgement.alert:
                self._courses[course.series] = replace(course, withheld=(*course.withheld, at))
            return []
        told = course.told if told_before else (*course.told, at)
        self._courses[course.series] = replace(course, ground=ground, told=told)
        peers = tuple(sorted(other.series for other in agreeing))
        return [Announcement(course.series, course.began or at, at, ground, told_before, peers)]

    def _affordable(self, course: Course, ground: Ground) -> bool:
        allowed = self._restraint.per_week + (0 if ground is Ground.LONE else self._restraint.reserve)
        return len(course.told) < allowed

    def _ground(self, course: Course, agreeing: list[Course], at: datetime) -> Ground:
        if agreeing:
            return Ground.ZONE
        lasted = at - (course.began or at)
        return Ground.LASTS if lasted >= self._restraint.lasts else Ground.LONE

    def _agreeing(self, course: Course, at: datetime) -> list[Course]:
        """The abnormal series of other devices of the zone; none when these are too few of its devices.

        Two points of one device prove nothing to each other: one loose plug moves both.
        """
        if course.zone is None:
            return []
        others = [
            one
            for one in self._courses.values()
            if one.zone == course.zone and one.series.device != course.series.device
        ]
        within = self._restraint.agree_within
        abnormal = [one for one in others if one.abnormal_at and abs(at - one.abnormal_at) <= within]
        needed = max(1, round(self._restraint.agree_share * len({one.series.device for one in others})))
        return abnormal if len({one.series.device for one in abnormal}) >= needed else []

    def _raised(self, other: Course, at: datetime) -> Announcement | None:
        peers = self._agreeing(other, at)
        if not peers:
            return None
        self._courses[other.series] = replace(other, ground=Ground.ZONE)
        names = tuple(sorted(one.series for one in peers))
        return Announcement(other.series, other.began or at, at, Ground.ZONE, raises=True, agreeing=names)


def _brought_up(course: Course, zone: ZoneId | None, at: datetime, calm: timedelta) -> Course:
    """Forget an anomaly that is over and what is older than a week; a clock that went back forgets nothing recent."""
    course = replace(
        course,
        zone=zone,
        told=tuple(one for one in course.told if abs(at - one) < WEEK),
        withheld=tuple(one for one in course.withheld if abs(at - one) < WEEK),
    )
    if course.abnormal_at is None or at - course.abnormal_at <= calm:
        return course
    return replace(course, began=None, ground=None, wants=False)
