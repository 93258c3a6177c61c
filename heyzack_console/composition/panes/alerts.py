"""The queue of alerts."""

from collections.abc import Awaitable, Iterator, Sequence

from PySide6.QtWidgets import QMenu

from heyzack_console.composition.panes.ground import Desktop, pop_up, search_action
from heyzack_console.desktop.action_binding import ActionBinding
from heyzack_console.desktop.panes.alerts.note_dialog import asked_note
from heyzack_console.desktop.panes.alerts.pane import AlertsPane
from heyzack_console.desktop.panes.alerts.shelve_dialog import asked_shelving
from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.alerts.actions import AlertDesk
from heyzack_console.presentation.alerts.noting import NotingDesk
from heyzack_console.presentation.alerts.shelving import Wish
from heyzack_console.presentation.alerts.shelving_actions import ShelvingDesk

ALERT_MENU = (
    "alerts.acknowledge",
    "alerts.acknowledge_noting",
    "alerts.acknowledge_visible",
    "alerts.unacknowledge",
    "",
    "alerts.shelve",
    "alerts.unshelve",
    "",
    "alerts.show_on_map",
    "alerts.guidance",
    "alerts.told",
)


class FurnishedAlerts:
    """The queue with answering, noting and shelving."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop
        times = desktop.times
        self.pane = AlertsPane(desktop.theme, desktop.markers, desktop.board, desktop.mirror, times.now, times.zone)

    def actions(self) -> Iterator[Action]:
        """What can be done in the queue."""
        yield from self._answering().actions("alerts")
        yield from self._noting().actions("alerts")
        yield from self._shelving().actions("alerts")
        yield search_action("alerts", "Filter alerts", self.pane.search)

    def fit_out(self, binding: ActionBinding) -> None:
        """Tool and menu."""
        self.pane.bar.add_tool(binding.tool("alerts.acknowledge_visible"))
        self.pane.table.menu_wanted.connect(pop_up(binding.menu(QMenu(self.pane), ALERT_MENU)))

    def _answering(self) -> AlertDesk:
        desktop = self._desktop
        return AlertDesk(
            desktop.port,
            desktop.mirror,
            self.pane.visible,
            desktop.undo_at(self.pane),
            desktop.show_in("map"),
            desktop.show_in("inspector"),
        )

    def _noting(self) -> NotingDesk:
        desktop = self._desktop
        return NotingDesk(
            desktop.port,
            desktop.mirror,
            self.pane.visible,
            lambda title: asked_note(desktop.theme, title, self.pane.window()),
            desktop.undo_at(self.pane),
        )

    def _shelving(self) -> ShelvingDesk:
        desktop = self._desktop

        def ask(alerts: Sequence[Alert]) -> Awaitable[Wish | None]:
            return asked_shelving(desktop.theme, desktop.mirror, desktop.times, alerts, self.pane.window())

        return ShelvingDesk(desktop.port, desktop.mirror, desktop.times, ask, desktop.undo_at(self.pane))
