"""The four priorities."""

from enum import IntEnum


class Priority(IntEnum):
    """P1 is the most severe; the same names serve alerts, incidents and tickets (operator-console section 2)."""

    P1 = 1
    P2 = 2
    P3 = 3
    P4 = 4

    @property
    def word(self) -> str:
        """The word that goes with colour, shape and digit."""
        return ("critical", "high", "medium", "low")[self - 1]
