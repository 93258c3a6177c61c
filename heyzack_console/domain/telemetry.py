"""Series of values over time, as charts read them."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of one point, oldest first, all tuples of one length.

    *times* are milliseconds since 1970 UTC. From a rollup (*step_ms* > 0) *lows*, *highs* and *means* describe each
    step that begins at its time; from raw samples (*step_ms* = 0) the three are equal. *filled* are the stretches
    [start, end) in ms whose values were not heard but taken from the cloud's log afterwards.
    """

    device: DeviceId
    code: str
    unit: str
    step_ms: int
    times: tuple[int, ...]
    means: tuple[float, ...]
    lows: tuple[float, ...]
    highs: tuple[float, ...]
    filled: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class WordChange:
    """A word, boolean or bitmap that changed: kept as changes, not as samples."""

    at: datetime
    value: Value


@dataclass(frozen=True, slots=True)
class WordSeries:
    """The changes of one point that is no number, oldest first; the first may lie before the asked span.

    *filled* are the stretches [start, end) in ms that were taken from the cloud's log afterwards.
    """

    device: DeviceId
    code: str
    changes: tuple[WordChange, ...]
    filled: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Gap:
    """A spell [start, end) in which nothing was heard of a device; without *end* it lasts."""

    device: DeviceId
    start: datetime
    end: datetime | None = None


@dataclass(frozen=True, slots=True)
class Listening:
    """*until* when an engine listened, None before the first run; *gaps* last or wait to be filled."""

    until: datetime | None = None
    gaps: tuple[Gap, ...] = ()


@dataclass(frozen=True, slots=True)
class NumberFigures:
    """The numbers of one span: how many were measured, their bounds and their mean; *step_ms* as in `Series`."""

    count: int
    low: float
    high: float
    mean: float
    step_ms: int = 0


@dataclass(frozen=True, slots=True)
class Share:
    """How long a point that is no number had *value*."""

    value: Value
    ms: int


@dataclass(frozen=True, slots=True)
class PointFigures:
    """What one point did in a span. *numbers* is None where none was measured.

    *shares*, the longest first, sum up to the time for which a word is known; *changes* counts those inside the span.
    """

    device: DeviceId
    code: str
    numbers: NumberFigures | None = None
    shares: tuple[Share, ...] = ()
    changes: int = 0
