"""Templates that people write: what they may, and that nothing else gets through."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.domain.errors import InvalidInput
from heyzack_console.notices.templates import LONGEST_TEMPLATE, LONGEST_TEXT, Templates

WORDS = {"rule": "Water", "place": "plant room", "priority": "P1"}


def filled(template: str) -> str:
    return Templates().filled(template, WORDS)


def test_words_choices_and_filters_are_filled_in():
    assert filled("{{ priority }}: {{ rule | upper }} in {{ place }}") == "P1: WATER in plant room"
    assert filled("{% if priority == 'P1' %}Now!{% else %}Later.{% endif %}") == "Now!"
    assert filled("{{ rule ~ ', ' ~ place }}") == "Water, plant room"


def test_a_word_that_is_not_there_is_named_with_those_that_are():
    with pytest.raises(InvalidInput, match=r"'room' is undefined. There are place, priority, rule"):
        filled("{{ room }}")


def test_a_mistake_is_told_with_its_line():
    with pytest.raises(InvalidInput, match="Line 2 of the template"):
        filled("ok\n{{ rule ")


@pytest.mark.parametrize(
    "template",
    [
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ rule * 999999999 }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ rule['__class__'] }}",
        "{{ rule.format(rule) }}",
        "{{ rule | center(999999999) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include '/etc/passwd' %}",
        "{% set a = rule %}{{ a }}",
        "{{ cycler }}",
        "{{ [rule, rule] }}",
    ],
)
def test_what_could_take_long_grow_or_look_elsewhere_is_refused(template):
    with pytest.raises(InvalidInput, match=r"not allowed|cannot be filled in|undefined|Line 1"):
        filled(template) and filled(template)


def test_a_template_and_its_text_have_a_length():
    with pytest.raises(InvalidInput, match="at most"):
        filled("x" * (LONGEST_TEMPLATE + 1))
    long = Templates().filled("{{ rule }}", {"rule": "y" * 9_000})
    assert (len(long), long[-1]) == (LONGEST_TEXT, "…")


@given(st.text(max_size=200))
def test_whatever_is_written_becomes_a_text_or_one_sentence(template):
    with suppress(InvalidInput):
        assert isinstance(filled(template), str)


@given(st.text(max_size=60).map(lambda words: words.replace("{", "").replace("}", "")))
def test_words_are_never_read_as_a_template(words):
    assert Templates().filled("{{ rule }}", {"rule": "{{ place }}" + words}) == "{{ place }}" + words
