"""Checks the import contracts of a copied package, as it is and after each of several offences; prints one JSON value.

Run as a script in the copy's folder, because import-linter finds the package through the import path.
"""

import contextlib
import io
import json
import sys
from pathlib import Path

from importlinter import configuration
from importlinter.application.use_cases import lint_imports

CONFIGURATION = "pyproject.toml"


def kept(contract: str | None) -> tuple[bool, str]:
    """Whether the copy keeps *contract* (every one if None), and what import-linter said about it."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        limit = (contract,) if contract else ()
        answer = lint_imports(CONFIGURATION, limit_to_contracts=limit, cache_dir=None, no_logo=True)
    return answer, said.getvalue()


def kept_despite(contract: str, additions: dict[str, str]) -> tuple[bool, str]:
    """The same with *additions* (path to text) appended to the copy's files for the time of the check."""
    before = {path: Path(path).read_text(encoding="utf-8") if Path(path).exists() else None for path in additions}
    for path, text in additions.items():
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text((before[path] or "") + text, encoding="utf-8")
    try:
        return kept(contract)
    finally:
        for path, text in before.items():
            if text is None:
                Path(path).unlink()
            else:
                Path(path).write_text(text, encoding="utf-8")


def main() -> None:
    """Read ``{name: {contract, additions}}`` from standard input and answer with ``{name: [kept, said]}``."""
    offences = json.load(sys.stdin)
    sys.path.insert(0, str(Path.cwd()))
    configuration.configure()
    verdicts = {"as it is": kept(None)}
    for name, offence in offences.items():
        verdicts[name] = kept_despite(offence["contract"], offence["additions"])
    json.dump(verdicts, sys.stdout)


if __name__ == "__main__":
    main()
