"""When a rule judges: hours of days in the site's own time."""

from datetime import date, datetime, timedelta

from heyzack_console.domain.alerts.rule import Hours


def within(hours: Hours | None, local: datetime) -> bool:
    """Tell whether *local* time lies in *hours*; what goes over midnight belongs to the day on which it began."""
    if hours is None:
        return True
    clock, today = local.time(), local.date()
    if hours.start < hours.end:
        return hours.start <= clock < hours.end and _open(hours, today)
    if clock >= hours.start and _open(hours, today):
        return True
    return clock < hours.end and _open(hours, today - timedelta(days=1))


def _open(hours: Hours, day: date) -> bool:
    return (not hours.days or day.weekday() in hours.days) and day not in hours.closed
