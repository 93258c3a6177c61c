"""What people do with alerts and ask about them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from heyzack_console.domain.alerts.alert import Alert, AlertEvent, AlertId, AlertState, EventId, Trigger
from heyzack_console.domain.alerts.rule import AlertRule
from heyzack_console.domain.errors import IllegalTransition, InvalidInput
from heyzack_console.domain.identity import By
from heyzack_console.domain.journal import EntryRef
from heyzack_console.ports.clock import Clock
from heyzack_console.ports.engine.alerts import (
    Acknowledge,
    AlertHistory,
    AlertRules,
    OpenAlerts,
    Shelve,
    Unacknowledge,
    Unshelve,
)
from heyzack_console.ports.engine.port import Receipt
from heyzack_console.ports.store import AlertStore
from heyzack_console.rules.alerts.ordering import queue_order
from heyzack_console.services.alerts.book import AlertBook
from heyzack_console.services.alerts.recording import EVENTS_PER_ENTRY
from heyzack_console.services.keys import new_key

# How many answers of this run can be taken back by undo.
_UNDO_STEPS = 100

Seen = Sequence[tuple[AlertId, EventId]]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a person says to alerts in one of *states*; *verb* for the receipt."""

    trigger: Trigger
    states: frozenset[AlertState]
    verb: str
    note: str = ""
    until: datetime | None = None

    def fits(self, alert: Alert, named: EventId) -> bool:
        """Whether *named* is what the answer has to name of *alert* as it stands now."""
        if alert.state not in self.states:
            return False
        if self.trigger is Trigger.UNSHELVE:
            return alert.shelf is not None and alert.shelf.id == named
        # Where the clock was put back, the alert may have changed at a time that is still to come.
        return alert.annunciation == named and (self.until is None or self.until > alert.changed_at)


_ACK = frozenset({AlertState.UNACKNOWLEDGED, AlertState.RETURNED})
_UNACK = frozenset({AlertState.ACKNOWLEDGED})
_SHELVE = _ACK | _UNACK
_UNSHELVE = frozenset({AlertState.SHELVED})


