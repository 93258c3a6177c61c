"""What taking a file in would do, in words."""

from heyzack_console.ports.engine.calendar import CalendarImport

MOST_NAMES = 4


def import_words(found: CalendarImport) -> str:
    """A few lines; names where there are few."""
    lines = [
        _named(found.fresh, "is new", "are new"),
        _named(found.changed, "has changed", "have changed"),
        f"{found.same} there already." if found.same else "",
        *(f"Cannot be kept: {text}" for text in found.refused[:MOST_NAMES]),
        f"And {len(found.refused) - MOST_NAMES} more that cannot be kept." if len(found.refused) > MOST_NAMES else "",
    ]
    return "\n".join(line for line in lines if line) or "There is no event in this file."


def _named(titles: tuple[str, ...], one: str, many: str) -> str:
    if not titles:
        return ""
    names = ", ".join(dict.fromkeys(titles[:MOST_NAMES])) + (" …" if len(titles) > MOST_NAMES else ".")
    return f"{len(titles)} {one if len(titles) == 1 else many}: {names}"
