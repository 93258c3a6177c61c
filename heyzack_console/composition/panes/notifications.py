"""Notifications: who is told, and what was told."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu

from heyzack_console.composition.panes.ground import Desktop, Window, pop_up
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.notifications.desk import NoticeDesk
from heyzack_console.desktop.panes.notifications.ground import NoticeGround
from heyzack_console.desktop.panes.notifications.pane import NotificationsPane
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.selection import Selection

MAKING = tuple(f"notifications.{name}" for name in ("channel", "person", "schedule", "policy"))
MENU = ("notifications.change", "notifications.test", "notifications.shift", "notifications.remove", "", *MAKING)
LOG_MENU = ("notifications.all",)


class FurnishedNotifications:
    """The tables with what can be done in them."""

    def __init__(self, desktop: Desktop, window: Window) -> None:
        ground = NoticeGround(
            desktop.port,
            desktop.bridge,
            desktop.mirror,
            desktop.times,
            desktop.theme,
            desktop.markers,
            window,
        )
        desk = NoticeDesk(ground)
        self._board = desktop.board
        self.pane = NotificationsPane(ground, desk)
        desk.done = desktop.undo_at(self.pane)

    def actions(self) -> Iterable[Action]:
        """Making, changing, testing, removing, taking a shift."""
        told = Action(
            "alerts.told",
            "Who was told",
            self._told,
            enabled=lambda selection: selection.alert is not None,
            scope="alerts",
            menu="Alerts",
            why_not="Select an alert",
        )
        return (*self.pane.declared(), told)

    def _told(self, selection: Selection) -> None:
        self._board.show_in(self.pane.name)
        self.pane.tell_of(selection.alert)

    def fit_out(self, binding: ActionBinding) -> None:
        """Tools on the bar, and the menu."""
        for name in (*MAKING, "notifications.test", "notifications.shift"):
            self.pane.bar.add_tool(binding.tool(name))
        self.pane.table.menu_wanted.connect(pop_up(binding.menu(QMenu(self.pane), MENU)))
        self.pane.log.menu_wanted.connect(pop_up(binding.menu(QMenu(self.pane), LOG_MENU)))
