"""The business calendar: proposed by country, edited by hand, stored in one go."""

from collections.abc import Awaitable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QComboBox, QDateEdit, QLabel, QSpinBox

from heyzack_console.calendars.public_holidays import LibraryHolidays
from heyzack_console.desktop.panes.discovery.holidays_dialog import HolidaysDialog
from heyzack_console.desktop.table.row_table import RowTable
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.holidays import Holiday
from heyzack_console.ports.engine.holidays import ChangeHolidays, HolidayRegions, ProposedHolidays
from heyzack_console.ports.engine.port import Receipt
from tests.support.building import BOOK
from tests.support.discovery_story import DiscoveryStory, button, child, type_into, worked

OUTING = Holiday(date(2026, 6, 19), "Works outing")
PUBLIC = LibraryHolidays()


async def opened(story: DiscoveryStory) -> HolidaysDialog:
    """The calendar of a house in Berlin that keeps one day of its own."""
    story.mirror.show_book(replace(BOOK, site=replace(BOOK.site, time_zone="Europe/Berlin"), holidays=(OUTING,)))
    story.engine.answers |= {
        HolidayRegions: lambda _: PUBLIC.regions(),
        ProposedHolidays: lambda query: PUBLIC.of(query.country, query.subdivision, query.years),
        ChangeHolidays: lambda command: Receipt(count=len(command.added), text="Stored."),
    }
    story.bridge.start(story.desk.business_calendar(), "business calendar")
    dialog = await story.dialogs.next(HolidaysDialog)
    await worked(story, "Reading the countries")
    return dialog


def days(dialog: HolidaysDialog) -> list[str]:
    return child(dialog, RowTable, "").visible_keys()


async def proposed(story: DiscoveryStory, dialog: HolidaysDialog, part: str, year: int) -> None:
    parts = child(dialog, QComboBox, "subdivision")
    parts.setCurrentIndex(parts.findData(part))
    child(dialog, QSpinBox, "year").setValue(year)
    button(dialog, "propose").click()
    await worked(story, "Reading the holidays")


async def stored(story: DiscoveryStory, dialog: HolidaysDialog) -> Awaitable[None]:
    button(dialog, "save").click()
    return await worked(story, "Storing the holidays")


async def test_the_country_of_the_sites_zone_is_chosen_and_its_parts_are_offered(story: DiscoveryStory):
    dialog = await opened(story)
    assert child(dialog, QComboBox, "country").currentText() == "Germany"
    parts = child(dialog, QComboBox, "subdivision")
    assert parts.currentText() == "Whole country"
    assert parts.findData("BY") > 0
    assert "Europe/Berlin" in child(dialog, QLabel, "where").text()
    button(dialog, "cancel").click()


async def test_a_proposal_is_only_stored_when_the_list_is_saved_and_keeps_days_of_ones_own(story: DiscoveryStory):
    dialog = await opened(story)
    assert not button(dialog, "save").isEnabled()
    await proposed(story, dialog, "BY", 2026)
    assert "2026-01-06" in days(dialog)
    assert OUTING.day.isoformat() in days(dialog)
    assert "nothing is stored" in child(dialog, QLabel, "said").text()
    assert not [one for one in story.engine.done if isinstance(one, ChangeHolidays)]
    await stored(story, dialog)
    (command,) = story.engine.done
    assert command == ChangeHolidays(PUBLIC.of("DE", "BY", [2026]))
    assert story.said == ["Stored."]


async def test_a_day_is_added_by_hand_and_another_taken_off(story: DiscoveryStory):
    dialog = await opened(story)
    assert not button(dialog, "add").isEnabled()
    child(dialog, QDateEdit, "day").setDate(QDate(2026, 12, 24))
    type_into(dialog, "name", "Christmas Eve")
    button(dialog, "add").click()
    table = child(dialog, RowTable, "")
    assert table.selected_keys() == ["2026-12-24"]
    table.select_keys((OUTING.day.isoformat(),))
    table.chosen.emit(table.selected_keys())
    button(dialog, "take_off").click()
    assert days(dialog) == ["2026-12-24"]
    await stored(story, dialog)
    assert story.engine.done == [ChangeHolidays((Holiday(date(2026, 12, 24), "Christmas Eve"),), (OUTING.day,))]


async def test_a_refusal_is_said_in_the_form_which_keeps_the_draft(story: DiscoveryStory):
    dialog = await opened(story)

    def refuse(_: ChangeHolidays) -> Receipt:
        raise InvalidInput("A site has at most 2,000 holidays. Nothing was changed.")

    story.engine.answers[ChangeHolidays] = refuse
    await proposed(story, dialog, "", 2027)
    await stored(story, dialog)
    assert "at most 2,000" in child(dialog, QLabel, "said").text()
    assert "2027-01-01" in days(dialog)
    button(dialog, "cancel").click()
