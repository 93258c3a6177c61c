"""Runs the benchmarks that were named, or all of them, and prints one table of ratios."""

import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence

import tests.benchmarks
from tests.benchmarks.table import as_table

NOT_A_BENCHMARK = {"__main__", "table"}


def names() -> list[str]:
    """Every module of this folder that measures something, sorted; one with a leading underscore only serves others."""
    found = (module.name for module in pkgutil.iter_modules(tests.benchmarks.__path__))
    return sorted(name for name in found if name not in NOT_A_BENCHMARK and not name.startswith(("test_", "_")))


def main(arguments: Sequence[str]) -> int:
    """Print the table of the named benchmarks; 1 when a target was missed, 2 when a name is unknown."""
    known = names()
    unknown = sorted(set(arguments) - set(known))
    if unknown:
        print(f"No benchmark is called {', '.join(unknown)}. There are: {', '.join(known) or 'none'}.", file=sys.stderr)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_API", "pyside6")
    rows = []
    for name in arguments or known:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        rows += importlib.import_module(f"tests.benchmarks.{name}").run()
    print(as_table(rows))
    return 1 if any(row.met is False for row in rows) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
