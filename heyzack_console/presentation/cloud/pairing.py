"""A pairing token as a person sees it: its text, its QR code, and how long it still serves."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

import segno

# tuya-cloud section 6.5: expire_time of a registration token is 300 s.
LIFE = timedelta(seconds=300)
QUIET_ZONE = 4
"""Light modules round the code; ISO/IEC 18004 section 6.3.8 asks for four."""


@dataclass(frozen=True, slots=True)
class ShownToken:
    """A token and when it ends; it is counted from the asking, so that it never ends earlier than is shown."""

    text: str = field(repr=False)
    asked_at: datetime

    def left(self, now: datetime) -> timedelta:
        """How long it still serves at *now*, nothing when it has ended."""
        return max(timedelta(0), self.asked_at + LIFE - now)

    def words(self, now: datetime) -> str:
        """How long it still serves, in words."""
        seconds = int(self.left(now).total_seconds())
        if not seconds:
            return "The token has ended. A new one serves for 5 minutes."
        return f"Serves for another {seconds // 60}:{seconds % 60:02d}"


def modules(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the QR code of *text* without a quiet zone: rows of modules, True where dark."""
    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
