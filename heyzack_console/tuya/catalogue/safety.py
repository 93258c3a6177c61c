"""Which data points have a physical effect on a safety function when they are written."""

import re

from heyzack_console.domain.devices.categories import Category

_EVERYWHERE = re.compile(
    r"^(unlock|remote_unlock|lock_motor|manual_lock|master_mode|alarm_switch|alarmswitch|muffling)"
)
_BY_CATEGORY: dict[Category, re.Pattern[str]] = {
    Category.BREAKER: re.compile(r"^(switch($|_\d)|alarm_set|leakage_current_test|over_|overcurrent|clear_)"),
    Category.VALVE: re.compile(r"^(switch($|_\d)|control$|valve)"),
    Category.GAS: re.compile(r"^(valve|alarm_|self_checking|preheat)"),
    Category.SMOKE: re.compile(r"^(alarm_|self_checking|silence)"),
    Category.CARBON_MONOXIDE: re.compile(r"^(alarm_|self_checking)"),
    Category.SIREN: re.compile(r"^(switch($|_)|alarm_|master_)"),
    Category.EMERGENCY_LIGHT: re.compile(r"^(switch($|_))"),
    Category.BOILER: re.compile(r"^(switch($|_\d))"),
    Category.LOCK: re.compile(r"(unlock|lock)"),
}


def is_safety_point(category: Category, code: str) -> bool:
    """Tell whether writing *code* on such a device opens, closes, arms or silences something that protects people."""
    if _EVERYWHERE.search(code):
        return True
    pattern = _BY_CATEGORY.get(category)
    return pattern is not None and bool(pattern.search(code))
