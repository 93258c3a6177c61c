"""A pairing token as a person sees it: its text, its QR code, and how long it still serves."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from heyzack_console.presentation.ages import HOUR_S


@dataclass(frozen=True, slots=True)
class ShownToken:
    """A token and when it ends; it is counted from the asking, so that it never ends before it is said to."""

    text: str = field(repr=False)
    asked_at: datetime
    life: timedelta

    def left(self, now: datetime) -> timedelta:
        """How long it still serves at *now*, nothing when it has ended."""
        return max(timedelta(0), self.asked_at + self.life - now)

    def words(self, now: datetime) -> str:
        """How long it still serves, in words."""
        seconds = int(self.left(now).total_seconds())
        if not seconds:
            return "The token has ended. Ask for a new one."
        hours, minutes = f"{seconds // 3600}:" if seconds >= HOUR_S else "", seconds % HOUR_S // 60
        return f"Serves for another {hours}{minutes:{'02d' if hours else 'd'}}:{seconds % 60:02d}"
