"""Compiles the forms of ``ui/*.ui`` into ``heyzack_console/desktop/forms``; with ``--check`` only tells what is stale.

Run it with the environment's Python after every change of a form, and commit both.
"""

import argparse
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
DRAWN = CHECKOUT / "ui"
COMPILED = CHECKOUT / "heyzack_console" / "desktop" / "forms"
INIT = '"""Forms compiled from ui/ by packaging/forms.py; never edited by hand."""\n'


def compiled(form: Path) -> str:
    """What Qt's compiler makes of *form*, without the line that names its version."""
    command = [str(Path(sys.executable).parent / "pyside6-uic"), "--generator", "python", str(form)]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return "".join(line for line in text.splitlines(keepends=True) if "User Interface Compiler version" not in line)


def wanted() -> dict[str, str]:
    """The modules that belong into the folder of compiled forms, by file name; empty without any form."""
    drawn = sorted(DRAWN.glob("*.ui"))
    return {"__init__.py": INIT, **{f"{form.stem}.py": compiled(form) for form in drawn}} if drawn else {}


def stale(modules: Mapping[str, str], folder: Path) -> list[str]:
    """File names whose content in *folder* differs from *modules*, and those in it that no form stands behind."""
    present = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.py")}
    return sorted(name for name in {*present, *modules} if present.get(name) != modules.get(name))


def main() -> int:
    """Compile, or with --check compare; 1 when something is stale."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing, only tell what is stale")
    only_check = parser.parse_args().check
    modules = wanted()
    differing = stale(modules, COMPILED)
    if only_check:
        print(
            f"stale: {', '.join(differing)}; run packaging/forms.py" if differing else f"{len(modules)} forms are fresh"
        )
        return 1 if differing else 0
    for name in differing:
        place = COMPILED / name
        if name in modules:
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(modules[name], encoding="utf-8")
        else:
            place.unlink()
        print(f"{'wrote' if name in modules else 'removed'} {place.relative_to(CHECKOUT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
