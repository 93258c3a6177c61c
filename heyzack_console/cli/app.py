"""The command line: which commands there are and what they hand on.

Commands load what they start only when they start it, so that a scan needs no Qt and a window no device library.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from heyzack_console import __version__
from heyzack_console.cli.alerts import app as alerts_app
from heyzack_console.cli.calendar import app as calendar_app
from heyzack_console.cli.clock import clock
from heyzack_console.cli.cloud import app as cloud_app
from heyzack_console.cli.detect import detect
from heyzack_console.cli.journal import app as journal_app
from heyzack_console.cli.lan import app as lan_app
from heyzack_console.cli.output import say
from heyzack_console.cli.plan import app as plan_app
from heyzack_console.cli.products import app as products_app
from heyzack_console.cli.rules import app as rules_app
from heyzack_console.cli.simulator import run_simulator
from heyzack_console.composition.options import DemoOptions, EngineOptions, WindowOptions

PROGRAM = "heyzack-console"

app = typer.Typer(
    name=PROGRAM,
    help="Operator console for smart buildings whose devices speak Tuya.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.add_typer(alerts_app, name="alerts")
app.add_typer(lan_app, name="lan")
app.add_typer(cloud_app, name="cloud")
app.add_typer(journal_app, name="journal")
app.add_typer(calendar_app, name="calendar")
app.add_typer(products_app, name="products")
app.add_typer(rules_app, name="rules")
app.add_typer(plan_app, name="plan")
app.command()(detect)
app.command()(clock)
app.command("simulator", hidden=True)(run_simulator)


@dataclass(frozen=True, slots=True)
class Invocation:
    """What was said before the command's name."""

    home: Path | None


def _show_version(wanted: bool) -> None:
    if wanted:
        say(f"{PROGRAM} {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    home: Annotated[
        Path | None, typer.Option(envvar="HEYZACK_HOME", help="Folder for all state.", file_okay=False)
    ] = None,
    shown_version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and end.")
    ] = False,
) -> None:
    """Open the console's window; an engine is started where none runs."""
    context.obj = Invocation(home)
    if context.invoked_subcommand is None:
        # Qt is loaded here and nowhere else on the command line.
        from heyzack_console.composition.window import run_window

        raise typer.Exit(run_window(WindowOptions(home)))


@app.command()
def demo(  # noqa: PLR0913, PLR0917  (each parameter is an option of the stable command line)
    context: typer.Context,
    devices: Annotated[int, typer.Option(min=10, max=5_000, help="Devices in the building.")] = 150,
    seed: Annotated[int, typer.Option(help="The same seed gives the same building and day.")] = 1,
    scenario: Annotated[str, typer.Option(help="What happens in the building.")] = "normal",
    speed: Annotated[float, typer.Option(min=0.1, max=3600, help="Simulated seconds per second.")] = 1.0,
    seconds: Annotated[float, typer.Option(min=0, help="End by itself after so many seconds; 0: never.")] = 0.0,
    shots: Annotated[
        Path | None, typer.Option(file_okay=False, help="Write pictures of window and panes here.")
    ] = None,
) -> None:
    """Open the window on a simulated building whose devices speak the real protocol."""
    # Only this command needs the simulator, and it draws.
    from heyzack_console.composition.demo import run_demo

    options = DemoOptions(devices, seed, scenario, speed, seconds, shots, context.obj.home)
    raise typer.Exit(run_demo(options, say))


@app.command()
def engine(
    context: typer.Context,
    demo_site: Annotated[
        Path | None, typer.Option(dir_okay=False, hidden=True, help="Description file of a running demo building.")
    ] = None,
) -> None:
    """Run the engine alone, without a window, until it is told to stop (SIGTERM or Ctrl+C)."""
    # The engine's libraries take a moment to load; no other command waits for them.
    from heyzack_console.composition.engine import run_engine

    raise typer.Exit(run_engine(EngineOptions(context.obj.home, demo_site)))
