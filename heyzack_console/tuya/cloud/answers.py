"""Careful reading of results: either way of writing names, texts that hold JSON, and parts that are missing."""

import json
from collections.abc import Iterable
from typing import Annotated, Any, TypeVar

from pydantic import AliasChoices, AliasGenerator, BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from heyzack_console.domain.cloud import CloudCause, CloudError
from heyzack_console.tuya.cloud.refusals import trouble

_LONGEST_TEXT = 4096
_TRUE = frozenset({"true", "1", "yes"})


def _text(value: object) -> str:
    return "" if value is None or isinstance(value, dict | list) else str(value)[:_LONGEST_TEXT]


def _flag(value: object) -> bool:
    return value if isinstance(value, bool) else str(value).strip().lower() in _TRUE


def _whole(value: object) -> int:
    try:
        return int(float(str(value)))
    except (ValueError, OverflowError):
        return 0


def unpacked(value: object) -> object:
    """Return what a text of JSON holds; anything else as it is, and a text that is no JSON as None."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except (ValueError, RecursionError):
        return None


def _members(value: object) -> dict[str, Any]:
    value = unpacked(value)
    return value if isinstance(value, dict) else {}


Text = Annotated[str, BeforeValidator(_text)]
Flag = Annotated[bool, BeforeValidator(_flag)]
Whole = Annotated[int, BeforeValidator(_whole)]
"""A whole number, 0 where none is given."""
Members = Annotated[dict[str, Any], BeforeValidator(_members)]
"""An object, or a text that holds one; empty where neither is given."""


class Answer(BaseModel):
    """A result or a part of one; names are taken in snake_case and in camelCase, what is not known is ignored."""

    model_config = ConfigDict(
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
        alias_generator=AliasGenerator(validation_alias=lambda name: AliasChoices(name, to_camel(name))),
    )


A = TypeVar("A", bound=Answer)


def read_as(model: type[A], result: object) -> A:
    """Read a result.

    Raises:
        CloudError: it does not have the documented shape.
    """
    try:
        return model.model_validate(unpacked(result))
    except ValidationError:
        # Without a cause: what the answer held may be a key in an unexpected place.
        raise not_understood() from None


def read_each(model: type[A], items: object) -> tuple[tuple[A, ...], int]:
    """Read a list as far as it can be read, and tell how many of its items could not.

    Raises:
        CloudError: *items* is no list; None stands for an empty one.
    """
    items = unpacked(items) if items is not None else []
    if not isinstance(items, list):
        raise not_understood()
    read = tuple(_readable(model, items))
    return read, len(items) - len(read)


def not_understood() -> CloudError:
    """The error for a result of an unknown shape."""
    return trouble(CloudCause.SERVER, "The cloud's answer does not have the documented shape.")


def _readable(model: type[A], items: Iterable[object]) -> Iterable[A]:
    for item in items:
        try:
            yield model.model_validate(item)
        except ValidationError:
            continue
