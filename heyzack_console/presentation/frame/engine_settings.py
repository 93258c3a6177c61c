"""The engine's settings as a form: grouped, with what is in force, what it was before, and its range in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from heyzack_console.domain.settings import SETTINGS, SettingSpec, SettingVersion

LOOKS = ("look.", "sound.")
GROUPS = {
    "orders": "Orders",
    "twin": "Values",
    "samples": "History",
    "alerts": "Alerts",
    "anomalies": "Alerts",
    "lan": "Local network",
    "paths": "Local network",
    "cloud": "Tuya cloud",
}


@dataclass(frozen=True, slots=True)
class SettingRow:
    """One setting: its value in force, and what is said below it."""

    spec: SettingSpec
    value: bool | int | float | str
    hint: str


def setting_groups(versions: Mapping[str, SettingVersion]) -> tuple[tuple[str, tuple[SettingRow, ...]], ...]:
    """Every setting that is not a person's look, by group in the order of declaration."""
    groups: dict[str, list[SettingRow]] = {}
    for spec in SETTINGS:
        if spec.name.startswith(LOOKS):
            continue
        version = versions.get(spec.name)
        value = spec.default if version is None else version.value
        title = GROUPS.get(spec.name.split(".")[0], "Other")
        groups.setdefault(title, []).append(SettingRow(spec, value, _hint(spec, version)))
    return tuple((title, tuple(rows)) for title, rows in groups.items())


def _hint(spec: SettingSpec, version: SettingVersion | None) -> str:
    parts = []
    if spec.minimum is not None and spec.maximum is not None:
        parts.append(f"{spec.minimum:,g} to {spec.maximum:,g}{f' {spec.unit}' if spec.unit else ''}")
    default = spec.default
    if isinstance(default, bool):
        default = "yes" if default else "no"
    if version is None or version.value == spec.default:
        parts.append("as delivered")
    else:
        parts.append(f"delivered as {default}")
        if version.by:
            parts.append(f"changed by {version.by}")
    return ", ".join(str(part) for part in parts)
