"""Commands, queries, answers and errors as bytes; the catalogue of the engine's port gives the types."""

from functools import cache
from typing import Any

import msgspec

from heyzack_console.domain import errors
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.catalogue import COMMANDS, QUERIES
from heyzack_console.ports.engine.port import Command, Query

_REQUESTS: dict[str, type[Any]] = {kind.__name__: kind for kind in (*COMMANDS, *QUERIES)}
_ERRORS: dict[str, type[ConsoleError]] = {
    name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, ConsoleError)
}


class BadValue(Exception):
    """The bytes are no value of the type they should be; the text says where, never what."""


@cache
def _decoder(kind: Any) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(kind)


def encode(value: object) -> bytes:
    """The value's bytes."""
    return msgspec.msgpack.encode(value)


def decode(kind: Any, body: bytes | msgspec.Raw) -> Any:
    """The value of type *kind*.

    Raises:
        BadValue: the bytes are something else.
    """
    try:
        return _decoder(kind).decode(body)
    except msgspec.MsgspecError as error:
        raise BadValue(str(error)) from error


def encode_request(request: Command | Query[Any]) -> bytes:
    """Name and fields of a command or query."""
    return encode((type(request).__name__, request))


def decode_request(body: bytes) -> Command | Query[Any]:
    """The command or query.

    Raises:
        BadValue: it is not in the catalogue, or a field has another type.
    """
    name, fields = decode(tuple[str, msgspec.Raw], body)
    if name not in _REQUESTS:
        raise BadValue("not in the catalogue")
    request: Command | Query[Any] = decode(_REQUESTS[name], fields)
    return request


def encode_error(error: ConsoleError) -> bytes:
    """The error's class and what it was made with."""
    return encode((type(error).__name__, [str(part) for part in error.args]))


def decode_error(body: bytes) -> ConsoleError:
    """The same error again; one of a class that is not known here becomes a plain ConsoleError with its text.

    Raises:
        BadValue: the bytes are no error.
    """
    name, made_with = decode(tuple[str, list[str]], body)
    kind = _ERRORS.get(name, ConsoleError)
    return kind(*made_with)
