"""Whether a data point can probably be written, where a product's list names its points but not their direction."""

import re

from heyzack_console.domain.devices.points import PointKind

# Words in codes, counted over published product schemas; together they are right for four points of five.
_ALWAYS = re.compile(r"^(switch|relay_status|bright_value|temp_value|colour_data)|set(_|$)")
_REPORTS = re.compile(
    r"state|status|fault|cur_|current|battery|energy|add_ele|phase_|_value$|va_|_total|left|remain|alarm_message|warn|"
    r"version|record|log|report|result|upload|_real|humidity|error|actual|voltage|power_|electric|_coe|test_bit|"
    r"count$|temper|doorcontact|pir$|presence|co2|pm25|voc|ch2o|smoke|gas_|water",
    re.IGNORECASE,
)
_SETTING = re.compile(
    r"switch|control|mode|countdown|bright|lock$|level|speed|volume|timer|sensitivity|power$|muffling|reset|max|min|"
    r"time|delay|correction|calibration|position$",
    re.IGNORECASE,
)


def is_probably_writable(code: str, kind: PointKind) -> bool:
    """Tell whether products mostly let *code* be written; raw bytes and bitmaps are never offered for writing."""
    if kind in {PointKind.RAW, PointKind.BITMAP}:
        return False
    if _ALWAYS.search(code):
        return True
    if _REPORTS.search(code):
        return False
    return kind is not PointKind.NUMBER or bool(_SETTING.search(code))
