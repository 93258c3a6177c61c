"""Scores alerts on labelled series the way the Numenta Anomaly Benchmark does, and reads its files.

The rules are those of Lavin and Ahmad, "Evaluating Real-time Anomaly Detection Algorithms", ICMLA 2015: an alert gains
by how early it falls in a window, one outside costs by how far it is from the window before it.
"""

import csv
import json
import math
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

SHARED = Path(__file__).resolve().parents[3].parent / "shared" / "data"
LABELLED = SHARED / "nab"
ROOMS = SHARED / "building"


@dataclass(frozen=True, slots=True)
class Profile:
    """What a false alert and a missed window cost."""

    false_alert: float
    miss: float


STANDARD = Profile(false_alert=0.11, miss=1.0)
FEW_FALSE = Profile(false_alert=0.22, miss=1.0)
FEW_MISSED = Profile(false_alert=0.11, miss=2.0)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One series with the row numbers of its windows, first and last row inclusive."""

    name: str
    times: tuple[datetime, ...]
    values: tuple[float, ...]
    windows: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Points of some series together."""

    raw: float
    windows: int
    found: int
    false: int

    def score(self, profile: Profile = STANDARD) -> float:
        """0 for a detector that never alerts, 100 for one that alerts at every window's first row and nowhere else."""
        worst = self.windows * profile.miss
        return 100.0 * (self.raw + worst) / (self.windows + worst)


def labelled_series(only: str = "") -> Iterator[Labelled]:
    """Read every labelled series whose name contains *only*. Its times have no zone; they are called UTC here."""
    spans = json.loads((LABELLED / "windows.json").read_text(encoding="utf-8"))
    for name in sorted(name for name in spans if only in name):
        with (LABELLED / "data" / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        stamps = tuple(datetime.fromisoformat(row["timestamp"]).replace(tzinfo=UTC) for row in rows)
        windows = tuple((_row_of(stamps, first), _row_of(stamps, last)) for first, last in spans[name])
        yield Labelled(name, stamps, tuple(float(row["value"]) for row in rows), windows)


def probation(rows: int) -> int:
    """How many first rows of a series neither gain nor cost."""
    return min(int(0.15 * rows), 750)


def tally(series: Iterable[tuple[Labelled, Sequence[int]]], profile: Profile = STANDARD) -> Tally:
    """Add up the points of *series*, each with the rows at which it alerted, in order."""
    raw, windows, found, false = 0.0, 0, 0, 0
    for one, alerts in series:
        counted = [row for row in alerts if row >= probation(len(one.values))]
        for first, last in one.windows:
            hit = next((row for row in counted if first <= row <= last), None)
            raw += -profile.miss if hit is None else _gain(hit, first, last)
            found += hit is not None
        strays = [row for row in counted if not any(first <= row <= last for first, last in one.windows)]
        raw -= sum(profile.false_alert * _distance_cost(row, one.windows) for row in strays)
        windows += len(one.windows)
        false += len(strays)
    return Tally(raw, windows, found, false)


def _row_of(stamps: Sequence[datetime], wanted: str) -> int:
    return stamps.index(datetime.fromisoformat(wanted).replace(tzinfo=UTC))


def _sigmoid(position: float) -> float:
    return 2.0 / (1.0 + math.exp(5.0 * position)) - 1.0


def _gain(row: int, first: int, last: int) -> float:
    return _sigmoid(-(last - row + 1) / (last - first + 1)) / _sigmoid(-1.0)


def _distance_cost(row: int, windows: Sequence[tuple[int, int]]) -> float:
    """1 far from any window that has passed, less soon after one."""
    passed = bisect_right([last for _, last in windows], row - 1)
    if passed == 0:
        return 1.0
    first, last = windows[passed - 1]
    position = (row - last) / (last - first)
    return 1.0 if position > 3.0 else -_sigmoid(position)
