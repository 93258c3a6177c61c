"""How long ago, in the fewest words."""

from datetime import timedelta

MINUTE_S = 60
HOUR_S = 3600
DAY_S = 86_400


def age_text(age: timedelta) -> str:
    """Return *age* as "17 s", "4 min", "2 h" or "3 d", rounded down; a clock running ahead counts as "0 s"."""
    seconds = max(0, int(age.total_seconds()))
    if seconds < MINUTE_S:
        return f"{seconds} s"
    if seconds < HOUR_S:
        return f"{seconds // MINUTE_S} min"
    if seconds < 2 * DAY_S:
        return f"{seconds // HOUR_S} h"
    return f"{seconds // DAY_S} d"
