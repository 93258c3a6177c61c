"""A text of nested values, and where each of them stands in it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from heyzack_console.domain.alerts.rule_file import FileFault

Path = tuple[str | int, ...]
"""Keys and numbers that lead to a value: ('rules', 0, 'above')."""
Spot = tuple[int, int]
"""Line and column, from 1."""

_OPENING = re.compile(r"""(?:[|>][^\n]*\n|\"{3}|'{3}|["'])?""")
"""What stands before the words of a text: the head of a block, or a quote."""


class Unreadable(Exception):
    """A text that is not of its format at all, or larger or more tangled than a rule file may be."""

    def __init__(self, message: str, spot: Spot = (1, 1)) -> None:
        super().__init__(message)
        self.fault = FileFault(*spot, message)


@dataclass(slots=True)
class Placed:
    """The values of a text; *keys* and *values* tell where names and values begin, *raw* how texts were written."""

    data: Any = None
    keys: dict[Path, Spot] = field(default_factory=dict)
    values: dict[Path, Spot] = field(default_factory=dict)
    raw: dict[Path, str] = field(default_factory=dict)

    def value_at(self, path: Path) -> Spot:
        """Where the value at *path* begins, or what holds it."""
        return self._nearest(self.values, path)

    def key_at(self, path: Path) -> Spot:
        """Where the name of *path* begins, or what holds it."""
        return self.keys.get(path) or self.value_at(path)

    def inside(self, path: Path, text: str, place: Spot) -> Spot:
        """Where *place* of the text at *path* stands in the file; its beginning where it was written in escapes."""
        start, raw = self.value_at(path), self.raw.get(path, "")
        lines = text.split("\n")
        before = "".join("\n".join([*lines[: place[0] - 1], lines[place[0] - 1][: place[1] - 1]]).split())
        at = _after(raw, before)
        if at is None:
            return start
        breaks = raw.count("\n", 0, at)
        return start[0] + breaks, (at - raw.rfind("\n", 0, at) if breaks else start[1] + at)

    def _nearest(self, spots: Mapping[Path, Spot], path: Path) -> Spot:
        for length in range(len(path), -1, -1):
            if path[:length] in spots:
                return spots[path[:length]]
        return 1, 1


def in_order(faults: Iterable[FileFault]) -> tuple[FileFault, ...]:
    """Return *faults* as they stand in the text, each once."""
    return tuple(sorted(dict.fromkeys(faults), key=lambda fault: (fault.line, fault.column)))


def _after(raw: str, letters: str) -> int | None:
    """The first letter of *raw*, a text as it was written, behind *letters*; blanks and line ends do not count."""
    opening = _OPENING.match(raw)
    at = opening.end() if opening else 0
    for letter in letters:
        while at < len(raw) and raw[at].isspace():
            at += 1
        if at >= len(raw) or raw[at] != letter:
            return None
        at += 1
    while at < len(raw) and raw[at].isspace():
        at += 1
    return at
