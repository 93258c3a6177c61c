"""What rules would have done in the past, as JSON and as lines for people."""

from collections.abc import Iterator
from datetime import UTC, datetime

from heyzack_console.cli.alerts import as_value
from heyzack_console.domain.alerts.trial import Firing, RuleTrial, Trial
from heyzack_console.presentation.kpi.words import kpi_rows, lasting


def trial_value(trial: Trial) -> dict[str, object]:
    """Return *trial* as JSON; times are UTC."""
    return {
        "ok": True,
        "from": _utc(trial.period.start),
        "to": _utc(trial.period.end),
        "samples": trial.samples,
        "first_sample": None if trial.first_sample is None else _utc(trial.first_sample),
        "rules": [_rule(one) for one in trial.rules],
        "kpis": {"before": as_value(trial.before), "after": as_value(trial.after)},
    }


def trial_lines(trial: Trial) -> Iterator[str]:
    """Yield what was found: a line each rule, its first firings, and the figures that differ."""
    yield f"{_utc(trial.period.start)} to {_utc(trial.period.end)}; {trial.samples} recorded values"
    for one in trial.rules:
        times = f"{len(one.firings)} {'time' if len(one.firings) == 1 else 'times'}"
        yield f"{one.rule.id}: {times}, {lasting(one.seconds)} altogether"
        for firing in one.firings[:10]:
            until = "still" if firing.end is None else lasting((firing.end - firing.start).total_seconds())
            yield f"  {_utc(firing.start)}  {firing.device}  {until}"
        if len(one.firings) > 10:
            yield f"  and {len(one.firings) - 10} more"
    yield ""
    for was, will in zip(kpi_rows(trial.before), kpi_rows(trial.after), strict=True):
        if was != will:
            yield f"{was.name}: {was.figure} ({was.word}) -> {will.figure} ({will.word})"


def _rule(one: RuleTrial) -> dict[str, object]:
    return {
        "id": one.rule.id,
        "fired": len(one.firings),
        "seconds": one.seconds,
        "firings": [_firing(each) for each in one.firings],
    }


def _firing(one: Firing) -> dict[str, object]:
    return {
        "device": one.device,
        "from": _utc(one.start),
        "to": None if one.end is None else _utc(one.end),
        "seconds": None if one.end is None else (one.end - one.start).total_seconds(),
        "value": one.value,
        "condition": one.condition,
    }


def _utc(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")
