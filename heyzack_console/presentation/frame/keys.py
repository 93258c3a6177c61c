"""The help page of keys, read from the declared actions."""

from dataclasses import dataclass

from heyzack_console.presentation.actions import WINDOW, ActionRegistry


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One line of the key help."""

    keys: str
    does: str


@dataclass(frozen=True, slots=True)
class KeySection:
    """The keys of one pane, or of the whole window."""

    title: str
    rows: tuple[KeyRow, ...]


MOVING = KeySection(
    "Moving and selecting",
    (
        KeyRow("↑ ↓  PgUp PgDn  Home End", "Move in a list; with Shift the selection grows"),
        KeyRow("Ctrl A", "Select all that is visible"),
        KeyRow("Enter", "Open details"),
        KeyRow("Space", "Select"),
        KeyRow("Tab  Shift Tab", "Next and previous control"),
        KeyRow("Alt", "Show the menu bar"),
        KeyRow("Esc", "Close or clear"),
    ),
)


def key_sections(registry: ActionRegistry, titles: dict[str, str]) -> tuple[KeySection, ...]:
    """Return the keys everywhere, then those of each pane by its title in *titles*, then how to move."""
    sections = []
    for scope in (WINDOW, *titles):
        rows = tuple(KeyRow("   ".join(map(spelled, a.keys)), a.title) for a in registry.scope(scope) if a.keys)
        if rows:
            sections.append(KeySection(titles.get(scope, "Everywhere"), rows))
    return (*sections, MOVING)


def spelled(shortcut: str) -> str:
    """Return a shortcut as people read it: ``Ctrl+Shift+A`` becomes ``Ctrl Shift A``."""
    if shortcut == "+":
        return "Plus"
    return shortcut.replace("++", "+Plus").replace("+", " ")
