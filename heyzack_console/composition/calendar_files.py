"""Reads iCalendar files in a process of its own, since a file from outside may hold rules without an end."""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field
from datetime import datetime
from pathlib import Path

import msgspec

from heyzack_console.calendars.expansion import expand
from heyzack_console.calendars.records import read_entries
from heyzack_console.calendars.writing import written
from heyzack_console.domain.calendar import CalendarEntry, CalendarKind
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.host.bounded import bounded, keep_small, run_bounded
from heyzack_console.host.programs import own_command
from heyzack_console.ports.calendars import FileEntries, FileOccurrence
from heyzack_console.rules.calendar.span import span_between

LARGEST_FILE = 10_000_000
MOST_MEMORY = 2_000_000_000
DEADLINE_S = 30.0


def expand_file(file: Path, begin: str, end: str) -> list[FileOccurrence]:
    """The occurrences of *file* from *begin* up to, but without, *end*, by start.

    Raises:
        InvalidInput: the span or the file is not readable, or the file asks for too much.
    """
    span_between(begin, end)
    command = own_command("calendar", "expand-input", f"--from={begin}", f"--to={end}")
    try:
        answer = json.loads(run_bounded(command, _content(file), DEADLINE_S))
    except InvalidInput as refused:
        raise InvalidInput(f"{file}: {refused.text}", "file") from refused
    if "refused" in answer:
        raise InvalidInput(f"{file}: {answer['refused']}", "file")
    return [FileOccurrence(*fields) for fields in answer["occurrences"]]


def expand_given(content: bytes, begin: str, end: str) -> dict[str, object]:
    """The child's half: what it answers."""
    keep_small(MOST_MEMORY)
    try:
        found = expand(content, span_between(begin, end))
    except InvalidInput as refused:
        return {"refused": refused.text}
    except MemoryError:
        return {"refused": "The file takes more memory than it may."}
    return {"occurrences": [astuple(one) for one in found]}


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as source:
            content = source.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidInput(f"cannot be read: {error.strerror}.", "file") from error
    if len(content) > LARGEST_FILE:
        raise InvalidInput(f"larger than {LARGEST_FILE // 1_000_000} MB, which is the most that is read.", "file")
    return content


@dataclass(frozen=True, slots=True)
class Read:
    """What the child answers."""

    found: FileEntries = field(default_factory=FileEntries)
    refused: str = ""


class BoundedCalendarFiles:
    """Reads in a process of its own with a deadline, writes here."""

    async def read(self, text: str, zone: str, kind: CalendarKind) -> FileEntries:
        """The events of *text*.

        Raises:
            InvalidInput: it is no iCalendar text, or asks for too much.
        """
        content = text.encode()
        if len(content) > LARGEST_FILE:
            raise InvalidInput(f"The file is larger than {LARGEST_FILE // 1_000_000} MB. Nothing was read.", "text")
        command = own_command("calendar", "read-input", f"--zone={zone}", f"--kind={kind.value}")
        answer = msgspec.json.decode(await bounded(command, content, DEADLINE_S), type=Read)
        if answer.refused:
            raise InvalidInput(answer.refused, "text")
        return answer.found

    def write(self, entries: Sequence[CalendarEntry], now: datetime) -> str:
        """All of them as one calendar."""
        return written(entries, now)


def read_given(content: bytes, zone: str, kind: str) -> str:
    """The child's half of reading, as JSON."""
    keep_small(MOST_MEMORY)
    try:
        answer = Read(read_entries(content, zone, CalendarKind(kind)))
    except InvalidInput as refused:
        answer = Read(refused=refused.text)
    except MemoryError:
        answer = Read(refused="The file takes more memory than it may.")
    return msgspec.json.encode(answer).decode()
