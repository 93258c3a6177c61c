"""The project's own source files, parsed once, for the tests that guard the house."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
PACKAGE = CHECKOUT / "heyzack_console"
GENERATED = PACKAGE / "desktop" / "forms"


@cache
def package_files() -> tuple[Path, ...]:
    """Every module of the package that a person wrote."""
    return tuple(sorted(path for path in PACKAGE.rglob("*.py") if GENERATED not in path.parents))


@cache
def written_files() -> tuple[Path, ...]:
    """Every Python file that a person wrote: package, packaging and tests."""
    elsewhere = [*(CHECKOUT / "packaging").rglob("*.py"), *(CHECKOUT / "tests").rglob("*.py")]
    return (*package_files(), *sorted(elsewhere))


@cache
def text_of(path: Path) -> str:
    """The file's text."""
    return path.read_text(encoding="utf-8")


@cache
def tree_of(path: Path) -> ast.Module:
    """The file, parsed."""
    return ast.parse(text_of(path), path.name)


def place(path: Path, line: int | None = None) -> str:
    """*path* as a reader of the project writes it, with its line if given."""
    name = path.relative_to(CHECKOUT).as_posix()
    return name if line is None else f"{name}:{line}"


def room_of(path: Path) -> str:
    """The first folder (or file) below the package that *path* belongs to."""
    return path.relative_to(PACKAGE).parts[0]


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method in *tree*, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def classes(tree: ast.AST) -> Iterator[ast.ClassDef]:
    """Every class in *tree*."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef))


def length(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    """Lines from the ``def`` or ``class`` to the last one, docstring included."""
    return (node.end_lineno or node.lineno) - node.lineno + 1
