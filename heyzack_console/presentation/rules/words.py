"""Alert rules in words: what they judge, where, since when; and what they would have done in the past."""

from datetime import timedelta, tzinfo

from heyzack_console.domain.alerts.kpi import KpiReport
from heyzack_console.domain.alerts.rule import AlertRule, Direction, Hours, Test
from heyzack_console.domain.alerts.rule_file import CheckedFile, FileFault
from heyzack_console.domain.alerts.trial import Trial
from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import Value
from heyzack_console.presentation.kpi.page import NameOf
from heyzack_console.presentation.kpi.words import kpi_rows, lasting

SPANS = (("last 24 hours", timedelta(days=1)), ("last 7 days", timedelta(days=7)), ("last 30 days", timedelta(days=30)))
MOST_TOLD = 12
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_KINDS = {
    Test.ABOVE: "Threshold",
    Test.BELOW: "Threshold",
    Test.EQUALS: "State",
    Test.ANY_BIT: "Fault word",
    Test.UNREACHABLE: "Availability",
    Test.STUCK: "Stuck",
    Test.DIVERGING: "LAN and cloud differ",
    Test.CLOUD: "Cloud project",
    Test.ANOMALY: "Anomaly",
    Test.RATE: "Rate of change",
    Test.MISSING: "Missing value",
    Test.SILENT: "Dead man",
    Test.DEGRADED: "Degradation",
    Test.COMPOSITE: "Expression",
}
NEW_RULE = """heyzack_rules: 1
rules:
  - id: my-rule
    type: threshold
    condition: Room too warm
    point: temp_current
    above: 26
    unit: °C
    dead_band: 0.5
    delay: 5 min
    priority: P4
    scope:
      zones: []
    guidance: Look whether the cooling runs.
"""
"""What the editor begins with."""


def kind_words(rule: AlertRule) -> str:
    """Return the type of a rule."""
    return _KINDS[rule.test]


def judged_words(rule: AlertRule) -> str:
    """Return when the rule's condition is true."""
    said = [_condition(rule)]
    if rule.delay_s and rule.test not in {Test.STUCK, Test.MISSING, Test.SILENT}:
        said.append(f"for {lasting(rule.delay_s)}")
    if rule.count > 1:
        said.append(f"or {rule.count} times within it")
    return " ".join(said)


def scope_words(rule: AlertRule) -> str:
    """Return where and when the rule judges."""
    parts = [", ".join(str(one).replace("_", " ") for one in some) for some in (rule.zones, rule.categories)]
    if rule.devices:
        parts.append(f"{len(rule.devices)} {'device' if len(rule.devices) == 1 else 'devices'}")
    if rule.hours is not None:
        parts.append(hours_words(rule.hours))
    return "; ".join(part for part in parts if part) or "everywhere"


def hours_words(hours: Hours) -> str:
    """Return days and times."""
    days = " ".join(_DAYS[day] for day in hours.days) or "daily"
    return f"{days} {hours.start:%H:%M}–{hours.end:%H:%M}"


def origin_words(rule: AlertRule, *, own: bool) -> str:
    """Return where the rule comes from."""
    if not own:
        return "bundled"
    off = "" if rule.enabled else ", off"
    return f"v{rule.version} {rule.author}{off}".strip()


def fault_words(fault: FileFault) -> str:
    """Return a fault with its place."""
    return f"line {fault.line}, column {fault.column}: {fault.message}"


def check_words(result: CheckedFile) -> str:
    """Return what was found in one sentence."""
    if result.ok:
        count = len(result.rules)
        return f"In order: {count} {'rule' if count == 1 else 'rules'}."
    count = len(result.faults)
    return f"{count} {'place' if count == 1 else 'places'} to correct."


def trial_words(trial: Trial, name_of: NameOf, zone: tzinfo) -> str:
    """Return what the rules would have done, rule by rule, and which figures would differ."""
    lines = [f"{trial.samples:,} recorded values."]
    for one in trial.rules:
        times = f"{len(one.firings)} {'time' if len(one.firings) == 1 else 'times'}"
        lines.append(f"{one.rule.condition}: would have called {times}, {lasting(one.seconds)} altogether.")
        for firing in one.firings[:MOST_TOLD]:
            end = firing.end
            until = "still true" if end is None else f"for {lasting((end - firing.start).total_seconds())}"
            name = _named(firing.device, name_of)
            lines.append(f"    {firing.start.astimezone(zone):%a %d %b %H:%M:%S}  {name}  {until}")
        if len(one.firings) > MOST_TOLD:
            lines.append(f"    and {len(one.firings) - MOST_TOLD} more")
    return "\n".join([*lines, *figure_words(trial.before, trial.after)])


def figure_words(before: KpiReport, after: KpiReport) -> list[str]:
    """Return the alarm figures that would have been others."""
    changed = [(was, will) for was, will in zip(kpi_rows(before), kpi_rows(after), strict=True) if was != will]
    if not changed:
        return ["The alarm figures would have been the same."]
    said = [f"    {was.name}: {was.figure} ({was.word}) → {will.figure} ({will.word})" for was, will in changed]
    return ["Alarm figures, before → after:", *said]


def _named(device: DeviceId, name_of: NameOf) -> str:
    return "several points" if device.startswith("rule/") else name_of(device)


def _condition(rule: AlertRule) -> str:
    limit = "" if rule.limit is None else f"{rule.limit:g}"
    match rule.test:
        case Test.ABOVE | Test.BELOW:
            band = f", back {rule.dead_band:g} inside" if rule.dead_band else ""
            return f"{rule.code} {'>' if rule.test is Test.ABOVE else '<'} {limit}{band}"
        case Test.EQUALS:
            return f"{rule.code} is {' or '.join(_said(one) for one in rule.equals)}"
        case Test.RATE:
            way = {Direction.UP: "rises", Direction.DOWN: "falls", Direction.BOTH: "moves"}[rule.direction]
            return f"{rule.code} {way} by {limit} within {lasting(rule.span_s)}"
        case Test.DEGRADED:
            return f"{rule.code} {limit} % off its mean over {lasting(rule.span_s)}"
        case Test.STUCK | Test.MISSING | Test.SILENT:
            what = {Test.STUCK: "unmoved", Test.MISSING: "not heard", Test.SILENT: "nothing heard"}[rule.test]
            return f"{rule.code} {what} for {lasting(rule.delay_s)}".strip()
        case Test.COMPOSITE:
            return " ".join(rule.expression.split())
        case _:
            return rule.condition if not rule.code else f"{rule.code}: any bit"


def _said(value: Value) -> str:
    return ("on" if value else "off") if isinstance(value, bool) else str(value)
