"""Texts are judged before they are sent, and sent as the device takes them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.presentation.inspector.controls import Control, ControlKind
from heyzack_console.presentation.inspector.texts import sent_text, shown_text, text_note, text_problem

STRUCTURE = Control("scene", ControlKind.STRUCTURE, "Scene")
BYTES = Control("timer", ControlKind.BYTES, "Timer")
TEXT = Control("note", ControlKind.TEXT, "Note")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "Nothing is written yet."),
        ('{"a": 1', "This is no JSON: line 1, character 8."),
        ("[NaN]", "This holds a number that no device can read."),
        ("[" * 100_000, "This is nested too deeply."),
        ('"' + "x" * 70_000 + '"', "This is too long to be sent."),
        ('{"a": [1, 2]}', ""),
    ],
)
def test_a_structure_says_where_it_is_wrong(text, problem):
    assert text_problem(STRUCTURE, text) == problem


@pytest.mark.parametrize("text", ["AAA", "AB$=", "ä", "AAAA=", "A" * 70_000, " "])
def test_what_is_no_base64_is_refused(text):
    assert text_problem(BYTES, text)


def test_bytes_are_counted_and_the_first_of_them_shown():
    assert text_problem(BYTES, "AAEC /w==\n") == ""
    assert text_note(BYTES, "AAEC /w==\n") == "4 bytes: 00 01 02 ff"
    assert sent_text(BYTES, "AAEC /w==\n") == "AAEC/w=="


def test_a_text_is_as_long_as_a_device_takes():
    assert text_problem(TEXT, "x" * 255) == ""
    assert text_problem(TEXT, "x" * 257) == "2 characters too many: the device takes 255."


@given(st.recursive(st.integers() | st.text() | st.booleans(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)))
def test_a_structure_comes_back_from_the_editor_as_it_was(content):
    packed = json.dumps(content)
    shown = shown_text(STRUCTURE, packed)
    assert text_problem(STRUCTURE, shown) == ""
    assert json.loads(sent_text(STRUCTURE, shown)) == content
    assert "\n" not in sent_text(STRUCTURE, shown)


def test_what_is_no_structure_is_shown_as_it_came():
    assert shown_text(STRUCTURE, "000e0d") == "000e0d"
