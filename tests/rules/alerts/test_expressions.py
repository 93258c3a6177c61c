"""Conditions in CEL."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from heyzack_console.rules.alerts.expressions import LONGEST, BadExpression, Expression


@given(st.floats(-100, 100), st.floats(-100, 100), st.booleans())
def test_an_expression_says_what_the_same_words_say_in_python(a, b, on):
    expression = Expression("(a > 20.0 && b < a) || (on && a - b > 5.0)")
    assert expression.true({"a": a, "b": b, "on": on}) == ((a > 20.0 and b < a) or (on and a - b > 5.0))


@pytest.mark.parametrize("values", [{}, {"a": "word"}, {"a": None}, {"a": True}])
def test_values_it_cannot_judge_say_nothing(values):
    assert Expression("a + 1.0 > 2.0").true(values) is None


def test_what_is_no_yes_or_no_says_nothing():
    assert Expression("a").true({"a": 3.0}) is None


@pytest.mark.parametrize(
    ("text", "place", "word"),
    [
        ("a >", (1, 4), "too early"),
        ("a > 1 ]", (1, 7), "']'"),
        ("a > 1 &&\n  b", (2, 3), "'b' is not an operand"),
        ("a > 1 && foo(a)", (1, 10), "no function 'foo'"),
        ("a + 1.0", (1, 1), "true or false"),
        ("", (1, 1), "too early"),
    ],
)
def test_a_bad_expression_says_where_and_why(text, place, word):
    with pytest.raises(BadExpression) as bad:
        Expression(text).check({"a"})
    assert (bad.value.line, bad.value.column) == place
    assert word in bad.value.message


@pytest.mark.parametrize(
    "text", ["a" * (LONGEST + 1), "(" * 900 + "a" + ")" * 900, "[a].map(x, [a].map(y, [a].map(z, [a].map(q, q))))"]
)
def test_what_would_cost_too_much_is_refused(text):
    with pytest.raises(BadExpression):
        Expression(text)


def test_names_that_a_loop_gives_are_no_operands():
    Expression("[a, b].exists(x, x > 3.0)").check({"a", "b"})
