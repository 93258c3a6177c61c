"""Shelving and unshelving, for the action registry."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from heyzack_console.domain.alerts.alert import Alert
from heyzack_console.ports.engine.alerts import Shelve, Unshelve
from heyzack_console.ports.engine.port import EnginePort, Receipt
from heyzack_console.presentation.actions import Action
from heyzack_console.presentation.alerts.actions import chosen, counted
from heyzack_console.presentation.alerts.shelving import Wish, end_words
from heyzack_console.presentation.mirror import Mirror
from heyzack_console.presentation.selection import Selection
from heyzack_console.presentation.site_time import SiteTime


@dataclass(frozen=True, slots=True)
class ShelvingDesk:
    """Carries out both through the engine's port.

    *ask* lets a person choose end and reason, None when he gave it up; *done* shows a receipt where it can be undone.
    """

    port: EnginePort
    mirror: Mirror
    times: SiteTime
    ask: Callable[[Sequence[Alert]], Awaitable[Wish | None]]
    done: Callable[[Receipt, str], None]

    def actions(self, scope: str) -> tuple[Action, ...]:
        """The actions of the pane *scope*."""
        shelve = Action(
            "alerts.shelve",
            "Shelve",
            self.shelve,
            "S",
            lambda selection: bool(self._open(selection)),
            scope,
            "Alerts",
            "paused",
            "Select an alert that is open",
            asks_first=True,
        )
        unshelve = Action(
            "alerts.unshelve",
            "Take from the shelf",
            self.unshelve,
            "U",
            lambda selection: bool(self._shelved(selection)),
            scope,
            "Alerts",
            why_not="Select a shelved alert",
        )
        return shelve, unshelve

    async def shelve(self, selection: Selection) -> None:
        """Ask for end and reason and put the selected alerts aside, as they were when the question was opened."""
        alerts = self._open(selection)
        wish = await self.ask(alerts) if alerts else None
        if wish is None:
            return
        receipt = await self.port.do(Shelve(tuple((a.id, a.annunciation) for a in alerts), wish.until, wish.reason))
        until = end_words(wish.until, self.times.now(), self.times.zone())
        self.done(receipt, f"{counted(receipt.count or len(alerts))} shelved until {until}")

    async def unshelve(self, selection: Selection) -> None:
        """Take the selected alerts from the shelf; those still true count as acknowledged."""
        seen = tuple((a.id, a.shelf.id) for a in self._shelved(selection) if a.shelf is not None)
        if seen:
            receipt = await self.port.do(Unshelve(seen))
            self.done(receipt, f"{counted(receipt.count or len(seen))} taken from the shelf")

    def _open(self, selection: Selection) -> list[Alert]:
        return [alert for alert in self._alerts(selection) if alert.state.open]

    def _shelved(self, selection: Selection) -> list[Alert]:
        return [alert for alert in self._alerts(selection) if alert.shelf is not None]

    def _alerts(self, selection: Selection) -> list[Alert]:
        alerts = self.mirror.alerts
        return [alerts[name] for name in chosen(self.mirror, selection) if name in alerts]
