"""Settings: typed, validated before they apply, every change a version."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.devices.points import Value
from heyzack_console.domain.errors import InvalidInput


@dataclass(frozen=True, slots=True)
class SettingSpec:
    """One setting: its default fixes the type; *options* or *minimum*..*maximum* bound it; *unit* for people."""

    name: str
    title: str
    default: bool | int | float | str
    unit: str = ""
    minimum: float | None = None
    maximum: float | None = None
    options: tuple[str, ...] = ()

    def check(self, value: Value) -> bool | int | float | str:
        """Return *value* in the setting's type.

        Raises:
            InvalidInput: wrong type or outside the bounds; the text names the range.
        """
        kind = type(self.default)
        if value is None or isinstance(value, bool) is not (kind is bool):
            raise InvalidInput(f"{self.title} takes {_a(kind)}.", self.name)
        if kind is float and isinstance(value, int):
            value = float(value)
        if not isinstance(value, kind):
            raise InvalidInput(f"{self.title} takes {_a(kind)}.", self.name)
        if self.options and value not in self.options:
            raise InvalidInput(f"{self.title} is one of {', '.join(self.options)}.", self.name)
        if isinstance(value, int | float) and not isinstance(value, bool):
            low, high = self.minimum, self.maximum
            if (low is not None and value < low) or (high is not None and value > high):
                unit = f" {self.unit}" if self.unit else ""
                span = f"between {low} and {high}" if low is not None and high is not None else f"at least {low}"
                raise InvalidInput(f"{self.title} is {span}{unit}.", self.name)
        return value


def _a(kind: type) -> str:
    return {bool: "yes or no", int: "a whole number", float: "a number", str: "a text"}[kind]


SETTINGS: tuple[SettingSpec, ...] = (
    SettingSpec("look.theme", "Theme", "system", options=("system", "light", "dark")),
    SettingSpec("look.text_size", "Text size", 100, unit="%", minimum=100, maximum=200),
    SettingSpec("look.density", "Row height", "automatic", options=("automatic", "comfortable", "compact", "touch")),
    SettingSpec("look.reduced_motion", "Reduced motion", default=False),
    SettingSpec("look.flash", "Flash unacknowledged marks", default=True),
    SettingSpec("sound.on", "Alert sound", default=True),
    SettingSpec("orders.expire_after_s", "Unsent orders expire after", 300, unit="s", minimum=10, maximum=86400),
    SettingSpec("orders.confirm_within_s", "An order must be confirmed within", 10, unit="s", minimum=2, maximum=300),
    SettingSpec("twin.stale_after_s", "A value is stale after", 900, unit="s", minimum=30, maximum=86400),
    SettingSpec("samples.keep_days", "Keep raw samples for", 30, unit="days", minimum=1, maximum=3650),
    SettingSpec("samples.keep_minutes_days", "Keep minute values for", 90, unit="days", minimum=1, maximum=3650),
    SettingSpec("samples.keep_hours_days", "Keep hour values for", 1825, unit="days", minimum=30, maximum=36500),
    SettingSpec("alerts.unreachable_after_s", "Announce not reachable after", 30, unit="s", minimum=5, maximum=3600),
    SettingSpec("anomalies.sensitivity", "Announce anomalies", "standard", options=("off", "quiet", "standard")),
    SettingSpec("alerts.shelve_longest_h", "Alerts are shelved for at most", 24, unit="h", minimum=1, maximum=168),
    SettingSpec("lan.discovery", "Listen for devices on the LAN", default=True),
    SettingSpec("paths.fail_back_after_s", "Go back to the LAN after", 20, unit="s", minimum=0, maximum=3600),
    SettingSpec("cloud.divergence_after_s", "LAN and cloud may differ for", 300, unit="s", minimum=30, maximum=86400),
    SettingSpec("cloud.reconcile_every_s", "Compare with the cloud every", 1800, unit="s", minimum=900, maximum=3600),
    SettingSpec("cloud.warn_days", "Warn of an ending subscription", 14, unit="days", minimum=1, maximum=90),
    SettingSpec("cloud.import_gaps", "Fill gaps from the cloud's log", default=True),
    SettingSpec("cloud.gap_from_s", "A gap is worth filling from", 600, unit="s", minimum=60, maximum=86400),
)
"""Every setting of the program; a setting that is not listed here does not exist."""


@dataclass(frozen=True, slots=True)
class SettingVersion:
    """One version of one setting."""

    name: str
    value: bool | int | float | str
    version: int
    at: datetime
    by: str
    reason: str
