"""Commands about the journal."""

from typing import Annotated

import typer

from heyzack_console.cli.journal_exchange import export_journal, import_journal
from heyzack_console.cli.output import say, say_json
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.journal import Verification

app = typer.Typer(help="The record of every change.", no_args_is_help=True)

app.command("export")(export_journal)
app.command("import")(import_journal)

NOT_IN_ORDER = 2
"""Exit code when verification found something."""


@app.callback()
def group() -> None:
    """The record of every change."""


@app.command()
def verify(
    context: typer.Context,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON value.")] = False,
) -> None:
    """Read every chain from its beginning; exit code 0 when no entry was changed, removed or moved, else 2.

    Exit code 1 says that nothing could be read; with --json the value's "message" tells why.
    """
    # The store's libraries are loaded for this command only.
    from heyzack_console.composition.journal_check import verify_journal

    try:
        result = verify_journal(context.obj.home)
    except ConsoleError as refused:
        if as_json:
            say_json({"ok": False, "entries": 0, "chains": 0, "faults": [], "message": refused.text})
        raise
    if as_json:
        say_json(_as_json(result))
    else:
        _tell(result)
    raise typer.Exit(0 if result.ok else NOT_IN_ORDER)


def _as_json(result: Verification) -> dict[str, object]:
    faults = [{"chain": f.chain, "sequence": f.sequence, "text": f.text} for f in result.faults]
    return {"ok": result.ok, "entries": result.entries, "chains": result.chains, "faults": faults}


def _tell(result: Verification) -> None:
    verdict = "in order" if result.ok else _counted(len(result.faults), "fault")
    say(f"{_counted(result.entries, 'entry', 'entries')} in {_counted(result.chains, 'chain')}: {verdict}")
    for fault in result.faults:
        say(f"chain {fault.chain}, entry {fault.sequence}: {fault.text}")


def _counted(count: int, one: str, many: str = "") -> str:
    return f"{count} {one if count == 1 else many or one + 's'}"
