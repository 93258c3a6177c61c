"""Where in the past the map is: moment, span, speed, steps; and how a moment is written."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo

from heyzack_console.domain.time_travel import AlertCall
from heyzack_console.presentation.ages import age_text
from heyzack_console.presentation.site_time import MONTHS, WEEKDAYS

SPEEDS = (1, 10, 60, 300, 1000)
FAR = 10
"""Steps that a far step makes of one."""
MOST_TICKS = 400
"""Ticks on the slider; more of them would run together."""
NEAREST = timedelta(seconds=1)
"""A moment less than this before the present is the present."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch that ends now, and the step of one press in it."""

    word: str
    length: timedelta
    step: timedelta


SPANS = (
    Span("1 hour", timedelta(hours=1), timedelta(minutes=1)),
    Span("24 hours", timedelta(hours=24), timedelta(minutes=10)),
    Span("7 days", timedelta(days=7), timedelta(hours=1)),
    Span("30 days", timedelta(days=30), timedelta(hours=6)),
)


@dataclass(frozen=True, slots=True)
class Journey:
    """One look back: *at* is None at the present.

    *begins*: since when there is a record, None while that is not known. *now*: the present, to which time runs on.
    """

    now: datetime
    at: datetime | None = None
    span: Span = SPANS[0]
    speed: int = 60
    playing: bool = False
    begins: datetime | None = None
    calls: tuple[AlertCall, ...] = ()

    @property
    def past(self) -> bool:
        """Whether a past moment is shown."""
        return self.at is not None

    @property
    def start(self) -> datetime:
        """The left end of the slider."""
        return self.now - self.span.length

    @property
    def moment(self) -> datetime:
        """What is shown: the past moment, or the present."""
        return self.at or self.now

    @property
    def seconds(self) -> int:
        """Where the moment lies on the slider, in whole seconds from its left end."""
        return max(0, int((self.moment - self.start).total_seconds()))

    @property
    def length(self) -> int:
        """The length of the slider in seconds."""
        return int(self.span.length.total_seconds())

    def to(self, at: datetime) -> "Journey":
        """Go to *at*: no further back than the record and the span reach, and the present where that is reached."""
        earliest = self.start if self.begins is None else max(self.start, self.begins)
        if at >= self.now - NEAREST:
            return self.to_now()
        return replace(self, at=max(at, min(earliest, self.now - NEAREST)))

    def to_second(self, second: int) -> "Journey":
        """Go to a place on the slider."""
        return self.to(self.start + timedelta(seconds=second))

    def to_now(self) -> "Journey":
        """Return to the present; a replay ends there."""
        return replace(self, at=None, playing=False)

    def stepped(self, steps: int) -> "Journey":
        """Go *steps* steps of the span forward, or back where negative."""
        return self.to(self.moment + steps * self.span.step)

    def advanced(self, elapsed: timedelta) -> "Journey":
        """Let a replay run on for *elapsed* of real time."""
        return self.to(self.moment + elapsed * self.speed) if self.playing and self.past else self

    def played(self, *, on: bool) -> "Journey":
        """Begin or halt a replay; from the present it begins at the left end of the slider."""
        begun = self.to(self.start) if on and not self.past else self
        return replace(begun, playing=on and begun.past)

    def over(self, span: Span) -> "Journey":
        """Show another span; a moment before it moves to its beginning."""
        wider = replace(self, span=span)
        return wider.to(self.at) if self.at is not None else wider

    def recorded(self, begins: datetime | None, calls: tuple[AlertCall, ...]) -> "Journey":
        """Take in what there is to look back on."""
        known = replace(self, begins=begins or self.now, calls=calls)
        return known.to(self.at) if self.at is not None else known

    def ticks(self) -> tuple[tuple[int, int], ...]:
        """Where on the slider alerts began, as second and priority, urgent ones last; of near ones the most urgent."""
        start, apart = self.start.timestamp(), max(1, self.length // MOST_TICKS)
        found: dict[int, tuple[int, int]] = {}
        for call in self.calls:
            second = int(call.at.timestamp() - start)
            if 0 <= second <= self.length:
                tick = (int(call.priority), second)
                found[second // apart] = min(found.get(second // apart, tick), tick)
        return tuple((second, priority) for priority, second in sorted(found.values(), key=_urgent_last))


def _urgent_last(tick: tuple[int, int]) -> tuple[int, int]:
    return -tick[0], tick[1]


def moment_words(at: datetime, zone: tzinfo) -> str:
    """Return *at* in the site's time: "Wed 25 Nov 2026, 17:40:12"."""
    local = at.astimezone(zone)
    return f"{WEEKDAYS[local.weekday()]} {local.day} {MONTHS[local.month - 1]} {local.year}, {local:%H:%M:%S}"


def moment_tip(at: datetime, zone: tzinfo) -> str:
    """Return *at* with the site's offset, and in UTC."""
    local = at.astimezone(zone)
    return f"{local:%Y-%m-%d %H:%M:%S %z}\n{at.astimezone(UTC):%Y-%m-%d %H:%M:%S} UTC"


def file_words(at: datetime, zone: tzinfo) -> str:
    """Return *at* as a part of a file's name."""
    return f"{at.astimezone(zone):%Y-%m-%d_%H%M%S}"


def band_words(journey: Journey, zone: tzinfo, newest: datetime | None) -> str:
    """Return what the band over the map says; *newest* is the time of the last value that was recorded till then."""
    at = journey.moment
    if newest is None:
        heard = "nothing was recorded yet"
    elif at - newest > timedelta(minutes=15):
        heard = f"nothing was recorded for {age_text(at - newest)}"
    else:
        heard = "the map alone, all else stays live"
    return f"PAST · {moment_words(at, zone)} · {heard}"


def record_words(journey: Journey, zone: tzinfo) -> str:
    """Return what the time bar says of the record."""
    if journey.begins is None:
        return "Looking up the record"
    if journey.begins >= journey.now:
        return "Nothing is recorded yet"
    if journey.begins <= journey.start:
        return ""
    return f"Recorded since {moment_words(journey.begins, zone)}"


def counts_words(waiting: Iterable[int]) -> str:
    """Return how many alerts nobody had acknowledged, by their priorities: "P1 1 · P3 2 not acknowledged"."""
    parts = [f"P{priority:d} {count}" for priority, count in sorted(Counter(waiting).items())]
    return f"{' · '.join(parts)} not acknowledged" if parts else "No alert waits"
