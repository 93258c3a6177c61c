"""What a person can do with alerts, for the action registry."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from heyzack_console.domain.alerts.alert import Alert, AlertId, AlertState
from heyzack_console.ports.engine.alerts import Acknowledge, Unacknowledge
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.actions import Action, Work
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection

NEEDS_ACK = frozenset({AlertState.UNACKNOWLEDGED, AlertState.RETURNED})

_ICONS = {
    "acknowledge": "done",
    "acknowledge_visible": "acknowledge_all",
    "show_on_map": "locate",
    "guidance": "guidance",
}
_WHY_NOT = {
    "acknowledge": "Select an alert that nobody has acknowledged",
    "acknowledge_visible": "Every listed alert is acknowledged",
    "unacknowledge": "Select an acknowledged alert",
    "show_on_map": "Select an alert",
    "guidance": "Select an alert",
}


@dataclass(frozen=True, slots=True)
class AlertDesk:
    """Carries out the queue's actions through the engine's port.

    *visible* gives the alerts that the queue lists now; *done* shows a receipt where it can be undone; *show_on_map*
    and *show_details* bring the pane forward that shows the selection.
    """

    port: EnginePort
    mirror: Mirror
    visible: Callable[[], Sequence[AlertId]]
    done: Callable[[Receipt, str], None]
    show_on_map: Callable[[Selection], None]
    show_details: Callable[[Selection], None]

    def actions(self, scope: str) -> tuple[Action, ...]:
        """The actions of the pane *scope*."""

        def action(name: str, title: str, work: Work, key: str, enabled: Callable[[Selection], bool]) -> Action:
            why = _WHY_NOT[name]
            return Action(f"alerts.{name}", title, work, key, enabled, scope, "Alerts", _ICONS.get(name, ""), why)

        return (
            action("acknowledge", "Acknowledge", self.acknowledge, "A", self._any_open),
            action(
                "acknowledge_visible", "Acknowledge all visible", self.acknowledge_visible, "Shift+A", self._any_visible
            ),
            action("unacknowledge", "Take acknowledgement back", self.unacknowledge, "Shift+U", self._any_acknowledged),
            action("show_on_map", "Show on map", self.show_on_map, "V", lambda s: bool(s.devices)),
            action("guidance", "Guidance", self.show_details, "G", lambda s: bool(self._chosen(s))),
        )

    async def acknowledge(self, selection: Selection) -> None:
        """Acknowledge the selected alerts that wait for it."""
        await self._acknowledge(self._seen(self._chosen(selection)))

    async def acknowledge_visible(self, _selection: Selection) -> None:
        """Acknowledge every listed alert that waits for it."""
        await self._acknowledge(self._seen(self.visible()))

    async def unacknowledge(self, selection: Selection) -> None:
        """Let the selected alerts count as unseen again."""
        chosen = [a for a in self._alerts(self._chosen(selection)) if a.state is AlertState.ACKNOWLEDGED]
        if chosen:
            receipt = await self.port.do(Unacknowledge(tuple((a.id, a.annunciation) for a in chosen)))
            self.done(receipt, f"{counted(len(chosen))} unacknowledged again")

    async def _acknowledge(self, alerts: Sequence[Alert]) -> None:
        if alerts:
            receipt = await self.port.do(Acknowledge(tuple((a.id, a.annunciation) for a in alerts)))
            self.done(receipt, f"{counted(receipt.count or len(alerts))} acknowledged")

    def _chosen(self, selection: Selection) -> Sequence[AlertId]:
        return chosen(self.mirror, selection)

    def _seen(self, names: Sequence[AlertId]) -> list[Alert]:
        return [a for a in self._alerts(names) if a.state in NEEDS_ACK]

    def _alerts(self, names: Sequence[AlertId]) -> list[Alert]:
        return [self.mirror.alerts[name] for name in names if name in self.mirror.alerts]

    def _any_open(self, selection: Selection) -> bool:
        return bool(self._seen(self._chosen(selection)))

    def _any_visible(self, _selection: Selection) -> bool:
        return bool(self._seen(self.visible()))

    def _any_acknowledged(self, selection: Selection) -> bool:
        return any(a.state is AlertState.ACKNOWLEDGED for a in self._alerts(self._chosen(selection)))


def chosen(mirror: Mirror, selection: Selection) -> Sequence[AlertId]:
    """The selected alerts; of devices that were selected by themselves, as on the map, those that they have."""
    if selection.alerts:
        return selection.alerts
    return [alert.id for device in selection.devices for alert in mirror.alerts_of(device)]


def counted(count: int) -> str:
    return "1 alert" if count == 1 else f"{count} alerts"
