"""Conditions over several values, written in CEL (Common Expression Language)."""

import re
from collections.abc import Collection, Mapping
from itertools import product

import cel

from heyzack_console.domain.devices.points import Value

LONGEST = 2_000
MOST_LOOPS = 3
_LOOP = re.compile(r"\.\s*(?:all|exists|exists_one|map|filter)\s*\(")
_PLACE = re.compile(r"<input>:(\d+):(\d+): (?:Syntax error: )?([^\n]*)")
_WORDS = "size contains startsWith endsWith matches int uint double string bool has type dyn in"
_FUNCTIONS = frozenset(_WORDS.split())
_TRIED: tuple[Value, ...] = (1.5, True, "alarm", 2)
_MOST_TRIED = 4


class BadExpression(Exception):
    """An expression is none, at a line and column of its text that count from 1."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column


class Expression:
    """A compiled condition; compiled once, because it is asked for every value that arrives."""

    def __init__(self, text: str) -> None:
        """Compile *text*.

        Raises:
            BadExpression: it is no expression.
        """
        if len(text) > LONGEST:
            raise BadExpression(f"An expression has at most {LONGEST} characters; this one has {len(text)}.")
        if len(_LOOP.findall(text)) > MOST_LOOPS:
            raise BadExpression(f"An expression has at most {MOST_LOOPS} loops (map, filter, all, exists).")
        self._text = text
        try:
            self._program = cel.compile(text)
        except ValueError as error:
            raise _translated(str(error)) from error

    def check(self, names: Collection[str]) -> None:
        """Look whether only *names* are used, and whether numbers, words or switches under them give yes or no.

        Raises:
            BadExpression: at the first use of what is not known.
        """
        inner = _loop_names(self._text)
        for name in self._program.variables():
            if name not in names and name not in inner:
                known = ", ".join(sorted(names)) or "none"
                raise BadExpression(f"{name!r} is not an operand of this rule; its operands: {known}.", *self._at(name))
        for name in self._program.functions():
            if name.isidentifier() and name not in _FUNCTIONS:
                raise BadExpression(f"There is no function {name!r}.", *self._at(name))
        used = [name for name in names if name in self._program.variables()]
        self._try(used)

    def true(self, values: Mapping[str, Value]) -> bool | None:
        """Tell whether the condition is true of *values*; None where it says nothing about them."""
        try:
            result = self._program.execute(dict(values))
        except (KeyError, RuntimeError, TypeError, ValueError, ArithmeticError):
            return None
        return result if isinstance(result, bool) else None

    def _try(self, used: list[str]) -> None:
        """Types are not declared: some mix of number, switch and word has to give yes or no."""
        shown = used[:_MOST_TRIED]
        for mix in product(_TRIED, repeat=len(shown)):
            values = dict.fromkeys(used, mix[0] if mix else 1.5) | dict(zip(shown, mix, strict=True))
            if self.true(values) is not None:
                return
        raise BadExpression("The expression does not give true or false, whatever its operands are.")

    def _at(self, name: str) -> tuple[int, int]:
        found = re.search(rf"(?<![\w.'\"]){re.escape(name)}\b", self._text)
        before = self._text[: found.start()] if found else ""
        return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1


def _loop_names(text: str) -> set[str]:
    """Names that a loop gives to its items: `values.exists(x, x > 1)`."""
    return set(re.findall(r"\.\s*(?:all|exists|exists_one|map|filter)\s*\(\s*(\w+)\s*,", text))


def _translated(said: str) -> BadExpression:
    found = _PLACE.search(said)
    if found is None:
        return BadExpression("This is no expression.")
    line, column, words = int(found.group(1)), int(found.group(2)), found.group(3)
    got = re.search(r"(?:input|at:?) '?(.+?)'?(?: expecting|$)", words)
    token = got.group(1).strip("'") if got else ""
    if token == "<EOF>" or not token:
        what = "The expression ends too early." if token else f"This is no expression: {words[:80]}"
    else:
        what = f"The expression cannot be understood at {token[:40]!r}."
    return BadExpression(what, line, column)
