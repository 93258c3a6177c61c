"""The calendar of the site."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu

from heyzack_console.composition.panes.ground import Desktop, Window, pop_up
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.calendar.actions import calendar_actions
from heyzack_console.desktop.panes.calendar.desk import CalendarWork
from heyzack_console.desktop.panes.calendar.pane import CalendarPane
from heyzack_console.presentation.actions import Action

ENTRY_MENU = (
    "calendar.new", "calendar.edit", "calendar.remove", "", "calendar.later", "calendar.earlier", "calendar.longer",
    "calendar.shorter",
)  # fmt: skip


class FurnishedCalendar:
    """The calendar with adding, moving and removing."""

    def __init__(self, desktop: Desktop, window: Window) -> None:
        work = CalendarWork(desktop.port, desktop.bridge, desktop.theme, window)
        self.pane = CalendarPane(desktop.theme, desktop.markers, desktop.mirror, desktop.times, work)
        self.pane.serve(desktop.undo_at(self.pane))

    def actions(self) -> Iterable[Action]:
        """What can be done with entries."""
        return calendar_actions(self.pane)

    def fit_out(self, binding: ActionBinding) -> None:
        """Button and menu."""
        self.pane.bar.add_tool(binding.tool("calendar.import"))
        self.pane.bar.add_tool(binding.tool("calendar.export"))
        self.pane.tools.add(binding.button("calendar.new", primary=True))
        self.pane.menu_wanted.connect(pop_up(binding.menu(QMenu(self.pane), ENTRY_MENU)))
        self.pane.changed.connect(binding.refresh)
