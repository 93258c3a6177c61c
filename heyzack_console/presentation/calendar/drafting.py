"""The form of an entry: choices of recurrence, and what is wrong with it now."""

from dataclasses import dataclass
from datetime import datetime

from heyzack_console.domain.calendar import EntryDraft
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.rules.calendar.allowed import checked

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
ORDINALS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class RuleChoice:
    """A usual recurrence in words."""

    words: str
    rule: str


def rule_choices(start: datetime) -> tuple[RuleChoice, ...]:
    """The usual ones for something that begins at *start* on the wall clock."""
    day, name = DAYS[start.weekday()], NAMES[start.weekday()]
    nth = (start.day - 1) // 7
    monthly = RuleChoice(f"Every month on the last {name}", f"FREQ=MONTHLY;BYDAY=-1{day}")
    by_place = (
        (RuleChoice(f"Every month on the {ORDINALS[nth]} {name}", f"FREQ=MONTHLY;BYDAY={nth + 1}{day}"),)
        if nth < len(ORDINALS)
        else ()
    )
    return (
        RuleChoice("Once", ""),
        RuleChoice("Every day", "FREQ=DAILY"),
        RuleChoice(f"Every week on {name}", "FREQ=WEEKLY"),
        *by_place,
        monthly,
        RuleChoice(f"Every quarter on the last {name}", f"FREQ=MONTHLY;INTERVAL=3;BYDAY=-1{day}"),
        RuleChoice(f"Every year on {start.day} {start:%B}", "FREQ=YEARLY"),
    )


def objection(draft: EntryDraft) -> str:
    """What is wrong with *draft*, empty where nothing is."""
    try:
        checked(draft)
    except InvalidInput as wrong:
        return wrong.text
    return ""
