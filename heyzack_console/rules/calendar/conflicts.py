"""What planned work collides with, and where there is room for it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from heyzack_console.domain.calendar import CalendarKind, CalendarStatus, Conflict, Occurrence


def with_conflicts(occurrences: Sequence[Occurrence]) -> tuple[Occurrence, ...]:
    """The same, planned work with what it collides with."""
    around = Surroundings(occurrences)
    return tuple(
        replace(one, conflicts=around.conflicts(one.start, one.end)) if _planned(one) else one for one in occurrences
    )


class Surroundings:
    """Windows, freezes and public events of a span."""

    def __init__(self, occurrences: Iterable[Occurrence]) -> None:
        standing = [one for one in occurrences if one.status is not CalendarStatus.CANCELLED]
        self._windows = [one for one in standing if one.kind is CalendarKind.WINDOW]
        self._barred = [one for one in standing if one.kind in {CalendarKind.FREEZE, CalendarKind.EVENT}]

    def conflicts(self, start: datetime, end: datetime) -> tuple[Conflict, ...]:
        """Why work should not go on from *start* to *end*."""
        found = [_collision(one) for one in self._barred if one.start < end and start < one.end]
        if not any(one.start <= start and end <= one.end for one in self._windows):
            found.append(Conflict(CalendarKind.WINDOW, "Outside every maintenance window"))
        return tuple(found)

    def free_slot(self, start: datetime, end: datetime) -> tuple[datetime, datetime] | None:
        """The first place from *start* on, within a window and without a collision."""
        length = end - start
        for window in self._windows:
            begins = max(window.start, start)
            while begins + length <= window.end:
                blocking = [one for one in self._barred if one.start < begins + length and begins < one.end]
                if not blocking:
                    return begins, begins + length
                begins = max(one.end for one in blocking)
        return None


def _planned(one: Occurrence) -> bool:
    return one.kind is CalendarKind.WORK and one.status is not CalendarStatus.CANCELLED


def _collision(one: Occurrence) -> Conflict:
    word = "Freeze" if one.kind is CalendarKind.FREEZE else "Public event"
    return Conflict(one.kind, f"{word}: {one.title}")
