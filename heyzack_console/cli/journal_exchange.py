"""The journal as sealed files: export and import."""

import os
from pathlib import Path
from typing import Annotated

import typer

from heyzack_console.cli.output import complain, say, say_json
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.exchange import Choice, Conflict, ExchangeReport

NOT_DONE = 2
"""Exit code when the file was refused, or something of it."""
PASSPHRASE = "HEYZACK_PASSPHRASE"

File = Annotated[Path, typer.Argument(metavar="FILE", help="The sealed journal file.")]
From = Annotated[Path | None, typer.Option("--passphrase-file", help="A file whose first line is the passphrase.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON value.")]


def export_journal(
    context: typer.Context,
    file: File,
    passphrase_file: From = None,
    console: Annotated[str, typer.Option("--for", help="Id of a console: only what it lacked when it wrote.")] = "",
    as_json: AsJson = False,
) -> None:
    """Write a sealed file with everything that another console may lack. No engine may run on the home folder."""
    # The store's libraries are loaded for this command only.
    from heyzack_console.composition import journal_files

    try:
        count = journal_files.export_journal(context.obj.home, file, _passphrase(passphrase_file), console)
    except ConsoleError as refused:
        raise _refused(refused, as_json) from refused
    if as_json:
        say_json({"ok": True, "entries": count})
    else:
        say(f"{count} {'entry' if count == 1 else 'entries'} written to {file}.")


def import_journal(
    context: typer.Context,
    file: File,
    passphrase_file: From = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come of it.")] = False,
    as_json: AsJson = False,
) -> None:
    """Join a sealed file to the journal; exit code 2 when it, or something in it, was refused."""
    from heyzack_console.composition import journal_files

    try:
        report = journal_files.import_journal(context.obj.home, file, _passphrase(passphrase_file), keep=not dry_run)
    except ConsoleError as refused:
        raise _refused(refused, as_json) from refused
    if as_json:
        say_json(_as_json(report))
    else:
        _tell(report)
    raise typer.Exit(NOT_DONE if report.refused else 0)


def _passphrase(file: Path | None) -> str:
    if file is None:
        return os.environ.get(PASSPHRASE) or typer.prompt("Passphrase", hide_input=True, err=True)
    try:
        return file.read_text(encoding="utf-8").splitlines()[0]
    except (OSError, UnicodeDecodeError, IndexError) as error:
        raise typer.BadParameter(f"no passphrase can be read from {file}") from error


def _refused(error: ConsoleError, as_json: bool) -> typer.Exit:
    if as_json:
        say_json({"ok": False, "message": error.text})
    else:
        complain(error.text)
    return typer.Exit(NOT_DONE)


def _as_json(report: ExchangeReport) -> dict[str, object]:
    return {
        "ok": not report.refused,
        "kept": report.kept,
        "entries": report.entries,
        "known": report.known,
        "writers": dict(report.writers),
        "waiting": dict(report.waiting),
        "refused": list(report.refused),
        "conflicts": [_conflict(one) for one in report.conflicts],
    }


def _conflict(one: Conflict) -> dict[str, object]:
    return {"record": one.record, "group": one.group, "shown": _choice(one.shown), "other": _choice(one.other)}


def _choice(one: Choice) -> dict[str, object]:
    return {"values": dict(one.values), "by": one.by, "at": one.at.isoformat(), "entry": one.entry}


def _tell(report: ExchangeReport) -> None:
    say(f"{'New' if report.kept else 'Would be new'}: {report.entries}; known already: {report.known}.")
    for name, count in report.writers:
        say(f"  {name}: {count}")
    for why, count in report.waiting:
        say(f"Waiting, {why}: {count}")
    for refusal in report.refused:
        say(f"Refused, {refusal}")
    for one in report.conflicts:
        say(f"Conflict in {one.record}: shown {_words(one.shown)}; other {_words(one.other)}")


def _words(one: Choice) -> str:
    values = ", ".join(f"{column} {text}" for column, text in one.values)
    return f"{values} ({one.by}, {one.at:%Y-%m-%d %H:%M} UTC)"
