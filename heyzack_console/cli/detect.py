"""`detect`: judges the rows of a file one after another, as the console judges its own 5-minute means."""

import csv
import math
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Protocol, TextIO

import typer

from heyzack_console.cli.output import complain, say, say_json
from heyzack_console.domain.errors import InvalidInput

BAD_INPUT = 2
"""Exit code when the file cannot be judged."""
TIMESTAMP, VALUE = "timestamp", "value"
SCORE, ALERT = "anomaly_score", "alert"
# Ways in which files write that there is no number.
NOTHING = frozenset({"", "na", "n/a", "null", "none"})


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file: its fields as they stand there, and what they mean. *at* is aware."""

    fields: tuple[str, ...]
    stamp: str
    at: datetime
    value: float


def detect(
    file: Annotated[Path, typer.Argument(metavar="FILE.csv", help="Columns timestamp and value, one row a line.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line and nothing else.")] = False,
    out: Annotated[Path | None, typer.Option("--out", dir_okay=False, help="Write the CSV to this file.")] = None,
) -> None:
    """Add anomaly_score (0 to 1) and alert (0 or 1) to each row; a row's score never uses later rows."""
    try:
        if as_json and out is not None:
            raise InvalidInput("--json and --out exclude one another: the file is a CSV.", "out")
        with _opened(file) as rows:
            _tell(*rows, as_json=as_json, out=out)
    except InvalidInput as refused:
        complain(refused.text)
        raise typer.Exit(BAD_INPUT) from refused


def _tell(header: Sequence[str], rows: Iterable[Row], *, as_json: bool, out: Path | None) -> None:
    judged = _judged(rows)
    if as_json:
        for row, score, alert in judged:
            value = row.value if math.isfinite(row.value) else None
            say_json({TIMESTAMP: row.stamp, VALUE: value, SCORE: score, ALERT: alert})
    elif out is None:
        _write(_Lines(say), header, judged)
    else:
        with _replaced(out) as target:
            _write(target, header, judged)


def _judged(rows: Iterable[Row]) -> Iterator[tuple[Row, float, int]]:
    # numpy takes a moment to load; no other command waits for it.
    from heyzack_console.rules.anomaly.detector import Detector

    detector = Detector()
    for row in rows:
        judgement = detector.take(row.value, row.at)
        yield row, judgement.score, int(judgement.alert)


class _CsvLines(Protocol):
    """What csv reads, line by line."""

    @property
    def line_num(self) -> int:
        """The lines read so far."""

    def __next__(self) -> list[str]:
        """The fields of the next row."""


class _Lines:
    """What csv writes, line by line to where commands write."""

    def __init__(self, say_line: Callable[[str], None]) -> None:
        self._say_line = say_line

    def write(self, text: str) -> None:
        """Take one line with its end."""
        self._say_line(text.removesuffix("\n"))


def _write(target: TextIO | _Lines, header: Sequence[str], judged: Iterable[tuple[Row, float, int]]) -> None:
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow([*header, SCORE, ALERT])
    for row, score, alert in judged:
        writer.writerow([*row.fields, score, alert])


@contextmanager
def _replaced(out: Path) -> Iterator[TextIO]:
    """Write beside *out* and put it in its place at the end, so that *out* is whole or as it was.

    Raises:
        InvalidInput: it cannot be written.
    """
    beside = out.with_name(f"{out.name}.{os.getpid()}.part")
    try:
        with beside.open("x", encoding="utf-8", newline="") as target:
            yield target
        beside.replace(out)
    except OSError as error:
        raise InvalidInput(f"{out} cannot be written: {error.strerror}. Nothing was changed.", "out") from error
    finally:
        beside.unlink(missing_ok=True)


@contextmanager
def _opened(file: Path) -> Iterator[tuple[list[str], Iterator[Row]]]:
    """Open *file* and give its header and its rows, read as they are asked for.

    Raises:
        InvalidInput: there is no such file, or a line of it cannot be understood; the text names the line.
    """
    try:
        # A byte order mark, as spreadsheets write it, is no part of the first column's name.
        source = file.open(encoding="utf-8-sig", newline="")
    except OSError as error:
        raise InvalidInput(f"{file} cannot be read: {error.strerror}.", "file") from error
    with source:
        lines = csv.reader(source)
        header = _next(file, lines)
        if header is None:
            raise InvalidInput(f"{file}, line 1: the file is empty. It needs columns {TIMESTAMP} and {VALUE}.", "file")
        yield header, _rows(file, lines, header)


def _rows(file: Path, lines: "_CsvLines", header: list[str]) -> Iterator[Row]:
    stamp_at, value_at = _places(file, header)
    while (fields := _next(file, lines)) is not None:
        if not fields:
            continue  # an empty line, mostly the last one
        where = f"{file}, line {lines.line_num}"
        if len(fields) != len(header):
            raise InvalidInput(f"{where}: {len(fields)} fields where the first line names {len(header)}.", "file")
        stamp = fields[stamp_at].strip()
        yield Row(tuple(fields), stamp, _moment(where, stamp), _number(where, fields[value_at].strip()))


def _next(file: Path, lines: "_CsvLines") -> list[str] | None:
    try:
        return next(lines, None)
    except (csv.Error, UnicodeDecodeError) as error:
        raise InvalidInput(f"{file}, after line {lines.line_num}: this is no CSV text in UTF-8.", "file") from error


def _places(file: Path, header: Sequence[str]) -> tuple[int, int]:
    names = [name.strip().lower() for name in header]
    for wanted in (TIMESTAMP, VALUE):
        if names.count(wanted) != 1:
            raise InvalidInput(f"{file}, line 1: exactly one column has to be called {wanted}.", "file")
    for taken in (SCORE, ALERT):
        if taken in names:
            raise InvalidInput(f"{file}, line 1: there is a column {taken} already. Give the file without it.", "file")
    return names.index(TIMESTAMP), names.index(VALUE)


def _moment(where: str, text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError as error:
        raise InvalidInput(
            f"{where}: {text!r} is no time. Write it like 2026-03-02 08:05:00 or 2026-03-02T08:05:00Z.", TIMESTAMP
        ) from error
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)


def _number(where: str, text: str) -> float:
    """What is missing is no number and counts as the value before."""
    if text.lower() in NOTHING:
        return math.nan
    try:
        return float(text)
    except ValueError as error:
        raise InvalidInput(f"{where}: {text!r} is no number.", VALUE) from error
