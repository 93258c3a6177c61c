"""The alert rules."""

from collections.abc import Iterable

from PySide6.QtWidgets import QMenu

from heyzack_console.composition.panes.ground import Desktop, Window, pop_up, search_action
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.rules.desk import RuleDesk
from heyzack_console.desktop.panes.rules.ground import RuleGround
from heyzack_console.desktop.panes.rules.pane import NAME, RulesPane
from heyzack_console.presentation.actions import Action

MENU = ("rules.change", "rules.remove", "", "rules.new", "rules.import", "rules.export")
TOOLS = ("rules.new", "rules.import", "rules.export")


class FurnishedRules:
    """The table with what can be done to rules."""

    def __init__(self, desktop: Desktop, window: Window) -> None:
        ground = RuleGround(
            desktop.port,
            desktop.bridge,
            desktop.mirror,
            desktop.times,
            desktop.theme,
            desktop.markers,
            window,
        )
        desk = RuleDesk(ground)
        self.pane = RulesPane(ground, desk)
        desk.done = desktop.undo_at(self.pane)

    def actions(self) -> Iterable[Action]:
        """Writing, changing, removing, taking in, handing out."""
        return (*self.pane.declared(), search_action(NAME, "Filter alert rules", self.pane.search))

    def fit_out(self, binding: ActionBinding) -> None:
        """Tools on the bar, and the menu."""
        for name in TOOLS:
            self.pane.bar.add_tool(binding.tool(name))
        self.pane.table.menu_wanted.connect(pop_up(binding.menu(QMenu(self.pane), MENU)))
