"""What people do with alerts and ask about them."""

from collections.abc import Sequence
from datetime import datetime

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertId, AlertState, EventId, Trigger
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.errors import IllegalTransition
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.alerts import Acknowledge, AlertHistory, AlertRules, OpenAlerts, Unacknowledge
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import AlertStore
from heyzack_console.rules.alerts.ordering import queue_order
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.alerts.recording import EVENTS_PER_ENTRY
from heyzack_console.services.keys import new_key

# How many answers of this run can be taken back by undo.
_UNDO_STEPS = 100

Seen = Sequence[tuple[AlertId, EventId]]


class AlertDesk:
    """Acknowledgements name the annunciation that was on the screen, so nobody answers what he has not seen."""

    def __init__(self, book: AlertBook, store: AlertStore, clock: Clock) -> None:
        self._book = book
        self._store = store
        self._clock = clock
        self._rules: tuple[AlertRule, ...] = ()
        self._given: dict[EntryRef, tuple[Trigger, Seen]] = {}

    def use_rules(self, rules: Sequence[AlertRule]) -> None:
        """Take the rules in force."""
        self._rules = tuple(rules)

    async def acknowledge(self, command: Acknowledge, by: By) -> Receipt:
        """Record that the actor has seen these annunciations.

        Raises:
            IllegalTransition: none of them is still current.
            StoreError: nothing was recorded.
        """
        answerable = frozenset({AlertState.UNACKNOWLEDGED, AlertState.RETURNED})
        return await self._answer(command.seen, Trigger.ACK, answerable, command.note, by)

    async def unacknowledge(self, command: Unacknowledge, by: By) -> Receipt:
        """Take acknowledgements back.

        Raises:
            IllegalTransition: none of them stands any more.
            StoreError: nothing was recorded.
        """
        answerable = frozenset({AlertState.ACKNOWLEDGED})
        return await self._answer(command.seen, Trigger.UNACK, answerable, command.note, by)

    async def undo(self, entry: EntryRef, by: By) -> Receipt | None:
        """Write the opposite of an answer given in this run; None when *entry* is none.

        Raises:
            IllegalTransition: the alerts have moved on.
        """
        trigger, seen = self._given.get(entry, (None, ()))
        if trigger is Trigger.ACK:
            return await self.unacknowledge(Unacknowledge(tuple(seen)), by)
        if trigger is Trigger.UNACK:
            return await self.acknowledge(Acknowledge(tuple(seen)), by)
        return None

    async def open_alerts(self, _query: OpenAlerts) -> tuple[Alert, ...]:
        """Answer with every alert that is not normal, in the default order of the queue."""
        return tuple(sorted(self._book.all(), key=queue_order))

    async def history(self, query: AlertHistory) -> tuple[AlertEvent, ...]:
        """Answer from the journal, newest first."""
        return await self._store.history(query.alert, query.since, query.limit)

    async def rules(self, _query: AlertRules) -> tuple[AlertRule, ...]:
        """Answer with the rules in force."""
        return self._rules

    async def _answer(
        self, seen: Seen, trigger: Trigger, answerable: frozenset[AlertState], note: str, by: By
    ) -> Receipt:
        now = self._clock.now()
        current, answered = [], {}
        for alert_id, annunciation in dict(seen).items():
            alert = self._book.get(alert_id)
            if alert is not None and alert.annunciation == annunciation and alert.state in answerable:
                current.append(_event(alert, trigger, note, by, now))
                answered[alert_id] = annunciation
        verb = "acknowledged" if trigger is Trigger.ACK else "taken back"
        if not current:
            raise IllegalTransition(f"Nothing was {verb}: what was shown has changed meanwhile. Look again.")
        for start in range(0, len(current), EVENTS_PER_ENTRY):
            entry = await self._book.answer(current[start : start + EVENTS_PER_ENTRY], by)
        self._remember(entry, trigger, tuple(answered.items()))
        left = len(dict(seen)) - len(current)
        noun = "alert" if len(current) == 1 else "alerts"
        more = f" {left} had changed meanwhile and {'was' if left == 1 else 'were'} left." if left else ""
        return Receipt(entry, undoable=True, count=len(current), text=f"{len(current)} {noun} {verb}.{more}")

    def _remember(self, entry: EntryRef, trigger: Trigger, seen: Seen) -> None:
        self._given[entry] = trigger, seen
        while len(self._given) > _UNDO_STEPS:
            del self._given[next(iter(self._given))]


def _event(alert: Alert, trigger: Trigger, note: str, by: By, now: datetime) -> AlertEvent:
    return AlertEvent(
        id=EventId(new_key(now)),
        alert=alert.id,
        device=alert.device,
        rule=alert.rule,
        trigger=trigger,
        at=now,
        priority=alert.priority,
        condition=alert.condition,
        code=alert.code,
        answers=alert.annunciation,
        note=note,
        by=by.actor.name,
    )
