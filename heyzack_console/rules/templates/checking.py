"""Whether a template can be kept: every part is checked before anything of it is believed."""

from collections.abc import Iterable
from dataclasses import replace
from math import isfinite

from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.devices.categories import Category
from heyzack_console.domain.devices.device import Device
from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.devices.templates import DeviceTemplate, Threshold, WantedValue
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules import orders
from heyzack_console.rules.templates.naming import pattern_fault
from heyzack_console.rules.templates.tuning import DEAD_BAND, DELAY, LIMIT, family, may_change

LONGEST_ID = 64
LONGEST_TEXT = 2_000
MOST_PARTS = 64
LARGEST = 1_000_000.0
LONGEST_DELAY_S = 7 * 86_400.0
UNCHANGED = "Nothing was changed."
_WORDS = {LIMIT: "limit", DELAY: "delay", DEAD_BAND: "dead-band"}


def checked(template: DeviceTemplate, rules: Iterable[AlertRule], devices: Iterable[Device]) -> DeviceTemplate:
    """Return *template* in its plain form.

    Args:
        rules: every bundled rule.
        devices: those that it is for; a value has to suit at least one of them that has the point.

    Raises:
        InvalidInput: some part is not acceptable; the text names it.
    """
    _check_subject(template)
    pattern = " ".join(template.name_pattern.split())
    fault = pattern_fault(pattern)
    if fault:
        raise InvalidInput(f"{fault} {UNCHANGED}", "name_pattern")
    known = list(devices)
    return replace(
        template,
        name_pattern=pattern,
        thresholds=_thresholds(template.thresholds, tuple(rules)),
        values=_values(template.values, known),
    )


def _check_subject(template: DeviceTemplate) -> None:
    if bool(template.product) == (template.of_category is not None):
        raise InvalidInput(f"A template is for one product or for one kind of device. {UNCHANGED}", "product")
    if template.product and not _is_code(template.product):
        raise InvalidInput(f"A product id has 1 to {LONGEST_ID} characters without spaces. {UNCHANGED}", "product")
    if template.of_category is not None and template.category is not None:
        raise InvalidInput(f"Only the template of a product says of what kind its devices are. {UNCHANGED}", "category")
    if template.of_category is Category.UNKNOWN:
        raise InvalidInput(f"Devices of an unknown kind have nothing in common. {UNCHANGED}", "of_category")


def _thresholds(wanted: tuple[Threshold, ...], rules: tuple[AlertRule, ...]) -> tuple[Threshold, ...]:
    found: dict[str, Threshold] = {}
    for each in wanted:
        given = {name: value for name in (LIMIT, DELAY, DEAD_BAND) if (value := getattr(each, name)) is not None}
        if not given:
            continue
        _once(each.rule, found, "thresholds")
        named = [rule for rule in rules if family(rule) == each.rule]
        if not named:
            raise InvalidInput(f"There is no alert rule called {each.rule[:LONGEST_ID]}. {UNCHANGED}", "thresholds")
        allowed = frozenset[str]().union(*(may_change(rule) for rule in named))
        for name, value in given.items():
            _check_number(named[0].condition, name, value, allowed)
        found[each.rule] = each
    return tuple(found[rule] for rule in sorted(found))


def _check_number(title: str, name: str, value: float, allowed: frozenset[str]) -> None:
    word = _WORDS[name]
    if name not in allowed:
        raise InvalidInput(f"The {word} of “{title}” cannot be changed by a template. {UNCHANGED}", "thresholds")
    low, high = (-LARGEST, LARGEST) if name == LIMIT else (0.0, LONGEST_DELAY_S if name == DELAY else LARGEST)
    if isinstance(value, bool) or not isfinite(value) or not low <= value <= high:
        raise InvalidInput(f"The {word} of “{title}” lies between {low:,g} and {high:,g}. {UNCHANGED}", "thresholds")


def _values(wanted: tuple[WantedValue, ...], devices: list[Device]) -> tuple[WantedValue, ...]:
    found: dict[str, WantedValue] = {}
    for each in wanted:
        if not _is_code(each.code):
            raise InvalidInput(f"A data point's code has 1 to {LONGEST_ID} characters. {UNCHANGED}", "values")
        _once(each.code, found, "values")
        _check_value(each.code, each.value)
        found[each.code] = replace(each, value=_suited(each, devices))
    return tuple(found[code] for code in sorted(found))


def _check_value(code: str, value: Value) -> None:
    if value is None:
        raise InvalidInput(f"The value of {code} is missing. {UNCHANGED}", "values")
    if isinstance(value, float) and not isfinite(value):
        raise InvalidInput(f"The value of {code} is no proper number. {UNCHANGED}", "values")
    if isinstance(value, str) and len(value) > LONGEST_TEXT:
        raise InvalidInput(f"The value of {code} has more than {LONGEST_TEXT} characters. {UNCHANGED}", "values")


def _suited(wanted: WantedValue, devices: list[Device]) -> Value:
    """The value as the first device takes it that takes it at all; as it is where none has the point."""
    refusal: InvalidInput | None = None
    for device in devices:
        if device.point(wanted.code) is None:
            continue
        try:
            return orders.checked(device, {wanted.code: wanted.value})[wanted.code]
        except InvalidInput as wrong:
            refusal = refusal or wrong
    if refusal is not None:
        raise InvalidInput(f"{refusal.text} {UNCHANGED}", "values") from refusal
    return wanted.value


def _once(name: str, found: dict[str, Threshold] | dict[str, WantedValue], field: str) -> None:
    if name in found:
        raise InvalidInput(f"{name[:LONGEST_ID]} occurs twice. {UNCHANGED}", field)
    if len(found) >= MOST_PARTS:
        raise InvalidInput(f"A template has at most {MOST_PARTS} entries of a sort. {UNCHANGED}", field)


def _is_code(text: str) -> bool:
    return 0 < len(text) <= LONGEST_ID and text.isprintable() and " " not in text
