"""The cells of the template form: limits of alerts and wanted values as text, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.points import PointKind, PointSpec, Value
from heyzack_console.domain.devices.templates import DeviceTemplate, Threshold, WantedValue
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.presentation.templates.subjects import Subject
from heyzack_console.rules.alerts.conditions import applies
from heyzack_console.rules.alerts.defaults import bundled_rules
from heyzack_console.rules.templates.tuning import DEAD_BAND, DELAY, LIMIT, family, may_change

MINUTE_S = 60.0
ON, OFF = "on", "off"
_WORDS = {LIMIT: "limit", DEAD_BAND: "dead-band", DELAY: "time"}


@dataclass(frozen=True, slots=True)
class LimitLine:
    """One alert of the form; a cell that cannot be changed has None in place of its usual value."""

    rule: str
    title: str
    unit: str
    usual: Mapping[str, float | None]
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ValueLine:
    """One data point of the form; *hint* says what it takes."""

    code: str
    title: str
    hint: str
    text: str
    point: PointSpec | None = None
    value: Value = None


def limit_lines(subject: Subject, rules: Iterable[AlertRule]) -> tuple[LimitLine, ...]:
    """Return the alerts that can speak of the subject's devices and that a template may change."""
    kept = {each.rule: each for each in subject.template.thresholds}
    # A rule of the site's own is changed where it is written.
    bundled = {family(rule) for rule in bundled_rules()}
    found: dict[str, LimitLine] = {}
    for rule in rules:
        allowed = may_change(rule)
        name = family(rule)
        if not allowed or name not in bundled or not (name in kept or _speaks_of(rule, subject)):
            continue
        usual = {
            LIMIT: rule.limit if LIMIT in allowed else None,
            DEAD_BAND: rule.dead_band if DEAD_BAND in allowed else None,
            DELAY: rule.delay_s / MINUTE_S,
        }
        before = found.get(name)
        if before is not None:
            usual = {part: usual[part] if before.usual[part] is None else before.usual[part] for part in usual}
        threshold = kept.get(name, Threshold(name))
        delay = None if threshold.delay_s is None else threshold.delay_s / MINUTE_S
        texts = {
            LIMIT: number_cell(threshold.limit),
            DEAD_BAND: number_cell(threshold.dead_band),
            DELAY: number_cell(delay),
        }
        unit = _unit(rule, subject) or (before.unit if before is not None else "")
        found[name] = LimitLine(name, rule.condition, unit, usual, texts)
    return tuple(found.values())


def value_lines(subject: Subject) -> tuple[ValueLine, ...]:
    """Return the points that can be written, and what the template wants without a device that has it."""
    kept = {each.code: each.value for each in subject.template.values}
    lines = []
    for point in subject.points:
        value = kept.pop(point.code, None)
        lines.append(ValueLine(point.code, point.name or point.code, _takes(point), value_cell(value), point, value))
    return (*lines, *(ValueLine(code, code, "", value_cell(value), value=value) for code, value in kept.items()))


def drafted(
    subject: Subject,
    pattern: str,
    category: Category | None,
    limits: Iterable[tuple[LimitLine, Mapping[str, str]]],
    values: Iterable[tuple[ValueLine, str]],
) -> DeviceTemplate:
    """Return the template that the form says.

    Raises:
        InvalidInput: a cell is not a number, or not what its point takes; the text names it.
    """
    thresholds = tuple(_threshold(line, texts) for line, texts in limits if "".join(texts.values()).strip())
    wanted = tuple(WantedValue(line.code, _value(line, text)) for line, text in values if text.strip())
    return replace(
        subject.template, name_pattern=pattern.strip(), category=category, thresholds=thresholds, values=wanted
    )


def alike(one: DeviceTemplate, other: DeviceTemplate) -> bool:
    """Tell whether two templates say the same, in whatever order."""
    return (one.name_pattern, one.category, set(one.thresholds), set(one.values)) == (
        other.name_pattern,
        other.category,
        set(other.thresholds),
        set(other.values),
    )


def number_cell(number: float | None) -> str:
    """Return a number as it is typed."""
    return "" if number is None else f"{number:.12g}"


def value_cell(value: Value) -> str:
    """Return a wanted value as it is typed."""
    if isinstance(value, bool):
        return ON if value else OFF
    return "" if value is None else (number_cell(value) if isinstance(value, int | float) else value)


def _threshold(line: LimitLine, texts: Mapping[str, str]) -> Threshold:
    typed = {part: text for part, text in texts.items() if text.strip()}
    given = {part: _number(f"The {_WORDS[part]} of “{line.title}”", text) for part, text in typed.items()}
    delay = given.get(DELAY)
    return Threshold(line.rule, given.get(LIMIT), None if delay is None else delay * MINUTE_S, given.get(DEAD_BAND))


def _number(what: str, text: str) -> float:
    try:
        return float(text.strip().replace(",", ".").replace("\N{MINUS SIGN}", "-"))
    except ValueError as wrong:
        raise InvalidInput(f"{what} is no number: {text.strip()[:20]}. Nothing was changed.", "cell") from wrong


def _value(line: ValueLine, text: str) -> Value:
    if text == line.text:
        return line.value
    text = text.strip()
    kind = line.point.kind if line.point is not None else None
    if kind is PointKind.BOOLEAN or (kind is None and text.casefold() in {ON, OFF}):
        if text.casefold() not in {ON, OFF}:
            raise InvalidInput(f"{line.title} is either on or off. Nothing was changed.", "cell")
        return text.casefold() == ON
    if kind in {PointKind.NUMBER, PointKind.BITMAP}:
        number = _number(line.title, text)
        return int(number) if number.is_integer() else number
    return text


def _speaks_of(rule: AlertRule, subject: Subject) -> bool:
    return any(device.point(rule.code) is not None and applies(rule, device) for device in subject.devices)


def _unit(rule: AlertRule, subject: Subject) -> str:
    points = (device.point(rule.code) for device in subject.devices)
    return next((point.unit for point in points if point is not None and point.unit), "")


def _takes(point: PointSpec) -> str:
    match point.kind:
        case PointKind.BOOLEAN:
            return f"{ON}, {OFF}"
        case PointKind.ENUM:
            return ", ".join(point.options)
        case PointKind.NUMBER if point.minimum is not None and point.maximum is not None:
            return f"{point.minimum:g} to {point.maximum:g} {point.unit}".strip()
        case PointKind.NUMBER:
            return f"number {point.unit}".strip()
        case _:
            return "text"
