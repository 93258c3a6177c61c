"""The alarm figures in words, as the page, the command line and exports show them."""

from dataclasses import dataclass

from heyzack_console.domain.alerts.kpi import AckTime, Advice, Figure, Grade, Kpi, KpiReport, Offender, Remedy
from heyzack_console.domain.alerts.priority import Priority

NOTHING = "no data"
ENOUGH_DAYS = 30

NAMES = {
    Kpi.RATE_PER_HOUR: "Rate per hour",
    Kpi.RATE_PER_10_MIN: "Rate per 10 min",
    Kpi.PER_DAY: "Per day",
    Kpi.PEAK_SLOTS: "Peak slots",
    Kpi.FLOOD_TIME: "Flood time",
    Kpi.TOP_10_SHARE: "Top-10 share",
    Kpi.CHATTERING: "Chattering",
    Kpi.FLEETING: "Fleeting",
    Kpi.STALE: "Stale over 24 h",
    Kpi.PRIORITY_MIX: "Priority mix",
    Kpi.TIME_TO_ACKNOWLEDGE: "P1 acknowledged, 95 %",
    Kpi.RUBBER_STAMP_RATE: "Rubber-stamp rate",
}
UNITS = {
    Kpi.RATE_PER_HOUR: "per hour",
    Kpi.RATE_PER_10_MIN: "per 10 min",
    Kpi.PER_DAY: "alerts",
    Kpi.PEAK_SLOTS: "of 10-min slots",
    Kpi.FLOOD_TIME: "of the time",
    Kpi.TOP_10_SHARE: "of all alerts",
    Kpi.CHATTERING: "identities",
    Kpi.FLEETING: "alerts",
    Kpi.STALE: "alerts",
    Kpi.PRIORITY_MIX: "P1–2, P3, P4 in %",
    Kpi.TIME_TO_ACKNOWLEDGE: "",
    Kpi.RUBBER_STAMP_RATE: "of answers",
}
TARGETS = {
    Kpi.RATE_PER_HOUR: "good up to 6",
    Kpi.RATE_PER_10_MIN: "good up to 1",
    Kpi.PER_DAY: "good up to 150",
    Kpi.PEAK_SLOTS: "good below 1 %",
    Kpi.FLOOD_TIME: "good below 1 %",
    Kpi.TOP_10_SHARE: "good up to 5 %",
    Kpi.CHATTERING: "good at 0",
    Kpi.FLEETING: "good at 0",
    Kpi.STALE: "good at 0, at most 5 a day",
    Kpi.PRIORITY_MIX: "good within 5 points of 5/15/80",
    Kpi.TIME_TO_ACKNOWLEDGE: "good below 3 min",
    Kpi.RUBBER_STAMP_RATE: "good below 2 %",
}
GRADES = {
    Grade.GOOD: "Good",
    Grade.ACCEPTABLE: "Acceptable",
    Grade.TOO_MUCH: "Too much",
    Grade.NO_DATA: "No data",
}
_SHARES = frozenset({Kpi.PEAK_SLOTS, Kpi.FLOOD_TIME, Kpi.TOP_10_SHARE, Kpi.RUBBER_STAMP_RATE})
_COUNTS = frozenset({Kpi.CHATTERING, Kpi.FLEETING, Kpi.STALE})


@dataclass(frozen=True, slots=True)
class KpiRow:
    """One figure with finished text; *unit* also says more where there is more to say."""

    kpi: Kpi
    name: str
    figure: str
    unit: str
    target: str
    grade: Grade
    word: str


def kpi_rows(report: KpiReport) -> tuple[KpiRow, ...]:
    """Return the rows of the table in its order."""
    return tuple(_row(figure, report) for figure in report.figures)


def overall_words(report: KpiReport) -> str:
    """Return the grade of all and what made it."""
    causes = [NAMES[f.kpi] for f in report.figures if f.grade is report.overall]
    if report.overall in {Grade.NO_DATA, Grade.GOOD}:
        return f"Overall: {GRADES[report.overall]}"
    return f"Overall: {GRADES[report.overall]} ({', '.join(causes)})"


