"""What taking a file in would do, in words."""

from heyzack_console.ports.engine.calendar import CalendarImport
from heyzack_console.presentation.calendar.importing import import_words


def test_counts_come_with_names_and_what_cannot_be_kept_with_reasons():
    found = CalendarImport(("Fair", "Fair", "Run", "Walk", "Talk"), ("Gate",), 3, ("Every hour: no",))
    assert import_words(found).splitlines() == [
        "5 are new: Fair, Run, Walk …",
        "1 has changed: Gate.",
        "3 there already.",
        "Cannot be kept: Every hour: no",
    ]


def test_an_empty_file_is_told():
    assert import_words(CalendarImport()) == "There is no event in this file."
