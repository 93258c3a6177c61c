"""Queries about the building at a past moment."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, ClassVar

from heyzack_console.domain.time_travel import PastPicture, Record
from heyzack_console.ports.engine.port import Query


@dataclass(frozen=True)
class PictureAt(Query[PastPicture]):
    """The building as it was recorded *at* (aware): values with their quality at that moment, and alerts."""

    answer: ClassVar[Any] = PastPicture
    at: datetime


@dataclass(frozen=True)
class RecordedPast(Query[Record]):
    """Since when there is a record, and when alerts began in [start, end)."""

    answer: ClassVar[Any] = Record
    start: datetime
    end: datetime
