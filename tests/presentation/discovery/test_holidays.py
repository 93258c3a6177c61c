"""The list of holidays while a person edits it."""

from datetime import date

import pytest

from heyzack_console.domain.holidays import Holiday
from heyzack_console.ports.engine.holidays import ChangeHolidays
from heyzack_console.presentation.discovery.holidays import HolidayDraft, name_fault, proposed_words

EVE, DAY = Holiday(date(2026, 12, 24), "Christmas Eve"), Holiday(date(2026, 12, 25), "Christmas Day")
NEW_YEAR = Holiday(date(2027, 1, 1), "New Year")


def shown(draft):
    return [tuple(cell.text for cell in draft.row(position).cells) for position in range(len(draft))]


def test_lines_come_by_date_with_the_weekday_and_what_is_new():
    draft = HolidayDraft((DAY, EVE))
    draft.add(NEW_YEAR.day, " New  Year ")
    draft.add(DAY.day, "Xmas")
    assert shown(draft) == [
        ("2026-12-24", "Thursday", "Christmas Eve", ""),
        ("2026-12-25", "Friday", "Xmas", "renamed"),
        ("2027-01-01", "Friday", "New Year", "new"),
    ]
    assert [draft.position(draft.key(line)) for line in range(3)] == [0, 1, 2]


def test_the_change_holds_only_what_differs():
    draft = HolidayDraft((EVE, DAY))
    assert not draft.changed
    draft.add(NEW_YEAR.day, NEW_YEAR.name)
    draft.take_off([EVE.day.isoformat()])
    assert draft.position(EVE.day.isoformat()) is None
    assert draft.changed
    assert draft.change == ChangeHolidays((NEW_YEAR,), (EVE.day,))
    draft.take_off([NEW_YEAR.day.isoformat()])
    draft.add(EVE.day, EVE.name)
    assert not draft.changed


def test_a_proposal_leaves_the_names_that_people_gave():
    draft = HolidayDraft((Holiday(DAY.day, "Works outing"),))
    assert draft.propose([EVE, DAY]) == 1
    assert draft.change == ChangeHolidays((EVE,))


def test_the_summary_tells_years_and_what_is_not_stored():
    draft = HolidayDraft((EVE,))
    assert draft.summary() == "1 day in 2026"
    draft.add(NEW_YEAR.day, "New Year")
    draft.take_off([EVE.day.isoformat()])
    assert draft.summary() == "1 day in 2027, 1 to store, 1 to take off"
    draft.add(EVE.day, EVE.name)
    assert draft.summary() == "2 days from 2026 to 2027, 1 to store"
    assert HolidayDraft(()).summary() == "No holidays: only weekends and nights are closed."
    draft.take_off([EVE.day.isoformat(), NEW_YEAR.day.isoformat()])
    assert draft.summary() == "0 days, 1 to take off"


@pytest.mark.parametrize(("name", "fine"), [("Epiphany", True), (" ", False), ("x" * 121, False), ("a\u202eb", False)])
def test_a_name_is_one_printable_line(name, fine):
    assert (name_fault(name) == "") is fine


def test_a_proposal_tells_what_it_brought():
    assert proposed_words(0, 0, 2030) == "No public holidays are known for 2030."
    assert proposed_words(0, 9, 2026) == "All 9 days of 2026 are on the list already."
    assert proposed_words(1, 9, 2026).startswith("1 day of 2026 proposed.")
