"""Turns lines of text into a tooltip: plain text, whatever a device may be called."""

from collections.abc import Sequence
from html import escape


def tooltip_html(lines: Sequence[str]) -> str:
    """Return *lines* as rich text, the first one strong; names from outside cannot smuggle in markup."""
    if not lines:
        return ""
    first, *rest = (escape(line) for line in lines)
    return "<br>".join((f"<b>{first}</b>", *rest))
