"""Calls, names and words that have one place in the house, or none."""

import ast
import os
import re
from pathlib import Path

import pytest

from tests.support.sources import CHECKOUT, PACKAGE, classes, package_files, place, room_of, text_of, tree_of

# A call, and the only file of the package that may make it (None: nobody).
ONLY_CALLED_IN = {
    r"\.exec(_)?\(": None,
    r"\basync(Slot|Close)\b": None,
    r"\bprint\(": None,
    r"\.setShortcuts?\(": "desktop/action_binding.py",
    r"loop(\(\))?\.create_task\(": "desktop/bridge.py",
    r"\b(time\.time(_ns)?|datetime\.(now|utcnow|today)|date\.today)\(": "host/clock.py",
}

VAGUE_NAMES = ("Manager", "Helper", "Handler", "Data", "Info", "Base")
VAGUE_MODULES = {"utils", "util", "helpers", "helper", "common", "misc"}
MAY_CATCH_EVERYTHING = {"desktop/bridge.py", "__main__.py"}
# Where an import may wait inside a function: heavy libraries late, and command lines that must not load Qt.
MAY_IMPORT_LATE = {"__main__.py", "cli", "composition"}
TEXT_KINDS = {".py", ".md", ".toml", ".json", ".ui", ".sh", ".spec", ".ini", ".mako", ""}
SKIPPED = {".git", ".venv", ".venv-sdk", ".hypothesis", "build", "dist", "__pycache__", "shots"}


def lines_matching(pattern: str, path: Path) -> list[str]:
    lines = text_of(path).splitlines()
    return [place(path, number) for number, line in enumerate(lines, start=1) if re.search(pattern, line.split("#")[0])]


@pytest.mark.parametrize("pattern", ONLY_CALLED_IN)
def test_a_call_is_made_only_where_it_belongs(pattern):
    allowed = ONLY_CALLED_IN[pattern]
    strangers = [path for path in package_files() if allowed is None or path != PACKAGE / allowed]
    assert [hit for path in strangers for hit in lines_matching(pattern, path)] == []


def test_one_file_at_most_restores_a_layout():
    callers = [place(path) for path in package_files() if lines_matching(r"\.restoreState\(", path)]
    assert len(callers) <= 1, callers


def test_only_the_bridge_and_the_entry_point_catch_everything():
    strangers = [path for path in package_files() if path.relative_to(PACKAGE).as_posix() not in MAY_CATCH_EVERYTHING]
    found = [
        place(path, node.lineno)
        for path in strangers
        for node in ast.walk(tree_of(path))
        if isinstance(node, ast.ExceptHandler) and catches_everything(node)
    ]
    assert not found, "\n".join(found)


def catches_everything(handler: ast.ExceptHandler) -> bool:
    """Cleaning up and raising again (``except BaseException: …; raise``) keeps the error and is no catch."""
    caught = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    names = {"BaseException" if kind is None else ast.unparse(kind) for kind in caught}
    last = handler.body[-1]
    raised_again = isinstance(last, ast.Raise) and last.exc is None
    return "Exception" in names or ("BaseException" in names and not raised_again)


def test_no_class_has_a_name_that_says_nothing():
    found = [
        f"{place(path, node.lineno)} {node.name}"
        for path in package_files()
        for node in classes(tree_of(path))
        if node.name.endswith(VAGUE_NAMES)
    ]
    assert not found, "\n".join(found)


def test_no_module_has_a_name_that_says_nothing():
    assert [place(path) for path in package_files() if {path.stem, path.parent.name} & VAGUE_MODULES] == []


def test_no_import_of_our_own_hides_in_a_function_or_behind_type_checking():
    found = []
    for path in package_files():
        if room_of(path) in MAY_IMPORT_LATE:
            continue
        tree = tree_of(path)
        deep = set(ast.walk(tree)) - set(tree.body)
        found += [place(path, node.lineno) for node in deep if imports_our_own(node)]
    assert not found, "\n".join(found)


def imports_our_own(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").split(".")[0] == "heyzack_console"
    return isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "heyzack_console" for alias in node.names)


def test_no_file_names_a_path_of_one_machine():
    homes = "|".join(("root", "work", "home/[a-z]+", "Users/[A-Za-z]+"))
    pattern = re.compile(rf"(?<![\w.])/({homes})/")
    found = []
    for folder, folders, names in os.walk(CHECKOUT):
        folders[:] = [name for name in folders if name not in SKIPPED and not name.endswith("_cache")]
        for name in names:
            path = Path(folder, name)
            if (
                name not in SKIPPED
                and path.suffix in TEXT_KINDS
                and pattern.search(path.read_text(encoding="utf-8", errors="ignore"))
            ):
                found.append(place(path))
    assert not found, "\n".join(found)
