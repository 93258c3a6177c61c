"""What services ask of iCalendar files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FileOccurrence:
    """One occurrence of an event in a file.

    Attributes:
        start: ISO 8601: a date for a whole day, a local time, or a time with its offset.
        end: the first moment after it, in the same kind.
        status: as it stands there, such as CONFIRMED; None where nothing is said.
    """

    uid: str | None
    start: str
    end: str
    summary: str | None
    status: str | None
