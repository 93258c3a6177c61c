"""Data points: what a device can report and what it can be told."""

from dataclasses import dataclass
from enum import StrEnum

Value = bool | int | float | str | None
"""One value in canonical unit; bitmaps are their integer, JSON and raw values their text."""


class PointKind(StrEnum):
    """Tuya's data point types (cloud specification, 'type')."""

    BOOLEAN = "boolean"
    NUMBER = "number"
    ENUM = "enum"
    STRING = "string"
    JSON = "json"
    RAW = "raw"
    BITMAP = "bitmap"


GUESSED = " (guessed)"
"""The name of a point ends so while the product's own list is not known."""


@dataclass(frozen=True, slots=True)
class PointSpec:
    """One data point of a product.

    Numbers here are shown values: raw / 10**scale, in *unit*; *minimum*, *maximum* and *step* likewise.
    *words* maps the LAN's spelling to ours where they differ, as (lan, ours) pairs.
    """

    dp: int
    code: str
    kind: PointKind
    name: str = ""
    writable: bool = False
    readable: bool = True
    unit: str = ""
    scale: int = 0
    minimum: float | None = None
    maximum: float | None = None
    step: float | None = None
    options: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    raw_unit: str = ""
    safety: bool = False
    """Writing it has a physical effect on a safety function: the operator is asked first."""

    @property
    def guessed(self) -> bool:
        """It is what is usual for such devices; what the product says takes its place."""
        return self.name.endswith(GUESSED)
