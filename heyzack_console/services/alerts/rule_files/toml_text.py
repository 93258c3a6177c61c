"""TOML with the place of every value: the library reads it, and a walk over the text finds where things stand."""

import re
import tomllib
from typing import Any

from heyzack_console.services.alerts.rule_files.places import Path, Placed, Spot, Unreadable

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_QUOTES = ('"""', "'''", '"', "'")


def read_toml(text: str) -> Placed:
    """Read *text*.

    Raises:
        Unreadable: with the place.
    """
    text = text.replace("\r\n", "\n")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        said = str(error)
        found = _PLACE.search(said)
        end = (text.count("\n") + 1, len(text) - text.rfind("\n"))
        spot = (int(found.group(1)), int(found.group(2))) if found and found.group(1) else end
        raise Unreadable(f"This is no TOML: {_PLACE.sub('', said)}.", spot) from error
    except RecursionError as error:
        raise Unreadable("This is no TOML: values are nested too deep.") from error
    placed = Placed(data)
    _Walk(text, placed).document()
    return placed


class _Walk:
    """Goes over a text that is known to be TOML and notes where keys and values begin."""

    def __init__(self, text: str, placed: Placed) -> None:
        self._text = text
        self._placed = placed
        self._at = 0
        self._table: Path = ()
        self._tables: dict[Path, int] = {}

    def document(self) -> None:
        """Walk to the end."""
        self._placed.values[()] = (1, 1)
        while self._skip():
            if self._text[self._at] == "[":
                self._header()
            else:
                self._pair(self._table)

    def _header(self) -> None:
        start = self._at
        several = self._text.startswith("[[", start)
        self._at += 2 if several else 1
        self._skip()
        key_at = self._spot(self._at)
        keys = self._key()
        self._skip()
        self._at += 2 if several else 1
        path = self._resolved(keys, begins_one=several)
        self._placed.keys[path] = key_at
        self._placed.values[path] = self._spot(start)
        self._table = path

    def _resolved(self, keys: list[str], *, begins_one: bool) -> Path:
        """A name that leads through a list of tables means the last of them so far."""
        path: Path = ()
        for number, key in enumerate(keys):
            path = (*path, key)
            if not isinstance(self._found(path), list):
                continue
            if begins_one and number == len(keys) - 1:
                self._tables[path] = self._tables.get(path, -1) + 1
            path = (*path, self._tables.get(path, 0))
        return path

    def _found(self, path: Path) -> Any:
        value: Any = self._placed.data
        for step in path:
            value = value[step]
        return value

    def _pair(self, table: Path) -> None:
        key_at = self._spot(self._at)
        path = (*table, *self._key())
        self._skip()
        self._at += 1  # the equals sign
        self._skip()
        self._placed.keys[path] = key_at
        self._value(path)

    def _key(self) -> list[str]:
        parts = []
        while True:
            self._skip()
            if self._text[self._at] in "\"'":
                parts.append(self._string())
            else:
                found = _BARE.match(self._text, self._at)
                parts.append(found.group() if found else "")
                self._at = found.end() if found else self._at + 1
            self._skip(lines=False)
            if self._at >= len(self._text) or self._text[self._at] != ".":
                return parts
            self._at += 1

    def _value(self, path: Path) -> None:
        self._placed.values[path] = self._spot(self._at)
        start, first = self._at, self._text[self._at]
        if first == "[":
            self._items(path, "]")
        elif first == "{":
            self._items(path, "}")
        elif first in "\"'":
            self._string()
            self._placed.raw[path] = self._text[start : self._at]
        else:
            while self._at < len(self._text) and self._text[self._at] not in ",]}#\n":
                self._at += 1

    def _items(self, path: Path, end: str) -> None:
        self._at += 1
        number = 0
        while self._skip() and self._text[self._at] != end:
            if self._text[self._at] == ",":
                self._at += 1
            elif end == "]":
                self._value((*path, number))
                number += 1
            else:
                self._pair(path)
        self._at += 1

    def _string(self) -> str:
        quote = next(quote for quote in _QUOTES if self._text.startswith(quote, self._at))
        start = self._at = self._at + len(quote)
        while not self._text.startswith(quote, self._at):
            self._at += 2 if self._text[self._at] == "\\" and quote[0] == '"' else 1
        inner = self._text[start : self._at]
        self._at += len(quote)
        while len(quote) == 3 and self._at < len(self._text) and self._text[self._at] == quote[0]:
            self._at += 1  # up to two quotes may stand before the closing ones
        return inner

    def _skip(self, *, lines: bool = True) -> bool:
        """Go past blanks and remarks; False at the end of the text."""
        blank = " \t\n" if lines else " \t"
        while self._at < len(self._text):
            if self._text[self._at] == "#" and lines:
                end = self._text.find("\n", self._at)
                self._at = len(self._text) if end < 0 else end
            elif self._text[self._at] in blank:
                self._at += 1
            else:
                return True
        return False

    def _spot(self, at: int) -> Spot:
        return self._text.count("\n", 0, at) + 1, at - self._text.rfind("\n", 0, at)
