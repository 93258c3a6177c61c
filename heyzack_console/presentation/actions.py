"""Everything a person can do in the window, declared once; menus, palette, buttons and key help read it here."""

from collections.abc import Callable, Coroutine, Iterator
from dataclasses import dataclass
from typing import Any

from heyzack_console.presentation.selection import Selection

Work = Callable[[Selection], Coroutine[Any, Any, None] | None]
"""Does the thing at once, or returns the coroutine that does it."""

WINDOW = ""
"""The scope of what is possible everywhere."""


def always(_selection: Selection) -> bool:
    """The thing can be done whatever is selected."""
    return True


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done.

    *id* is stable: settings and help refer to it. *scope* is the id of the pane in which it acts, or WINDOW. *shortcut*
    in Qt's portable spelling, *also* another one for the same; a single letter acts only while its scope has the focus
    and nobody is typing. *menu*
    names its menu, empty for none. *why_not* says in the tooltip what is missing while it is not *enabled*. *checked*
    makes it a switch and tells its state. *asks_first* adds the dots of something that opens a question.
    """

    id: str
    title: str
    handler: Work
    shortcut: str = ""
    enabled: Callable[[Selection], bool] = always
    scope: str = WINDOW
    menu: str = ""
    icon: str = ""
    why_not: str = ""
    checked: Callable[[], bool] | None = None
    asks_first: bool = False
    also: str = ""

    @property
    def keys(self) -> tuple[str, ...]:
        """Every shortcut, the shown one first."""
        return tuple(key for key in (self.shortcut, self.also) if key)

    @property
    def label(self) -> str:
        """The title as menus and the palette show it."""
        return f"{self.title}…" if self.asks_first else self.title


class ActionRegistry:
    """All actions of the window by id; two with one id, or with one shortcut in reach of each other, are refused."""

    def __init__(self) -> None:
        self._by_id: dict[str, Action] = {}

    def add(self, action: Action) -> None:
        """Declare *action*.

        Raises:
            ValueError: its id is taken, or its shortcut would be ambiguous; a mistake in the program, found at start.
        """
        if action.id in self._by_id:
            raise ValueError(f"two actions are called {action.id}")
        for other in self._by_id.values():
            if _collide(action, other):
                raise ValueError(f"{action.id} and {other.id} share the shortcut {action.shortcut}")
        self._by_id[action.id] = action

    def __getitem__(self, name: str) -> Action:
        return self._by_id[name]

    def __iter__(self) -> Iterator[Action]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def scope(self, scope: str) -> tuple[Action, ...]:
        """The actions of one pane, or of the whole window, in the order of declaration."""
        return tuple(action for action in self if action.scope == scope)

    def menus(self) -> dict[str, tuple[Action, ...]]:
        """The actions of each menu, menus in the order of their first action."""
        found: dict[str, list[Action]] = {}
        for action in self:
            if action.menu:
                found.setdefault(action.menu, []).append(action)
        return {menu: tuple(actions) for menu, actions in found.items()}


def _collide(one: Action, other: Action) -> bool:
    in_reach = one.scope == other.scope or WINDOW in {one.scope, other.scope}
    return in_reach and bool({key.lower() for key in one.keys} & {key.lower() for key in other.keys})
