"""What every pane is built on, and what a pane brings along."""

from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.bridge import Bridge
from heyzack_console.desktop.pane import Pane
from heyzack_console.desktop.selection_board import SelectionBoard
from heyzack_console.desktop.theme.markers import Markers
from heyzack_console.desktop.theme.theme import Theme
from heyzack_console.domain.errors import ConsoleError
from heyzack_console.ports.engine.journal import Undo
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime

Said = Callable[[Receipt, str], None]
"""Takes what was done and how it is worded."""
Road = Callable[[], Awaitable[None]]
"""A way by which devices come in: opens its form and returns when that is closed."""
Window = Callable[[], QWidget]
"""Asked for when a dialog needs one."""


class Furnished(Protocol):
    """A pane with what can be done in it; one file of this room each."""

    @property
    def pane(self) -> Pane:
        """What is docked."""

    def actions(self) -> Iterable[Action]:
        """What can be done in the pane, for the registry."""

    def fit_out(self, binding: ActionBinding) -> None:
        """Give the pane the buttons and menus that the registry's actions fill."""


@dataclass(frozen=True, slots=True)
class Desktop:
    """What every pane stands on: look, selection, mirror, and the way to the engine."""

    theme: Theme
    markers: Markers
    board: SelectionBoard
    mirror: Mirror
    times: SiteTime
    bridge: Bridge
    port: EnginePort

    def undo_at(self, pane: Pane) -> Said:
        """Say what was done at the foot of *pane*, with the way back where there is one."""
        return lambda receipt, text: offer_undo(self, pane, receipt, text)

    def show_in(self, pane: str) -> Callable[[Selection], None]:
        """Bring the pane *pane* forward with the selection."""
        return lambda _selection: self.board.show_in(pane)


def offer_undo(desktop: Desktop, pane: Pane, receipt: Receipt, text: str) -> None:
    """Say *text* at the foot of *pane*, with the way back where there is one."""
    entry = receipt.entry
    if entry is None or not receipt.undoable:
        pane.undo_line.offer(text)
        return

    def refused(error: ConsoleError) -> None:
        pane.undo_line.offer(error.text)

    async def take_back() -> None:
        done = await desktop.port.do(Undo(entry))
        pane.undo_line.offer(done.text or "Taken back")

    pane.undo_line.offer(text, lambda: desktop.bridge.start(take_back(), "undo", refused))


def search_action(scope: str, title: str, search: Callable[[], None]) -> Action:
    """The action of Ctrl+F in a pane."""
    return Action(f"{scope}.search", title, lambda _selection: search(), "Ctrl+F", scope=scope, icon="search")


def pop_up(menu: QMenu) -> Callable[[QPoint], None]:
    """Show *menu* where it is wanted."""
    return lambda at: menu.popup(at)  # noqa: PLW0108 -- popup has a second, optional argument
