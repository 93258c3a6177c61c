"""The page of alarm figures."""

from collections.abc import Iterable

from heyzack_console.composition.panes.ground import Desktop, Window
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.kpi.desk import KpiDesk
from heyzack_console.desktop.panes.kpi.pane import KpiPane
from heyzack_console.presentation.actions import Action


class FurnishedKpi:
    """The page with what can be done on it."""

    def __init__(self, desktop: Desktop, window: Window) -> None:
        desk = KpiDesk(desktop.port, desktop.bridge, desktop.theme, window)
        self.pane = KpiPane(desktop.theme, desktop.board, desktop.mirror, desktop.times, desk)

    def actions(self) -> Iterable[Action]:
        """Exporting."""
        return self.pane.declared()

    def fit_out(self, binding: ActionBinding) -> None:
        """Its buttons are its own."""
