"""Commands about rule files, without engine or store where none is needed."""

from pathlib import Path
from typing import Annotated

import typer

from heyzack_console.cli.moments import moment
from heyzack_console.cli.output import complain, say, say_json
from heyzack_console.cli.trials import trial_lines, trial_value
from heyzack_console.domain.alerts.rule_file import CheckedFile, FileFault
from heyzack_console.domain.errors import ConsoleError

app = typer.Typer(help="Files of alert rules, YAML or TOML.", no_args_is_help=True)

NOT_OK = 2
"""Exit code when a file is not in order."""

RuleFile = Annotated[Path, typer.Argument(metavar="FILE", help="Rules in YAML (.yaml, .yml) or TOML (.toml).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON value; without it lines for people.")]


@app.callback()
def group() -> None:
    """Files of alert rules, YAML or TOML."""


@app.command()
def check(file: RuleFile, as_json: AsJson = False) -> None:
    """Check a file to the last field: one JSON value, and words for people beside it; exit code 0 or 2."""
    # pydantic, yaml and cel are loaded for this command only.
    from heyzack_console.composition.rule_files import checked_file

    result = checked_file(file)
    say_json({"ok": result.ok, "errors": [_as_json(fault) for fault in result.faults]})
    if not as_json:
        tell(file, result)
    raise typer.Exit(0 if result.ok else NOT_OK)


@app.command()
def replay(
    context: typer.Context,
    file: RuleFile,
    start: Annotated[str | None, typer.Option("--from", help="Begin; default: 30 days before --to.")] = None,
    end: Annotated[str | None, typer.Option("--to", help="End, not included; default: now.")] = None,
    as_json: AsJson = False,
) -> None:
    """Try the rules of a file on the recorded values of the home; nothing is changed, also while an engine runs."""
    from heyzack_console.composition.alert_kpis import Asked
    from heyzack_console.composition.rule_files import checked_file
    from heyzack_console.composition.rule_trial import try_rules

    checked = checked_file(file)
    if not checked.ok:
        if as_json:
            say_json({"ok": False, "errors": [_as_json(fault) for fault in checked.faults]})
        else:
            tell(file, checked)
        raise typer.Exit(NOT_OK)
    try:
        trial = try_rules(context.obj.home, checked.rules, Asked(moment(start, "from"), moment(end, "to")))
    except ConsoleError as refused:
        if as_json:
            say_json({"ok": False, "errors": [], "message": refused.text})
        raise
    if as_json:
        say_json(trial_value(trial))
    else:
        for line in trial_lines(trial):
            say(line)


def tell(file: Path, result: CheckedFile) -> None:
    """Say on standard error what was found, faults in the way that editors understand."""
    for fault in result.faults:
        complain(f"{file}:{fault.line}:{fault.column}: {fault.message}")
    if result.ok:
        count = len(result.rules)
        complain(f"{file}: {count} {'rule' if count == 1 else 'rules'}, in order")


def _as_json(fault: FileFault) -> dict[str, object]:
    return {"line": fault.line, "column": fault.column, "message": fault.message}
