"""Commands, queries, answers and errors as bytes."""

from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from heyzack_console.domain import errors
from heyzack_console.domain.errors import ConsoleError, DeviceError, InvalidInput
from heyzack_console.link.values import (
    BadValue,
    decode,
    decode_error,
    decode_request,
    encode,
    encode_error,
    encode_request,
)
from heyzack_console.ports.engine.catalogue import COMMANDS, QUERIES
from heyzack_console.ports.engine.devices import SetLocalKey
from heyzack_console.ports.engine.feed import Batch
from heyzack_console.ports.engine.port import Receipt

# What the port's values may hold: 64-bit numbers that equal themselves, and aware UTC.
EARLIEST, LATEST = (datetime(year, 1, 1, tzinfo=UTC).replace(tzinfo=None) for year in (1970, 2200))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(int, st.integers(-(2**63), 2**63 - 1))
st.register_type_strategy(datetime, st.datetimes(EARLIEST, LATEST, timezones=st.just(UTC)))

ANSWERS = [*{str(query.answer): query.answer for query in QUERIES}.values(), Receipt, Batch]


def values_of(kind: Any) -> st.SearchStrategy[Any]:
    """Values of an answer's type, with short tuples."""
    if len(get_args(kind)) == 2 and get_args(kind)[1] is Ellipsis:
        return st.lists(st.from_type(get_args(kind)[0]), max_size=2).map(tuple)
    return st.from_type(kind)


@pytest.mark.parametrize("kind", [*COMMANDS, *QUERIES], ids=lambda kind: kind.__name__)
@settings(max_examples=10)
@given(st.data())
def test_a_request_arrives_as_it_was_sent(kind, data):
    request = data.draw(st.from_type(kind))
    assert decode_request(encode_request(request)) == request


@pytest.mark.parametrize("kind", ANSWERS, ids=str)
@settings(max_examples=10)
@given(st.data())
def test_an_answer_arrives_as_it_was_given(kind, data):
    answer = data.draw(values_of(kind))
    assert decode(kind, encode(answer)) == answer


def test_every_name_in_the_catalogue_is_there_once():
    names = [kind.__name__ for kind in (*COMMANDS, *QUERIES)]
    assert len(names) == len(set(names))


def every_error():
    return [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, ConsoleError)]


@pytest.mark.parametrize("kind", every_error())
def test_an_error_arrives_with_its_class_and_text(kind):
    arrived = decode_error(encode_error(kind("The lamp is off. Switch it on.")))
    assert type(arrived) is kind
    assert arrived.text == "The lamp is off. Switch it on."


def test_an_error_arrives_with_what_else_it_tells():
    assert decode_error(encode_error(InvalidInput("Too warm.", "limit"))).field == "limit"
    assert decode_error(encode_error(DeviceError("No answer.", "key"))).stage == "key"


def test_an_error_of_an_unknown_class_keeps_its_text():
    arrived = decode_error(encode(("ErrorOfTomorrow", ["The sky fell."])))
    assert type(arrived) is ConsoleError
    assert arrived.text == "The sky fell."


@pytest.mark.parametrize(
    "body", [b"", b"\xc1", encode("Undo"), encode(("Undo",)), encode(("Nothing", {})), encode(("Undo", {"entry": 5}))]
)
def test_what_is_no_request_is_refused(body):
    with pytest.raises(BadValue):
        decode_request(body)


def test_a_refused_request_does_not_show_the_secret_that_it_carried():
    body = encode(("SetLocalKey", {"device": "d", "key": ["very-secret-key!"]}))
    with pytest.raises(BadValue) as refusal:
        decode_request(body)
    assert "very-secret" not in str(refusal.value)
    assert "very-secret" not in repr(SetLocalKey("d", "very-secret-key!"))


@given(st.binary(max_size=80))
def test_arbitrary_bytes_are_refused_or_read_and_nothing_else(body):
    for read in (decode_request, decode_error):
        try:
            read(body)
        except BadValue:
            continue
