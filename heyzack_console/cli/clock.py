"""`clock`: answers questions about service time, one JSON line for each on standard input."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated, BinaryIO, NoReturn

import typer

from heyzack_console.cli.output import say
from heyzack_console.domain.errors import ConsoleError, InvalidInput

LONGEST = 8 * 1024 * 1024
"""Bytes that one request may have."""
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def clock(
    time_zones: Annotated[
        bool, typer.Option("--time-zones", help="Print which release of the time-zone data is used, and end.")
    ] = False,
) -> None:
    """Read requests as JSON lines from standard input and answer each with one JSON line; see the guide."""
    if time_zones:
        # Only this answer looks at the machine.
        from heyzack_console.host.zone_data import zone_data

        data = zone_data()
        _write({"bundled": data.bundled, "system": data.system or None, "differs": data.differs})
        return
    for line in _lines(sys.stdin.buffer):
        _write(_answered(line))


def _answered(line: bytes | None) -> dict[str, object]:
    # The rules load the zone data; no other command waits for it.
    from heyzack_console.cli.clock_answers import answer

    try:
        return answer(_read(line))
    except ConsoleError as refused:
        return {"error": refused.text}


def _read(line: bytes | None) -> dict[str, object]:
    """Return the JSON object that *line* holds; None is a line that was too long.

    Raises:
        InvalidInput: there is none.
    """
    if line is None:
        raise InvalidInput(f"The line is longer than {LONGEST} bytes and was left out.")
    try:
        request = json.loads(line.decode(), object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError as error:
        raise InvalidInput("The line is no text in UTF-8.") from error
    except (ValueError, RecursionError) as error:
        raise InvalidInput("The line is no JSON.") from error
    if not isinstance(request, dict):
        raise InvalidInput("The line is no JSON object.")
    return request


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise InvalidInput("The line names a field twice.")
    return found


def _no_number(text: str) -> NoReturn:
    raise InvalidInput(f"The line holds {text}, which is no JSON.")


def _lines(source: BinaryIO) -> Iterator[bytes | None]:
    """Yield the lines that are not blank, without their ends; None for one that is too long."""
    first = True
    while line := source.readline(LONGEST + 1):
        if first:
            line, first = line.removeprefix(BYTE_ORDER_MARK), False
        if len(line) > LONGEST and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = source.readline(LONGEST)
            yield None
        elif line.strip():
            yield line


def _write(value: dict[str, object]) -> None:
    # Plain ASCII, so that no terminal or pipe can refuse a character of an answer.
    say(json.dumps(value, separators=(",", ":")))
