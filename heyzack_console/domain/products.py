"""What was found about one product of a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ProductReport:
    """One record: how many data points it has, and how many of them get more than their raw text.

    *product_id* is None where the record, which stands on *line* of its file, names none.
    """

    line: int
    product_id: str | None
    name: str
    points: int
    with_control: int
    problems: tuple[str, ...] = ()

    @property
    def raw_only(self) -> int:
        """Points that are shown as they come."""
        return self.points - self.with_control
