"""How long before planned work it has to be announced."""

from datetime import date, datetime, tzinfo
from enum import StrEnum

from heyzack_console.domain.clocks import Clock
from heyzack_console.rules.clocks.calendars import BUSINESS_DAY, calendar_of
from heyzack_console.rules.clocks.deadlines import latest_start


class MaintenanceClass(StrEnum):
    """How far planned work reaches, hence how early it is announced. Emergency work has no least notice."""

    STANDARD = "standard"
    EXTENDED = "extended"


# Requirements, maintenance notices: business days between sending and start.
_BUSINESS_DAYS = {MaintenanceClass.STANDARD: 5, MaintenanceClass.EXTENDED: 10}


def latest_notice(
    kind: MaintenanceClass, start: datetime, zone: tzinfo, holidays: frozenset[date] = frozenset()
) -> datetime:
    """Return the latest instant at which a notice of work at *start* may be sent; exactly then is still in time.

    Raises:
        InvalidInput: it lies beyond the horizon.
    """
    return latest_start(calendar_of(Clock.BUSINESS, zone, holidays), _BUSINESS_DAYS[kind] * BUSINESS_DAY, start)