def coverage_words(report: KpiReport) -> str:
    """Return how much of the period the record covers, and whether that is enough to judge."""
    asked = report.period.seconds / 86_400
    text = f"{_days(report.covered_days)} of {_days(asked)} days with data"
    return text if report.covered_days >= ENOUGH_DAYS else f"{text}; {ENOUGH_DAYS} are the usual minimum for judging"


def ack_words(time: AckTime) -> str:
    """Return how long answers to one priority took."""
    if time.median_s is None or time.p95_s is None:
        return f"P{time.priority:d}: {NOTHING}"
    return (
        f"P{time.priority:d}: median {lasting(time.median_s)}, 95 % within {lasting(time.p95_s)}, {time.count} answered"
    )


def advice_words(advice: Advice) -> str:
    """Return what to change and what it would have spared."""
    if advice.remedy is Remedy.DELAY:
        what = f"{lasting(advice.amount)} more delay"
    else:
        what = f"dead-band of {advice.amount:g} {advice.unit}".rstrip()
    return f"{what}: {advice.spared} fewer"


def habit_words(offender: Offender) -> str:
    """Return how an identity misbehaves."""
    words = ["chattering"] if offender.chattering else []
    if offender.fleeting:
        words.append(f"{offender.fleeting} fleeting")
    return ", ".join(words)


def lasting(seconds: float) -> str:
    """Return a length of time in the two largest units that it has."""
    if seconds < 10 and seconds != int(seconds):
        return f"{seconds:.1f} s"
    whole = round(seconds)
    parts = [(whole // 86_400, "d"), (whole // 3600 % 24, "h"), (whole // 60 % 60, "min"), (whole % 60, "s")]
    first = next((number for number, (amount, _) in enumerate(parts) if amount), len(parts) - 1)
    return " ".join(
        f"{amount} {unit}" for amount, unit in parts[first : first + 2] if amount or first == len(parts) - 1
    )


def percent(share: float) -> str:
    """Return a share with as many digits as it needs."""
    if share >= 0.1 or share == 0:
        return f"{share * 100:.0f} %"
    return f"{share * 100:.1f} %" if share >= 0.001 else f"{share * 100:.2g} %"


def _row(figure: Figure, report: KpiReport) -> KpiRow:
    kpi, value = figure.kpi, figure.value
    text = NOTHING if value is None else _figure(kpi, value, report)
    unit = "" if value is None else _unit(kpi, value, report)
    return KpiRow(kpi, NAMES[kpi], text, unit, TARGETS[kpi], figure.grade, GRADES[figure.grade])


def _figure(kpi: Kpi, value: float, report: KpiReport) -> str:
    if kpi in _SHARES:
        return percent(value)
    if kpi in _COUNTS:
        return f"{value:.0f}"
    if kpi is Kpi.TIME_TO_ACKNOWLEDGE:
        return lasting(value)
    if kpi is Kpi.PRIORITY_MIX:
        first, second, *others = report.mix
        return " / ".join(f"{100 * count / report.annunciations:.0f}" for count in (first + second, *others))
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def _unit(kpi: Kpi, value: float, report: KpiReport) -> str:
    if kpi is Kpi.FLOOD_TIME and value:
        return lasting(value * report.period.seconds)
    if kpi is Kpi.TIME_TO_ACKNOWLEDGE:
        median = report.ack_times[Priority.P1 - 1].median_s
        return f"median {lasting(median)}" if median is not None else ""
    if kpi is Kpi.RUBBER_STAMP_RATE:
        return f"of {report.acknowledgements} {'answer' if report.acknowledgements == 1 else 'answers'}"
    return UNITS[kpi]


def _days(days: float) -> str:
    return f"{days:.1f}".removesuffix(".0")
