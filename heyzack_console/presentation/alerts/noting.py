"""Acknowledging several alerts with one note, for the action registry."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from heyzack_console.domain.alerts.alert import Alert, AlertId
from heyzack_console.ports.engine.alerts import Acknowledge
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.alerts.actions import NEEDS_ACK, chosen, counted
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection


@dataclass(frozen=True, slots=True)
class NotingDesk:
    """Acts on the selected alerts that wait for somebody; without a selection on all that are listed.

    *visible* gives the listed alerts; *ask* lets a person write under a title, empty when he gave it up; *done* shows a
    receipt where it can be undone.
    """

    port: EnginePort
    mirror: Mirror
    visible: Callable[[], Sequence[AlertId]]
    ask: Callable[[str], Awaitable[str]]
    done: Callable[[Receipt, str], None]

    def actions(self, scope: str) -> tuple[Action, ...]:
        """The action of the pane *scope*."""
        noting = Action(
            "alerts.acknowledge_noting",
            "Acknowledge with a note",
            self.acknowledge,
            "Ctrl+Shift+A",
            lambda selection: bool(self._waiting(selection)),
            scope,
            "Alerts",
            why_not="Select an alert that nobody has acknowledged",
            asks_first=True,
        )
        return (noting,)

    async def acknowledge(self, selection: Selection) -> None:
        """Ask for the note and acknowledge what waited when the question was opened."""
        alerts = self._waiting(selection)
        note = await self.ask(f"Acknowledge {counted(len(alerts))}") if alerts else ""
        if note:
            receipt = await self.port.do(Acknowledge(tuple((a.id, a.annunciation) for a in alerts), note))
            self.done(receipt, f"{counted(receipt.count or len(alerts))} acknowledged: {note}")

    def _waiting(self, selection: Selection) -> list[Alert]:
        alerts = self.mirror.alerts
        names = self.visible() if selection.empty else chosen(self.mirror, selection)
        return [alerts[name] for name in names if name in alerts and alerts[name].state in NEEDS_ACK]
