"""The present, in the site's own time zone."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from heyzack_console.presentation.mirror import Mirror

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class SiteTime:
    """Tells the time for ages and clocks; the zone is that of the mirror's site, UTC before there is one."""

    def __init__(self, clock: Callable[[], datetime], mirror: Mirror) -> None:
        self._clock = clock
        self._mirror = mirror
        self._name = ""
        self._zone: tzinfo = UTC

    def now(self) -> datetime:
        """Aware UTC."""
        return self._clock()

    def zone(self) -> tzinfo:
        """The site's zone; UTC where its name is not in the zone data."""
        name = self._mirror.book.site.time_zone if self._mirror.book else ""
        if name != self._name:
            self._name = name
            try:
                self._zone = ZoneInfo(name) if name else UTC
            except (ZoneInfoNotFoundError, ValueError):
                self._zone = UTC
        return self._zone