class AlertDesk:
    """Answers name the annunciation that was on the screen, so nobody answers what he has not seen."""

    def __init__(self, book: AlertBook, store: AlertStore, clock: Clock, longest: Callable[[], timedelta]) -> None:
        self._book = book
        self._store = store
        self._clock = clock
        self._longest = longest
        self._rules: tuple[AlertRule, ...] = ()
        self._given: dict[EntryRef, tuple[Trigger, Seen]] = {}

    def use_rules(self, rules: Sequence[AlertRule]) -> None:
        """Take the rules in force."""
        self._rules = tuple(rules)

    @property
    def in_force(self) -> tuple[AlertRule, ...]:
        """The rules in force."""
        return self._rules

    async def acknowledge(self, command: Acknowledge, by: By) -> Receipt:
        """Record that the actor has seen these annunciations.

        Raises:
            IllegalTransition: none of them is still current.
            StoreError: nothing was recorded.
        """
        return await self._answer(command.seen, _Answer(Trigger.ACK, _ACK, "acknowledged", command.note), by)

    async def unacknowledge(self, command: Unacknowledge, by: By) -> Receipt:
        """Take acknowledgements back.

        Raises:
            IllegalTransition: none of them stands any more.
            StoreError: nothing was recorded.
        """
        return await self._answer(command.seen, _Answer(Trigger.UNACK, _UNACK, "taken back", command.note), by)

    async def shelve(self, command: Shelve, by: By) -> Receipt:
        """Put alerts aside until the end that is named; undo takes them from the shelf.

        Raises:
            InvalidInput: no reason, or an end that is over or too far away.
            IllegalTransition: none of them is still as it was shown.
            StoreError: nothing was recorded.
        """
        reason = command.reason.strip()
        self._check_shelving(command.until, reason)
        return await self._answer(command.seen, _Answer(Trigger.SHELVE, _SHELVE, "shelved", reason, command.until), by)

    async def unshelve(self, command: Unshelve, by: By) -> Receipt:
        """Take alerts from the shelf; those whose condition is true count as acknowledged by the actor.

        Raises:
            IllegalTransition: none of these shelvings stands any more.
            StoreError: nothing was recorded.
        """
        answer = _Answer(Trigger.UNSHELVE, _UNSHELVE, "taken from the shelf", command.note)
        return await self._answer(command.seen, answer, by)

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
        if trigger is Trigger.SHELVE:
            return await self.unshelve(Unshelve(tuple(seen)), by)
        return None

    async def open_alerts(self, _query: OpenAlerts) -> tuple[Alert, ...]:
        """Answer with every alert that is not normal, in the default order of the queue."""
        return tuple(sorted(self._book.all(), key=queue_order))

    async def history(self, query: AlertHistory) -> tuple[AlertEvent, ...]:
        """Answer from the journal, newest first."""
        return await self._store.history(query.alert, query.since, query.limit, query.devices)

    async def rules(self, _query: AlertRules) -> tuple[AlertRule, ...]:
        """Answer with the rules in force."""
        return self._rules

    def _check_shelving(self, until: datetime, reason: str) -> None:
        longest, now = self._longest(), self._clock.now()
        if not reason:
            raise InvalidInput("A shelving needs a reason. Nothing was shelved.", "reason")
        if until.tzinfo is None:
            raise InvalidInput("The end of a shelving needs its time zone. Nothing was shelved.", "until")
        if until <= now:
            raise InvalidInput("The end of a shelving lies ahead. Nothing was shelved; choose a later one.", "until")
        if until > now + longest:
            hours = longest // timedelta(hours=1)
            raise InvalidInput(
                f"Alerts are shelved for at most {hours} {'hour' if hours == 1 else 'hours'}. "
                "Nothing was shelved; choose an earlier end.",
                "until",
            )

    async def _answer(self, seen: Seen, answer: _Answer, by: By) -> Receipt:
        now = self._clock.now()
        current, answered = [], []
        for alert_id, named in dict(seen).items():
            alert = self._book.get(alert_id)
            if alert is not None and answer.fits(alert, named):
                event = _event(alert, answer, named, by, now)
                current.append(event)
                answered.append((alert_id, event.id if answer.trigger is Trigger.SHELVE else named))
        if not current:
            raise IllegalTransition(f"Nothing was {answer.verb}: what was shown has changed meanwhile. Look again.")
        for start in range(0, len(current), EVENTS_PER_ENTRY):
            entry = await self._book.answer(current[start : start + EVENTS_PER_ENTRY], by)
        undoable = answer.trigger is not Trigger.UNSHELVE
        if undoable:
            self._remember(entry, answer.trigger, tuple(answered))
        left = len(dict(seen)) - len(current)
        noun = "alert" if len(current) == 1 else "alerts"
        more = f" {left} had changed meanwhile and {'was' if left == 1 else 'were'} left." if left else ""
        return Receipt(entry, undoable, count=len(current), text=f"{len(current)} {noun} {answer.verb}.{more}")

    def _remember(self, entry: EntryRef, trigger: Trigger, seen: Seen) -> None:
        self._given[entry] = trigger, seen
        while len(self._given) > _UNDO_STEPS:
            del self._given[next(iter(self._given))]


def _event(alert: Alert, answer: _Answer, named: EventId, by: By, now: datetime) -> AlertEvent:
    return AlertEvent(
        id=EventId(new_key(now)),
        alert=alert.id,
        device=alert.device,
        rule=alert.rule,
        trigger=answer.trigger,
        at=now,
        priority=alert.priority,
        condition=alert.condition,
        code=alert.code,
        answers=named,
        until=answer.until,
        note=answer.note,
        by=by.actor.name,
    )
