"""Takes secrets out of text before it is written anywhere."""

import re
import threading

HIDDEN = "•••"

# Shorter than this a secret would blank out ordinary words; our keys have 16 characters, tokens 32 or more.
SHORTEST = 4

# A name that promises a secret, then its value: key=value, "key": "value", key: value, or a bearer header.
_NAMES = (
    r"local[_-]?key|session[_-]?key|passphrase|password|passwd|secret|token|access[_-]?id|api[_-]?key|authorization"
)
_NAMED = re.compile(
    rf"""(?ix) (?P<name> ["']? \b [\w-]*? (?:{_NAMES}) \w* ["']? \s* [=:] \s* (?:bearer\s+)? )
    (?: b? "(?:[^"\\]|\\.)*" | b? '(?:[^'\\]|\\.)*' | [^\s,;&)}}\]]+ )"""
)


class Redactor:
    """Knows secrets by value once they are registered, and by the names that stand before them."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._pattern: re.Pattern[str] | None = None
        self._lock = threading.Lock()

    def register(self, secret: str) -> None:
        """Hide *secret* from now on, also inside other words; texts shorter than 4 characters are left alone."""
        if len(secret) < SHORTEST:
            return
        with self._lock:
            if secret not in self._known:
                self._known |= {secret, repr(secret)[1:-1]}
                longest_first = sorted(self._known, key=len, reverse=True)
                self._pattern = re.compile("|".join(map(re.escape, longest_first)))

    def redact(self, text: str) -> str:
        """Return *text* with every secret replaced by dots."""
        if self._pattern is not None:
            text = self._pattern.sub(HIDDEN, text)
        return _NAMED.sub(rf"\g<name>{HIDDEN}", text)
