"""iCalendar text for tests, and where the real calendars lie."""

import json
from pathlib import Path

import pytest

CALENDARS = Path(__file__).resolve().parents[2].parent / "shared" / "data" / "ical"
NEEDS_CALENDARS = pytest.mark.skipif(not CALENDARS.is_dir(), reason="the real calendars lie beside a checkout")


def event(*lines, uid="u1", summary="Gate"):
    """The lines of one event."""
    return ["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20200101T000000Z", *lines, f"SUMMARY:{summary}", "END:VEVENT"]


def calendar(*lines):
    """A calendar as bytes, with the lines of its events."""
    whole = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Test//Test//EN", *lines, "END:VCALENDAR"]
    return "".join(f"{line}\r\n" for line in whole).encode()


def listed():
    """By name of a real calendar: its span and the occurrences it is known to have."""
    return json.loads((CALENDARS / "expected.json").read_text(encoding="utf-8"))["files"] if CALENDARS.is_dir() else {}


def vectors():
    """Recurrence rules with the moments they are known to give."""
    if not CALENDARS.is_dir():
        return []
    return [json.loads(line) for line in (CALENDARS / "rrule_vectors.jsonl").read_text(encoding="utf-8").splitlines()]
