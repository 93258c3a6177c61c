"""Commands about products."""

import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from heyzack_console.cli.output import complain, say, say_json
from heyzack_console.domain.errors import InvalidInput
from heyzack_console.domain.products import ProductReport

app = typer.Typer(help="What products can do.", no_args_is_help=True)

BAD_INPUT = 2
"""Exit code when the file cannot be read."""
_SHOWN_PROBLEMS = 3
_WIDTH = 24


@app.callback()
def group() -> None:
    """What products can do."""


@app.command()
def check(
    file: Annotated[Path, typer.Argument(metavar="FILE.jsonl", help="Products or devices, one JSON object a line.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a line and nothing else.")] = False,
) -> None:
    """Tell for each product of a file how many data points get a control or words, and what is wrong with it."""
    # What knows the products is loaded for this command only.
    from heyzack_console.composition.product_check import check_products

    try:
        reports = check_products(file)
        if as_json:
            for report in reports:
                say_json(_as_json(report))
        else:
            _tell(reports)
    except InvalidInput as refused:
        complain(refused.text)
        raise typer.Exit(BAD_INPUT) from refused


def _as_json(report: ProductReport) -> dict[str, object]:
    return {
        "product_id": report.product_id,
        "points": report.points,
        "with_control": report.with_control,
        "raw_only": report.raw_only,
        "problems": list(report.problems),
    }


def _tell(reports: Iterable[ProductReport]) -> None:
    say(f"{'product':<{_WIDTH}} {'points':>6} {'control':>8} {'raw':>5}  name")
    products = points = better = troubled = 0
    for report in reports:
        products, points, better = products + 1, points + report.points, better + report.with_control
        troubled += bool(report.problems)
        name = _plain(report.product_id or f"line {report.line}")
        counts = f"{report.points:>6} {report.with_control:>8} {report.raw_only:>5}"
        say(f"{name:<{_WIDTH}} {counts}  {_plain(report.name)}".rstrip())
        for problem in report.problems[:_SHOWN_PROBLEMS]:
            say(f"    {_plain(problem)}")
        if len(report.problems) > _SHOWN_PROBLEMS:
            say(f"    and {len(report.problems) - _SHOWN_PROBLEMS} more")
    share = f" ({better / points:.1%})" if points else ""
    say(f"{products} records, {points} data points: {better} with a control or in words{share}, {points - better} raw")
    say(f"{troubled} records with problems")


def _plain(text: str) -> str:
    """A text from outside without what moves the cursor."""
    return "".join(sign if unicodedata.category(sign)[0] != "C" else "\N{REPLACEMENT CHARACTER}" for sign in text)
