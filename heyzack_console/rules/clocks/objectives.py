"""What is promised: response, updates and resolution of incidents and of support tickets."""

from datetime import date, datetime, timedelta, tzinfo

from heyzack_console.domain.clocks import Clock, IncidentPriority, Metric, Objective, Plan, SupportPriority
from heyzack_console.rules.clocks.calendars import BUSINESS_DAY, calendar_of
from heyzack_console.rules.clocks.deadlines import deadline

_Targets = tuple[timedelta, timedelta]
"""Response and resolution."""


def _minutes(amount: int) -> timedelta:
    return timedelta(minutes=amount)


def _hours(amount: int) -> timedelta:
    return timedelta(hours=amount)


def _days(amount: int) -> timedelta:
    return amount * BUSINESS_DAY


# Requirements 11.3 (incident objectives).
_INCIDENT: dict[IncidentPriority, tuple[Clock, _Targets]] = {
    IncidentPriority.P1: (Clock.ALWAYS, (_minutes(15), _hours(4))),
    IncidentPriority.P2: (Clock.ALWAYS, (_hours(1), _hours(8))),
    IncidentPriority.P3: (Clock.BUSINESS, (_hours(4), _days(3))),
    IncidentPriority.P4: (Clock.BUSINESS, (_days(1), _days(10))),
}
# Requirements 11.3: how often an open incident is spoken of; P4 as needed.
_UPDATES: dict[IncidentPriority, tuple[Clock, timedelta]] = {
    IncidentPriority.P1: (Clock.ALWAYS, _minutes(30)),
    IncidentPriority.P2: (Clock.ALWAYS, _hours(2)),
    IncidentPriority.P3: (Clock.BUSINESS, _days(1)),
}
# Requirements 11.4 (support plans). "Business" in a target means the business clock whatever the plan.
_SUPPORT: dict[SupportPriority, dict[Plan, tuple[Clock, _Targets]]] = {
    SupportPriority.CRITICAL: {
        Plan.STANDARD: (Clock.ALWAYS, (_hours(1), _hours(8))),
        Plan.EXTENDED: (Clock.ALWAYS, (_minutes(30), _hours(4))),
        Plan.PREMIUM: (Clock.ALWAYS, (_minutes(15), _hours(2))),
    },
    SupportPriority.HIGH: {
        Plan.STANDARD: (Clock.BUSINESS, (_hours(4), _hours(24))),
        Plan.EXTENDED: (Clock.EXTENDED, (_hours(2), _hours(12))),
        Plan.PREMIUM: (Clock.ALWAYS, (_minutes(30), _hours(8))),
    },
    SupportPriority.MEDIUM: {
        Plan.STANDARD: (Clock.BUSINESS, (_hours(8), _days(5))),
        Plan.EXTENDED: (Clock.BUSINESS, (_hours(4), _days(3))),
        Plan.PREMIUM: (Clock.BUSINESS, (_hours(2), _days(2))),
    },
    SupportPriority.LOW: {
        Plan.STANDARD: (Clock.BUSINESS, (_days(2), _days(10))),
        Plan.EXTENDED: (Clock.BUSINESS, (_days(1), _days(7))),
        Plan.PREMIUM: (Clock.BUSINESS, (_hours(4), _days(5))),
    },
}


def incident_objective(priority: IncidentPriority, metric: Metric) -> Objective:
    """Return what is promised for an incident; exactly at the deadline is too late."""
    clock, targets = _INCIDENT[priority]
    return Objective(_of(targets, metric), clock, strict=True)


def support_objective(plan: Plan, priority: SupportPriority, metric: Metric) -> Objective:
    """Return what *plan* promises for a ticket; exactly at the deadline is in time."""
    clock, targets = _SUPPORT[priority][plan]
    return Objective(_of(targets, metric), clock, strict=False)


def next_update(
    priority: IncidentPriority, last: datetime, zone: tzinfo, holidays: frozenset[date] = frozenset()
) -> datetime | None:
    """Return when the update after the one at *last* is due; None where updates come as needed."""
    if priority not in _UPDATES:
        return None
    clock, rhythm = _UPDATES[priority]
    return deadline(calendar_of(clock, zone, holidays), rhythm, last).due


def _of(targets: _Targets, metric: Metric) -> timedelta:
    response, resolution = targets
    return response if metric is Metric.RESPONSE else resolution
