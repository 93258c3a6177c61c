"""Reading of single arguments, apart from the commands that take them."""

import json
import sys
from collections.abc import Sequence

from heyzack_console.domain.errors import InvalidInput

KEY_LENGTH = 16


def home_first(arguments: Sequence[str]) -> list[str]:
    """Move ``--home DIR`` in front of the command, so that it may stand anywhere on the line."""
    homes: list[str] = []
    rest: list[str] = []
    left = list(arguments)
    while left:
        word = left.pop(0)
        if word == "--":
            rest += [word, *left]
            break
        if word == "--home" and left:
            homes += [word, left.pop(0)]
        elif word.startswith("--home="):
            homes.append(word)
        else:
            rest.append(word)
    return homes + rest


def local_key(given: str | None) -> bytes:
    """Return the local key as the device's cipher takes it; ``-`` reads it from standard input.

    Raises:
        InvalidInput: there is none, or it has not 16 characters; the text never repeats it.
    """
    text = sys.stdin.readline().strip("\r\n") if given == "-" else given or ""
    if not text:
        raise InvalidInput("A local key is needed: --key KEY, --key - (standard input) or HEYZACK_LOCAL_KEY.", "key")
    try:
        key = text.encode("latin-1")
    except UnicodeEncodeError as error:
        raise InvalidInput("The local key holds characters that no Tuya key has.", "key") from error
    if len(key) != KEY_LENGTH:
        raise InvalidInput(f"A local key has {KEY_LENGTH} characters; this one has {len(key)}.", "key")
    return key


def data_points(given: Sequence[str]) -> dict[int, object]:
    """Read ``1=true`` and the like: number and JSON value; what is no JSON is taken as a text.

    Raises:
        InvalidInput: no number, or no ``=``.
    """
    return dict(_data_point(text) for text in given)


def _data_point(text: str) -> tuple[int, object]:
    number, equals, value = text.partition("=")
    if not equals or not (number.isascii() and number.isdecimal()):
        raise InvalidInput(f"{text!r} is no data point. Write NUMBER=VALUE, such as 1=true.", "dp")
    try:
        content = json.loads(value)
        # Python also reads NaN and Infinity, which no device does.
        json.dumps(content, allow_nan=False)
    except ValueError:
        return int(number), value
    return int(number), content
