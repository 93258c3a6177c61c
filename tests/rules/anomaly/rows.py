"""Small series made for the tests: 5-minute rows of a room that warms by day and cools by night."""

import math
import random
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from heyzack_console.rules.anomaly.detector import Detector, Judgement
from heyzack_console.rules.anomaly.explanation import reasons
from heyzack_console.rules.anomaly.sensitivity import STANDARD, Sensitivity

MONDAY = datetime(2026, 3, 2, tzinfo=UTC)
STEP = timedelta(minutes=5)
DAY = 288


def noise(rows: int, seed: int = 1, spread: float = 0.1, level: float = 21.0) -> list[float]:
    """Rows that only tremble around *level*."""
    chance = random.Random(seed)
    return [level + chance.gauss(0.0, spread) for _ in range(rows)]


def warm_days(days: int, seed: int = 1) -> list[float]:
    """Rows of a room: 19 °C at night, 23 °C in the afternoon, every day alike but for a little noise."""
    swing = [2.0 * math.sin(2.0 * math.pi * (row / DAY - 0.375)) for row in range(DAY)]
    return [base + tremble for base, tremble in zip(swing * days, noise(days * DAY, seed), strict=True)]


def times(rows: int) -> list[datetime]:
    """One row every five minutes from a Monday's midnight on."""
    return [MONDAY + row * STEP for row in range(rows)]


def judged(values: Sequence[float], sensitivity: Sensitivity = STANDARD) -> list[Judgement]:
    """What a fresh detector says of *values*."""
    detector = Detector(sensitivity)
    return [detector.take(value, at) for value, at in zip(values, times(len(values)), strict=True)]


def alerts(judgements: Iterable[Judgement]) -> list[int]:
    """The rows that alert."""
    return [row for row, judgement in enumerate(judgements) if judgement.alert]


def reasons_at(values: Sequence[float], row: int, unit: str = "") -> tuple[str, ...]:
    """Why *row* is what it is, as it was known then."""
    detector = Detector()
    for value, at in zip(values[:row], times(row), strict=True):
        detector.take(value, at)
    at = MONDAY + row * STEP
    return reasons(detector.explanation(detector.take(values[row], at), at), unit)
