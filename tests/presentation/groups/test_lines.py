"""A group order in words: what can be told, the preview, the question, the report."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from heyzack_console.domain.devices.device import DeviceId
from heyzack_console.domain.devices.points import PointKind, PointSpec
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.group_orders import (
    GroupPlan,
    GroupProgress,
    GroupReport,
    LineState,
    PlannedOrder,
    RunId,
    RunLine,
    Take,
)
from heyzack_console.presentation.groups.choice import choices, same_for_all
from heyzack_console.presentation.groups.editing import belonging, chosen_group, filter_group, members_words, offers
from heyzack_console.presentation.groups.lines import OrderLines
from heyzack_console.presentation.groups.words import end_words, progress_words, question, summary
from heyzack_console.presentation.mirror import Mirror
from tests.support.building import BOOK, CLIMATE, SMOKE, THERMOSTAT, VALVE, reading

WILL = PlannedOrder(THERMOSTAT.id, {"temp_set": 21}, Take.NOW, before={"temp_set": 19})
CAREFUL = PlannedOrder(VALVE.id, {"switch_1": False}, Take.WAITS, "It cannot be reached now.", ("Valve",))
WILL_NOT = PlannedOrder(CLIMATE.id, {"temp_set": 21}, Take.REFUSES, "It has no data point temp_set.")
PLAN = GroupPlan((WILL, CAREFUL, WILL_NOT))


def mirror():
    known = Mirror(connected=True)
    known.show_book(BOOK)
    known.readings = {THERMOSTAT.id: {"temp_set": reading(THERMOSTAT, "temp_set", 19)}}
    return known


def previewed():
    lines = OrderLines(mirror())
    lines.preview(PLAN)
    return lines


def progress(**counts):
    found = {LineState(name): count for name, count in counts.items()}
    return GroupProgress(RunId("r"), "Set point: 21 °C", "Ines", datetime(2026, 3, 2, tzinfo=UTC), found)


def texts(lines, position):
    return [cell.text.replace("\xa0", " ") for cell in lines.row(position).cells]


def test_points_that_most_devices_have_come_first_and_say_how_many_have_them():
    other = replace(THERMOSTAT, id=DeviceId("th2"), points=THERMOSTAT.points[:1])
    found = choices((THERMOSTAT, other, SMOKE))
    assert [(one.spec.code, one.count) for one in found] == [("switch", 2), ("mode", 1), ("temp_set", 1)]
    assert found[0].words == "Power (switch), 2 of 3 devices"


def test_a_value_is_chosen_or_typed_as_the_point_takes_it():
    switch, mode, warmth = choices((THERMOSTAT, replace(SMOKE, points=THERMOSTAT.points[:1])))
    assert switch.options == (("on", True), ("off", False))
    assert [value for _, value in mode.options] == ["auto", "manual"]
    assert (warmth.hint, warmth.typed(" 21,5 "), warmth.typed("21")) == ("5 to 30 °C, step 0.5", 21.5, 21)
    with pytest.raises(InvalidInput, match="5 to 30"):
        warmth.typed("warm")


def test_an_empty_text_is_no_value():
    text = replace(THERMOSTAT, points=(PointSpec(9, "label", PointKind.STRING, "Label", writable=True),))
    (choice,) = choices((text,))
    with pytest.raises(InvalidInput, match="Label"):
        choice.typed("  ")


def test_every_device_is_told_the_same():
    assert [order.values for order in same_for_all((THERMOSTAT, VALVE), "switch", value=True)] == [{"switch": True}] * 2


def test_the_preview_lists_first_who_will_not_then_what_protects_people():
    lines = previewed()
    assert [lines.key(n) for n in range(len(lines))] == [CLIMATE.id, VALVE.id, THERMOSTAT.id]
    assert texts(lines, 0)[-1] == "Will not: It has no data point temp_set."
    assert "protects people: Valve" in texts(lines, 1)[-1]
    assert texts(lines, 2)[:3] == ["Thermostat 1.03", "19.0 °C", "21.0 °C"]
    assert lines.columns[-1].title == "Takes it"


def test_the_summary_counts_and_names_what_has_no_way_back():
    assert summary(PLAN) == (
        "1 of 3 take it now, 1 when they can be reached, 1 will not, 1 acts on what protects people. "
        "Of 1 the present value is not known, so it cannot be undone there."
    )


def test_one_question_names_the_counts_and_the_devices_that_protect_people():
    asked = question("Valve: closed", PLAN, mirror())
    assert asked.title == "Send “Valve: closed” to 2 devices?"
    assert "1 device protects people: Main valve." in asked.consequence
    assert asked.asks_reason
    plain = question("Set point: 21 °C", GroupPlan((WILL,)), mirror())
    assert (plain.asks_reason, plain.way_back) == (False, "1 device can be set back to the present values.")


def test_the_report_says_what_became_of_each_and_keeps_the_order_of_the_lines():
    lines = previewed()
    before = [lines.key(n) for n in range(3)]
    run = (
        RunLine(WILL, LineState.CONFIRMED),
        RunLine(CAREFUL, LineState.EXPIRED, text="Nothing was sent."),
        RunLine(WILL_NOT, LineState.REFUSED, text=WILL_NOT.why),
    )
    lines.report(GroupReport(progress(confirmed=1, expired=1, refused=1), run))
    assert [lines.key(n) for n in range(3)] == before
    assert texts(lines, 1)[-1] == "expired: Nothing was sent."
    text = lines.as_text().splitlines()
    assert text[0].split("\t")[-1] == "Result"
    assert text[3].split("\t")[0] == THERMOSTAT.id
    assert lines.as_csv().count("\n") == 4


def test_a_name_is_no_formula_for_a_spreadsheet():
    known = mirror()
    known.devices[THERMOSTAT.id] = replace(THERMOSTAT, name="=1+1")
    lines = OrderLines(known)
    lines.preview(GroupPlan((WILL,)))
    assert ",'=1+1," in lines.as_csv()


def test_progress_and_end_in_words():
    assert progress_words(progress(confirmed=2, sent=1, pending=3, failed=1)) == (
        "2 of 7 confirmed, 1 on the way, 3 to come, 1 did not take it"
    )
    assert end_words(progress(confirmed=3)) == "All 3 devices confirmed it."
    assert end_words(progress(confirmed=1, expired=2)).startswith("1 of 3 confirmed it; 2 did not")


def test_the_form_of_a_group_says_who_belongs_to_it():
    chosen = chosen_group((VALVE.id, THERMOSTAT.id))
    assert [device.name for device in belonging(chosen, BOOK)] == ["Main valve", "Thermostat 1.03"]
    assert members_words(chosen, 2) == "2 devices, chosen"
    assert members_words(filter_group(), 0) == "The filter asks for nothing yet"
    assert ("Ground", "g") in offers(BOOK).floors
    assert offers(None).categories == ()
