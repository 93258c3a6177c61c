"""Queries about values, now and before."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.readings import Reading
from heyzack_console.domain.telemetry import PointFigures, Series, WordSeries
from heyzack_console.ports.engine.port import Query


@dataclass(frozen=True)
class Readings(Query[tuple[Reading, ...]]):
    """The twin's values of *devices*, or of all when empty."""

    answer: ClassVar[Any] = tuple[Reading, ...]
    devices: tuple[DeviceId, ...] = ()


@dataclass(frozen=True)
class History(Query[Series]):
    """Numbers of one point in [start, end), from the rollup that fits *pixels*."""

    answer: ClassVar[Any] = Series
    device: DeviceId
    code: str
    start: datetime
    end: datetime
    pixels: int = 600


@dataclass(frozen=True)
class WordHistory(Query[WordSeries]):
    """Changes of a point that is no number in [start, end)."""

    answer: ClassVar[Any] = WordSeries
    device: DeviceId
    code: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Figures(Query[PointFigures]):
    """What one point did in [start, end): count, bounds and mean of its numbers, or the time of each of its words."""

    answer: ClassVar[Any] = PointFigures
    device: DeviceId
    code: str
    start: datetime
    end: datetime


@dataclass(frozen=True)
class Samples(Query[Series]):
    """Every number of one point in [start, end), or the finest averages that reach as far back: for files."""

    answer: ClassVar[Any] = Series
    device: DeviceId
    code: str
    start: datetime
    end: datetime
