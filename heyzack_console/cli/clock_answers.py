"""What `clock` answers to each kind of request."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from enum import StrEnum

from heyzack_console.cli.clock_fields import Fields, in_units, number, refuse, written
from heyzack_console.domain.clocks import (
    Clock,
    Commitment,
    Deadline,
    IncidentPriority,
    Metric,
    Objective,
    Plan,
    Span,
    SupportPriority,
)
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.clocks.availability import availability
from heyzack_console.rules.clocks.calendars import calendar_of
from heyzack_console.rules.clocks.deadlines import due, elapsed, met
from heyzack_console.rules.clocks.notices import MaintenanceClass, latest_notice
from heyzack_console.rules.clocks.objectives import incident_objective, next_update, support_objective
from heyzack_console.rules.clocks.windows import StandardWindow, next_window, own_window, standard_windows

Answer = dict[str, object]

SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)


class _Policy(StrEnum):
    INCIDENT = "incident"
    SUPPORT = "support"


def answer(request: Mapping[str, object]) -> Answer:
    """Return the answer to *request*.

    Raises:
        InvalidInput: it cannot be understood or has no answer; the text names the field where one is to blame.
    """
    if "kind" not in request:
        raise InvalidInput("kind is missing.", "kind")
    kind = request["kind"]
    answers = _ANSWERS.get(kind) if isinstance(kind, str) else None
    if answers is None:
        refuse("kind", kind, f"is none of {', '.join(_ANSWERS)}")
    unknown = sorted(request.keys() - _NAMES)
    if unknown:
        refuse(unknown[0][:40], request[unknown[0]], "stands in a field that no kind of request has")
    return answers(Fields(request))


def _deadline(fields: Fields) -> Answer:
    objective, found = _promise(fields)
    ledger = [
        {
            "from_utc": written(line.span.start),
            "to_utc": written(line.span.end),
            "counted": line.counted,
            "why": line.why.value,
        }
        for line in found.ledger
    ]
    return {"due_utc": written(found.due), "clock": objective.clock.value, "ledger": ledger}


def _breach_check(fields: Fields) -> Answer:
    objective, found = _promise(fields)
    return {"met": met(objective, found.due, fields.moment("done_utc")), "due_utc": written(found.due)}


def _promise(fields: Fields) -> tuple[Objective, Deadline]:
    if fields.choice("policy", _Policy) is _Policy.INCIDENT:
        objective = incident_objective(fields.choice("priority", IncidentPriority), fields.choice("metric", Metric))
    else:
        objective = support_objective(
            fields.choice("plan", Plan), fields.choice("priority", SupportPriority), fields.choice("metric", Metric)
        )
    running = Commitment(objective, fields.moment("start_utc"), fields.spans("pauses_utc"))
    return objective, due(running, fields.zone(), fields.holidays())


def _next_update_due(fields: Fields) -> Answer:
    priority, last = fields.choice("priority", IncidentPriority), fields.moment("last_update_utc")
    due_at = next_update(priority, last, fields.zone(), fields.holidays())
    return {"due_utc": None if due_at is None else written(due_at)}


def _elapsed(fields: Fields) -> Answer:
    calendar = calendar_of(fields.choice("clock", Clock), fields.zone(), fields.holidays())
    start, end = fields.moment("from_utc"), fields.moment("to_utc")
    if end < start:
        raise InvalidInput("to_utc: it lies before from_utc.", "to_utc")
    return {"seconds": in_units(elapsed(calendar, Span(start, end), fields.spans("pauses_utc")), SECOND)}


def _window(fields: Fields) -> Answer:
    window = fields.choice("window", StandardWindow)
    return _told(next_window(window, fields.zone(), fields.moment("at_or_after_utc")))


def _window_custom(fields: Fields) -> Answer:
    start, end = fields.wall("start_wall"), fields.wall("end_wall", day_end=True)
    return _told(own_window(fields.zone(), fields.day("date"), start, end))


def _window_union(fields: Fields) -> Answer:
    found = standard_windows(fields.zone(), fields.day("date"))
    if found is None:
        return {"windows": [], "start_utc": None, "end_utc": None}
    return {
        "windows": list(found.names),
        "start_utc": written(found.span.start),
        "end_utc": written(found.span.end),
    }


def _told(window: Span) -> Answer:
    return {
        "start_utc": written(window.start),
        "end_utc": written(window.end),
        "real_minutes": in_units(window.length, MINUTE),
    }


def _notice_deadline(fields: Fields) -> Answer:
    kind, start = fields.choice("maintenance_class", MaintenanceClass), fields.moment("start_utc")
    return {"latest_utc": written(latest_notice(kind, start, fields.zone(), fields.holidays()))}


def _notice_check(fields: Fields) -> Answer:
    kind, start = fields.choice("maintenance_class", MaintenanceClass), fields.moment("start_utc")
    latest = latest_notice(kind, start, fields.zone(), fields.holidays())
    return {"sufficient": fields.moment("sent_utc") <= latest}


def _availability(fields: Fields) -> Answer:
    figures = availability(
        fields.choice("plan", Plan),
        fields.span("period_utc"),
        fields.spans("scheduled_maintenance_utc"),
        fields.spans("downtime_utc"),
    )
    return {
        "measured_minutes": in_units(figures.measured, MINUTE),
        "maintenance_minutes": in_units(figures.maintenance, MINUTE),
        "counted_downtime_minutes": in_units(figures.down, MINUTE),
        "availability": None if figures.share is None else float(figures.share),
        "allowed_downtime_seconds": number(figures.allowed_seconds),
        "met": figures.met,
    }


_ANSWERS: dict[str, Callable[[Fields], Answer]] = {
    "deadline": _deadline,
    "next_update_due": _next_update_due,
    "breach_check": _breach_check,
    "elapsed": _elapsed,
    "window": _window,
    "window_custom": _window_custom,
    "window_union": _window_union,
    "notice_deadline": _notice_deadline,
    "notice_check": _notice_check,
    "availability": _availability,
}
# A misspelt name of an optional field would otherwise change an answer without a word.
_NAMES = frozenset(
    {
        "kind",
        "policy",
        "plan",
        "priority",
        "metric",
        "tz",
        "start_utc",
        "holidays",
        "pauses_utc",
        "last_update_utc",
        "done_utc",
        "clock",
        "from_utc",
        "to_utc",
        "window",
        "at_or_after_utc",
        "date",
        "start_wall",
        "end_wall",
        "maintenance_class",
        "sent_utc",
        "period_utc",
        "scheduled_maintenance_utc",
        "downtime_utc",
    }
)
