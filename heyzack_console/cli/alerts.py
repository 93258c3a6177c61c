"""Commands about alerts."""

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

import typer

from heyzack_console.cli.moments import moment
from heyzack_console.cli.output import say, say_json
from heyzack_console.domain.alerts.kpi import Advice, Kpi, KpiReport, Offender, Period
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.presentation.kpi import words

app = typer.Typer(help="Alerts and how well they serve.", no_args_is_help=True)


@app.callback()
def group() -> None:
    """Alerts and how well they serve."""


@app.command()
def kpi(
    context: typer.Context,
    start: Annotated[str | None, typer.Option("--from", help="Begin; default: 30 days before --to.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="End, not included; default: now.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON value.")] = False,
) -> None:
    """Count the alarm figures of a period; also while an engine runs. Times without a zone are the site's."""
    # The store's libraries are loaded for this command only.
    from heyzack_console.composition.alert_kpis import Asked, count_alerts

    try:
        report = count_alerts(context.obj.home, Asked(moment(start, "from"), moment(end, "to")))
    except ConsoleError as refused:
        if as_json:
            say_json({"ok": False, "message": refused.text})
        raise
    if as_json:
        say_json(as_value(report))
    else:
        for line in _table(report):
            say(line)


def as_value(report: KpiReport) -> dict[str, object]:
    """Return *report* as JSON: shares are fractions of 1, times UTC, null where there is nothing to count."""
    figures: dict[str, object] = {figure.kpi.value: figure.value for figure in report.figures}
    figures[Kpi.PRIORITY_MIX] = _mix(report)
    figures[Kpi.TIME_TO_ACKNOWLEDGE] = {
        f"p{time.priority:d}": {"median_s": time.median_s, "p95_s": time.p95_s, "acknowledged": time.count}
        for time in report.ack_times
    }
    return {
        "ok": True,
        **_spans(report.period),
        "days_covered": round(report.covered_days, 4),
        "annunciations": report.annunciations,
        "acknowledgements": report.acknowledgements,
        **{name: _whole(value) for name, value in figures.items()},
        "stale_most_a_day": report.stale_most_a_day,
        "grades": {figure.kpi.value: figure.grade.value for figure in report.figures},
        "overall_grade": report.overall.value,
        "days": [{"day": one.day.isoformat()} | _by_priority(one.counts) for one in report.days],
        "floods": [_spans(one) for one in report.floods],
        "most_frequent": [_offender(one) for one in report.offenders],
    }


def _mix(report: KpiReport) -> dict[str, object] | None:
    if not report.annunciations:
        return None
    return {name: count / report.annunciations for name, count in _by_priority(report.mix).items()}


def _by_priority(counts: Iterable[int]) -> dict[str, int]:
    return {f"p{number}": count for number, count in enumerate(counts, start=1)}


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _spans(period: Period) -> dict[str, object]:
    return {"from": _utc(period.start), "to": _utc(period.end)}


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def _offender(one: Offender) -> dict[str, object]:
    return {
        "alert": one.alert,
        "device": one.device,
        "rule": one.rule,
        "condition": one.condition,
        "annunciations": one.count,
        "chattering": one.chattering,
        "fleeting": one.fleeting,
        "advice": [_advice(each) for each in one.advice],
    }


def _advice(one: Advice) -> dict[str, object]:
    return {"change": one.remedy.value, "by": one.amount, "unit": one.unit, "fewer": one.spared}


def _table(report: KpiReport) -> Iterable[str]:
    rows = words.kpi_rows(report)
    texts = [(row.name, f"{row.figure} {row.unit}".strip(), row.word, row.target) for row in rows]
    widths = [max(len(text[column]) for text in texts) for column in range(3)]
    start, end = (f"{at.astimezone(UTC):%Y-%m-%d %H:%M}" for at in (report.period.start, report.period.end))
    yield f"{start} to {end} UTC; {words.coverage_words(report)}"
    yield ""
    for *columns, target in texts:
        yield "  ".join([*(text.ljust(width) for text, width in zip(columns, widths, strict=True)), target])
    yield ""
    yield words.overall_words(report)
    for time in report.ack_times:
        if time.count:
            yield words.ack_words(time)
    for one in report.offenders:
        advice = "; ".join(words.advice_words(each) for each in one.advice)
        said = ", ".join(text for text in (words.habit_words(one), advice) if text)
        yield f"{one.count:>6}  {one.device}  {one.condition}{f'  ({said})' if said else ''}"
