"""A benchmark's result: one path measured against a yardstick of the same run."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Row:
    """One path of the product, its yardstick, and how many times the yardstick it cost.

    Attributes:
        ratio: path divided by yardstick, or a plain amount when *unit* says what it counts.
        target: the budget, or None where the row only informs.
        unit: what *ratio* counts, for instance "KB"; empty for a true ratio.
        better: whether a smaller or a larger ratio meets the target.
    """

    path: str
    yardstick: str
    ratio: float
    target: float | None
    unit: str = ""
    better: Literal["smaller", "larger"] = "smaller"

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.target is None:
            return None
        return self.ratio <= self.target if self.better == "smaller" else self.ratio >= self.target


HEADINGS = ("path", "yardstick", "measured", "target", "")


def as_table(rows: Sequence[Row]) -> str:
    """Lay *rows* out in columns wide enough for their words, with a heading."""
    cells = [HEADINGS, *(_cells(row) for row in rows)]
    widths = [max(len(line[column]) for line in cells) for column in range(len(HEADINGS))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in cells]
    lines.insert(1, "  ".join("-" * width for width in widths[:-1]))
    return "\n".join(lines)


def _cells(row: Row) -> tuple[str, str, str, str, str]:
    measured = f"{row.ratio:.3g} {row.unit}".rstrip()
    sign = "<=" if row.better == "smaller" else ">="
    target = "-" if row.target is None else f"{sign} {row.target:g} {row.unit}".rstrip()
    verdict = {None: "", True: "met", False: "MISSED"}[row.met]
    return row.path, row.yardstick, measured, target, verdict
