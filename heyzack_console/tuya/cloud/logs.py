"""What the cloud logged about a device, and its statistics."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import Field

from heyzack_console.domain.cloud import CloudError
from heyzack_console.tuya.cloud.answers import Answer, Text, not_understood, read_each
from heyzack_console.tuya.cloud.api import CloudApi, Operation, Version, about, segment
from heyzack_console.tuya.cloud.signing import QueryValue
from heyzack_console.tuya.cloud.values import PointState
from heyzack_console.tuya.cloud.wire import Call

_PAGE = 100
_PAGES_AT_MOST = 500
REPORTED = 7
"""Event type of a value that a device reported (tuya-cloud section 6.3)."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one device's log, in ms since 1970, and from where to go on."""

    device: str
    start_ms: int
    end_ms: int
    following: str = ""


@dataclass(frozen=True, slots=True)
class LogPage:
    """One page of a log; *following* asks for the next, empty at the end."""

    values: tuple[PointState, ...]
    following: str
    family: str


@dataclass(frozen=True, slots=True)
class LogRead:
    """A log as far as it could be read, which is whole from *start_ms* to *end_ms*; *unfinished* tells what failed."""

    values: tuple[PointState, ...]
    start_ms: int
    end_ms: int
    calls: int
    unfinished: CloudError | None = None


class StatisticKind(Answer):
    """One point of which statistics are kept, and how it is summed up (sum, avg, max, min, count …)."""

    code: Annotated[Text, Field(min_length=1)]
    stat_type: Text = ""


@dataclass(frozen=True, slots=True)
class StatisticSpan:
    """Which statistics: *unit* is days, hours, weeks, months or quarters; *start* and *end* as yyyyMMdd[HH]."""

    device: str
    code: str
    kind: str
    unit: str
    start: str
    end: str


def _reports(family: str, before: str) -> Version[Span, LogPage]:
    def call(span: Span) -> Call:
        query: dict[str, QueryValue] = {
            "start_time": span.start_ms,
            "end_time": span.end_ms,
            "size": _PAGE,
            "last_row_key": span.following or None,
        }
        return Call("GET", f"{before}/{segment(span.device)}/report-logs", query)

    return Version(family, call, _page(family, "last_row_key", "lastRowKey", "has_more", "hasMore"))


def _events(family: str, before: str) -> Version[Span, LogPage]:
    def call(span: Span) -> Call:
        query: dict[str, QueryValue] = {
            "type": REPORTED,
            "start_time": span.start_ms,
            "end_time": span.end_ms,
            "size": _PAGE,
            "query_type": 1,
            "start_row_key": span.following or None,
        }
        return Call("GET", f"{before}/{segment(span.device)}/logs", query)

    return Version(family, call, _page(family, "next_row_key", "nextRowKey", "has_next", "hasNext"))


def _page(family: str, key: str, key_camel: str, more: str, more_camel: str) -> Callable[[Any], LogPage]:
    def read(result: Any) -> LogPage:
        if not isinstance(result, dict):
            raise not_understood()
        values, _ = read_each(PointState, result.get("logs"))
        further = str(result.get(more, result.get(more_camel, False))).lower() == "true"
        following = str(result.get(key) or result.get(key_camel) or "")
        return LogPage(values, following if further else "", family)

    return read


def _numbers(result: Any) -> dict[str, float]:
    spans = (
        next((part for part in result.values() if isinstance(part, dict)), result) if isinstance(result, dict) else {}
    )
    return {str(when): float(amount) for when, amount in spans.items() if _is_number(amount)}


def _is_number(amount: Any) -> bool:
    try:
        float(amount)
    except (TypeError, ValueError):
        return False
    return True


def _statistics(span: StatisticSpan) -> Call:
    end = "hour" if span.unit == "hours" else "day"
    query = {"code": span.code, "stat_type": span.kind, f"start_{end}": span.start, f"end_{end}": span.end}
    return Call("GET", f"/v1.0/devices/{segment(span.device)}/statistics/{segment(span.unit)}", query)


REPORTS = Operation[Span, LogPage](
    "logs of reported values",
    (
        _reports("v2.0", "/v2.0/cloud/thing"),
        _reports("iot-03", "/v1.0/iot-03/devices"),
        _events("v1.0", "/v1.0/devices"),
    ),
)
EVENTS = Operation[Span, LogPage](
    "logs of events", (_events("v2.0", "/v2.0/cloud/thing"), _events("v1.0", "/v1.0/devices"))
)
STATISTIC_KINDS = Operation[str, tuple[StatisticKind, ...]](
    "statistics",
    (
        Version(
            "v1.0",
            about("/v1.0/devices", "/all-statistic-type"),
            lambda result: read_each(StatisticKind, result)[0],
        ),
    ),
)
STATISTICS = Operation[StatisticSpan, dict[str, float]]("statistics", (Version("v1.0", _statistics, _numbers),))


async def read_log(api: CloudApi, span: Span, *, calls: int = _PAGES_AT_MOST, urgent: bool = False) -> LogRead:
    """Read a stretch of the log with at most so many *calls*, oldest first; what came before a failure is kept.

    Raises:
        CloudError: not even the first page came.
    """
    page = await api.ask(REPORTS, span, urgent=urgent)
    values, made = list(page.values), 1
    seen = {""}
    while page.following not in seen and made < min(calls, _PAGES_AT_MOST):
        seen.add(page.following)
        further = Span(span.device, span.start_ms, span.end_ms, page.following)
        made += 1
        try:
            page = await api.ask(REPORTS, further, urgent=urgent, family=page.family)
        except CloudError as error:
            return LogRead(_in_order(values), span.start_ms, span.end_ms, made, error)
        values += page.values
    if page.following in seen:
        return LogRead(_in_order(values), span.start_ms, span.end_ms, made)
    start, end = _whole(values, span)
    return LogRead(_in_order(value for value in values if start <= value.time <= end), start, end, made)


def _whole(values: Sequence[PointState], span: Span) -> tuple[int, int]:
    """The part that is whole of a log that was not read to its end, whichever end it begins at.

    Values of the last moment may go on in the next page: they wait for it.
    """
    if not values:
        return span.end_ms, span.end_ms
    first, last = values[0].time, values[-1].time
    start, end = (last + 1, span.end_ms) if last <= first else (span.start_ms, last - 1)
    return (start, end) if start <= end else (span.start_ms, span.end_ms)


def _in_order(values: Iterable[PointState]) -> tuple[PointState, ...]:
    return tuple(sorted(values, key=lambda value: value.time))
