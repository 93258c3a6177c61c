"""How much of a machine a plan may cost; what asks for more is refused with a sentence."""

from dataclasses import dataclass

from heyzack_console.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes and pixels, times in seconds; *memory* of the whole process that reads."""

    file_bytes: int = 64_000_000
    pixels: int = 60_000_000
    entities: int = 200_000
    points: int = 2_000_000
    seconds: float = 30.0
    memory: int = 2_000_000_000
    answer_bytes: int = 48_000_000


LIMITS = Limits()
DEEPEST = 64
"""Groups within groups, blocks within blocks."""
PICTURE_EDGE = 4096
"""Longest edge of a stored picture in pixels: a 40 m floor at 1 cm a pixel."""
PICTURE_BYTES = 2_000_000
STROKES, STROKE_POINTS = 4_000, 15_000
"""Of one floor, after simplifying: what the map draws in a few milliseconds and one journal entry holds twice."""
ZONES = 2_000
NAME_LENGTH = 120


class Tally:
    """Counts what was met, and refuses when it is too much."""

    def __init__(self) -> None:
        self._entities = 0
        self._points = 0

    def entity(self) -> None:
        """Count one shape, group or use of a block."""
        self._entities += 1
        if self._entities > LIMITS.entities:
            raise too_many_shapes()

    def points(self, count: int) -> None:
        """Count corners."""
        self._points += count
        if self._points > LIMITS.points:
            raise refused(f"The drawing has more than {LIMITS.points:,} corners. Export a simpler drawing.")


def too_many_shapes() -> InvalidInput:
    """The refusal of a drawing with too many parts."""
    return refused(f"The drawing has more than {LIMITS.entities:,} parts. Export the floor plan alone.")


def refused(text: str) -> InvalidInput:
    """What is said of a file that cannot be read."""
    return InvalidInput(f"{text} Nothing was imported.", "file")
