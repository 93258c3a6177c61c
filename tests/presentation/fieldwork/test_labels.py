"""Labels lie on sheets without touching, and none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.presentation.building.site_index import index_of
from heyzack_console.presentation.fieldwork.labels import SHEETS, Label, choices, labels_of, sheets_of
from tests.support.building import BOOK, LEAK, THERMOSTAT


@pytest.mark.parametrize("sheet", SHEETS)
def test_labels_stand_inside_the_page_and_do_not_overlap(sheet):
    width, height = sheet.label
    boxes = [sheet.corner(number) for number in range(sheet.places)]
    for left, top in boxes:
        assert left >= 0
        assert top >= 0
        assert left + width <= sheet.page[0] + 1e-9
        assert top + height <= sheet.page[1] + 1e-9
    for one in range(len(boxes)):
        for other in range(one):
            apart_x = abs(boxes[one][0] - boxes[other][0]) >= width - 1e-9
            assert apart_x or abs(boxes[one][1] - boxes[other][1]) >= height - 1e-9


@given(st.integers(0, 80), st.sampled_from(SHEETS), st.integers(-3, 40))
def test_every_label_is_printed_once_and_in_order(count, sheet, first):
    labels = [Label(f"d{number}", "", f"{number}", "") for number in range(count)]
    sheets = sheets_of(labels, sheet, first)
    assert [label for places in sheets for label in places if label] == labels
    assert all(len(places) <= sheet.places for places in sheets)
    if count:
        assert sheets[0].index(labels[0]) == min(max(first, 1), sheet.places) - 1


def test_labels_are_offered_for_what_is_selected_then_by_place():
    index = index_of(BOOK)
    found = choices(BOOK.devices, index, (LEAK.id,))
    assert [(one.title, len(one.devices)) for one in found] == [
        ("Selected devices", 1),
        ("Ground, all of it", 1),
        ("All devices", 6),
    ]
    (label,) = labels_of((THERMOSTAT,), index)
    assert label == Label("Thermostat 1.03", "Ground", "th1", "heyzack:device/th1")
