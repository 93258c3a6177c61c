"""Judges one series row by row; a row's judgement uses that row and earlier ones only."""

import math
from collections import deque
from dataclasses import dataclass
from datetime import datetime

from heyzack_console.rules.anomaly.explanation import Explanation, Nearest, Sign
from heyzack_console.rules.anomaly.peaks import Peaks, PeaksState
from heyzack_console.rules.anomaly.season import Season, SeasonState
from heyzack_console.rules.anomaly.sensitivity import STANDARD, Sensitivity
from heyzack_console.rules.anomaly.shapes import Likeness, Shapes, ShapesState
from heyzack_console.rules.anomaly.stillness import Stillness, StillnessState

# Beyond this a difference of two values would overflow.
LARGEST = 1e300


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one row was called.

    Attributes:
        score: 0 to 1; 0.5 and above is abnormal.
        abnormal: whether the row is above the line, however often that was already said.
        alert: whether this row is the one to speak of.
        learning: whether too little has been seen to judge.
        sign: which of the signs is the strongest.
    """

    score: float
    abnormal: bool
    alert: bool
    learning: bool
    sign: Sign


@dataclass(frozen=True, slots=True)
class DetectorState:
    """Everything a restart needs to go on as if nothing had happened."""

    shapes: ShapesState
    recent: tuple[Likeness, ...]
    peaks: PeaksState
    season: SeasonState
    stillness: StillnessState
    last: float | None
    load: float
    silent_until: int
    still_told: bool


class Detector:
    """Finds stretches that resemble nothing seen before, hours unlike their kind, and values that stopped moving.

    Each sign is measured in parts of its own line, so that 1 is abnormal for all; the strongest counts. An alert
    lifts the lines for a while, and no second one follows until a rest has passed.
    """

    def __init__(self, sensitivity: Sensitivity = STANDARD, kept: DetectorState | None = None) -> None:
        of = sensitivity
        self._of = of
        self._shapes = Shapes(of.length, of.memory, of.smoothing, kept.shapes if kept else None)
        self._recent: deque[Likeness] = deque(kept.recent if kept else (), maxlen=of.smoothing)
        self._peaks = Peaks(of.block, of.blocks, of.share, of.learning_blocks, kept.peaks if kept else None)
        self._season = Season(of, kept.season if kept else None)
        self._stillness = Stillness(of.still_least, of.still_times, kept.stillness if kept else None)
        self._last = kept.last if kept else None
        self._load = kept.load if kept else 0.0
        self._silent_until = kept.silent_until if kept else 0
        self._still_told = kept.still_told if kept else False
        self._fading = math.exp(-1.0 / of.fade)

    def take(self, value: float, at: datetime) -> Judgement:
        """Judge the next row of the series.

        Args:
            value: what was measured; one that is no finite number counts as the value before.
            at: aware, in the zone of the place, whose hours make the season. It may repeat or go back.
        """
        heard = self._heard(value)
        if heard is None:
            return Judgement(0.0, abnormal=False, alert=False, learning=True, sign=Sign.SHAPE)
        self._last = heard
        learning = self._peaks.learning
        strength, sign = self._strongest(heard, at)
        self._load *= self._fading
        line = 1.0 + self._of.rise * self._load
        abnormal = strength >= line
        alert = abnormal and self._may_speak(sign)
        if alert:
            self._spoken(sign)
        return Judgement(strength / (strength + line), abnormal, alert, learning, sign)

    def pause(self) -> None:
        """Say that rows are missing before the next one, so that no shape is made of what lies on both sides."""
        self._shapes.pause()
        self._recent.clear()

    def explanation(self, judgement: Judgement, at: datetime) -> Explanation:
        """Return what stands behind *judgement*, the one of the row taken last; *at* is that row's time."""
        value = 0.0 if self._last is None else self._last
        return Explanation(
            sign=judgement.sign,
            at=at,
            value=value,
            remembered=min(self._shapes.rows, self._of.memory),
            nearest=self._nearest(at),
            usual=self._season.usual(at),
            level=self._season.level,
            rest=self._stillness.rest,
            longest_rest=self._stillness.longest,
        )

    def state(self) -> DetectorState:
        """Everything that a restart needs; plain values and bytes only."""
        return DetectorState(
            shapes=self._shapes.state(),
            recent=tuple(self._recent),
            peaks=self._peaks.state(),
            season=self._season.state(),
            stillness=self._stillness.state(),
            last=self._last,
            load=self._load,
            silent_until=self._silent_until,
            still_told=self._still_told,
        )

    def _heard(self, value: float) -> float | None:
        if not math.isfinite(value):
            return self._last
        return max(-LARGEST, min(LARGEST, value))

    def _strongest(self, value: float, at: datetime) -> tuple[float, Sign]:
        novelty = self._novelty(self._shapes.add(value, round(at.timestamp() * 1_000)))
        season = self._season.add(value, at) / self._of.season_line
        rest = self._stillness.add(value)
        self._still_told = self._still_told and self._stillness.rest > 1
        learning = self._peaks.learning
        shape = self._peaks.ratio(novelty) / self._of.line
        if learning:
            return 0.0, Sign.SHAPE
        return max((shape, Sign.SHAPE), (season, Sign.SEASON), (rest, Sign.STILL), key=lambda one: one[0])

    def _novelty(self, newest: Likeness | None) -> float:
        """Average the last distances; those not known, at the beginning and after a pause, count as none."""
        if newest is not None:
            self._recent.append(newest)
        return sum(one.distance for one in self._recent) / self._of.smoothing

    def _may_speak(self, sign: Sign) -> bool:
        """A rest is told once, however long it lasts."""
        return self._shapes.rows >= self._silent_until and not (sign is Sign.STILL and self._still_told)

    def _spoken(self, sign: Sign) -> None:
        of, rows = self._of, self._shapes.rows
        self._load += 1.0
        self._still_told = self._still_told or sign is Sign.STILL
        self._silent_until = rows + 1 + int(min(max(of.silence_share * rows, of.silence_least), of.silence_most))

    def _nearest(self, at: datetime) -> Nearest | None:
        """The likeness of the strangest of the rows that were averaged."""
        strangest = max(self._recent, key=lambda one: one.distance, default=None)
        if strangest is None:
            return None
        ended_ms, now_ms = self._shapes.time_ms(strangest.nearest), self._shapes.time_ms(strangest.row)
        if ended_ms is None or now_ms is None:
            return None
        return Nearest(
            at=datetime.fromtimestamp(ended_ms / 1_000, at.tzinfo),
            distance=strangest.distance,
            then=self._shapes.stretch(strangest.nearest),
            now=self._shapes.stretch(strangest.row),
            now_at=datetime.fromtimestamp(now_ms / 1_000, at.tzinfo),
        )
