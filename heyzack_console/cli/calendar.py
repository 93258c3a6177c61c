"""Commands about calendars."""

import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from heyzack_console.cli.output import complain, say, say_json
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.ports.calendars import FileOccurrence

app = typer.Typer(help="Calendars as files.", no_args_is_help=True)

BAD_INPUT = 2
"""Exit code when the file cannot be expanded."""

HEADINGS = ("start", "end", "status", "summary")

Begin = Annotated[str, typer.Option("--from", metavar="ISO", help="First moment: a date, local time, or with offset.")]
End = Annotated[str, typer.Option("--to", metavar="ISO", help="First moment after the span.")]


@app.callback()
def group() -> None:
    """Calendars as files."""


@app.command()
def expand(
    file: Annotated[Path, typer.Argument(metavar="FILE.ics", help="An iCalendar file.")],
    begin: Begin,
    end: End,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line and nothing else.")] = False,
) -> None:
    """List what takes place from --from up to, but without, --to, with every recurrence.

    A span without an offset is read on each event's own clock.
    """
    # The libraries that read calendars are loaded for this command only.
    from heyzack_console.composition.calendar_files import expand_file

    try:
        found = expand_file(file, begin, end)
    except InvalidInput as refused:
        if as_json:
            say_json({"ok": False, "message": refused.text})
        complain(refused.text)
        raise typer.Exit(BAD_INPUT) from refused
    if as_json:
        for one in found:
            say_json(asdict(one))
    else:
        _tell(found)


@app.command("expand-input", hidden=True)
def expand_input(begin: Begin, end: End) -> None:
    """Expand what stands on standard input; the process that `expand` starts and may have to stop."""
    from heyzack_console.composition.calendar_files import expand_given

    say_json(expand_given(sys.stdin.buffer.read(), begin, end))


@app.command("read-input", hidden=True)
def read_input(zone: Annotated[str, typer.Option("--zone")], kind: Annotated[str, typer.Option("--kind")]) -> None:
    """Read what stands on standard input into entries; the process that the engine starts and may have to stop."""
    from heyzack_console.composition.calendar_files import read_given

    say(read_given(sys.stdin.buffer.read(), zone, kind))


def _tell(found: Sequence[FileOccurrence]) -> None:
    if not found:
        complain("Nothing takes place in this span.")
        return
    rows = [HEADINGS, *((one.start, one.end, one.status or "", _plain(one.summary or "")) for one in found)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS) - 1)]
    for row in rows:
        fixed = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
        say(f"{fixed}  {row[-1]}".rstrip())


def _plain(text: str) -> str:
    """On one line, and nothing that a terminal would obey."""
    return "".join(letter if letter.isprintable() else " " for letter in text)
