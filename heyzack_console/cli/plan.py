"""Commands about floor plans, without engine, store or window."""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperCommand
from typing_extensions import override

from heyzack_console.cli.output import complain, say, say_json
from heyzack_console.composition.options import READ_PLANS
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.domain.plans import Plan, PlanChoice
from heyzack_console.host.programs import own_command
from heyzack_console.plans.reader import PlanReader, bytes_of

app = typer.Typer(help="Floor plans.", no_args_is_help=True)

NOT_READ = 2
"""Exit code when there is no plan in the file, or the command line was not understood."""


# Typer brings its own copy of what reads command lines; this is the root of its complaints about one.
_UsageError: type[Exception] = typer.BadParameter.__mro__[1]


class _AnswersInJson(TyperCommand):
    """Says in JSON too what was wrong with the command line, where JSON was asked for."""

    @override
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        asked = "--json" in args
        try:
            return super().parse_args(ctx, args)
        except _UsageError as error:
            if asked:
                say_json(_refusal(str(getattr(error, "format_message", error.__str__)())))
            raise


@app.command("import", cls=_AnswersInJson)
def import_plan(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="PNG, JPEG, SVG, PDF, DXF or IFC.")],
    layer: Annotated[
        list[str] | None, typer.Option("--layer", help="A layer to read; may be repeated. Default: those shown.")
    ] = None,
    page: Annotated[int, typer.Option("--page", min=1, help="Page of a PDF.")] = 1,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object and nothing else.")] = False,
) -> None:
    """Read a floor plan and tell its floors and named zones; exit code 2 when it cannot be read. Nothing is stored."""
    try:
        with PlanReader(own_command(*READ_PLANS)) as reader:
            plan = reader.read(file.name, bytes_of(file), PlanChoice(tuple(layer or ()), page))
    except ConsoleError as refusal:
        if as_json:
            say_json(_refusal(refusal.text))
        else:
            complain(refusal.text)
        raise typer.Exit(NOT_READ) from refusal
    if as_json:
        say_json(_as_json(plan))
    else:
        _tell(plan)


@app.command("read-from-pipe", hidden=True)
def read_from_pipe() -> None:
    """Read plans that another process hands over, until it closes the pipe."""
    from heyzack_console.plans.worker import serve

    serve()


def _refusal(text: str) -> dict[str, object]:
    return {"ok": False, "floors": [], "message": text}


def _as_json(plan: Plan) -> dict[str, object]:
    floors = [
        {
            "name": floor.name,
            "width": floor.width,
            "height": floor.height,
            "unit": floor.unit,
            "zones": len(floor.zones),
            "zone_names": [zone.label for zone in floor.zones],
        }
        for floor in plan.floors
    ]
    return {"ok": True, "floors": floors, "message": " ".join(plan.notes)}


def _tell(plan: Plan) -> None:
    for floor in plan.floors:
        zones = f"{len(floor.zones)} zone" + ("" if len(floor.zones) == 1 else "s")
        say(f"{floor.name}: {floor.width:g} × {floor.height:g} {floor.unit}, {zones}")
        for zone in floor.zones:
            say(f"  {zone.label}")
    for note in plan.notes:
        say(note)
